"""The values of a map, read as what they should be; what they are not is noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from recall.decks.clean import one_line
from recall.decks.nodes import Mapping, Node, Scalar, Sequence, Void
from recall.decks.source import Source
from recall.ids import ID_PATTERN

CUT_HELP = "put the value in quotes, or in a block: >-"
ID_HELP = "an id has lower-case letters, digits and '-', at most 64, the first no '-'"
MOST_SUGGESTIONS = 50
MOST_MEMBERS = 1_000
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
WHOLE = re.compile(r"[0-9]{1,9}\Z")
REFERENCE = re.compile(r"([a-z0-9][a-z0-9-]{0,63}/)?[a-z0-9][a-z0-9-]{0,63}\Z")

_LONGEST_MARK = 80
_LONG = ("cards", "modules")

T = TypeVar("T")


class Fields:
    """Reads values by kind. ``key`` is the key as the author wrote it, for the messages.

    Every method gives something usable: "", 1, False or () where a value is not what it should be.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.suggested = 0

    def words(self, node: Node, key: str) -> str:
        """A text of the author's own words, in which no comment may swallow the end."""
        if isinstance(node, Scalar) and node.cut:
            self._cut(node, key)
            return node.text.strip() or "…"
        return self.text(node, key)

    def text(self, node: Node, key: str) -> str:
        """A text that is not empty, without white space at its ends."""
        if isinstance(node, Scalar):
            text = node.text.strip()
            if not text:
                self.error(node, "empty", f"'{key}' is empty", "write a value, or remove the key")
            return text
        self._wrong(node, key, "a text")
        return ""

    def name(self, node: Node, key: str) -> str:
        """An id."""
        text = self.text(node, key)
        if text and not ID_PATTERN.match(text):
            self._not_an_id(node, text)
            return ""
        return text

    def reference(self, node: Node, key: str) -> str:
        """An id, or ``deck/id``."""
        text = self.text(node, key)
        if text and not REFERENCE.match(text):
            self._not_an_id(node, text)
            return ""
        return text

    def whole(self, node: Node, key: str) -> int:
        """A whole number from 1."""
        text = self.text(node, key)
        if text and (not WHOLE.match(text) or int(text) < 1):
            self.error(node, "not-a-number", f"'{key}' must be a whole number from 1")
            return 1
        return int(text or 1)

    def flag(self, node: Node, key: str) -> bool:
        """``true`` or ``false``."""
        text = self.text(node, key)
        if text and text not in ("true", "false"):
            self.error(node, "not-a-flag", f"'{key}' must be true or false")
        return text == "true"

    def language(self, node: Node, key: str) -> str:
        """A language tag of BCP 47, like ``en`` or ``pt-BR``."""
        text = self.text(node, key)
        if text and not LANGUAGE.match(text):
            self.error(node, "language", f"'{one_line(text)}' is no language tag like en or pt-BR")
            return ""
        return text

    def one_of(self, node: Node, key: str, allowed: Collection[str]) -> str:
        """One of the allowed words."""
        text = self.text(node, key)
        known = tuple(allowed)
        if text and text not in known:
            message = f"'{key}' must be one of: {', '.join(known)}"
            self.error(node, "unknown-value", message, self.nearest(text, known))
            return ""
        return text

    def items(self, node: Node, key: str) -> tuple[Node, ...]:
        """The members of a list."""
        if isinstance(node, Sequence):
            if len(node.items) > MOST_MEMBERS and key not in _LONG:
                message = f"'{key}' may have {MOST_MEMBERS:,} members, not {len(node.items):,}"
                self.error(node, "too-many", message)
                return ()
            return tuple(node.items)
        self._wrong(node, key, "a list")
        return ()

    def list_of(self, node: Node, key: str, read: Callable[[Node, str], T | None]) -> tuple[T, ...]:
        """The members of a list, each read by ``read``; those that cannot be used are left out."""
        return tuple(value for item in self.items(node, key) if (value := read(item, key)))

    def pairs(self, node: Node, key: str) -> tuple[tuple[Scalar, Node], ...]:
        """The keys and values of a map."""
        if isinstance(node, Mapping):
            return tuple(node.pairs.values())
        self._wrong(node, key, "a map")
        return ()

    def error(self, node: Node, rule: str, message: str, help: str = "") -> None:
        """Note an error at a node."""
        self.source.error(
            rule, node.line, node.column, message, length=length_of(node, self.source), help=help
        )

    def unknown(self, key: Scalar, known: Collection[str]) -> None:
        """Note a key that means nothing, with the nearest one that does."""
        message = f"unknown key '{one_line(key.text)}'"
        self.error(key, "unknown-key", message, self.nearest(key.text, known))

    def nearest(self, word: str, known: Collection[str]) -> str:
        """The help for an unknown word. Not every one of a file gets one: each costs time."""
        self.suggested += 1
        if self.suggested > MOST_SUGGESTIONS or len(known) > MOST_MEMBERS:
            return ""
        return nearest(word, known)

    def _cut(self, node: Scalar, key: str) -> None:
        message = f"' #' begins a comment: what follows is lost to '{key}'"
        self.error(node, "text-cut", message, CUT_HELP)

    def _not_an_id(self, node: Node, text: str) -> None:
        message = f"'{one_line(text)}' is no id"
        self.error(node, "bad-id", message, ID_HELP)

    def _wrong(self, node: Node, key: str, wanted: str) -> None:
        if isinstance(node, Void):
            return
        found = {Scalar: "a text", Sequence: "a list", Mapping: "a map"}.get(type(node), "a map")
        if isinstance(node, Scalar) and not node.text:
            found = "nothing"
        mend = "put the text in quotes" if wanted == "a text" else ""
        if wanted == "a list" and isinstance(node, Scalar) and node.text:
            mend = f"write [{one_line(node.text, 40)}]"
        self.error(node, "wrong-type", f"'{key}' must be {wanted}, not {found}", mend)


def nearest(word: str, known: Iterable[str]) -> str:
    """The help for a word that is not known: the nearest one that is; "" where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word[:80], tuple(known), 1)
    return f"did you mean '{near[0]}'?" if near else ""


def length_of(node: Node, source: Source) -> int:
    """How many characters of its first line a node takes."""
    if not isinstance(node, Scalar):
        return 1
    rest = source.line(node.line)[node.column - 1 : node.column - 1 + _LONGEST_MARK].rstrip()
    if rest.startswith(node.text[:_LONGEST_MARK]):
        return max(1, min(len(node.text), _LONGEST_MARK))
    quote = rest[:1]
    end = rest.find(quote, 1) if quote in ("'", '"') else -1
    return max(1, end + 1 if end > 0 else len(rest))
