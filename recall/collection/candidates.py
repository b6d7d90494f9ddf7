"""From decks and progress to what the planner chooses among."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from sys import intern

from recall.collection.gates import Gates
from recall.collection.index import Index
from recall.collection.lookalikes import group_of, pairs_of
from recall.collection.progress import Choice, Progress
from recall.decks.library import Library
from recall.decks.model import BASIC, Card, Deck
from recall.ids import PromptKey
from recall.memory.events import Memory
from recall.session.values import Candidate

ENOUGH_NEW = 400
"""New questions are worth the same each and come in deck order: no session gets further."""
_NOTHING: frozenset[str] = frozenset()


def candidates(
    library: Library,
    index: Index,
    progress: Progress,
    choice: Choice,
    day: int,
    *,
    new: int = ENOUGH_NEW,
    order: Sequence[str] = (),
) -> list[Candidate]:
    """Every prompt met that may be asked again on a study day, and the first new ones.

    Args:
        new: how many new prompts that wait for no other are enough.
        order: names of cards in the order of a learning path; new ones come from there.
    """
    seen = list(_seen(index, progress, choice, day))
    fresh: list[Candidate] = []
    free = 0
    cards = _on_path(index, order) if order else _in_study_order(library)
    for candidate in _new(cards, progress, choice, day):
        fresh.append(candidate)
        free += not candidate.after
        if free >= new:
            break
    if fresh and not free:
        # Cards that wait for each other in a circle would wait for ever.
        fresh = [each._replace(after=frozenset()) for each in fresh]
    return seen + fresh


def _seen(index: Index, progress: Progress, choice: Choice, day: int) -> Iterator[Candidate]:
    named, asked_for = choice.scope.named, choice.asked_for
    taken = {deck.id for deck in index.decks() if choice.takes_deck(deck)}
    for key, memory in progress.memories.items():
        if memory.last_day >= day:
            continue
        found = index.studied(key)
        if found is None:
            continue
        deck, card = found
        name = f"{deck.id}/{card.id}"
        if progress.cards and progress.away(name, day):
            continue
        # What was met is taken unless it is a draft or beside the scope: asked for each memory.
        if deck.id in taken and not card.draft and (not named or choice.scope.covers(deck, card)):
            yield _candidate(key, name, deck, card, memory, _NOTHING, asked_for)


def _in_study_order(library: Library) -> Iterator[tuple[Deck, Card]]:
    return ((loaded.deck, card) for loaded in library.loaded for card in loaded.deck.cards)


def _on_path(index: Index, order: Sequence[str]) -> Iterator[tuple[Deck, Card]]:
    return (found for name in order if (found := index.find(name)) is not None)


def _new(
    cards: Iterable[tuple[Deck, Card]], progress: Progress, choice: Choice, day: int
) -> Iterator[Candidate]:
    gates: dict[str, Gates | None] = {}
    memories: Container[object] = progress.memories
    for deck, card in cards:
        if deck.id not in gates:
            taken = choice.takes_deck(deck)
            gates[deck.id] = Gates(deck, progress, choice, day) if taken else None
        gate = gates[deck.id]
        if gate is None:
            continue
        name = f"{deck.id}/{card.id}"
        # A plain pair is found where a PromptKey lies, and made in a third of the time.
        fresh = [part for part in card.parts if (f"{name}/{part}", card.rev) not in memories]
        if not fresh or progress.away(name, day):
            continue
        if not choice.takes(deck, card, met=len(fresh) < len(card.parts)):
            continue
        after = gate.before(card)
        for part in fresh:
            key = PromptKey(f"{name}/{part}", card.rev)
            yield _candidate(key, name, deck, card, None, after, choice.asked_for)


def _candidate(
    key: PromptKey,
    name: str,
    deck: Deck,
    card: Card,
    memory: Memory | None,
    after: frozenset[str],
    asked_for: bool,
) -> Candidate:
    return Candidate(
        key,
        name,
        intern(f"{deck.id}/{card.module}"),
        group_of(deck, card) if card.group else "",
        memory,
        after,
        card.kind == BASIC and not card.case,
        asked_for,
        # What was met may come back on any day: only new ones are kept apart from their pair.
        pairs_of(deck, card) if memory is None else (),
    )
