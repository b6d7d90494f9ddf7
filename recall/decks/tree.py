"""YAML as values with places, from libyaml's events. What a deck may not hold is refused.

Events, and not YAML's own loading, because every scalar must stay the text that was typed, because
each value must know its line and column, and because loading recurses without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from recall.decks.clean import FORBIDDEN, clean, one_line
from recall.decks.nodes import Harvest, Mapping, Node, Scalar, Sequence, Void
from recall.decks.source import Source
from recall.decks.stumbles import braces_at
from recall.decks.syntax import MOST_DEPTH, TOO_DEEP, explained, note

MOST_NODES = 1_000_000

_CARDS_AT = (2, 4)
"""How deep the lists of cards stand: the deck's own, and those of its modules."""

_COMMENT = re.compile(r"[ \t]+#")
_BLANK = (" ", "\t")
_GAP = re.compile(r"\{\{(?!\{)")

_new = tuple.__new__
"""Makes a named tuple in half the time of its own constructor: there is one for every scalar."""


class _Halt(Exception):
    """Reading on is of no use; why has been noted."""


def tree_of(source: Source, harvest: Harvest | None = None) -> Node | None:
    """The tree of a text, as far as it can be read; None where there is nothing.

    What is refused is noted in ``source``. ``harvest`` turns each map in a list under ``cards``
    into its value as soon as it is read: no tree of ten thousand cards has to be held at once.
    """
    return _Reader(source, harvest).document()


class _Reader:
    def __init__(self, source: Source, harvest: Harvest | None) -> None:
        import yaml

        self.harvest = harvest
        self.source = source
        self.text = source.text
        self.comments = " #" in source.text or "\t#" in source.text
        self.nodes = 0
        self.root: Node | None = None
        self.fault: type[Exception] = yaml.YAMLError
        self.scalar = yaml.ScalarEvent
        self.mapping = yaml.MappingStartEvent
        self.sequence = yaml.SequenceStartEvent
        self.mapping_end = yaml.MappingEndEvent
        self.sequence_end = yaml.SequenceEndEvent
        self.alias = yaml.AliasEvent
        self.document_start = yaml.DocumentStartEvent
        loader = getattr(yaml, "CLoader", yaml.Loader)
        self.loader: Any = loader(source.text)
        self.next: Callable[[], Any] = self.loader.get_event

    def document(self) -> Node | None:
        try:
            self.next()
            start = self.next()
            if type(start) is self.document_start:
                self._directives(start)
                self._value(self.next(), 1, self._set_root)
                self.next()
                self._only_document(self.next())
        except _Halt:
            pass
        except self.fault as fault:
            explained(self.source, fault)
        except (ValueError, OverflowError):
            # Only of the parser in Python: an escape or a version number out of range.
            mark = self.loader.get_mark()
            message = "this is not YAML: a number is out of range"
            self.source.error("syntax", mark.line + 1, mark.column + 1, message)
        return self.root

    def _set_root(self, node: Node) -> None:
        self.root = node

    def _value(
        self,
        event: Any,
        depth: int,
        put: Callable[[Node], None],
        harvest: Harvest | None = None,
    ) -> None:
        """Read the value that an event begins. It is put in its place before it is filled, so that
        what was read of it stays when the reading ends early."""
        kind = type(event)
        mark = event.start_mark
        if kind is self.scalar:
            put(self._scalar(event))
        elif kind is self.alias:
            self._count(event)
            self._refuse(event, "alias", f"alias '*{one_line(event.anchor)}' is not allowed here")
            put(Void(mark.line + 1, mark.column + 1))
        elif kind is self.mapping and _GAP.match(self.text, mark.index):
            note(self.source, braces_at(mark.line + 1, mark.column + 1))
            put(Void(mark.line + 1, mark.column + 1))
            self._skip()
        elif kind is self.mapping:
            self._collection(event, depth)
            mapping = Mapping(mark.line + 1, mark.column + 1)
            put(mapping)
            self._fill_mapping(mapping, depth + 1)
        else:
            self._collection(event, depth)
            sequence = Sequence(mark.line + 1, mark.column + 1)
            put(sequence)
            self._fill_sequence(sequence, depth + 1, harvest)

    def _skip(self) -> None:
        """Read to the end of a map that was just begun."""
        opened = 1
        while opened:
            kind = type(self.next())
            if kind in (self.mapping, self.sequence):
                opened += 1
            elif kind in (self.mapping_end, self.sequence_end):
                opened -= 1

    def _scalar(self, event: Any) -> Scalar:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._too_many(event)
        text: str = event.value
        style = event.style
        mark = event.start_mark
        if event.tag is not None or event.anchor is not None:
            self._properties(event)
        cut = False
        if style == '"':
            if FORBIDDEN.search(text):
                self._escaped(event)
            text = clean(text)
        elif "\t" in text:
            text = clean(text)
        elif not style and self.comments:
            end = event.end_mark.index
            cut = self.text[end : end + 1] in _BLANK and bool(_COMMENT.match(self.text, end))
        return _new(Scalar, (text, mark.line + 1, mark.column + 1, cut))

    def _fill_sequence(self, sequence: Sequence, depth: int, harvest: Harvest | None) -> None:
        get, end, scalar = self.next, self.sequence_end, self.scalar
        items = sequence.items
        put = items.append
        while True:
            event = get()
            kind = type(event)
            if kind is scalar:
                put(self._scalar(event))
            elif kind is end:
                sequence.whole = True
                return
            else:
                self._value(event, depth, put)
                if harvest and type(items[-1]) is Mapping:
                    items[-1] = harvest(items[-1])

    def _fill_mapping(self, mapping: Mapping, depth: int) -> None:
        get, end, scalar = self.next, self.mapping_end, self.scalar
        pairs = mapping.pairs
        sound = True
        while True:
            event = get()
            kind = type(event)
            if kind is end:
                mapping.whole = sound
                return
            if kind is not scalar:
                sound = False
                self._no_key(event, depth)
                continue
            key = self._scalar(event)
            if key.text in pairs:
                self._duplicate(key, pairs[key.text][0])
                self._value(get(), depth, _drop)
                continue
            if key.text == "<<" and not event.style:
                self._refuse(event, "merge-key", "merge key '<<' is not allowed", 2)
                self._value(get(), depth, _drop)
                sound = False
                continue
            event = get()
            if type(event) is scalar:
                pairs[key.text] = (key, self._scalar(event))
            else:
                harvest = self.harvest if key.text == "cards" and depth in _CARDS_AT else None
                self._value(event, depth, _Put(pairs, key), harvest)

    def _no_key(self, event: Any, depth: int) -> None:
        if type(event) is not self.alias:
            self._refuse(event, "complex-key", "a key must be a plain word, not a list or a map")
        self._value(event, depth, _drop)
        self._value(self.next(), depth, _drop)

    def _collection(self, event: Any, depth: int) -> None:
        self._count(event)
        if depth > MOST_DEPTH:
            self._refuse(event, "too-deep", TOO_DEEP)
            raise _Halt
        if event.tag is not None or event.anchor is not None:
            self._properties(event)

    def _properties(self, event: Any) -> None:
        if event.anchor is not None:
            name = one_line(event.anchor)
            mend = "put a text that begins with '&' or '*' in quotes; repeat what you need"
            self._refuse(event, "anchor", f"anchor '&{name}' is not allowed", len(name) + 1, mend)
        if event.tag is not None:
            name = one_line(event.tag.replace("tag:yaml.org,2002:", "!!"))
            mend = "put a text that begins with '!' in quotes"
            self._refuse(event, "tag", f"tag '{name}' is not allowed", 1, mend)

    def _directives(self, event: Any) -> None:
        if event.version is not None or event.tags:
            message = "a directive ('%') is not allowed"
            self._refuse(event, "directive", message, 1, "remove the line")

    def _only_document(self, event: Any) -> None:
        if type(event) is self.document_start:
            mend = "one file holds one deck: move the second to its own file"
            self._refuse(event, "second-document", "a second document begins here", 3, mend)

    def _duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"key '{one_line(key.text)}' stands twice: here and on line {first.line}"
        self._error("duplicate-key", key.line, key.column, message, len(key.text), "")

    def _escaped(self, event: Any) -> None:
        sign = FORBIDDEN.search(event.value)
        code = f"U+{ord(sign[0]):04X}" if sign else ""
        message = f"the escapes in this text make a character ({code}) that may not stand in a deck"
        self._refuse(event, "forbidden-character", message, 1, "remove the escape")

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.source.is_full:
            raise _Halt
        if self.nodes > MOST_NODES:
            self._too_many(event)

    def _too_many(self, event: Any) -> None:
        self._refuse(event, "too-many", f"more than {MOST_NODES:,} values", 1, "split the deck")
        raise _Halt

    def _refuse(self, event: Any, rule: str, message: str, length: int = 1, help: str = "") -> None:
        mark = event.start_mark
        self._error(rule, mark.line + 1, mark.column + 1, message, length, help)

    def _error(
        self, rule: str, line: int, column: int, message: str, length: int, help: str
    ) -> None:
        self.source.error(rule, line, column, message, length, help)
        if self.source.is_full:
            raise _Halt


class _Put:
    """Puts a value under its key."""

    __slots__ = ("key", "pairs")

    def __init__(self, pairs: dict[str, tuple[Scalar, Node]], key: Scalar) -> None:
        self.pairs = pairs
        self.key = key

    def __call__(self, node: Node) -> None:
        self.pairs[self.key.text] = (self.key, node)


def _drop(node: Node) -> None:
    """What is refused is read, and not kept."""
