"""Lines in, whatever the bytes; lines out, whatever the letters."""

from __future__ import annotations

from typing import BinaryIO, TextIO

from recall.decks.clean import clean

LONGEST = 4096
"""Bytes of a line that are looked at; nobody types more."""


class Reader:
    """Reads lines from bytes. Nothing that may come in can raise, or fill the memory."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def line(self) -> str | None:
        """The next line, clean and without blanks at its ends; None at the end of input."""
        try:
            data = self._stream.readline(LONGEST)
            rest = data
            while len(rest) == LONGEST and not rest.endswith(b"\n"):
                rest = self._stream.readline(LONGEST)
        except (OSError, ValueError):
            # A terminal that has gone (a dropped line) reads as an error, a closed stream too.
            return None
        if not data:
            return None
        return clean(data.decode("utf-8", "replace").lstrip("\ufeff").rstrip("\r\n")).strip()


class Writer:
    """Writes whole lines at once, so that a reader at the other end never waits for half of one."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def say(self, *lines: str) -> None:
        """Write some lines; an empty text is an empty line."""
        self._stream.write("".join(f"{line}\n" for line in lines))
        self._stream.flush()
