"""What new versions of decks mean for those who learn with the old ones, as the app would judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from recall.decks.adoption import TEXT, adoptions
from recall.decks.changes import Changes, changes
from recall.decks.losses import Risk, losses, risks_of, whole_deck
from recall.decks.model import Deck
from recall.decks.versions import former_decks
from recall.ids import card_name, card_of, deck_of, prompt_name


class Renamed(NamedTuple):
    """A card that goes on under another name (``deck/card``), and how the app knows: ``was``,
    ``text`` (the only one of that text), ``id`` (it had none), ``part``."""

    old: str
    new: str
    because: str


class DeckDifference(NamedTuple):
    """One deck, before and now. Cards are named by their ids, as in ``Changes``.

    Attributes:
        old: None for a deck that was not there before.
        added: cards that are new to learners; ``retired``: those not asked any more.
        minor, major: reworded a little, and so much that learners are told.
        restarting: cards whose ``rev`` was raised.
        moved: cards that are in another module now.
        renamed: cards under another id, also those that came from another deck.
        left_out: prompts (``card/part``) that cards which go on do not ask any more.
        prompts_new: prompts nobody has met, those of new cards among them.
        risks: histories that would be lost.
    """

    old: Deck | None
    new: Deck
    added: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    minor: tuple[str, ...] = ()
    major: tuple[str, ...] = ()
    restarting: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    left_out: tuple[str, ...] = ()
    prompts_new: int = 0
    risks: tuple[Risk, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether no learner notices anything."""
        return not any(self[2:])


class Difference(NamedTuple):
    """All decks that are there now, and those that were there before and are absent."""

    decks: tuple[DeckDifference, ...]
    absent: tuple[Deck, ...] = ()

    @property
    def lost(self) -> frozenset[str]:
        """The prompts whose history would be lost."""
        return frozenset(
            prompt for deck in self.decks for risk in deck.risks for prompt in risk.prompts
        )


def difference(before: Iterable[Deck], after: Iterable[Deck]) -> Difference:
    """What changes for somebody who has met everything in the decks as they were before."""
    old = {deck.id: deck for deck in before}
    new = {deck.id: deck for deck in after}
    pairs = former_decks(old, new)
    absent = tuple(deck for deck in old.values() if deck not in pairs.values())
    comparing = _Comparing(old, new, pairs)
    return Difference(tuple(comparing.one(deck) for deck in new.values()), absent)


class _Comparing:
    def __init__(
        self, old: Mapping[str, Deck], new: Mapping[str, Deck], pairs: Mapping[str, Deck]
    ) -> None:
        self.pairs = pairs
        # A deck that changed its id without a word: all of it is at risk, which is said once; the
        # rest is told as if it had said so.
        self.silent = {
            was.id: name
            for name, was in pairs.items()
            if was.id != name and was.id not in new[name].was
        }
        told = {
            self.silent.get(name, name): deck._replace(id=self.silent.get(name, name))
            for name, deck in old.items()
        }
        known = frozenset(
            prompt_name(deck.id, card.id, part)
            for deck in told.values()
            for card in deck.cards
            for part in card.parts
        )
        self.adopted = adoptions(told, new, known)
        self.lost = losses(told, new, self.adopted)
        self.came = {
            card_of(each.prompt): Renamed(card_of(each.source), card_of(each.prompt), each.because)
            for each in self.adopted
            if deck_of(each.source) not in (deck_of(each.prompt), *new[deck_of(each.prompt)].was)
        }
        self.went = {each.old for each in self.came.values()}
        self.went.update(risk.card for risk in self.lost.risks)

    def one(self, new: Deck) -> DeckDifference:
        """One deck as it is now, against what it was."""
        old = self.pairs.get(new.id)
        risks = risks_of(new.id, self.lost.risks)
        doubtful = {each.now for each in risks}
        came = {name: each for name, each in self.came.items() if deck_of(name) == new.id}
        found = changes(old, new)
        reworded = [card for card in found.reworded if card_name(new.id, card) not in doubtful]
        homes = {new.id, old.id} if old else {new.id}
        return DeckDifference(
            old,
            new,
            added=tuple(
                card
                for card in found.new
                if (name := card_name(new.id, card)) not in came and name not in doubtful
            ),
            retired=tuple(
                card
                for card in found.retired
                if not self.went & {card_name(home, card) for home in homes}
            ),
            minor=tuple(card for card in reworded if card not in found.updated),
            major=tuple(card for card in reworded if card in found.updated),
            restarting=found.restarted,
            moved=found.moved,
            renamed=(*self._renamed(old, new, found), *came.values()),
            left_out=tuple(
                prompt.partition("/")[2]
                for prompt in self.lost.left_out
                if deck_of(prompt) in homes
            ),
            prompts_new=found.prompts_new
            - sum(card_of(each.prompt) in came for each in self.adopted),
            risks=_of_old_deck(old, new, risks) if old and old.id in self.silent else risks,
        )

    def _renamed(self, old: Deck | None, new: Deck, found: Changes) -> Iterator[Renamed]:
        because = {card_of(each.prompt): each.because for each in self.adopted}
        for was, now in found.renamed:
            name = card_name(new.id, now)
            yield Renamed(card_name(old.id if old else new.id, was), name, because.get(name, TEXT))


def _of_old_deck(old: Deck, new: Deck, risks: Sequence[Risk]) -> tuple[Risk, ...]:
    """The risks of a deck renamed without a word: first the whole, then each by its old name."""
    named = (
        risk._replace(
            card=old.id + risk.card.removeprefix(new.id),
            prompts=tuple(old.id + prompt.removeprefix(new.id) for prompt in risk.prompts),
        )
        if deck_of(risk.card) == new.id
        else risk
        for risk in risks
    )
    return (whole_deck(old, new), *named)
