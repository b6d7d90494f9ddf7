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

    def render(self) -> str:
        """The message with the line it is about, carets under the place, and the help."""
        text = f"{self.where}: {self.severity}[{self.rule}]: {self.message}"
        width = max(_GUTTER, len(str(self.line)))
        if self.line and self.excerpt.strip():
            before = self.excerpt[: self.column - 1 - self.skipped]
            marked = self.excerpt[len(before) : len(before) + self.length]
            carets = " " * cells(before) + "^" * max(1, cells(marked))
            text += f"\n{self.line:>{width}} | {self.excerpt}\n{'':>{width}} | {carets}"
        if self.help:
            text += f"\n{'':>{width}} = help: {self.help}"
        return text

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


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide sign, none for a mark on one."""
    if text.isascii():
        return len(text)
    return sum(_cell(sign) for sign in text)


def _cell(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
