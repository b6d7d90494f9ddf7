"""A search as it is typed, taken apart. Any text can be read, or a sentence names the column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches

from recall.errors import UsageError
from recall.session.query import (
    ABOVE,
    BELOW,
    DECK,
    KIND,
    KINDS,
    MODULE,
    SOURCE,
    STATE,
    STATES,
    TAG,
    WORDS,
    Query,
    Term,
    fold,
)

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


def parse_query(text: str) -> Query:
    """The conditions of a search. What is still being typed (``deck:``, a lone ``-``, a quote that
    is not closed) is taken as far as it goes.

    Raises:
        UnclearQuery: an unknown value of ``is:`` or ``kind:``, a ``recall`` that is no share, or a
            field that is nearly one.
    """
    terms: dict[Term, None] = {}
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TOKEN.match(text, at)
        # The pattern takes at least the sign it stands at, whatever it is.
        assert found is not None
        term = _term(found)
        if term is not None:
            terms[term] = None
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
