"""Which histories go on under another name, now that decks were edited.

Pure: catalogues in, lists out. A history *moves*: once adopted, the old name has none any more, so
that each is adopted exactly once and none is ever in two places.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recall.decks.model import Card, Deck
from recall.decks.pairing import pair_parts
from recall.decks.wording import card_text, nameless_id, prompts_asked
from recall.ids import card_name, card_of, prompt_name

WAS, TEXT, ID, PART = "was", "text", "id", "part"

Decks = Mapping[str, Deck]


class Adoption(NamedTuple):
    """The history of ``source`` goes on under ``prompt``.

    Both are ``deck/card/part``, or both ``deck/card`` where a card's own state moves. ``because``:
    ``was`` (the author says so), ``part`` (a gap, item or row reworded), ``id`` (a card that had
    none got one) or ``text`` (renamed, the text is the same). ``rev`` is the new prompt's.
    """

    prompt: str
    source: str
    because: str
    rev: int = 1


def adoptions(before: Decks, after: Decks, known: frozenset[str]) -> tuple[Adoption, ...]:
    """Which histories go on under another name, now that the decks are as they are.

    Args:
        before: deck id -> the deck as it was when last read; decks seen for the first time missing.
        after: deck id -> the deck as it is, of every deck at hand (broken ones: their last good).
        known: names of what has a history not yet moved elsewhere: prompts, and cards whose state
            is set.

    Returns:
        Each source at most once, and no source that is alive.
    """
    return tuple(_Adopting(before, after, known).found())


class _Adopting:
    def __init__(self, before: Decks, after: Decks, known: frozenset[str]) -> None:
        self.before = before
        self.after = after
        self.cards = {
            name: {card.id: card.parts for card in deck.cards} for name, deck in after.items()
        }
        gone = {name for name in known if not self._alive(name)}
        self.waiting = {name for name in gone if name.count("/") > 1}
        self.states = gone - self.waiting
        self.parts: dict[str, list[str]] = {}
        for name in sorted(self.waiting):
            self.parts.setdefault(card_of(name), []).append(name)

    def _alive(self, name: str) -> bool:
        """Whether some deck has the card, or the prompt, of this name."""
        deck, _, rest = name.partition("/")
        card, _, part = rest.partition("/")
        parts = self.cards.get(deck, {}).get(card)
        return parts is not None and (not part or part in parts)

    def found(self) -> Iterator[Adoption]:
        if self.waiting or self.states:
            yield from self._by_name()
            yield from self._by_part()
            yield from self._by_id()
            yield from self._by_text()

    def _by_name(self) -> Iterator[Adoption]:
        """What authors say with ``was``: of a card, and of a deck for all its cards."""
        for deck in self.after.values():
            for card in deck.cards:
                for old in _former_names(deck, card):
                    if not self._alive(old):
                        yield from self._whole_card(deck, card, old, WAS)

    def _whole_card(self, deck: Deck, card: Card, old: str, because: str) -> Iterator[Adoption]:
        """All that waits under an old card name: parts of the same name, then parts reworded."""
        new = card_name(deck.id, card.id)
        if old in self.states:
            self.states.remove(old)
            yield Adoption(new, old, because, card.rev)
        sources = {name[len(old) + 1 :]: name for name in self.parts.get(old, ())}
        sources = {part: name for part, name in sources.items() if name in self.waiting}
        if not sources:
            return
        was = self._card(old)
        before = was.parts if was else tuple(sources)
        gone = [part for part in before if part not in card.parts]
        fresh = [part for part in card.parts if part not in before]
        pairs = pair_parts(was, gone, card, fresh)
        pairs |= {part: part for part in sources if part in card.parts}
        for part, target in pairs.items():
            if part in sources:
                yield self._move(deck, card, target, sources[part], because)

    def _by_part(self) -> Iterator[Adoption]:
        """Gaps, items and rows that were reworded: the same card, the same revision."""
        for deck, card, old in self._cards_in_both():
            if old.rev != card.rev:
                continue
            gone = [part for part in old.parts if part not in card.parts]
            fresh = [part for part in card.parts if part not in old.parts]
            for part, target in pair_parts(old, gone, card, fresh).items():
                source = prompt_name(deck.id, card.id, part)
                if source in self.waiting:
                    yield self._move(deck, card, target, source, PART)

    def _by_id(self) -> Iterator[Adoption]:
        """Cards that got an id: what waits under the provisional one that their text makes."""
        if not any("/~" in name for name in (*self.waiting, *self.states)):
            return
        for deck in self.after.values():
            met: dict[str, int] = {}
            for card in deck.cards:
                text = card_text(card)
                met[text] = met.get(text, 0) + 1
                for home in (deck.id, *deck.was):
                    old = card_name(home, nameless_id(text, met[text]))
                    if not card.provisional and not self._alive(old):
                        yield from self._whole_card(deck, card, old, ID)

    def _by_text(self) -> Iterator[Adoption]:
        """Prompts of a text that exactly one prompt had which has just gone from the same deck."""
        for deck in self.after.values():
            for home in (deck.id, *(former for former in deck.was if former not in self.after)):
                if home in self.before and (gone := self._by_words(self.before[home])):
                    yield from self._same_words(deck, _names(self.before[home]), gone)

    def _same_words(
        self, deck: Deck, old: set[str], gone: Mapping[tuple[str, int], list[str]]
    ) -> Iterator[Adoption]:
        for card in deck.cards:
            for part, asked in prompts_asked(card).items():
                sources = gone.get((asked.text, card.rev), [])
                new = prompt_name(deck.id, card.id, part)
                if new in old or len(sources) != 1 or sources[0] not in self.waiting:
                    continue
                yield self._move(deck, card, part, sources[0], TEXT)
                state = card_of(sources[0])
                if state in self.states and state != card_of(new):
                    self.states.remove(state)
                    yield Adoption(card_of(new), state, TEXT, card.rev)

    def _by_words(self, old: Deck) -> dict[tuple[str, int], list[str]]:
        """What has gone from a deck, by text and revision; only where a history waits for it."""
        gone: dict[tuple[str, int], list[str]] = {}
        if not any(name.startswith(f"{old.id}/") for name in self.waiting):
            return gone
        for card in old.cards:
            for part, asked in prompts_asked(card).items():
                name = prompt_name(old.id, card.id, part)
                if not self._alive(name):
                    gone.setdefault((asked.text, card.rev), []).append(name)
        return gone

    def _cards_in_both(self) -> Iterator[tuple[Deck, Card, Card]]:
        """Cards that changed: their deck, the card now, and as it was."""
        for deck in self.after.values():
            old = self.before.get(deck.id)
            if old is None or old is deck:
                continue
            was = {card.id: card for card in old.cards}
            for card in deck.cards:
                if card.id in was and was[card.id].parts != card.parts:
                    yield deck, card, was[card.id]

    def _card(self, name: str) -> Card | None:
        """A card as it was before, by its name."""
        deck, _, card = name.partition("/")
        cards = self.before[deck].cards if deck in self.before else ()
        return next((each for each in cards if each.id == card), None)

    def _move(self, deck: Deck, card: Card, part: str, source: str, because: str) -> Adoption:
        self.waiting.discard(source)
        return Adoption(prompt_name(deck.id, card.id, part), source, because, card.rev)


def _former_names(deck: Deck, card: Card) -> Iterator[str]:
    for was in card.was:
        if "/" in was:
            yield was
        else:
            yield card_name(deck.id, was)
            yield from (card_name(former, was) for former in deck.was)
    yield from (card_name(former, card.id) for former in deck.was)


def _names(deck: Deck) -> set[str]:
    return {prompt_name(deck.id, card.id, part) for card in deck.cards for part in card.parts}
