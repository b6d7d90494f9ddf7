"""Everything that Insight and ``recall stats`` show, gathered from the log and the decks."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from random import Random
from typing import TYPE_CHECKING

from recall.collection.in_words import Named, Whose, Words
from recall.collection.progress import Choice
from recall.collection.scope import EVERYTHING
from recall.ids import PromptKey
from recall.insight.forecast import Forecast, forecast
from recall.insight.growth import Growth, growth
from recall.insight.history import read_history
from recall.insight.honesty import Honesty, honesty
from recall.insight.keeping import Keeping, keeping
from recall.insight.pool import DAYS, Terms
from recall.insight.shelf import DeckAt, ModuleAt, Shelf, Spot
from recall.insight.struggle import Struggle, struggle
from recall.session.costs import expected

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.decks.model import Deck

SEED = 20_261_125
"""The simulated learner meets the same luck each time: the same collection, the same forecast."""
_READ, _WALKED = 0.45, 0.8
"""Shares of the time that reading the log takes, and that with walking it."""

Told = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Insight:
    """All answers.

    Attributes:
        today: the study day.
        reviews: answers ever given and not undone; days: study days with any.
        minutes: those of a session, by the settings.
        named: the questions that ``struggle`` names, in words.
    """

    today: int
    reviews: int
    days: int
    minutes: int
    growth: Growth
    forecast: Forecast
    keeping: Keeping
    honesty: Honesty
    struggle: Struggle
    named: Mapping[PromptKey, Named]


def gather(collection: Collection, told: Told = lambda part: None) -> Insight:
    """All answers as of now. Blocks; ``told`` hears how much is done, 0 to 1.

    Raises:
        StoreError: the log cannot be read.
    """
    collection.refresh()
    with _no_collector():
        return _gather(collection, told)


def _gather(collection: Collection, told: Told) -> Insight:
    today, weights = collection.today, collection.scheduler.weights
    history = read_history(
        # Named nowhere: what was read is let go of as soon as it is walked.
        collection.store.facts(_share(told, 0.0, _READ)),
        weights,
        _share(told, _READ, _WALKED),
    )
    shelf = _shelf(collection)
    answers = struggle(history, shelf, Whose(collection))
    first = today + (today in history.days)
    return Insight(
        today,
        history.reviews,
        len(history.days),
        collection.settings.minutes,
        growth(history, shelf, today, weights),
        _forecast(collection, first, _share(told, _WALKED, 1.0)),
        keeping(history.days, today),
        honesty(history),
        answers,
        Words(collection, answers.keys),
    )


def _forecast(collection: Collection, first: int, told: Told) -> Forecast:
    settings, pace = collection.settings, collection.pace
    # More new questions than four weeks of nothing else would get to.
    enough = ceil(DAYS * settings.minutes * 60 / expected(None, pace).new)
    terms = Terms(
        settings.minutes,
        collection.scheduler.weights,
        settings.exponent,
        collection.horizon,
        pace,
        collection.store.first_grades(),
        settings.new_a_day,
    )
    candidates = collection.ahead(first, enough)
    return forecast(candidates, first, terms, lambda: Random(SEED), told)


def _shelf(collection: Collection) -> Shelf:
    """The decks that are on, and the questions met that count there as they do on Home."""
    settings, cards = collection.settings, collection.cards
    choice = Choice(EVERYTHING, settings.optional, settings.decks_off)
    away = {name for name, state in cards.items() if state.suspended}
    spots: dict[PromptKey, Spot] = {}
    unasked: Counter[tuple[str, str]] = Counter()
    for key in collection.memories:
        found = collection.studied(key)
        if found is None or found[0].id in settings.decks_off:
            continue
        deck, card = found
        if away and f"{deck.id}/{card.id}" in away:
            continue
        spots[key] = Spot(deck.id, card.module, bool(card.case))
        if not choice.takes(deck, card):
            unasked[deck.id, card.module] += 1
    decks = (each.deck for each in collection.library.loaded)
    shown = (deck for deck in decks if deck.id not in settings.decks_off)
    return Shelf(tuple(_deck_at(deck, choice, away, unasked) for deck in shown), spots)


def _deck_at(
    deck: Deck, choice: Choice, away: set[str], unasked: Mapping[tuple[str, str], int]
) -> DeckAt:
    totals: Counter[str] = Counter()
    for card in deck.cards:
        if choice.takes(deck, card) and not (away and f"{deck.id}/{card.id}" in away):
            totals[card.module] += len(card.parts)
    outside = [("", "")] if any(not card.module for card in deck.cards) else []
    names = [*outside, *((each.id, each.title) for each in deck.modules)]
    modules = tuple(
        ModuleAt(id, title, totals[id] + unasked.get((deck.id, id), 0)) for id, title in names
    )
    return DeckAt(deck.id, deck.title, sum(each.total for each in modules), modules)


def _share(told: Told, start: float, end: float) -> Told:
    return lambda part: told(start + (end - start) * part)


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without looking for garbage: among some hundred thousand values that are all in use, that
    takes as long as everything else together."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
