"""What the lists of a card hold: options, items, rows, sides."""

from __future__ import annotations

from recall.decks.fields import MOST_MEMBERS, Fields
from recall.decks.keys import OPTION
from recall.decks.model import Option, Row
from recall.decks.nodes import Mapping, Node, Scalar
from recall.ids import unique_slugs

_OPTION_KEYS = tuple(OPTION)


class Members:
    """Reads the lists of a card."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields

    def words(self, node: Node, key: str) -> tuple[str, ...]:
        """A list of the author's own words."""
        return self.fields.list_of(node, key, self.fields.words)

    def items(self, node: Node, key: str) -> tuple[str, ...]:
        """The items of a sequence, two at least."""
        items = self.words(node, key)
        self._at_least_two(node, key, items)
        return items

    def options(self, node: Node, key: str) -> tuple[Option, ...]:
        """The options of a choice: two at least, one of them right, none twice."""
        options = self.fields.list_of(node, key, self._option)
        whole = self._at_least_two(node, key, options)
        if whole and not any(option.right for option in options):
            self.fields.error(node, "no-right-option", "none of the options is right")
        seen: set[str] = set()
        for option in options:
            words = " ".join(option.text.casefold().split())
            if words in seen:
                message = f"the option '{option.text[:40]}' stands twice"
                self.fields.error(node, "duplicate-option", message)
            seen.add(words)
        return options

    def sides(self, node: Node, key: str) -> tuple[str, ...]:
        """The two things that a comparison compares."""
        sides = self.fields.list_of(node, key, self.fields.text)
        if getattr(node, "whole", False) and len(self.fields.items(node, key)) != 2:
            self.fields.error(node, "two-sides", "'compare' needs exactly two sides: [A, B]")
        return sides if len(sides) == 2 else ()

    def rows(self, node: Node, key: str) -> tuple[Row, ...]:
        """The rows of a comparison, one at least."""
        pairs = self.fields.pairs(node, key)
        if len(pairs) > MOST_MEMBERS:
            message = f"'{key}' may have {MOST_MEMBERS:,} members, not {len(pairs):,}"
            self.fields.error(node, "too-many", message)
            return ()
        slugs = unique_slugs(aspect.text for aspect, _ in pairs)
        rows = [
            row
            for (aspect, value), slug in zip(pairs, slugs, strict=True)
            if (row := self._row(aspect, value, slug))
        ]
        if isinstance(node, Mapping) and node.whole and not pairs:
            self.fields.error(node, "too-few", "'rows' needs at least one row")
        return tuple(rows)

    def _row(self, aspect: Scalar, node: Node, slug: str) -> Row | None:
        name = self.fields.text(aspect, "rows")
        cells = self.fields.list_of(node, aspect.text or "rows", self.fields.words)
        if getattr(node, "whole", False) and len(self.fields.items(node, "rows")) not in (2, 3):
            message = "a row needs two cells, and may have a reason: [a, b] or [a, b, why]"
            self.fields.error(node, "row-cells", message, "put a text with a comma in quotes")
        if not name or len(cells) not in (2, 3):
            return None
        return Row(name, slug, cells[0], cells[1], cells[2] if len(cells) == 3 else "")

    def _option(self, node: Node, key: str) -> Option | None:
        pairs = self.fields.pairs(node, "each option")
        values: dict[str, str] = {}
        for name, value in pairs:
            if name.text in _OPTION_KEYS:
                values[name.text] = self.fields.words(value, name.text)
            else:
                self.fields.unknown(name, _OPTION_KEYS)
        if not isinstance(node, Mapping) or not node.whole:
            return None
        if ("right" in values) == ("wrong" in values):
            message = "an option is either 'right: …' or 'wrong: …'"
            self.fields.error(node, "bad-option", message)
            return None
        text = values.get("right") or values.get("wrong") or ""
        return Option(text, "right" in values, values.get("why", "")) if text else None

    def _at_least_two(self, node: Node, key: str, members: tuple[object, ...]) -> bool:
        whole = bool(getattr(node, "whole", False))
        if whole and len(members) < 2 and len(self.fields.items(node, key)) < 2:
            self.fields.error(node, "too-few", f"'{key}' needs at least two")
        return whole
