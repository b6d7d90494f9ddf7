"""What changed between two versions of a deck, for one sentence to a learner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recall.decks.adoption import Adoption, adoptions
from recall.decks.model import Card, Deck
from recall.decks.wording import alike, extras, whole_text
from recall.ids import card_of, prompt_name

Cards = Mapping[str, Card]


class Changes(NamedTuple):
    """Ids of cards that a learner may notice; drafts do not count.

    ``updated`` (the text changed a lot) is a part of ``reworded``. ``retired`` holds ids of the old
    deck, all others ids of the new one. ``renamed`` holds pairs: the old id, the new one.
    """

    new: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    restarted: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    prompts_new: int = 0
    renamed: tuple[tuple[str, str], ...] = ()


def changes(old: Deck | None, new: Deck) -> Changes:
    """What a learner of the old deck meets in the new one; all is new where there was none."""
    now = {card.id: card for card in new.cards if not card.draft}
    if old is None:
        return Changes(tuple(now), prompts_new=sum(len(card.parts) for card in now.values()))
    was = {card.id: card for card in old.cards if not card.draft}
    adopted = _adopted(old, new)
    names = _renamed(adopted, was, now, {card.id for card in new.cards})
    former = {name: was[names.get(name, name)] for name in now if names.get(name, name) in was}
    going_on = {card.id for card in former.values()}
    reworded = [name for name, card in former.items() if _reworded(card, now[name])]
    return Changes(
        new=tuple(name for name in now if name not in former),
        reworded=tuple(reworded),
        updated=tuple(
            name for name in reworded if not alike(whole_text(former[name]), whole_text(now[name]))
        ),
        restarted=tuple(name for name, card in former.items() if now[name].rev > card.rev),
        retired=tuple(name for name in was if name not in going_on),
        moved=tuple(name for name, card in former.items() if card.module != now[name].module),
        prompts_new=len(
            _prompts(now, new) - _prompts(was, new) - {each.prompt for each in adopted}
        ),
        renamed=tuple((names[name], name) for name in former if name in names),
    )


def _reworded(old: Card, new: Card) -> bool:
    """Whether a card reads otherwise than before, though it goes on."""
    if new.rev > old.rev:
        return False
    return whole_text(old) != whole_text(new) or extras(old) != extras(new)


def _adopted(old: Deck, new: Deck) -> tuple[Adoption, ...]:
    """What somebody who has met the whole old deck would keep under another name."""
    known = _prompts({card.id: card for card in old.cards}, new)
    return adoptions({new.id: old._replace(id=new.id)}, {new.id: new}, frozenset(known))


def _renamed(
    adopted: Iterable[Adoption], was: Cards, now: Cards, alive: set[str]
) -> dict[str, str]:
    """New card id -> old card id, for cards that go on under another id."""
    names: dict[str, str] = {}
    for each in adopted:
        target, source = _card_id(each.prompt), _card_id(each.source)
        if target in now and target not in was and source in was and source not in alive:
            names.setdefault(target, source)
    return names


def _card_id(prompt: str) -> str:
    return card_of(prompt).partition("/")[2]


def _prompts(cards: Cards, deck: Deck) -> set[str]:
    return {prompt_name(deck.id, card.id, part) for card in cards.values() for part in card.parts}
