"""What new versions of decks mean for those who learn with the old ones, as the app would judge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from recall.decks.adoption import Adoption, adoptions
from recall.decks.changes import changes
from recall.decks.losses import Risk, losses, risks_of, whole_deck
from recall.decks.model import Deck
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
    pairs = _pairs(old, new)
    silent = {
        was.id: new[name]
        for name, was in pairs.items()
        if was.id != name and was.id not in new[name].was
    }
    # A deck that changed its id and did not say so: everything is at risk, once; what else changed
    # is told as if it had said so.
    told = [
        deck._replace(id=silent[deck.id].id) if deck.id in silent else deck for deck in old.values()
    ]
    as_told = {deck.id: deck for deck in told}
    adopted = adoptions(as_told, new, _prompts(told))
    lost = losses(as_told, new, adopted)
    crossing = {card_of(each.source): each for each in adopted if _crosses(each, new)}
    decks = []
    for name, deck in new.items():
        was = pairs.get(name)
        risks = risks_of(name, lost.risks)
        if was is not None and was.id in silent:
            risks = (whole_deck(was, deck), *risks)
        left_out = tuple(
            prompt.partition("/")[2]
            for prompt in lost.left_out
            if was is not None and deck_of(prompt) in (was.id, name)
        )
        found = _one(was, deck, risks, adopted, crossing, lost.risks)
        decks.append(found._replace(left_out=left_out))
    absent = tuple(
        deck for name, deck in old.items() if name not in new and deck not in pairs.values()
    )
    return Difference(tuple(decks), absent)


def _pairs(old: Mapping[str, Deck], new: Mapping[str, Deck]) -> dict[str, Deck]:
    """New deck id -> the deck that it was: by id, by ``was``, else the one it shares cards with."""
    pairs = {name: old[name] for name in new if name in old}
    for name, deck in new.items():
        former = [was for was in deck.was if was in old and was not in new]
        if name not in pairs and former:
            pairs[name] = old[former[0]]
    taken = {deck.id for deck in pairs.values()}
    rest = {name: _card_ids(deck) for name, deck in old.items() if name not in taken | new.keys()}
    for name, deck in new.items():
        if name in pairs or not rest:
            continue
        ids = _card_ids(deck)
        best = max(rest, key=lambda each: len(ids & rest[each]))
        if ids & rest[best] or len(old) == len(new) == 1:
            pairs[name] = old[best]
            del rest[best]
    return pairs


def _one(
    old: Deck | None,
    new: Deck,
    risks: tuple[Risk, ...],
    adopted: Sequence[Adoption],
    crossing: Mapping[str, Adoption],
    everywhere: Sequence[Risk],
) -> DeckDifference:
    found = changes(old, new)
    because = {card_of(each.prompt): each.because for each in adopted}
    came = {
        card_of(each.prompt): Renamed(source, card_of(each.prompt), each.because)
        for source, each in crossing.items()
        if deck_of(each.prompt) == new.id
    }
    renamed = [
        Renamed(card_name(old.id, was), name, because.get(name, ""))
        for was, now in found.renamed
        if old is not None and (name := card_name(new.id, now))
    ]
    prompts_came = sum(
        deck_of(each.prompt) == new.id and card_of(each.source) in crossing for each in adopted
    )
    doubtful = {each.now for each in risks}
    not_retired = {*crossing, *(each.card for each in everywhere)}
    reworded = [card for card in found.reworded if card_name(new.id, card) not in doubtful]
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
            if not not_retired & {card_name(new.id, card), card_name(old.id if old else "", card)}
        ),
        minor=tuple(card for card in reworded if card not in found.updated),
        major=tuple(card for card in reworded if card in found.updated),
        restarting=found.restarted,
        moved=found.moved,
        renamed=(*renamed, *came.values()),
        prompts_new=found.prompts_new - prompts_came,
        risks=risks,
    )


def _crosses(adopted: Adoption, new: Mapping[str, Deck]) -> bool:
    """Whether a card goes on in another deck, which is not the old one renamed."""
    source, target = deck_of(adopted.source), deck_of(adopted.prompt)
    return source != target and source not in new[target].was


def _card_ids(deck: Deck) -> set[str]:
    return {card.id for card in deck.cards}


def _prompts(decks: Iterable[Deck]) -> frozenset[str]:
    return frozenset(
        prompt_name(deck.id, card.id, part)
        for deck in decks
        for card in deck.cards
        for part in card.parts
    )
