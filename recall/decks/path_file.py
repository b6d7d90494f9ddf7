"""Reading a file of learning paths: one with ``paths:`` in place of ``deck:``."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from recall.decks.deck import FORMAT
from recall.decks.deck_bytes import Refused, read_file
from recall.decks.fields import Fields, length_of
from recall.decks.nodes import Mapping, Node
from recall.decks.paths import LearningPath, Step
from recall.decks.problems import Problem
from recall.decks.source import Source, source_of
from recall.decks.tree import tree_of

KEYS = ("recall", "paths")
PATH_KEYS = ("id", "title", "description", "steps")
STEP_KEYS = ("title", "cards", "tags", "decks")
CARD, TAG, DECK = "card", "tag", "deck"


class Named(NamedTuple):
    """What a step names, and where.

    Attributes:
        kind: ``card``, ``tag`` or ``deck``.
        name: as written: ``deck/card``, a tag, a deck's id.
        decks: of a tag the decks that its cards are to be in; () for any.
        line, column: of the name, from 1; ``length``: its characters.
    """

    kind: str
    name: str
    decks: tuple[str, ...]
    line: int
    column: int
    length: int


class PathsReading(NamedTuple):
    """The paths of a file, and what is wrong with it; there are none where there are errors.

    ``names``: what the steps name, in the order of the file.
    """

    paths: tuple[LearningPath, ...]
    problems: tuple[Problem, ...]
    names: tuple[Named, ...] = ()


def read_paths(path: Path, name: str = "") -> PathsReading:
    """The learning paths of a file; ``name`` is how messages call it, its path if not given. It
    never raises for what a file can hold."""
    shown = name or str(path)
    try:
        return paths_of(source_of(read_file(path, shown), shown))
    except Refused as fault:
        return PathsReading((), (fault.problem,))


def paths_of(source: Source) -> PathsReading:
    """The learning paths of a text."""
    reader = _Reader(source)
    found = reader.paths(tree_of(source))
    problems = source.sorted_problems()
    broken = any(problem.is_error for problem in problems)
    return PathsReading(() if broken else found, problems, tuple(reader.names))


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields = Fields(source)
        self.names: list[Named] = []
        self.ids: set[str] = set()

    def paths(self, root: Node | None) -> tuple[LearningPath, ...]:
        fields = self.fields
        if not isinstance(root, Mapping):
            self.source.error("empty", 1, 1, "there are no paths in this file")
            return ()
        for key, (name, node) in root.pairs.items():
            if key not in KEYS:
                fields.unknown(name, KEYS)
            elif key == "recall" and fields.text(node, key) != FORMAT:
                fields.error(node, "format-version", "this format version is not known")
        if "paths" not in root.pairs:
            self.source.error("missing-key", 1, 1, "a file of paths needs 'paths'")
            return ()
        return fields.list_of(root.pairs["paths"][1], "paths", self._path)

    def _path(self, node: Node, key: str) -> LearningPath | None:
        values = self._values(node, PATH_KEYS, ("id", "title", "steps"), "path")
        if values is None:
            return None
        fields = self.fields
        description = fields.text(values["description"], key) if "description" in values else ""
        name = fields.name(values["id"], "id")
        if name and name in self.ids:
            fields.error(values["id"], "duplicate-id", f"another path has the id '{name}'")
        self.ids.add(name)
        return LearningPath(
            name,
            fields.text(values["title"], "title"),
            fields.list_of(values["steps"], "steps", self._step),
            description,
        )

    def _step(self, node: Node, key: str) -> Step | None:
        values = self._values(node, STEP_KEYS, (), "step")
        if values is None:
            return None
        fields = self.fields
        if not values.keys() & {"cards", "tags", "decks"}:
            fields.error(node, "missing-key", "a step needs 'cards', 'tags' or 'decks'")
        decks = self._names(values, "decks", DECK, fields.name)
        return Step(
            fields.text(values["title"], "title") if "title" in values else "",
            self._names(values, "cards", CARD, self._card),
            self._names(values, "tags", TAG, fields.text, decks),
            decks,
        )

    def _names(
        self,
        values: dict[str, Node],
        key: str,
        kind: str,
        read: Callable[[Node, str], str],
        decks: tuple[str, ...] = (),
    ) -> tuple[str, ...]:
        """The members of a list that name something, each noted with its place."""
        if key not in values:
            return ()
        return self.fields.list_of(values[key], key, partial(self._named, kind, read, decks))

    def _named(
        self,
        kind: str,
        read: Callable[[Node, str], str],
        decks: tuple[str, ...],
        node: Node,
        key: str,
    ) -> str:
        name = read(node, key)
        if name:
            place = (node.line, node.column, length_of(node, self.source))
            self.names.append(Named(kind, name, decks, *place))
        return name

    def _card(self, node: Node, key: str) -> str:
        name = self.fields.reference(node, key)
        if name and "/" not in name:
            help = "write the deck before it: pdca/pdca-01a"
            self.fields.error(node, "bad-id", f"'{name}' does not say which deck it is in", help)
            return ""
        return name

    def _values(
        self, node: Node, known: tuple[str, ...], required: tuple[str, ...], what: str
    ) -> dict[str, Node] | None:
        if not isinstance(node, Mapping):
            self.fields.error(node, "wrong-type", f"a {what} is a map of {', '.join(known)}")
            return None
        values = {}
        for key, (name, value) in node.pairs.items():
            if key not in known:
                self.fields.unknown(name, known)
            values[key] = value
        for key in required:
            if key not in values:
                self.fields.error(node, "missing-key", f"a {what} needs '{key}'")
                return None
        return values
