"""Am I getting anywhere? Questions that would be recalled, over time and by deck and module."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from recall.ids import PromptKey
from recall.insight.history import History
from recall.insight.life import Life
from recall.insight.outlook import outlook
from recall.insight.past import Held, past_of
from recall.insight.shelf import DeckAt, Shelf
from recall.insight.sitting import Sitting, newest_sitting
from recall.memory.curve import Weights


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


class Growth(NamedTuple):
    """The whole answer. ``past`` is oldest first and ends with today; empty before the start."""

    today: Held
    met: int
    total: int
    past: tuple[Held, ...]
    decks: tuple[DeckPortion, ...]
    session: Sitting | None


def growth(history: History, shelf: Shelf, today: int, weights: Weights) -> Growth:
    """What would be recalled of the questions at hand.

    Args:
        today: the study day; answers of later days (a clock ran ahead) count as just given.
        weights: of FSRS-6.
    """
    now_and_later = outlook(weights)
    lives: list[Life] = []
    ahead: dict[PromptKey, float] = {}
    portions: defaultdict[tuple[str, str | None], list[float]] = defaultdict(lambda: [0.0, 0.0, 0])
    for key, life in history.lives.items():
        spot = shelf.spots.get(key)
        if spot is None:
            continue
        lives.append(life)
        now, later = now_and_later(life, -1, today)
        ahead[key] = later
        for sums in (portions[spot.deck, None], portions[spot.deck, spot.module]):
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
        past_of(lives, today, weights),
        decks,
        newest_sitting(history, ahead, today, now_and_later),
    )


def _deck(deck: DeckAt, portions: dict[tuple[str, str | None], list[float]]) -> DeckPortion:
    def portion(id: str, title: str, total: int, module: str | None) -> Portion:
        now, later, met = portions.get((deck.id, module), (0.0, 0.0, 0))
        return Portion(id, title, now, later, int(met), max(total, int(met)))

    modules = tuple(portion(*each, each.id) for each in deck.modules)
    return DeckPortion(portion(deck.id, deck.title, deck.total, None), modules)
