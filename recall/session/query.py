"""What is typed to find cards: words and conditions, taken apart. Any text can be read, or the
sentence that says why not names the column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from typing import NamedTuple

from recall.errors import UsageError

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

_ONE_OF: Mapping[str, tuple[str, ...]] = {STATE: STATES, KIND: KINDS}
_FIELDS = (DECK, TAG, MODULE, SOURCE, KIND, STATE)

_TOKEN = re.compile(
    r"""(?P<not>-?)
    (?:(?P<field>[^\s":<>-][^\s":<>]*):)?
    (?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S*))""",
    re.VERBOSE,
)
_RECALL = re.compile(r"recall(?P<sign>[<>])=?(?P<bound>.*)")
_BOUND = re.compile(r"(?:[01]?\.\d+|[01]\.?|(?P<percent>\d{1,3}(?:\.\d+)?)%)")


class UnclearQuery(UsageError):
    """A search that cannot be read. ``column``: where, in characters from 1."""

    def __init__(self, column: int, what: str, mend: str) -> None:
        super().__init__(what, where=f"column {column}", mend=mend)
        self.column = column


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
        return all(any(_implies(mine, its) for mine in self.terms) for its in other.terms)


EVERY_CARD = Query()


def fold(text: str) -> str:
    """A text as it is compared: without accents, case and extra white space."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        parts = unicodedata.normalize("NFKD", parts.casefold())
        text = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(text.lower().split())


def parse_query(text: str) -> Query:
    """The conditions of a search. What is still being typed (``deck:``, a lone ``-``, a quote that
    is not closed) is taken as far as it goes.

    Raises:
        UnclearQuery: an unknown value of ``is:`` or ``kind:``, a ``recall`` that is no share, or a
            field that is nearly one.
    """
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        # The pattern takes at least the sign it stands at, whatever it is.
        assert found is not None
        term = _term(found)
        if term is not None and term not in terms:
            terms.append(term)
        at = max(found.end(), at + 1)
    return Query(tuple(terms))


def _term(found: re.Match[str]) -> Term | None:
    negated, field, quoted = bool(found["not"]), found["field"] or "", found["phrase"] is not None
    value = fold(found["phrase"] if quoted else found["word"])
    column = found.start() + 1 + negated
    if not field:
        chance = None if quoted else _RECALL.match(value)
        if chance:
            return _recall(chance, column, negated)
        return Term(WORDS, value, negated=negated) if value else None
    name = field.lower()
    if name in _ONE_OF:
        return _one_of(name, value, column, negated)
    if name in _FIELDS:
        return Term(name, value, negated=negated) if value else None
    near = get_close_matches(name, _FIELDS, 1, 0.7)
    if near:
        raise UnclearQuery(
            column,
            f"{name}: is no condition; did you mean {near[0]}:?",
            "in quotes it is searched for as it stands",
        )
    words = fold(f"{field}:{found['phrase'] if quoted else found['word']}")
    return Term(WORDS, words, negated=negated) if words else None


def _one_of(name: str, value: str, column: int, negated: bool) -> Term | None:
    """A value of a short list; its beginning is enough."""
    if not value:
        return None
    known = _ONE_OF[name]
    meant = (value,) if value in known else tuple(each for each in known if each.startswith(value))
    if not meant:
        near = get_close_matches(value, known, 1, 0.5)
        guess = f"; did you mean {name}:{near[0]}?" if near else ""
        listed = f"{', '.join(known[:-1])} or {known[-1]}"
        raise UnclearQuery(column, f"{name}:{value} is unknown{guess}", f"{name}: takes {listed}")
    return Term(name, any_of=frozenset(meant), negated=negated)


def _recall(found: re.Match[str], column: int, negated: bool) -> Term | None:
    sign, written = found["sign"], found["bound"]
    if not written:
        return None
    number = _BOUND.fullmatch(written)
    bound = float(number["percent"] or number[0]) if number else 2.0
    bound = bound / 100 if number and number["percent"] else bound
    if not 0 <= bound <= 1:
        raise UnclearQuery(
            column,
            f"recall{sign} takes a share of 1, such as 0.7 or 70%, not {written[:20]}",
            f"for example recall{sign}0.7",
        )
    return Term(BELOW if sign == "<" else ABOVE, bound=bound, negated=negated)


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
