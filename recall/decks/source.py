"""A deck file before it is understood: its bytes, its text, and places in it."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from itertools import islice
from pathlib import Path

from recall.decks.clean import FORBIDDEN, REPLACEMENT, clean
from recall.decks.problems import ERROR, WARNING, Problem

MOST_BYTES = 8 * 1024 * 1024
MOST_CHARACTERS = 100
MOST_PROBLEMS = 1_000
"""Of a file so many problems are listed; a last one says that there are more."""

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_EXCERPT, _LEAD = 120, 40
_LINE_END = re.compile("\r\n|\r|\n")


class Refused(Exception):
    """The file gives no text to read; ``problem`` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def digest_of(data: bytes) -> str:
    """The SHA-256 of a file's bytes, in hex: what the cache knows it by."""
    return hashlib.sha256(data).hexdigest()


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a regular file, never more than it is worth reading.

    Raises:
        Refused: no such file, no regular one, one that may not be read, or a too large one.
    """
    try:
        # A pipe must not make the open wait for its other end.
        handle = os.open(path, _READING)
    except (OSError, ValueError) as fault:
        raise Refused(_unreadable(path, name, fault)) from None
    try:
        facts = os.fstat(handle)
        if not stat.S_ISREG(facts.st_mode):
            raise Refused(_not_a_file(name, stat.S_ISDIR(facts.st_mode)))
        if facts.st_size > MOST_BYTES:
            raise Refused(_too_large(name, facts.st_size))
        with os.fdopen(handle, "rb", closefd=False) as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise Refused(_unreadable(path, name, fault)) from None
    finally:
        os.close(handle)
    return data


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
        raise Refused(_too_large(name, len(data)))
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


def _whole(name: str, rule: str, message: str, mend: str = "") -> Problem:
    return Problem(name, 0, 0, ERROR, rule, message, help=mend)


def _too_large(name: str, size: int) -> Problem:
    return _whole(
        name,
        "too-large",
        f"the file has {size:,} bytes; a deck may have {MOST_BYTES:,} (8 MiB)",
        "split it into several decks",
    )


def _not_a_file(name: str, folder: bool) -> Problem:
    kind = "a folder" if folder else "no regular file (a pipe, a socket or a device)"
    return _whole(name, "not-a-file", f"this is {kind}, so it cannot be read as a deck")


def _unreadable(path: Path, name: str, fault: OSError | ValueError) -> Problem:
    if isinstance(fault, IsADirectoryError) or (
        isinstance(fault, PermissionError) and path.is_dir()
    ):
        return _not_a_file(name, True)
    reason = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return _whole(name, "unreadable", f"the file cannot be read: {reason[:1].lower()}{reason[1:]}")


def _other_encoding(name: str) -> Problem:
    message = "the file is UTF-16, not UTF-8"
    return Problem(name, 1, 1, ERROR, "encoding", message, help="save the file as UTF-8")


_PATHS_LINE = re.compile(rb"^\xef\xbb\xbf?paths[ \t]*:|^paths[ \t]*:", re.MULTILINE)
_DECK_LINE = re.compile(rb"^(\xef\xbb\xbf)?deck[ \t]*:", re.MULTILINE)


def holds_paths(data: bytes) -> bool:
    """Whether a file looks like one of learning paths: told without reading it as YAML."""
    return bool(_PATHS_LINE.search(data)) and not _DECK_LINE.search(data)
