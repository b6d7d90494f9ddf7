"""Rows of a picture: a label, a bar of two parts, and figures in columns at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from recall.tui.draw.text import Line, Run, cut, line, pad_to, width_of

SOLID, FAINT = "█", "░"
_LEAST_BAR, _LONGEST_BAR = 3, 24


class Row(NamedTuple):
    """One row.

    Attributes:
        label: what it is about; cut where room is short.
        solid, faint: shares of the bar, 0 to 1: what is full, and what goes on behind it.
        figures: texts, one for each column.
        indent: cells that the label is moved to the right.
        note: words in place of the bar, and of figures that are empty.
    """

    label: str
    solid: float
    faint: float
    figures: tuple[str, ...]
    indent: int = 0
    note: str = ""


def rows_of(rows: Sequence[Row], width: int) -> list[Line]:
    """Rows under each other, their bars and figures aligned, in at most ``width`` cells.

    Where labels and figures leave less than three cells, there are no bars.
    """
    if not rows:
        return []
    columns = zip(*(each.figures for each in rows), strict=True)
    figures = [max(width_of(line(text)) for text in column) for column in columns]
    right = sum(figures) + 2 * len(figures)
    longest = max(each.indent + width_of(line(each.label)) for each in rows)
    label = min(longest, max(8, (width - right) * 3 // 5))
    cells = min(_LONGEST_BAR, width - right - label - 2)
    return [_row(each, label, cells if cells >= _LEAST_BAR else 0, figures) for each in rows]


def bar(solid: float, faint: float, cells: int) -> Line:
    """A bar of two parts. What there is any of shows at least one sign."""
    full = _cells(solid, cells)
    behind = max(full, _cells(solid + faint, cells)) - full
    runs = (Run(SOLID * full, "accent"), Run(FAINT * behind, "dim"))
    return tuple(run for run in runs if run.text)


def _cells(share: float, cells: int) -> int:
    share = max(0.0, min(1.0, share))
    return max(round(share * cells), 1) if share > 0.005 else 0


def _row(row: Row, label: int, cells: int, figures: Sequence[int]) -> Line:
    text = cut((Run(" " * row.indent), *line(row.label)), label)
    parts: Line = pad_to(text, label)
    if cells and not row.note:
        parts = (*parts, Run("  "), *pad_to(bar(row.solid, row.faint, cells), cells))
    at = label + (2 + cells if cells else 0)
    for figure, column in zip(row.figures, figures, strict=True):
        at += 2 + column
        if figure:
            parts = pad_to(_noted(parts, row, at - 2 - column), at - width_of(line(figure)))
            parts = (*parts, Run(figure))
    return parts


def _noted(parts: Line, row: Row, end: int) -> Line:
    """The row so far; its note, if it has one, takes the place up to the first figure there is."""
    if not row.note:
        return parts
    return (*parts, Run("  "), *cut(line(row.note, "dim"), end - width_of(parts) - 2))
