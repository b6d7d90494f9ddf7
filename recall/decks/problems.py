"""What is wrong with a deck file, and where: values that print like a compiler's messages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import Any

from recall.decks.clean import clean

ERROR, WARNING = "error", "warning"

_GUTTER = 5
_QUOTED = re.compile("'([^']*)'")
_JOINED = re.compile("\u200d.|[\U0001f3fb-\U0001f3ff]")
"""What is drawn within the picture before it: another one after a joiner, the colour of a skin."""
_AS_PICTURE, _WIDE = re.compile("[^\x00-\x7f]\ufe0f"), "\u3000"
"""A sign that is asked to be drawn as a picture, and any other wide one."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One located problem.

    Attributes:
        file: the file as it was named.
        line: from 1; 0 where the problem is the file's as a whole.
        column: from 1, in characters; 0 for the file as a whole.
        severity: ``error`` (the deck is not used) or ``warning``.
        rule: what was broken, a name that does not change: ``unknown-key``.
        message: a sentence without a capital and a full stop.
        excerpt: the source line, clean; of a very long line the part around the place.
        length: how many characters the carets mark.
        help: the mend, or "".
        skipped: characters of the source line left out before the excerpt.
    """

    file: str
    line: int
    column: int
    severity: str
    rule: str
    message: str
    excerpt: str = ""
    length: int = 1
    help: str = ""
    skipped: int = 0

    @property
    def is_error(self) -> bool:
        """Whether the deck cannot be used for it."""
        return self.severity == ERROR

    @property
    def where(self) -> str:
        """``file:line:column``, or the file alone."""
        name = clean(self.file).replace("\n", " ")
        return f"{name}:{self.line}:{self.column}" if self.line else name

    def render(self, columns: int = 0) -> str:
        """The message with the line it is about, carets under the place, and the help.

        Args:
            columns: the cells of the terminal that it is for; 0 for no bound.
        """
        width = max(_GUTTER, len(str(self.line)))
        rows = wrapped(f"{self.where}: {self.severity}[{self.rule}]: {self.message}", columns, 0)
        if self.line and self.excerpt.strip():
            rows += self._marked(width, columns)
        if self.help:
            rows += wrapped(f"{'':>{width}} = help: {self.help}", columns, width + 9)
        return "\n".join(rows)

    def _marked(self, width: int, columns: int) -> list[str]:
        """The excerpt, or as much of it as fits around the place, and carets under the place."""
        excerpt, at = self.excerpt, self.column - 1 - self.skipped
        room = columns - width - 3 if columns else 0
        length = self.length
        if room > 0 and cells(excerpt) > room:
            start = max(0, min(at - room // 3, len(excerpt) - room // 2)) if at > room // 2 else 0
            excerpt, at = _cut(excerpt[start:], start > 0, room), at - start
        before = excerpt[:at]
        marked = excerpt[len(before) : len(before) + length]
        carets = " " * cells(before) + "^" * max(1, cells(marked))
        return [f"{self.line:>{width}} | {excerpt}", f"{'':>{width}} | {carets}"]

    def short(self) -> str:
        """The message on one line: ``team.yaml, line 10: unknown key 'hnit'``."""
        name = clean(self.file).replace("\n", " ").replace("\\", "/").rpartition("/")[2]
        place = f"{name}, line {self.line}" if self.line else name
        return f"{place}: {_QUOTED.sub(_in_double_quotes, self.message)}"

    def as_json(self) -> dict[str, Any]:
        """The fields as plain values; what an excerpt leaves out is no news to a script."""
        fields = asdict(self)
        del fields["skipped"]
        return fields


def _in_double_quotes(found: re.Match[str]) -> str:
    return f'"{found[1]}"'


def _cut(text: str, begun: bool, room: int) -> str:
    """As much of a text as fits, with ``…`` where something is left out."""
    text = f"…{text[1:]}" if begun else text
    if cells(text) <= room:
        return text
    while cells(text) >= room:
        text = text[:-1]
    return f"{text}…"


def wrapped(text: str, columns: int, hang: int) -> list[str]:
    """Text in lines of at most so many cells (0: any number), broken between words.

    Lines after the first begin ``hang`` cells from the left; a longer word stays whole.
    """
    rows = [""]
    for word in re.findall(r"\s*\S+", text):
        if columns and rows[-1].strip() and cells(rows[-1]) + cells(word) > columns:
            rows.append(" " * hang + word.lstrip())
        else:
            rows[-1] += word
    return rows


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide sign or a picture, joined of
    several or not, none for a mark on one."""
    if text.isascii():
        return len(text)
    drawn = _AS_PICTURE.sub(_WIDE, _JOINED.sub("", text))
    return sum(_cell(sign) for sign in drawn)


def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
