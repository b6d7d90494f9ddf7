"""Am I getting anywhere? Questions that would be recalled, over time and by deck and module."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from recall.insight.history import NEWEST, Answered, History
from recall.insight.shelf import DeckAt, Shelf
from recall.memory.curve import Weights, factor

AHEAD = 14
"""Days: what would still be recalled in two weeks is what a session is for."""
POINTS = 12
"""At most so many days of the past are looked at."""
_STEPS = (1, 7, 28)


class Held(NamedTuple):
    """Questions that would be recalled on a day, and two weeks later without another review."""

    day: int
    now: float
    later: float


class Portion(NamedTuple):
    """The same of a deck or a module today; ``met`` and ``total`` count its questions."""

    id: str
    title: str
    now: float
    later: float
    met: int
    total: int


class DeckPortion(NamedTuple):
    """A deck and its modules; those of a deck without modules are empty."""

    whole: Portion
    modules: tuple[Portion, ...]


class Sitting(NamedTuple):
    """What the newest session came to.

    Attributes:
        day: its study day.
        reviewed, recalled: questions met on an earlier day, and those of them recalled.
        new: questions met for the first time.
        before, after: questions that would be recalled two weeks from today, had it not been, and
            with it.
    """

    day: int
    reviewed: int
    recalled: int
    new: int
    before: float
    after: float


class Growth(NamedTuple):
    """The whole answer. ``past`` is oldest first and ends with today; empty before the start."""

    today: Held
    met: int
    total: int
    past: tuple[Held, ...]
    decks: tuple[DeckPortion, ...]
    session: Sitting | None


Curve = Callable[[int, float], float]
"""The chance of recall from days since an answer and the stability that it left."""


def growth(history: History, shelf: Shelf, today: int, weights: Weights) -> Growth:
    """What would be recalled of the questions at hand.

    Args:
        today: the study day; answers of later days (a clock ran ahead) count as just given.
        weights: of FSRS-6.
    """
    curve = _curve(weights)
    lives = {key: answers for key, answers in history.lives.items() if key in shelf.spots}
    past = _past(list(lives.values()), today, weights)
    portions: defaultdict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0, 0])
    for key, answers in lives.items():
        deck, module, _ = shelf.spots[key]
        now, later = _now_and_later(answers[-1], today, curve)
        for name in ((deck, ""), (deck, f"/{module}")):
            sums = portions[name]
            sums[0] += now
            sums[1] += later
            sums[2] += 1
    decks = tuple(_deck(deck, portions) for deck in shelf.decks)
    now = sum(each.whole.now for each in decks)
    later = sum(each.whole.later for each in decks)
    return Growth(
        Held(today, now, later),
        sum(each.whole.met for each in decks),
        sum(each.whole.total for each in decks),
        past,
        decks,
        _sitting(history, shelf, today, curve),
    )


def days_looked_at(first: int, today: int) -> list[int]:
    """The study days of the picture over time, oldest first: days, weeks or spells of four weeks,
    whichever reaches back to the first day, or as far as twelve of the longest do."""
    first = min(first, today)
    span = today - first
    step = next((each for each in _STEPS if span < each * POINTS), _STEPS[-1])
    days = range(today, max(first - 1, today - step * POINTS), -step)
    return list(days)[::-1]


def _past(lives: Sequence[Sequence[Answered]], today: int, weights: Weights) -> tuple[Held, ...]:
    if not lives:
        return ()
    days = days_looked_at(min(answers[0].day for answers in lives), today)
    fading, power = factor(weights[20]), -weights[20]
    now, later = [0.0] * len(days), [0.0] * len(days)
    for answers in lives:
        # From the newest day back, so that each answer is passed once.
        at = len(answers) - 1
        answered, _, _, stability, _, _, _ = answers[at]
        for place in range(len(days) - 1, -1, -1):
            day = days[place]
            while answered > day and at > 0:
                at -= 1
                answered, _, _, stability, _, _, _ = answers[at]
            since = day - answered
            if since < 0:
                if day != today:
                    break
                since = 0
            now[place] += (1 + fading * since / stability) ** power
            later[place] += (1 + fading * (since + AHEAD) / stability) ** power
    return tuple(map(Held, days, now, later))


def _now_and_later(answered: Answered, day: int, curve: Curve) -> tuple[float, float]:
    since = max(0, day - answered.day)
    return curve(since, answered.stability), curve(since + AHEAD, answered.stability)


def _curve(weights: Weights) -> Curve:
    """The formula of ``memory.curve.recall``, with what is the same for all worked out once."""
    fading, power = factor(weights[20]), -weights[20]

    def curve(days: int, stability: float) -> float:
        return float((1 + fading * days / stability) ** power)

    return curve


def _deck(deck: DeckAt, portions: dict[tuple[str, str], list[float]]) -> DeckPortion:
    def portion(id: str, title: str, total: int, name: str) -> Portion:
        now, later, met = portions.get((deck.id, name), (0.0, 0.0, 0))
        return Portion(id, title, now, later, int(met), max(total, int(met)))

    modules = tuple(
        portion(each.id, each.title, each.total, f"/{each.id}") for each in deck.modules
    )
    return DeckPortion(portion(deck.id, deck.title, deck.total, ""), modules)


def _sitting(history: History, shelf: Shelf, today: int, curve: Curve) -> Sitting | None:
    if not history.reviews:
        return None
    days, reviewed, recalled, new = [], 0, 0, 0
    before = after = 0.0
    for key, answers in history.lives.items():
        its = [at for at, each in enumerate(answers) if each[NEWEST]]
        for at in its:
            each = answers[at]
            if each.own:
                days.append(each.day)
                reviewed += each.scored
                recalled += each.scored and each.grade > 1
                new += at == 0
        if key in shelf.spots:
            after += _now_and_later(answers[-1], today, curve)[1]
            first = its[0] if its else len(answers)
            before += _now_and_later(answers[first - 1], today, curve)[1] if first else 0.0
    return Sitting(max(days, default=today), reviewed, recalled, new, before, after)
