"""Which histories a new version of decks would end, though what they belong to goes on.

The judgement is that of ``adoption``: what it neither finds alive nor adopts has no history left.
A card that is simply gone loses nothing: its history comes back with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from recall.decks.adoption import Adoption, Decks
from recall.decks.model import Card, Deck
from recall.decks.resembling import Named, resembling
from recall.decks.wording import prompts_asked
from recall.ids import card_name, card_of, deck_of, prompt_name

DECK, RENAMED, NAMELESS, PARTS, KIND, REV = "deck", "renamed", "nameless", "parts", "kind", "rev"


class Risk(NamedTuple):
    """Histories that would be lost, and why.

    Attributes:
        rule: ``deck`` (its id changed without ``was``), ``renamed`` (a card's did, or it moved to
            another deck, and its text is not the same or not the only one), ``nameless`` (a card
            without id was reworded), ``parts`` (gaps, items or rows became others), ``kind`` (the
            card asks in another way), ``rev`` (it was lowered).
        card: ``deck/card`` as it was; of a whole deck its old id.
        now: ``deck/card`` as it is now; of a whole deck its new id.
        prompts: ``deck/card/part``, what the histories belonged to.
        line: line of the card in the new file; 0 for a whole deck.
    """

    rule: str
    card: str
    now: str
    prompts: tuple[str, ...]
    line: int = 0


class Losses(NamedTuple):
    """What histories do not go on: those at risk, and prompts left out of cards that go on."""

    risks: tuple[Risk, ...]
    left_out: tuple[str, ...]


def losses(before: Decks, after: Decks, adopted: Sequence[Adoption]) -> Losses:
    """The histories of what somebody has met in all of ``before`` that end with ``after``.

    Args:
        adopted: what ``adoptions`` gives for both, everything known.
    """
    return _Losing(before, after, adopted).found()


class _Losing:
    def __init__(self, before: Decks, after: Decks, adopted: Sequence[Adoption]) -> None:
        self.before = before
        self.after = after
        self.targets = {each.source: each.prompt for each in adopted}
        self.fed = {each.prompt for each in adopted}
        self.now = _by_name(after)
        self.was = _by_name(before)
        self.became: dict[str, str] = {}
        for each in adopted:
            self.became.setdefault(card_of(each.source), card_of(each.prompt))

    def found(self) -> Losses:
        risks: list[Risk] = []
        left_out: list[str] = []
        gone: list[Named] = []
        for deck in self.before.values():
            if not self._read_again(deck):
                continue
            for card in deck.cards:
                if card.draft:
                    continue
                name = card_name(deck.id, card.id)
                target = name if name in self.now else self.became.get(name, "")
                if target:
                    risks += self._lowered(name, card, target)
                    ended = self._ended(name, card, target)
                    risk = self._replaced(name, card, target, ended)
                    risks += [risk] if risk else []
                    left_out += [] if risk else ended
                else:
                    gone.append(Named(deck.id, card))
        risks += self._renamed(gone)
        return Losses(tuple(risks), tuple(left_out))

    def _read_again(self, deck: Deck) -> bool:
        """Whether a deck is at hand, maybe under a new id: one that is absent loses nothing."""
        return deck.id in self.after or any(deck.id in new.was for new in self.after.values())

    def _lowered(self, name: str, card: Card, target: str) -> Iterator[Risk]:
        """A lower revision has no part in what was answered at the higher one."""
        now = self.now[target]
        if now.rev < card.rev:
            prompts = tuple(f"{name}/{part}" for part in card.parts)
            yield Risk(REV, name, target, prompts, now.line)

    def _ended(self, name: str, card: Card, target: str) -> list[str]:
        now = self.now[target]
        if now.rev != card.rev:
            return []
        prompts = (f"{name}/{part}" for part in card.parts)
        alive = set(now.parts) if target == name else set()
        return [
            each
            for each in prompts
            if each not in self.targets and each[len(name) + 1 :] not in alive
        ]

    def _replaced(self, name: str, card: Card, target: str, ended: list[str]) -> Risk | None:
        """Prompts that ended while others of their sort began in the same card."""
        now = self.now[target]
        if not ended or now.draft:
            return None
        known = set(card.parts) if target == name else set()
        begun = [
            part for part in now.parts if part not in known and f"{target}/{part}" not in self.fed
        ]
        if not begun:
            return None
        if now.kind != card.kind:
            return Risk(KIND, name, target, tuple(ended), now.line)
        sorts = {asked.sort for part, asked in prompts_asked(now).items() if part in begun}
        asked = prompts_asked(card)
        lost = tuple(each for each in ended if asked[each[len(name) + 1 :]].sort in sorts)
        return Risk(PARTS, name, target, lost, now.line) if lost else None

    def _renamed(self, gone: Sequence[Named]) -> Iterator[Risk]:
        """Cards that are most likely still there, under a name that nothing connects to the old."""
        fed = {card_of(prompt) for prompt in self.fed}
        fresh = [
            Named(deck.id, card)
            for deck in self.after.values()
            for card in deck.cards
            if not card.draft and (name := card_name(deck.id, card.id)) not in fed
            if not self._met(deck, name)
        ]
        for pair in resembling(gone, fresh):
            old, new = pair.gone.card, pair.now.card
            if new.rev > old.rev:
                continue
            name = card_name(pair.gone.deck, old.id)
            prompts = tuple(f"{name}/{part}" for part in old.parts)
            rule = NAMELESS if old.provisional else RENAMED
            yield Risk(rule, name, card_name(pair.now.deck, new.id), prompts, new.line)

    def _met(self, deck: Deck, name: str) -> bool:
        """Whether the card was there before, also under a former id of its deck."""
        rest = name[len(deck.id) :]
        return any(home + rest in self.was for home in (deck.id, *deck.was))


def whole_deck(old: Deck, new: Deck) -> Risk:
    """The risk of a deck whose id changed and that does not say so."""
    prompts = tuple(
        prompt_name(old.id, card.id, part)
        for card in old.cards
        if not card.draft
        for part in card.parts
    )
    return Risk(DECK, old.id, new.id, prompts)


def risks_of(deck: str, risks: Sequence[Risk]) -> tuple[Risk, ...]:
    """The risks that an author mends in one deck, in the order of its lines."""
    return tuple(sorted((each for each in risks if deck_of(each.now) == deck), key=_line))


def _line(risk: Risk) -> int:
    return risk.line


def _by_name(decks: Mapping[str, Deck]) -> dict[str, Card]:
    return {card_name(deck.id, card.id): card for deck in decks.values() for card in deck.cards}
