"""The text of a deck file before it is understood, and places in it."""

from __future__ import annotations

import re
from itertools import islice

from recall.decks.clean import FORBIDDEN, REPLACEMENT, clean
from recall.decks.deck_bytes import MOST_BYTES, Refused, too_large
from recall.decks.problems import ERROR, WARNING, Problem

MOST_CHARACTERS = 100
MOST_PROBLEMS = 1_000
"""Of a file so many problems are listed; a last one says that there are more."""

_EXCERPT, _LEAD = 120, 40
_LINE_END = re.compile("\r\n|\r|\n")


class Source:
    """The text of a deck file, with the problems found in it so far."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.problems: list[Problem] = []
        self.unlisted = self.unlisted_errors = 0
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        if self._lines is None:
            self._lines = _LINE_END.split(self.text)
        return self._lines

    def line(self, number: int) -> str:
        """A line by its number from 1, "" past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def error(
        self, rule: str, line: int, column: int, message: str, length: int = 1, help: str = ""
    ) -> None:
        """Note an error; ``length``: how many characters it is about, ``help``: the mend."""
        self._note(ERROR, rule, line, column, message, length, help)

    def warn(
        self, rule: str, line: int, column: int, message: str, length: int = 1, help: str = ""
    ) -> None:
        """Note a warning."""
        self._note(WARNING, rule, line, column, message, length, help)

    def _note(
        self, severity: str, rule: str, line: int, column: int, message: str, length: int, help: str
    ) -> None:
        if len(self.problems) >= MOST_PROBLEMS:
            self.unlisted += 1
            self.unlisted_errors += severity == ERROR
            return
        excerpt, skipped = _window(self.line(line), column)
        place = (self.name, line, column)
        self.problems.append(
            Problem(*place, severity, rule, message, excerpt, length, help, skipped)
        )

    @property
    def is_full(self) -> bool:
        """Whether reading on for more errors is of no use."""
        return self.unlisted_errors > 0

    def sorted_problems(self) -> tuple[Problem, ...]:
        """All problems, in the order of their places."""
        # What stands where the syntax went wrong is wrong for that reason and for no other.
        slips = {(each.line, each.column) for each in self.problems if each.rule == "syntax"}
        kept = [
            each
            for each in self.problems
            if each.rule == "syntax" or (each.line, each.column) not in slips
        ]
        ordered = sorted(kept, key=lambda each: (each.line, each.column))
        if self.unlisted:
            message = f"there are more problems than the {MOST_PROBLEMS:,} listed"
            severity = ERROR if self.unlisted_errors else WARNING
            ordered.append(Problem(self.name, 0, 0, severity, "too-many-problems", message))
        return tuple(ordered)


def source_of(data: bytes, name: str) -> Source:
    """The text of the bytes, with what is wrong with its characters noted.

    Raises:
        Refused: bytes that are too many, or of another encoding altogether.
    """
    if len(data) > MOST_BYTES:
        raise Refused(too_large(name, len(data)))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:2].count(0) == 1:
        raise Refused(_other_encoding(name))
    broken = False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        broken = True
    source = Source(name, text.removeprefix("\ufeff"))
    if broken or FORBIDDEN.search(source.text):
        settled, total = FORBIDDEN.subn(REPLACEMENT, source.text)
        _note_characters(source, total)
        source.text = settled
        source._lines = None
    return source


def _note_characters(source: Source, total: int) -> None:
    line, start = 1, 0
    ends = _LINE_END.finditer(source.text)
    end = next(ends, None)
    for found in islice(FORBIDDEN.finditer(source.text), MOST_CHARACTERS):
        while end and end.end() <= found.start():
            line, start = line + 1, end.end()
            end = next(ends, None)
        rule, message, mend = _character(found[0])
        source.error(rule, line, found.start() - start + 1, message, help=mend)
    if total > MOST_CHARACTERS:
        more = f"and {total - MOST_CHARACTERS:,} more characters that a deck may not hold"
        source.error("forbidden-character", line, 1, more)


def _character(sign: str) -> tuple[str, str, str]:
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:
        return (
            "encoding",
            f"byte 0x{code - 0xDC00:02X} is not UTF-8",
            "save the file as UTF-8",
        )
    return (
        "forbidden-character",
        f"character U+{code:04X} may not stand in a deck",
        "remove it, or write the word that it stands for",
    )


def _window(line: str, column: int) -> tuple[str, int]:
    start = 0 if column <= _EXCERPT - _LEAD else column - 1 - _LEAD
    return clean(line[start : start + _EXCERPT]).replace("\n", " ").rstrip(), start


def _other_encoding(name: str) -> Problem:
    message = "the file is UTF-16, not UTF-8"
    return Problem(name, 1, 1, ERROR, "encoding", message, help="save the file as UTF-8")
