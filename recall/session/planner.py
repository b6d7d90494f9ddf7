"""What to ask in the time there is: the questions that gain most for each second.

No due gate, no sort order, no new-a-day limit unless the learner wishes one: seen and new questions
are ranked together by ``session.worth``; only what is due comes first until it has had its share of
the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import merge

from recall.memory.curve import DEFAULT_WEIGHTS, Weights, recall
from recall.memory.events import Memory
from recall.session.choosing import Chooser
from recall.session.costs import LearnerPace
from recall.session.order import in_order_of_showing
from recall.session.ranking import TURN, Ranking, planned_of, ranking
from recall.session.values import Candidate, Plan
from recall.session.worth import Dials, worth_of_new

DUE_SHARE = 0.2
"""What is due comes first until this share of the time is spent: by score alone new questions
would win for weeks, and nothing would come back."""
HORIZON_DAYS = 14
MAX_HORIZON_DAYS = 60
RESERVE = 20
"""So many more than were chosen are kept in reserve: real answers are faster than expected."""


def plan(
    candidates: Sequence[Candidate],
    *,
    day: int,
    budget_seconds: float | None,
    limit: int | None = None,
    weights: Weights = DEFAULT_WEIGHTS,
    exponent: float = 2.0,
    horizon: int = HORIZON_DAYS,
    pace: LearnerPace | None = None,
    first_grades: Sequence[int] = (0, 0, 0, 0),
    alike_today: Mapping[str, int] | None = None,
    easy_rule: bool = True,
    first_session: bool = False,
    new_limit: int | None = None,
) -> Plan:
    """Chooses questions for some seconds, or so many of them, on a study day.

    Args:
        candidates: every prompt that may be asked, in deck order.
        day: the study day; what was answered on it already is left alone.
        budget_seconds: seconds to fill; None where only ``limit`` counts.
        limit: questions at most; None where only the seconds count.
        weights: of FSRS-6.
        exponent: 1.5 (breadth) to 2.5 (depth).
        horizon: days to the date that matters; brought within 1 to 60.
        pace: how fast the learner answers; None where nothing is known.
        first_grades: how often the learner graded Again, Hard, Good, Easy at first sight.
        alike_today: new cards of each group and each pair already met on this study day.
        easy_rule: whether to leave out what is hardly fading and was not asked for.
        first_session: whether the learner never answered before; two basic cards come first.
        new_limit: new questions at most, as the learner wishes; None leaves it to the scores.
    """
    if new_limit == 0:
        candidates = [each for each in candidates if each.memory is not None]
    horizon = min(max(horizon, 1), MAX_HORIZON_DAYS)
    dials = Dials(day, weights, exponent, horizon, pace or LearnerPace())
    new = worth_of_new(dials, first_grades)
    ranked = ranking(candidates, dials, new, easy_rule=easy_rule, first_session=first_session)
    chooser = Chooser(budget_seconds, limit, alike_today or {}, new_limit)
    _fill(chooser, ranked, candidates)
    shown = in_order_of_showing(chooser.chosen, first_session=first_session)
    return Plan(shown, tuple(chooser.reserve), chooser.seconds)


def _fill(chooser: Chooser, ranked: Ranking, candidates: Sequence[Candidate]) -> None:
    """First the best due ones up to their share, then whatever is best."""
    met = {each.card for each in candidates if each.memory is not None} if ranked.fresh else set()
    while chooser.used < DUE_SHARE and (best := next(ranked.due, None)) is not None:
        chooser.offer(best[TURN], planned_of(candidates, best, met))
    for best in merge(*ranked):
        if chooser.done(RESERVE):
            break
        chooser.offer(best[TURN], planned_of(candidates, best, met))


def outlook(memories: Iterable[Memory], day: int, horizon: int, weights: Weights) -> float:
    """How many prompts would be recalled ``horizon`` days after a study day."""
    ahead = day + horizon
    return sum(recall(max(0, ahead - each.last_day), each.stability, weights) for each in memories)
