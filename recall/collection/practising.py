"""Practice that reschedules nothing: by deck, by tag, by search, or what was hard today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from recall.collection.progress import OPTIONAL
from recall.collection.sitting import Sitting
from recall.decks.model import PAIR, Card, Deck
from recall.ids import PromptKey, card_of
from recall.memory.curve import recall

if TYPE_CHECKING:
    from recall.collection.collection import Collection

HARD_TODAY, OF_DECK, WITH_TAG, SEARCH = "hard today", "deck", "tag", "search"


class Practice(NamedTuple):
    """Something to practise: what was hard today, the met questions of a deck, or those with a tag.

    ``name`` is the deck's id or the tag, ``title`` what to call it; ``prompts`` are in deck order.
    """

    sort: str
    name: str
    title: str
    prompts: tuple[str, ...]


def practices(collection: Collection) -> tuple[Practice, ...]:
    """What there is to practise, today's hard questions first. Blocks on the store."""
    found = [Practice(HARD_TODAY, "", "", hard_today(collection))]
    by_deck: dict[str, tuple[str, list[str]]] = {}
    by_tag: defaultdict[str, list[str]] = defaultdict(list)
    for deck, card in practised_cards(collection):
        met = _met(collection, deck, card)
        if met:
            by_deck.setdefault(deck.id, (deck.title, []))[1].extend(met)
            for tag in card.tags:
                if not tag.startswith(PAIR):
                    by_tag[tag].extend(met)
    found += [
        Practice(OF_DECK, name, title, tuple(prompts)) for name, (title, prompts) in by_deck.items()
    ]
    found += [
        Practice(WITH_TAG, tag, tag, tuple(prompts)) for tag, prompts in sorted(by_tag.items())
    ]
    return tuple(each for each in found if each.prompts)


def hard_today(collection: Collection) -> tuple[str, ...]:
    """The questions forgotten or Hard today that a deck still has and that are not put away."""
    found = []
    for prompt in collection.store.hard_on(collection.today):
        known = collection.find(prompt)
        if known is None or prompt.split("/", 2)[2] not in known[1].parts:
            continue
        if not collection.progress.state(card_of(prompt)).suspended:
            found.append(prompt)
    return tuple(found)


def prompts_of(collection: Collection, names: Iterable[str]) -> tuple[str, ...]:
    """The questions of cards (``deck/card``) that were met; all of them, where none was.

    Questions of one card are kept apart as far as may be, as one may answer the other.
    """
    cards = [found for name in names if (found := collection.find(name))]
    met = [_met(collection, deck, card) for deck, card in cards]
    if not any(met):
        met = [
            [f"{deck.id}/{card.id}/{part}" for part in card.parts]
            for deck, card in cards
            if not card.draft
        ]
    return _apart(met)


def practise(collection: Collection, prompts: Sequence[str]) -> Sitting:
    """Begin a sitting over these questions that reschedules nothing. Blocks on the store."""
    collection.refresh()
    collection.store.new_session()
    planned = collection.rehearsal(prompts)
    return Sitting(collection, planned, minutes=None, cards=len(planned.chosen))


def practised_cards(
    collection: Collection, tags: Sequence[str] = ()
) -> Iterator[tuple[Deck, Card]]:
    """Cards that are not put away or drafts; optional ones where they were met or asked for."""
    progress, optional = collection.progress, collection.settings.optional or OPTIONAL in tags
    for loaded in collection.library.loaded:
        deck = loaded.deck
        for card in deck.cards:
            if card.draft or progress.state(f"{deck.id}/{card.id}").suspended:
                continue
            if optional or OPTIONAL not in card.tags or progress.met(deck, card):
                yield deck, card


def _met(collection: Collection, deck: Deck, card: Card) -> list[str]:
    prompts = (f"{deck.id}/{card.id}/{part}" for part in card.parts)
    return [each for each in prompts if PromptKey(each, card.rev) in collection.memories]


def weakest_first(collection: Collection, prompts: Iterable[str]) -> tuple[str, ...]:
    """Prompts by their chance of recall today, the questions of one card kept apart."""
    ordered = sorted(prompts, key=lambda prompt: _chance(collection, prompt))
    by_card: defaultdict[str, list[str]] = defaultdict(list)
    for prompt in ordered:
        by_card[card_of(prompt)].append(prompt)
    return _apart(list(by_card.values()))


def _apart(cards: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The first question of each card, then the second of each that has one, and so on."""
    return tuple(each for turn in zip_longest(*cards) for each in turn if each)


def _chance(collection: Collection, prompt: str) -> float:
    found = collection.find(prompt)
    memory = found and collection.memories.get(PromptKey(prompt, found[1].rev))
    if not memory:
        return 0.0
    days = max(0, collection.today - memory.last_day)
    return recall(days, memory.stability, collection.scheduler.weights)
