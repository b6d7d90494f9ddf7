"""Where in a deck file the id of a card has to be written, and how it fits in there.

Nothing but insertions: whatever the author typed stays, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple

from recall.decks import nodes
from recall.decks.source import Source
from recall.decks.tree import tree_of

_LINE = re.compile("[^\r\n]*(\r\n|\r|\n|\\Z)")
_LINE_END = re.compile("\r\n|\r|\n")
_QUOTED = re.compile(r"""'(?:[^']|'')*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_NO_TEXT = re.compile(r"[0-9-]+|0[xo][0-9a-f]+|[0-9]+e[0-9]+|null|true|false|yes|no|on|off|y|n")


class Insertion(NamedTuple):
    """A text to be put in before the character at ``at``."""

    at: int
    text: str


def insertions(source: Source, ids: Mapping[int, str]) -> list[Insertion]:
    """What writes ids into a sound deck; ``ids``: the number of a card in the file -> its id."""
    places = _Places(source.text)
    found: list[Insertion] = []
    for number, (card, in_brackets) in enumerate(_cards(places, tree_of(source))):
        if number in ids:
            found += places.insertions(card, ids[number], in_brackets)
    return found


def spliced(text: str, pieces: list[Insertion]) -> str:
    """The text with all pieces put in."""
    done = []
    end = 0
    for piece in pieces:
        done += [text[end : piece.at], piece.text]
        end = piece.at
    return "".join((*done, text[end:]))


class _Places:
    """A text in which places are found by line and column."""

    def __init__(self, text: str) -> None:
        self.text = text
        lengths = (len(found[0]) for found in _LINE.finditer(text))
        self.starts = [0, *accumulate(lengths)]

    def index(self, node: nodes.Node) -> int:
        return self.starts[node.line - 1] + node.column - 1

    def insertions(self, card: nodes.Mapping, name: str, in_brackets: bool) -> Iterator[Insertion]:
        """What gives one card its id, as its first key and in the style of the one it had."""
        at = self.index(card)
        key, value = next(iter(card.pairs.values()))
        first = self.index(key)
        pair = _pair(name, quoted=self.text[first] == '"')
        if self.text[at] == "{":
            between = self.text[at + 1 : first]
            if between.strip():
                yield Insertion(at + 1, f"{pair},{'' if between[0].isspace() else ' '}")
            else:
                yield Insertion(first, f"{pair},{between if _LINE_END.search(between) else ' '}")
        elif in_brackets:
            # The one key of ``[cloze: "…"]``: a map of two needs braces.
            yield Insertion(at, f"{{{pair}, ")
            yield Insertion(self._end(value), "}")
        else:
            yield Insertion(at, f"{pair}{self._line_end(at)}{' ' * (card.column - 1)}")

    def _line_end(self, at: int) -> str:
        """How the line at a place ends; where it is the last one, how the first one does."""
        found = _LINE_END.search(self.text, at) or _LINE_END.search(self.text)
        return found[0] if found else "\n"

    def _end(self, value: nodes.Node) -> int:
        start = self.index(value)
        quoted = _QUOTED.match(self.text, start)
        return quoted.end() if quoted else start


def _cards(places: _Places, root: nodes.Node | None) -> Iterator[tuple[nodes.Mapping, bool]]:
    """The maps of all cards in the order of the deck, and whether they stand in brackets."""
    if not isinstance(root, nodes.Mapping):
        return
    holders: list[nodes.Node] = [root]
    if "modules" in root.pairs:
        modules = root.pairs["modules"][1]
        holders += modules.items if isinstance(modules, nodes.Sequence) else []
    for holder in holders:
        if isinstance(holder, nodes.Mapping) and "cards" in holder.pairs:
            cards = holder.pairs["cards"][1]
            assert isinstance(cards, nodes.Sequence)
            in_brackets = places.text[places.index(cards)] == "["
            for card in cards.items:
                assert isinstance(card, nodes.Mapping)
                yield card, in_brackets


def _pair(name: str, *, quoted: bool) -> str:
    if quoted:
        # Keys in double quotes: the file may be JSON, and should stay so.
        return f'"id": "{name}"'
    return f'id: "{name}"' if _NO_TEXT.fullmatch(name) else f"id: {name}"
