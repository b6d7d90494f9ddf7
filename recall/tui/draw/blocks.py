"""What gives way where room is short: blocks of lines fitted into rows, in a fixed order.

The order is: source, blank rows, the case of a scenario (folds), options that do not matter; what
still does not fit scrolls, with ``↓ more`` in the last row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from recall.session.words import WORDS
from recall.tui.draw.room import fill
from recall.tui.draw.text import BLANK, Line, indent, line

SOURCE, WHY, NOTE = "source", "why", "note"


class Block(NamedTuple):
    """Lines that belong together; ``role`` says what they are, ``gap`` whether a blank row parts
    them from what stands above."""

    lines: list[Line]
    role: str = ""
    gap: bool = True


class Level(NamedTuple):
    """How much has given way: the case folded, options that do not matter left out."""

    folded: bool = False
    lean: bool = False


LEVELS = (Level(), Level(folded=True), Level(folded=True, lean=True))
Build = Callable[[Level], Sequence[Block]]


class Fitted(NamedTuple):
    """Lines for the rows at hand; more than those where they must be scrolled."""

    lines: list[Line]
    scrolls: bool


def fit(build: Build, rows: int, levels: Sequence[Level] = LEVELS) -> Fitted:
    """The fullest form that fits into so many rows, else one that scrolls."""
    for level in levels:
        blocks = build(level)
        full = _stack(blocks)
        if len(full) <= rows:
            return Fitted(full, False)
        blocks = [block for block in blocks if block.role != SOURCE]
        tight = _tighten(blocks, rows)
        if len(tight) <= rows:
            return Fitted(tight, False)
    return Fitted(_scrolling(build, rows, levels), True)


def _scrolling(build: Build, rows: int, levels: Sequence[Level]) -> list[Line]:
    """Where only ``why`` is too long it scrolls, in the fullest form whose rest fits; else the
    note does as well."""
    for below in ((WHY, SOURCE), (NOTE, WHY, SOURCE)):
        for level in levels:
            blocks = build(level)
            head = _tighten([block for block in blocks if block.role not in below], rows - 1)
            if len(head) < rows:
                tail = _stack([block for block in blocks if block.role in below])
                return [*head, BLANK, *tail] if tail else head
    return _stack(build(levels[-1]))


def _stack(blocks: Sequence[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if block.lines:
            if lines and block.gap:
                lines.append(BLANK)
            lines += block.lines
    return lines


def _tighten(blocks: Sequence[Block], rows: int) -> list[Line]:
    """Blocks with as many blank rows between them as fit, the lowest kept longest, but
    the one above a note given up first."""
    blocks = [block for block in blocks if block.lines]
    spare = rows - sum(len(block.lines) for block in blocks)
    gaps = [index for index, block in enumerate(blocks) if index and block.gap]
    gaps.sort(key=lambda index: (blocks[index].role != NOTE, index))
    kept = set(gaps[max(0, len(gaps) - spare) :]) if spare > 0 else set()
    lines: list[Line] = []
    for index, block in enumerate(blocks):
        lines += [BLANK, *block.lines] if index in kept else block.lines
    return lines


def window(lines: list[Line], rows: int, offset: int, left: int = 0) -> tuple[list[Line], int]:
    """The rows of a scrolled text from an offset, and that offset kept within bounds."""
    offset = max(0, min(offset, len(lines) - rows))
    shown = lines[offset : offset + rows]
    if offset + rows < len(lines) and rows > 1:
        shown[-1:] = indent([line(WORDS["more text"], "dim", "scroll_down")], left)
    return fill(shown, rows), offset
