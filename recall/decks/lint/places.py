"""Where in the file a card's words stand: its keys and values are read once more, with places.

A deck holds values without places, so that it is small and quick to make. Only the few cards in
which something was found are looked at again.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, NamedTuple

from recall.decks.lint.facts import Finding
from recall.decks.source import Source

_DASHES = re.compile(r" *(?:- +)*")
_MOST_LINES = 2_000
_MOST_REMEMBERED = 64


class Place(NamedTuple):
    """Line and column from 1, and how many characters."""

    line: int
    column: int
    length: int


class Places:
    """Looks up places in one source."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._nodes = lru_cache(_MOST_REMEMBERED)(self._read)

    def of(self, line: int, finding: Finding) -> Place:
        """The place of a finding in the card that begins on a line; of the card if it cannot be
        told."""
        nodes = self._nodes(line)
        node = nodes.get((finding.field, finding.member)) or nodes.get((finding.field, -1))
        if node is None:
            return self._first_line(line)
        top = node.start_mark.line + line
        bottom = node.end_mark.line + line
        marked = self._marked(finding.mark, top, node.start_mark.column, bottom)
        if marked:
            return marked
        if node.style in ("|", ">"):
            return self._first_line(min(top + 1, bottom))
        start = node.start_mark.column
        end = node.end_mark.column if top == bottom else len(self.source.line(top).rstrip())
        return Place(top, start + 1, max(1, end - start))

    def _first_line(self, line: int) -> Place:
        text = self.source.line(line).rstrip()
        start = _DASHES.match(text)
        begin = start.end() if start else 0
        return Place(line, begin + 1, max(1, len(text) - begin))

    def _marked(self, mark: str, top: int, column: int, bottom: int) -> Place | None:
        """The place of words within a value; of words that run over a line end, its beginning."""
        words = mark.split()
        if not words:
            return None
        pattern = r"\s+".join(re.escape(word) for word in words)
        if words[0][:1].isalnum():
            pattern = rf"\b{pattern}"
        lines = [self.source.line(number) for number in range(top, bottom + 1)]
        text = "\n".join([" " * column + lines[0][column:], *lines[1:]])
        found = re.search(pattern.replace("'", "['’]"), text, re.IGNORECASE)
        if not found:
            return None
        before = text[: found.start()]
        start = found.start() - (before.rfind("\n") + 1)
        length = len(found[0].partition("\n")[0].rstrip())
        return Place(top + before.count("\n"), start + 1, length)

    def _read(self, line: int) -> dict[tuple[str, int], Any]:
        """The nodes of the card that begins on a line, by key and member."""
        import yaml

        try:
            loader = getattr(yaml, "CLoader", yaml.Loader)
            root = yaml.compose(self._text(line), Loader=loader)
        except yaml.YAMLError:
            return {}
        nodes: dict[tuple[str, int], Any] = {}
        if not isinstance(root, yaml.MappingNode):
            return nodes
        for key, value in root.value:
            nodes[key.value, -1] = value if isinstance(value, yaml.ScalarNode) else key
            if isinstance(value, yaml.SequenceNode):
                members = [_innermost(member) for member in value.value]
            elif isinstance(value, yaml.MappingNode):
                members = [name for name, _ in value.value]
            else:
                continue
            nodes.update({(key.value, number): node for number, node in enumerate(members)})
        return nodes

    def _text(self, line: int) -> str:
        """The lines of one card, its dash as a space, so that columns stay what they were."""
        first = self.source.line(line)
        dashes = _DASHES.match(first)
        indent = dashes.end() if dashes else 0
        lines = [" " * indent + first[indent:]]
        for text in self.source.lines[line : line + _MOST_LINES]:
            bare = text.strip()
            if bare and len(text) - len(text.lstrip(" ")) < indent and not bare.startswith("#"):
                break
            lines.append(text)
        return "\n".join(lines) + "\n"


def _innermost(node: Any) -> Any:
    """Of an option the text, which is the value of its first key."""
    if isinstance(node.value, list) and node.value and isinstance(node.value[0], tuple):
        return node.value[0][1]
    return node
