"""Finding among a hundred thousand cards between two keys: all that is compared is folded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recall.collection.ordering import Ordering
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
        self._columns[q.STATE] = [row.standing for row in self.rows]
        self._begin_again()

    def _begin_again(self) -> None:
        """Forget what was found; rows may stand elsewhere now."""
        self._orders: dict[str, Ordering] = {}
        self._found: list[tuple[Query, list[int]]] = []

    def number(self, name: str) -> int | None:
        """The number of a card's row."""
        return self._numbers.get(name)

    def replace(self, rows: Sequence[CardRow]) -> None:
        """Take new rows in place of those of the same names."""
        changed = [row for row in rows if self.rows[self._numbers[row.name]] != row]
        for row in changed:
            number = self._numbers[row.name]
            self.rows[number], self._columns[q.STATE][number] = row, row.standing
        if changed:
            self._begin_again()

    def find(self, query: Query = EVERY_CARD, sort: str = "deck") -> list[int]:
        """The numbers of the rows for which all conditions hold, in an order of ``SORTS``."""
        # Rows are looked through as they lie in memory, whatever the order: that is far quicker.
        found, known = self._narrowest(query)
        settled = frozenset(known.terms)
        for term in query.terms:
            if term not in settled:
                found = self._kept(term, found)
        self._found = [*self._found[1 - REMEMBERED :], (query, found)]
        return found if sort == "deck" else self._arranged(found, sort)

    def _narrowest(self, query: Query) -> tuple[list[int], Query]:
        """The shortest list known to hold all that a query finds, and the query that found it: as
        one types and takes letters back, one of the last few."""
        fitting = [(found, known) for known, found in self._found if query.narrows(known)]
        return min(fitting, key=lambda each: len(each[0])) if fitting else self._all(query.drafts)

    def _all(self, drafts: bool) -> tuple[list[int], Query]:
        """All rows, with drafts or without, and the query that leaves it at that."""
        states = enumerate(self._columns[q.STATE])
        return [number for number, state in states if drafts or q.DRAFT not in state], EVERY_CARD

    def _arranged(self, found: list[int], sort: str) -> list[int]:
        if sort not in self._orders:
            self._orders[sort] = Ordering([*map(SORTS[sort], self.rows)])
        return self._orders[sort].arranged(found)

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
