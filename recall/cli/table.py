"""Columns of text, aligned by the cells that they take in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.problems import cells


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with every column as wide as its widest text, two cells apart."""
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            text + " " * (width - cells(text)) for text, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]
