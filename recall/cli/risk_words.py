"""Histories at risk in words: why each would be lost, and the mend."""

from __future__ import annotations

from recall.decks.losses import DECK, KIND, NAMELESS, PARTS, RENAMED, REV, Risk
from recall.ids import deck_of

_WHY = {
    DECK: "the id of the deck changed, and 'was' does not name the old one",
    RENAMED: "it reads like {old}, which has gone, and 'was' does not name it",
    NAMELESS: "a card that had no id was reworded: its id was made of its words",
    PARTS: "gaps, items or rows became others that are not like them",
    KIND: "the card is of another kind and asks other questions",
    REV: "'rev' was lowered: what was answered since it was raised counts no more",
}
_MEND = {
    DECK: "add 'was: [{deck}]' to the deck, unless it is another deck altogether",
    RENAMED: "if it is the same card, add 'was: [{reference}]' to it",
    NAMELESS: "take the old words back, run 'recall deck fmt' and send that out; reword it then",
    PARTS: "reword one at a time, or give what is really new a card of its own",
    KIND: "keep the kind and write a card of its own; or raise 'rev' to start it again on purpose",
    REV: "put 'rev' back to what it was, or higher",
}


def why(risk: Risk) -> str:
    """Why the histories would be lost."""
    parts = ""
    if risk.rule in (PARTS, KIND):
        parts = ": " + ", ".join(prompt.split("/", 2)[2] for prompt in risk.prompts[:5])
    return _WHY[risk.rule].format(old=former(risk.card, risk.now)) + parts


def mend(risk: Risk) -> str:
    """What the author can do about it."""
    return _MEND[risk.rule].format(deck=risk.card, reference=former(risk.card, risk.now))


def former(card: str, now: str) -> str:
    """A card's former name as ``was`` takes it: without the deck where that is the same."""
    name = card.partition("/")[2]
    return shown_id(name) if deck_of(card) == deck_of(now) else card


def shown_id(name: str) -> str:
    """A card's id as it is shown; a provisional one means nothing to an author."""
    return "(no id)" if name.startswith("~") else name
