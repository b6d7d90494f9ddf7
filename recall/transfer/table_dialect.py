"""How a table is written: its separator, its quotes, and the lines of Anki before it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping
from itertools import islice
from typing import Any, NamedTuple

from recall.errors import RecallError

SEPARATORS = {"tab": "\t", "semicolon": ";", "comma": ",", "pipe": "|"}
NAMES = {sign: name for name, sign in SEPARATORS.items()}
LONGEST_CELL = 1_000_000
MOST_ROWS = 200_000
_SAMPLE = 100
_ANKI_KEYS = frozenset(
    (
        *("separator", "html", "tags", "columns", "notetype", "deck", "guid column"),
        *("tags column", "deck column", "notetype column", "if matches"),
    )
)


class Row(NamedTuple):
    """One row of a table, and the line on which it ends."""

    line: int
    cells: tuple[str, ...]


class Table(NamedTuple):
    """A table as it was read.

    Attributes:
        separator: the sign between cells.
        quoted: whether ``"`` encloses a cell.
        rows: those that hold something.
        settings: what Anki writes above its tables (``#html:true``), by name.
    """

    separator: str
    quoted: bool
    rows: tuple[Row, ...]
    settings: Mapping[str, str]


def read_table(text: str, name: str, separator: str = "") -> Table:
    """The table of a text; the separator is guessed if it is not said.

    Raises:
        RecallError: a quote is not closed, a cell or the whole is too large.
    """
    text, above, settings = _without_settings(text)
    told = settings.get("separator", "").lower()
    separator = separator or SEPARATORS.get(told, told if len(told) == 1 else "") or _guess(text)
    try:
        return Table(separator, True, _rows(text, name, separator, above, quoted=True), settings)
    except csv.Error as fault:
        # Quizlet and many a program write tabs and no quotes: there a quote is a sign like others.
        if separator != "\t":
            line = str(fault).partition(":")[0]
            what = "a quote is not closed, or a sign follows a closed one"
            mend = 'write a quote within a cell twice (""), or say --separator'
            raise RecallError(what, where=f"{name}:{line}", mend=mend) from None
    return Table(separator, False, _rows(text, name, separator, above, quoted=False), settings)


def _without_settings(text: str) -> tuple[str, int, dict[str, str]]:
    """The text below Anki's settings or Excel's ``sep=;``, their number of lines, and they."""
    settings: dict[str, str] = {}
    lines = 0
    if text[:4].lower() == "sep=":
        first, _, text = text.partition("\n")
        return text, 1, {"separator": first[4:5]}
    while text.startswith("#"):
        first, _, rest = text.partition("\n")
        key, colon, value = first[1:].rstrip("\r").partition(":")
        if not colon or key.lower() not in _ANKI_KEYS:
            break
        settings[key.lower()] = value
        text, lines = rest, lines + 1
    return text, lines, settings


def _guess(text: str) -> str:
    """The separator that gives most rows the same number of cells, two at least."""
    best, most = ",", 0.0
    for sign in SEPARATORS.values():
        try:
            found = list(islice(_reader(text, sign, quoted=True), _SAMPLE))
        except csv.Error:
            found = [line.split(sign) for line in islice(text.split("\n"), _SAMPLE)]
        widths = Counter(len(row) for row in found if any(cell.strip() for cell in row))
        if not widths:
            continue
        rows = widths.total()
        alike = max((count for width, count in widths.items() if width > 1), default=0)
        if alike / rows > most:
            best, most = sign, alike / rows
    return best


def _reader(text: str, separator: str, *, quoted: bool) -> Any:
    csv.field_size_limit(LONGEST_CELL)
    lines = io.StringIO(text, newline="")
    if quoted:
        return csv.reader(lines, delimiter=separator, strict=True)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)


def _rows(text: str, name: str, separator: str, above: int, *, quoted: bool) -> tuple[Row, ...]:
    reader = _reader(text, separator, quoted=quoted)
    rows: list[Row] = []
    ended = above
    try:
        for cells in reader:
            ended = reader.line_num + above
            if any(cell.strip() for cell in cells):
                rows.append(Row(ended, tuple(cells)))
            if len(rows) > MOST_ROWS:
                what = f"the table has more than {MOST_ROWS:,} rows"
                raise RecallError(what, where=name, mend="split it into several files")
    except csv.Error as fault:
        if "field limit" in str(fault):
            what = f"a cell has more than {LONGEST_CELL:,} characters"
            mend = "most often a quote that is not closed"
            raise RecallError(what, where=f"{name}:{ended + 1}", mend=mend) from None
        # The row that is at fault begins after the last good one.
        raise csv.Error(f"{ended + 1}: {fault}") from None
    return tuple(rows)
