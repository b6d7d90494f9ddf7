"""Cells that a spreadsheet would run instead of show."""

from __future__ import annotations

import re

# What Excel, LibreOffice and Google Sheets take for the beginning of a formula, after blanks too;
# the full-width signs are read as the narrow ones (OWASP, CSV injection).
_FORMULA = re.compile(r"'*[\s\ufeff]*[=+\-@\t\r＝＋－＠]")
_NEUTRAL = re.compile(r"'(?='*[\s\ufeff]*[=+\-@\t\r＝＋－＠])")


def neutral(cell: str) -> str:
    """The cell so that a spreadsheet shows it: a quote before what begins like a formula."""
    return "'" + cell if _FORMULA.match(cell) else cell


def as_written(cell: str) -> str:
    """The cell without the quote that ``neutral`` set before it."""
    return cell[1:] if _NEUTRAL.match(cell) else cell
