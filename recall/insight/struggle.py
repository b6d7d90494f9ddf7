"""What do I not get? Questions that do not stick, confident mistakes, what is confused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress
from typing import Any, NamedTuple

from recall.ids import PromptKey, card_of
from recall.insight.history import History
from recall.insight.life import Life
from recall.insight.shelf import Shelf
from recall.memory.sticking import FORGOTTEN_OFTEN, HOLDS_DAYS
from recall.session.step import SURE

TWICE = 2
"""A mix-up that happened once may be a slip of the finger."""
AGAIN = 1

Whose = Callable[[PromptKey, str], str]
"""The card (``deck/card``) that words given to a question answer; "" where they answer none."""


Wrong = tuple[int, Mapping[str, Any]]
"""Study day and details of an answer that was wrong."""


class Loose(NamedTuple):
    """A question that does not stick: recalled so many times of those it was asked on a later day
    than the first."""

    key: PromptKey
    recalled: int
    asked: int
    stability: float


class Mistake(NamedTuple):
    """A question that was answered wrong by a learner who was sure.

    ``day`` is the newest of these; ``mended`` whether it was recalled on a later day.
    """

    key: PromptKey
    times: int
    day: int
    mended: bool


class MixUp(NamedTuple):
    """What was given in place of an answer, more than once.

    Attributes:
        key: the question, of two cards that are taken for each other the one mistaken last.
        taken: the words given, as they were last.
        other: the card that these words answer, "" where it is a wrong option.
    """

    key: PromptKey
    taken: str
    other: str
    times: int
    day: int


class Rate(NamedTuple):
    """Answers to questions met on an earlier day, and how many of them were recalled."""

    answers: int
    recalled: int


class Struggle(NamedTuple):
    """The whole answer, each list with what hurts most first."""

    loose: tuple[Loose, ...]
    mistakes: tuple[Mistake, ...]
    mix_ups: tuple[MixUp, ...]
    facts: Rate
    cases: Rate

    @property
    def keys(self) -> tuple[PromptKey, ...]:
        """Every question named, once, in the order of the lists."""
        named = (
            *(each.key for each in self.loose),
            *(each.key for each in self.mistakes),
            *(each.key for each in self.mix_ups),
        )
        return tuple(dict.fromkeys(named))


def struggle(history: History, shelf: Shelf, whose: Whose) -> Struggle:
    """What gives trouble among the questions at hand; what was put away gives none any more."""
    loose: list[Loose] = []
    mistakes: list[Mistake] = []
    mix_ups: dict[object, MixUp] = {}
    counts = [[0, 0], [0, 0]]
    for key, life in history.lives.items():
        spot = shelf.spots.get(key)
        if spot is None:
            continue
        later = list(compress(life.grades, life.chances))
        forgotten = later.count(AGAIN)
        stability = life.stabilities[-1]
        if forgotten >= FORGOTTEN_OFTEN and stability < HOLDS_DAYS:
            loose.append(Loose(key, len(later) - forgotten, len(later), stability))
        own = list(life.scored()[1]) if life.adopted else later
        wrong = own.count(AGAIN)
        counts[spot.case][False] += wrong
        counts[spot.case][True] += len(own) - wrong
        if life.details and (mistaken := list(_forgotten(life))):
            mistakes += _mistake(key, life, mistaken)
            _collect(mix_ups, key, mistaken, whose)
    return Struggle(
        tuple(sorted(loose, key=lambda each: (each.recalled / each.asked, -each.asked, each.key))),
        tuple(sorted(mistakes, key=lambda each: (each.mended, -each.day, each.key))),
        tuple(sorted(filter(_often, mix_ups.values()), key=lambda each: (-each.times, each.key))),
        Rate(sum(counts[False]), counts[False][True]),
        Rate(sum(counts[True]), counts[True][True]),
    )


def _mistake(key: PromptKey, life: Life, wrong: Sequence[Wrong]) -> Iterator[Mistake]:
    days = [day for day, details in wrong if details.get("confidence") == SURE]
    if days:
        later = zip(*life.scored(), strict=True)
        mended = any(grade > AGAIN for day, grade, _ in later if day > days[-1])
        yield Mistake(key, len(days), days[-1], mended)


def _collect(
    mix_ups: dict[object, MixUp], key: PromptKey, wrong: Sequence[Wrong], whose: Whose
) -> None:
    card = card_of(key.prompt)
    for day, details in wrong:
        taken = details.get("given")
        if not isinstance(taken, str) or not taken.strip():
            continue
        other = whose(key, taken)
        if other == card:
            continue
        # Two cards taken for each other are one pair; a wrong option belongs to its question.
        pair = frozenset((card, other)) if other else (card, " ".join(taken.split()).casefold())
        known = mix_ups.get(pair)
        times = known.times + 1 if known else 1
        if known is None or day >= known.day:
            mix_ups[pair] = MixUp(key, taken, other, times, day)
        else:
            mix_ups[pair] = known._replace(times=times)


def _forgotten(life: Life) -> Iterator[Wrong]:
    """Day and details of the answers that were wrong, repeats of the same day left out."""
    for at, details in life.details.items():
        fresh = at == 0 or life.chances[at] is not None
        if fresh and life.own(at) and life.grades[at] == AGAIN:
            yield life.days[at], details


def _often(each: MixUp) -> bool:
    return each.times >= TWICE
