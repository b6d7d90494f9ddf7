"""How much room a window gives, and where things stand in it."""

from __future__ import annotations

from typing import NamedTuple

from recall.tui.draw.text import BLANK, Line, Run, indent

TEXT_WIDTH = 64
MARGIN = 8
FRAME_WIDTH = 75
FRAME_OUTSET = 6
SIGN_OUTSET = 3
WIDE_FROM, CENTRED_FROM, TALL_FROM = 76, 100, 20
LEAST_WIDTH, LEAST_HEIGHT = 30, 10


class Room(NamedTuple):
    """A window's size in cells."""

    width: int
    height: int

    @property
    def too_small(self) -> bool:
        """Whether only a sentence fits that asks for more."""
        return self.width < LEAST_WIDTH or self.height < LEAST_HEIGHT

    @property
    def wide(self) -> bool:
        """Whether there is room for margins and for the grades in one row."""
        return self.width >= WIDE_FROM

    @property
    def tall(self) -> bool:
        """Whether there is room for blank rows around the text."""
        return self.height >= TALL_FROM

    @property
    def left(self) -> int:
        """The column of the text."""
        if self.width >= CENTRED_FROM:
            return (self.width - TEXT_WIDTH) // 2
        return MARGIN if self.wide else 0

    @property
    def text(self) -> int:
        """The width of the text; without margins the last column stays free."""
        return TEXT_WIDTH if self.wide else min(TEXT_WIDTH, self.width - 1)

    @property
    def frame_left(self) -> int:
        """The column of header, lines and key line."""
        return self.left - FRAME_OUTSET if self.wide else 0

    @property
    def frame(self) -> int:
        """The width of header, lines and key line."""
        return min(FRAME_WIDTH, self.width - 2 * 2) if self.wide else self.width

    @property
    def head_rows(self) -> int:
        """Rows of the header: its line of text, the line of progress, and a blank one."""
        return 3 if self.tall else 2

    @property
    def foot_rows(self) -> int:
        """Rows of the grade bar with its line above and the key line below."""
        return 5 if self.tall else 4

    @property
    def body_rows(self) -> int:
        """Rows left for the text."""
        return max(0, self.height - self.head_rows - self.foot_rows)

    def at_text(self, lines: list[Line]) -> list[Line]:
        """Lines moved to the column of the text."""
        return indent(lines, self.left)

    def at_frame(self, runs: Line) -> Line:
        """A line moved to the column of the header."""
        return (Run(" " * self.frame_left), *runs) if runs and self.frame_left else runs


class Spot(NamedTuple):
    """Where in the window a text field stands, in cells."""

    column: int
    row: int
    width: int


class Page(NamedTuple):
    """All rows of a window in three parts; ``spot`` is where the text field stands, if any."""

    head: list[Line]
    body: list[Line]
    foot: list[Line]
    spot: Spot | None = None

    @property
    def lines(self) -> list[Line]:
        """All rows from the top."""
        return [*self.head, *self.body, *self.foot]


def fill(lines: list[Line], rows: int) -> list[Line]:
    """Lines cut or filled up with blank ones to so many rows."""
    return [*lines[:rows], *[BLANK] * (rows - len(lines))]
