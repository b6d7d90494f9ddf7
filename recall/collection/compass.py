"""The cards that the compass recommends, as far as they are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recall.collection.scope import Scope
from recall.compass.report import Outcome, StudyCard
from recall.decks.clean import one_line

if TYPE_CHECKING:
    from recall.collection.collection import Collection

LONGEST = 200


def study_cards(collection: Collection, outcome: Outcome) -> tuple[StudyCard, ...]:
    """The cards to study about an outcome, without those that no deck at hand has."""
    found = ((name, collection.find(name)) for name in outcome.cards)
    return tuple(
        StudyCard(name, deck.title, one_line(card.case or card.text, LONGEST))
        for name, (deck, card) in ((name, each) for name, each in found if each is not None)
    )


def study_scope(cards: tuple[StudyCard, ...]) -> Scope:
    """The scope of a session on just these cards."""
    return Scope(cards=frozenset(each.name for each in cards))
