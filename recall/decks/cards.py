"""A map of a deck file becomes a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from recall.decks.fields import Fields
from recall.decks.gaps import fault_of
from recall.decks.keys import CARD, Sort
from recall.decks.kinds import KEYS, kind_of
from recall.decks.members import Members
from recall.decks.model import CLOZE, COMPARISON, SEQUENCE, Card
from recall.decks.nodes import Harvested, Mapping, Node, Scalar
from recall.decks.parts import ALL, COMPARISON_ASKS, LEFT, RIGHT, SEQUENCE_ASKS, parts_of
from recall.decks.source import Source

_DEFAULT_ASK = {SEQUENCE: (ALL,), COMPARISON: (LEFT, RIGHT)}


class Cited(NamedTuple):
    """A source that a card names: looked up when the deck's sources are known."""

    text: str
    node: Node


class Cards:
    """Makes cards, and keeps what can only be checked when the whole deck has been read."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields = Fields(source)
        self.members = Members(self.fields)
        self.cited: list[Cited] = []
        self.needed: list[Cited] = []
        self.named: dict[str, int] = {}
        self.readers = self._table()

    def harvest(self, node: Mapping) -> Harvested:
        """A card in place of its map."""
        return Harvested(self.card(node), node.line, node.column)

    def card(self, node: Mapping) -> Card | None:
        """The card of a map; None where the map makes none. Its id may still be ""."""
        pairs = node.pairs
        readers = self.readers
        values: dict[str, Any] = {}
        for key, (name, value) in pairs.items():
            reader = readers.get(key)
            if reader is None:
                self.fields.unknown(name, KEYS)
            else:
                field, read = reader
                values[field] = read(value, key)
        kind = kind_of(frozenset(pairs))
        if (kind.wrong or kind.missing) and not self._sound(node, kind_of(_known(pairs))):
            return None
        values["kind"] = kind.name or kind_of(_known(pairs)).name
        return self._finished(node, values)

    def _sound(self, node: Mapping, kind: Any) -> bool:
        faults = kind.wrong + (kind.missing if node.whole else ())
        for fault in faults:
            key = node.pairs[fault.key][0] if fault.key else None
            place = key or node
            self.source.error(
                fault.rule,
                place.line,
                place.column,
                fault.message,
                length=len(fault.key) or 1,
                help=fault.help,
            )
        return not (kind.wrong or kind.missing)

    def _finished(self, node: Mapping, values: dict[str, Any]) -> Card | None:
        kind = values["kind"]
        if kind == CLOZE and (fault := fault_of(values["text"])):
            self.fields.error(node.pairs["cloze"][1], "cloze-gap", fault)
            return None
        if kind in _DEFAULT_ASK:
            values["ask"] = self._ask(node, kind)
        parts = parts_of(
            kind,
            text=values.get("text", ""),
            items=values.get("items", ()),
            cycle=values.get("cycle", False),
            rows=values.get("rows", ()),
            ask=values.get("ask", ()),
        )
        if not parts and node.whole and (values.get("items") or values.get("rows")):
            place = node.pairs["ask"][1]
            self.fields.error(place, "asks-nothing", "with this 'ask' the card asks nothing")
            return None
        values.setdefault("id", "")
        return Card(parts=parts, line=node.line, **values)

    def _ask(self, node: Mapping, kind: str) -> tuple[str, ...]:
        if "ask" not in node.pairs:
            return _DEFAULT_ASK[kind]
        allowed = SEQUENCE_ASKS if kind == SEQUENCE else COMPARISON_ASKS

        def one(item: Node, key: str) -> str:
            return self.fields.one_of(item, key, allowed)

        place = node.pairs["ask"][1]
        return tuple(dict.fromkeys(self.fields.list_of(place, "ask", one)))

    def _table(self) -> dict[str, tuple[str, Callable[[Node, str], Any]]]:
        fields, members = self.fields, self.members

        def texts(node: Node, key: str) -> tuple[str, ...]:
            return fields.list_of(node, key, fields.text)

        def references(node: Node, key: str) -> tuple[str, ...]:
            return fields.list_of(node, key, fields.reference)

        readers: dict[Sort, Callable[[Node, str], Any]] = {
            Sort.WORDS: fields.words,
            Sort.GAPS: fields.words,
            Sort.TEXT: fields.text,
            Sort.NAME: self._id,
            Sort.SOURCE: self._source,
            Sort.WHOLE: fields.whole,
            Sort.FLAG: fields.flag,
            Sort.LANGUAGE: fields.language,
            Sort.TEXTS: texts,
            Sort.WORD_LIST: members.words,
            Sort.REFERENCES: references,
            Sort.TARGETS: self.targets,
            Sort.OPTIONS: members.options,
            Sort.ITEMS: members.items,
            Sort.SIDES: members.sides,
            Sort.ROWS: members.rows,
            Sort.ASK: _later,
        }
        return {name: (key.field, readers[key.sort]) for name, key in CARD.items()}

    def _id(self, node: Node, key: str) -> str:
        name = self.fields.name(node, key)
        if name:
            self.claim(name, node)
        return name

    def claim(self, name: str, node: Node) -> None:
        """Note the id of a card or a module: each may stand once in a deck."""
        if name in self.named:
            message = f"the id '{name}' stands twice: here and on line {self.named[name]}"
            self.fields.error(node, "duplicate-id", message, "give one of the two another id")
        else:
            self.named[name] = node.line

    def _source(self, node: Node, key: str) -> str:
        text = self.fields.text(node, key)
        if text:
            self.cited.append(Cited(text, node))
        return text

    def targets(self, node: Node, key: str) -> tuple[str, ...]:
        """The ids of cards or modules that come first."""
        return self.fields.list_of(node, key, self._target)

    def _target(self, node: Node, key: str) -> str:
        name = self.fields.name(node, key)
        if name:
            self.needed.append(Cited(name, node))
        return name


def _later(node: Node, key: str) -> tuple[str, ...]:
    """What 'ask' may hold depends on the kind of card, which the other keys tell."""
    return ()


def _known(pairs: dict[str, tuple[Scalar, Node]]) -> frozenset[str]:
    return frozenset(pairs).intersection(KEYS)
