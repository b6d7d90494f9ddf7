"""What may be asked, from the best score down, without sorting what no session gets to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from heapq import heapify, heappop
from typing import Final, NamedTuple

from recall.session.order import EASY_WINS
from recall.session.values import Candidate, Planned
from recall.session.worth import Dials, Worth, seen_scorer

EASY_CHANCE = 0.95
"""A question more likely to be recalled is a waste of a minute, unless it was asked for."""

Ranked = tuple[float, int, float, float, float, bool]
"""A candidate by its score: minus the score, its place in deck order, gain, seconds, chance of
recall, and whether it is due. Plain, because a hundred thousand are made, and sorted by the first
two: the best score, then deck order."""

RANK: Final = 0
TURN: Final = 1
DUE: Final = 5


class Ranking(NamedTuple):
    """The candidates of one plan, of each card the best one, each part from the best down.

    ``due`` and ``other`` were met before, ``fresh`` never.
    """

    due: Iterator[Ranked]
    other: Iterator[Ranked]
    fresh: Sequence[Ranked]


def ranking(
    candidates: Sequence[Candidate],
    dials: Dials,
    new: Worth,
    *,
    easy_rule: bool,
    first_session: bool,
) -> Ranking:
    """Ranks the candidates; ``new`` is what any of those never met is worth. The others are as in
    ``planner.plan``."""
    seen = _seen(candidates, dials, easy_rule)
    fresh = _fresh(candidates, seen, new, first_session)
    return Ranking(
        _from_the_best(each for each in seen.values() if each[DUE]),
        _from_the_best(each for each in seen.values() if not each[DUE]),
        fresh,
    )


def planned_of(candidates: Sequence[Candidate], ranked: Ranked, met: Set[str]) -> Planned:
    """The question that was ranked; ``met``: the cards of which a question was met."""
    _, turn, gain, seconds, chance, due = ranked
    candidate = candidates[turn]
    if candidate.memory is None and candidate.card in met:
        # Another side of a card that was met is no new card: nothing gates it or counts it.
        candidate = candidate._replace(after=frozenset(), group="", pairs=())
    return Planned(candidate, seconds, gain, due, chance)


def _seen(candidates: Sequence[Candidate], dials: Dials, easy_rule: bool) -> dict[str, Ranked]:
    """By card, the best of what was met before and may be asked again."""
    worth, day = seen_scorer(dials), dials.day
    best: dict[str, Ranked] = {}
    for turn, candidate in enumerate(candidates):
        memory = candidate.memory
        if memory is None or memory.last_day >= day:
            continue
        gain, seconds, chance = worth(memory)
        if gain <= 0 or (chance > EASY_CHANCE and easy_rule and not candidate.asked_for):
            continue
        rank, card = -gain / seconds, candidate.card
        if card not in best or rank < best[card][RANK]:
            best[card] = rank, turn, gain, seconds, chance, memory.due_day <= day
    return best


def _fresh(
    candidates: Sequence[Candidate], seen: dict[str, Ranked], worth: Worth, first_session: bool
) -> list[Ranked]:
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
    rank, (gain, seconds, chance) = -worth.score, worth
    ranked = [(rank, turn, gain, seconds, chance, False) for turn in order]
    return [each for each in ranked if _better(each, candidates[each[TURN]].card, seen)]


def _better(new: Ranked, card: str, seen: dict[str, Ranked]) -> bool:
    if card in seen and seen[card] < new:
        return False
    seen.pop(card, None)
    return True


def _from_the_best(ranked: Iterable[Ranked]) -> Iterator[Ranked]:
    # A plan needs the best hundred of perhaps 100,000: a heap gives them without sorting the rest.
    heap = list(ranked)
    heapify(heap)
    while heap:
        yield heappop(heap)
