"""A page of help that fits the terminal, a narrow one too."""

from __future__ import annotations

from collections.abc import Iterable

import click

_NARROW = 60
_BESIDE = 10
"""On a narrow page names of so many columns stand beside their sentences, longer ones above."""


class HelpPage(click.HelpFormatter):
    """Click's page, whose names and written-out lines leave room for words at 40 columns."""

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write names with their sentences."""
        super().write_dl(rows, _BESIDE if self.width < _NARROW else col_max, col_spacing)

    def getvalue(self) -> str:
        """The page; lines that are kept as they were written go on below when they are too long."""
        page = super().getvalue()
        lines = page.split("\n")
        if max(map(len, lines)) <= self.width:
            return page
        # Not above: it takes longer to import than most pages take.
        from recall.cli.say import broken

        return "\n".join(part for line in lines for part in broken(line, self.width))
