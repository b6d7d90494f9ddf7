"""What to ask in the time there is: the questions that gain most for each second.

No due gate, no sort order, no new-a-day limit unless the learner wishes one: seen and new questions
are ranked together by ``session.worth``; only what is due comes first until it has had its share of
the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, merge
from typing import NamedTuple

from recall.memory.curve import DEFAULT_WEIGHTS, Weights, recall
from recall.memory.events import Memory
from recall.session.choosing import Chooser
from recall.session.costs import LearnerPace
from recall.session.order import EASY_WINS, in_order_of_showing
from recall.session.values import Candidate, Plan, Planned
from recall.session.worth import Dials, Worth, seen_scorer, worth_of_new

DUE_SHARE = 0.2
"""What is due comes first until this share of the time is spent: by score alone new questions
would win for weeks, and nothing would come back."""
EASY_CHANCE = 0.95
"""A question more likely to be recalled is a waste of a minute, unless it was asked for."""
HORIZON_DAYS = 14
MAX_HORIZON_DAYS = 60
RESERVE = 20
"""So many more than were chosen are kept in reserve: real answers are faster than expected."""


class _Ranked(NamedTuple):
    """A candidate by its score: tuples sort by the best score, then by the place in deck order."""

    rank: float
    turn: int
    gain: float
    seconds: float
    chance: float
    due: bool


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
    seen = _seen(candidates, dials, easy_rule)
    fresh = _new(candidates, seen, worth_of_new(dials, first_grades), first_session)
    due = _from_the_best([each for each in seen.values() if each.due])
    other = _from_the_best([each for each in seen.values() if not each.due])
    met = {each.card for each in candidates if each.memory is not None}
    chooser = Chooser(budget_seconds, limit, alike_today or {}, new_limit)
    while chooser.used < DUE_SHARE and (ranked := next(due, None)) is not None:
        chooser.offer(ranked.turn, _planned(candidates, ranked, met))
    for ranked in merge(due, other, fresh):
        if chooser.done(RESERVE):
            break
        chooser.offer(ranked.turn, _planned(candidates, ranked, met))
    shown = in_order_of_showing(chooser.chosen, first_session=first_session)
    return Plan(shown, tuple(chooser.reserve), chooser.seconds)


def outlook(memories: Iterable[Memory], day: int, horizon: int, weights: Weights) -> float:
    """How many prompts would be recalled ``horizon`` days after a study day."""
    ahead = day + horizon
    return sum(recall(max(0, ahead - each.last_day), each.stability, weights) for each in memories)


def _seen(candidates: Sequence[Candidate], dials: Dials, easy_rule: bool) -> dict[str, _Ranked]:
    """By card, the best of what was met before and may be asked again."""
    worth, day = seen_scorer(dials), dials.day
    best: dict[str, _Ranked] = {}
    for turn, candidate in enumerate(candidates):
        memory = candidate.memory
        if memory is None or memory.last_day >= day:
            continue
        gain, seconds, chance = worth(memory)
        if gain <= 0 or (easy_rule and chance > EASY_CHANCE and not candidate.asked_for):
            continue
        ranked = _Ranked(-gain / seconds, turn, gain, seconds, chance, memory.due_day <= day)
        sibling = best.get(candidate.card)
        if sibling is None or ranked < sibling:
            best[candidate.card] = ranked
    return best


def _new(
    candidates: Sequence[Candidate], seen: dict[str, _Ranked], worth: Worth, first_session: bool
) -> list[_Ranked]:
    """What was never met, in deck order; in a first session after two basic cards.

    Of siblings the best-scored one is kept, so a seen one goes from ``seen`` or keeps its place.
    """
    turns: dict[str, int] = {}
    for turn, candidate in enumerate(candidates):
        if candidate.memory is None and candidate.card not in turns:
            turns[candidate.card] = turn
    order = list(turns.values())
    if first_session:
        plain = [turn for turn in order if candidates[turn].basic and not candidates[turn].after]
        order = plain[:EASY_WINS] + [turn for turn in order if turn not in plain[:EASY_WINS]]
    ranked = [_Ranked(-worth.score, turn, *worth, False) for turn in order]
    return [each for each in ranked if _better(each, candidates[each.turn].card, seen)]


def _better(new: _Ranked, card: str, seen: dict[str, _Ranked]) -> bool:
    if card in seen and seen[card] < new:
        return False
    seen.pop(card, None)
    return True


def _from_the_best(ranked: list[_Ranked]) -> Iterator[_Ranked]:
    # A plan needs the best hundred of perhaps 100,000: a heap gives them without sorting the rest.
    heapify(ranked)
    while ranked:
        yield heappop(ranked)


def _planned(candidates: Sequence[Candidate], ranked: _Ranked, met: set[str]) -> Planned:
    _, turn, gain, seconds, chance, due = ranked
    candidate = candidates[turn]
    if candidate.memory is None and candidate.card in met:
        # Another side of a card that was met is no new card: nothing gates it or counts it.
        candidate = candidate._replace(after=frozenset(), group="", pairs=())
    return Planned(candidate, seconds, gain, due, chance)
