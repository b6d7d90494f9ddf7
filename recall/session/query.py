"""A search for cards as values: conditions that must all hold, and which search narrows which."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

WORDS, DECK, TAG, MODULE, SOURCE = "", "deck", "tag", "module", "source"
KIND, STATE, BELOW, ABOVE = "kind", "is", "recall<", "recall>"

DUE, NEW, SUSPENDED, FLAGGED = "due", "new", "suspended", "flagged"
LEECH, RETIRED, UPDATED, DRAFT = "leech", "retired", "updated", "draft"
STATES = (DUE, NEW, SUSPENDED, FLAGGED, LEECH, RETIRED, UPDATED, DRAFT)
KINDS = (
    *("basic", "question", "typed", "choice", "term", "reversed"),
    *("cloze", "sequence", "comparison", "scenario"),
)
"""What cards are called in the README, and in the reader where that differs."""


class Term(NamedTuple):
    """One condition.

    Attributes:
        field: what it looks at: a constant of this module, ``WORDS`` for the card's text.
        text: folded; where it stands anywhere in the field, the condition holds.
        any_of: of ``KIND`` and ``STATE``: the values meant.
        bound: of ``BELOW`` and ``ABOVE``: a chance of recall, 0 to 1.
        negated: whether the condition must not hold.
    """

    field: str
    text: str = ""
    any_of: frozenset[str] = frozenset()
    bound: float = 0.0
    negated: bool = False


class Query(NamedTuple):
    """All conditions must hold. Drafts are found only where they are asked for."""

    terms: tuple[Term, ...] = ()

    @property
    def drafts(self) -> bool:
        """Whether drafts are asked for."""
        return any(
            each.field == STATE and DRAFT in each.any_of and not each.negated for each in self.terms
        )

    def narrows(self, other: Query) -> bool:
        """Whether all that this finds is among what another query finds, by their terms alone."""
        if self.drafts != other.drafts:
            return False
        # A whole text may have been pasted: what both have alike is known at once.
        alike = frozenset(self.terms)
        return all(
            its in alike or any(_implies(mine, its) for mine in self.terms) for its in other.terms
        )


EVERY_CARD = Query()


def fold(text: str) -> str:
    """A text as it is compared: without accents, case and extra white space."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        parts = unicodedata.normalize("NFKD", parts.casefold())
        text = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(text.lower().split())


def _implies(one: Term, other: Term) -> bool:
    if one == other:
        return True
    if one.field != other.field or one.negated or other.negated:
        return False
    if one.any_of:
        return one.any_of <= other.any_of
    if one.field == BELOW:
        return one.bound <= other.bound
    if one.field == ABOVE:
        return one.bound >= other.bound
    return other.text in one.text
