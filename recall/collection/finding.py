"""Finding among a hundred thousand cards between two keys: all that is compared is folded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recall.collection.shelf import SORTS, CardRow, kinds_of
from recall.decks.gaps import filled
from recall.decks.model import CLOZE, Card
from recall.session import query as q
from recall.session.query import EVERY_CARD, Query, Term, fold

Texts = tuple[str, ...] | frozenset[str]
"""What a condition looks at in a row."""
REMEMBERED = 16
"""So many searches are remembered, with what they found."""


class Finder:
    """Rows by number, and which of them a query finds in which order."""

    def __init__(self, rows: Sequence[CardRow]) -> None:
        self.rows = list(rows)
        self._numbers = {row.name: number for number, row in enumerate(self.rows)}
        cards = [row.card for row in self.rows]
        self._texts = [haystack(row.card) if row.card else fold(row.name) for row in self.rows]
        shared: dict[Texts, Texts] = {}
        columns: dict[str, list[Texts]] = {
            q.DECK: [(row.deck, row.title) for row in self.rows],
            q.TAG: [card.tags if card else () for card in cards],
            q.MODULE: [(row.card.module, row.module) if row.card else () for row in self.rows],
            q.SOURCE: [(row.card.source, row.source) if row.card else () for row in self.rows],
            q.KIND: [kinds_of(card) if card else () for card in cards],
        }
        self._columns = {
            field: [shared.setdefault(each, each) for each in values]
            for field, values in columns.items()
        }
        self._settle()

    def _settle(self) -> None:
        """What depends on progress; made anew after a change."""
        self._columns[q.STATE] = [row.standing for row in self.rows]
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._found: list[tuple[Query, str, list[int]]] = []

    def number(self, name: str) -> int | None:
        """The number of a card's row."""
        return self._numbers.get(name)

    def replace(self, rows: Sequence[CardRow]) -> None:
        """Take new rows in place of those of the same names."""
        for row in rows:
            self.rows[self._numbers[row.name]] = row
        self._settle()

    def find(self, query: Query = EVERY_CARD, sort: str = "deck") -> list[int]:
        """The numbers of the rows for which all conditions hold, in an order of ``SORTS``."""
        found, known = self._narrowest(query, sort)
        for term in query.terms:
            if term not in known.terms:
                found = self._kept(term, found)
        self._found = [*self._found[1 - REMEMBERED :], (query, sort, found)]
        return found

    def _narrowest(self, query: Query, sort: str) -> tuple[list[int], Query]:
        """The shortest list known to hold all that a query finds, and the query that found it: as
        one types and takes letters back, one of the last few."""
        fitting = [
            (found, known)
            for known, order, found in self._found
            if order == sort and query.narrows(known)
        ]
        everything = self._order(sort, query.drafts), EVERY_CARD
        return min(fitting, key=lambda each: len(each[0]), default=everything)

    def _order(self, sort: str, drafts: bool) -> list[int]:
        """All rows in an order, with drafts or without."""
        if (sort, drafts) not in self._orders:
            key, states = SORTS[sort], self._columns[q.STATE]
            keys = [key(row) for row in self.rows]
            ordered = sorted(range(len(self.rows)), key=keys.__getitem__)
            self._orders[sort, True] = ordered
            self._orders[sort, False] = [
                number for number in ordered if q.DRAFT not in states[number]
            ]
        return self._orders[sort, drafts]

    def _kept(self, term: Term, numbers: list[int]) -> list[int]:
        negated = term.negated
        if term.field == q.WORDS:
            word, texts = term.text, self._texts
            if negated:
                return [number for number in numbers if word not in texts[number]]
            return [number for number in numbers if word in texts[number]]
        if term.field in (q.BELOW, q.ABOVE):
            rows, holds = self.rows, _recall_test(term)
            return [number for number in numbers if holds(rows[number].recall) != negated]
        # A hundred thousand cards share a few decks, tags and states: each is looked at once.
        column, verdicts = self._columns[term.field], _Verdicts(_test(term))
        return [number for number in numbers if verdicts[column[number]] != negated]


class _Verdicts(dict[Texts, bool]):
    """Whether a value passes a test, worked out when it is first asked for."""

    def __init__(self, test: Callable[[Texts], bool]) -> None:
        super().__init__()
        self._test = test

    def __missing__(self, value: Texts) -> bool:
        verdict = self[value] = self._test(value)
        return verdict


def _test(term: Term) -> Callable[[Texts], bool]:
    if term.any_of:
        return lambda values: not term.any_of.isdisjoint(values)
    return lambda texts: any(term.text in fold(each) for each in texts)


def _recall_test(term: Term) -> Callable[[float | None], bool]:
    bound = term.bound
    if term.field == q.BELOW:
        return lambda chance: chance is not None and chance < bound
    return lambda chance: chance is not None and chance > bound


def haystack(card: Card) -> str:
    """All that a learner may read of a card, folded; its id too. Never the author's note."""
    text = filled(card.text) if card.kind == CLOZE else card.text
    parts = [card.id, card.case, text, card.answer, *card.accept, card.hint, card.why]
    for option in card.options:
        parts += (option.text, option.why)
    parts += [*card.items, *card.sides]
    for row in card.rows:
        parts += (row.aspect, row.left, row.right, row.why)
    # The sign that no clean text holds keeps a phrase from reaching over two of them.
    return fold("\0".join(part for part in parts if part))
