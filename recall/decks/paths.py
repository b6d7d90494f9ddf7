"""Learning paths: a file with ``paths:`` in place of ``deck:`` names what to learn, in order."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from recall.decks.deck import FORMAT
from recall.decks.fields import Fields
from recall.decks.model import Deck
from recall.decks.problems import Problem
from recall.decks.source import Refused, Source, read_file, source_of
from recall.decks.tree import Mapping, Node, tree_of
from recall.ids import card_name

KEYS = ("recall", "paths")
PATH_KEYS = ("id", "title", "description", "steps")
STEP_KEYS = ("title", "cards", "tags", "decks")


class Step(NamedTuple):
    """One stretch of a path: cards by name (``deck/card``), by tag, or whole decks.

    With ``tags`` and ``decks`` it holds the cards of these decks that have one of the tags.
    """

    title: str
    cards: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()


class LearningPath(NamedTuple):
    """An ordered selection of cards."""

    id: str
    title: str
    steps: tuple[Step, ...]
    description: str = ""


class PathsReading(NamedTuple):
    """The paths of a file, and what is wrong with it; there are none where there are errors."""

    paths: tuple[LearningPath, ...]
    problems: tuple[Problem, ...]


def read_paths(path: Path) -> PathsReading:
    """The learning paths of a file. It never raises for what a file can hold."""
    try:
        source = source_of(read_file(path, str(path)), str(path))
    except Refused as fault:
        return PathsReading((), (fault.problem,))
    found = _Reader(source).paths(tree_of(source))
    problems = source.sorted_problems()
    broken = any(problem.is_error for problem in problems)
    return PathsReading(() if broken else found, problems)


def cards_on(path: LearningPath, decks: Iterable[Deck]) -> tuple[tuple[Step, tuple[str, ...]], ...]:
    """The steps of a path with the names of their cards that are at hand, each card once.

    ``decks`` come in study order; drafts are left out.
    """
    at_hand = {
        card_name(deck.id, card.id): (deck.id, card.tags)
        for deck in decks
        for card in deck.cards
        if not card.draft
    }
    taken: set[str] = set()
    result = []
    for step in path.steps:
        names = [name for name in step.cards if name in at_hand]
        if step.tags or step.decks:
            names += [name for name, about in at_hand.items() if _selects(step, *about)]
        names = [name for name in dict.fromkeys(names) if name not in taken]
        taken.update(names)
        result.append((step, tuple(names)))
    return tuple(result)


def _selects(step: Step, deck: str, tags: tuple[str, ...]) -> bool:
    if step.decks and deck not in step.decks:
        return False
    return not step.tags or any(tag in tags for tag in step.tags)


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.fields = Fields(source)

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
        found = fields.list_of(root.pairs["paths"][1], "paths", self._path)
        ids = [each.id for each in found]
        for twice in {each for each in ids if ids.count(each) > 1}:
            self.source.error("duplicate-id", 1, 1, f"two paths have the id '{twice}'")
        return found

    def _path(self, node: Node, key: str) -> LearningPath | None:
        values = self._values(node, PATH_KEYS, ("id", "title", "steps"), "path")
        if values is None:
            return None
        fields = self.fields
        description = fields.text(values["description"], key) if "description" in values else ""
        return LearningPath(
            fields.name(values["id"], "id"),
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
        return Step(
            fields.text(values["title"], "title") if "title" in values else "",
            fields.list_of(values["cards"], "cards", self._card) if "cards" in values else (),
            fields.list_of(values["tags"], "tags", fields.text) if "tags" in values else (),
            fields.list_of(values["decks"], "decks", fields.name) if "decks" in values else (),
        )

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
