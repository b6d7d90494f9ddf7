"""A table of questions becomes a deck: CSV and TSV of Excel, Quizlet, Anki and others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from recall.decks.clean import one_line
from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED
from recall.session.words import counted
from recall.transfer.columns import OUT, guessed, is_header, said
from recall.transfer.encoding import Decoded, decode
from recall.transfer.formulas import as_written
from recall.transfer.html_text import text_of
from recall.transfer.making import Imported, Maker, Wanted
from recall.transfer.table_dialect import NAMES, Row, Table, read_table
from recall.transfer.texts import id_of

_SHOWN, _CELL = 3, 40
_TAGS = re.compile(r"[,;]")


class TableWords(NamedTuple):
    """What was said about a table: "" or None where it is to be guessed.

    ``columns``: roles with commas between; ``kind``: ``basic``, ``term`` or ``typed``.
    """

    separator: str = ""
    encoding: str = ""
    columns: str = ""
    header: bool | None = None
    kind: str = ""


GUESS = TableWords()


def table_deck(data: bytes, wanted: Wanted, words: TableWords = GUESS) -> Imported:
    """The deck of a table, and how the table was understood.

    Raises:
        RecallError: no text, not a table, or no cards in it.
        UsageError: what was said about it makes no sense.
    """
    decoded = decode(data, wanted.name, words.encoding)
    table = read_table(decoded.text, wanted.name, words.separator)
    settings = table.settings
    names = settings.get("columns", "").split(table.separator) if "columns" in settings else []
    rows, header = _split(table.rows, names, words.header)
    width = max((len(row.cells) for row in rows), default=0)
    roles = said(words.columns) if words.columns else _roles(table, header, width, words.kind)
    maker = Maker(wanted)
    html = settings.get("html", "").lower() == "true"
    tags = tuple(settings.get("tags", "").split())
    for row in rows:
        _card(maker, roles, row, html=html, tags=tags)
    deck = maker.deck(settings.get("deck", "").rpartition("::")[2])
    seen = _seen(wanted.name, decoded, table, header, roles, rows)
    notices = (*((decoded.notice,) if decoded.notice else ()), *maker.notices())
    return Imported(deck, seen, notices)


def _split(
    rows: tuple[Row, ...], names: list[str], header: bool | None
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    if names:
        return rows, tuple(names)
    if rows and (is_header(rows[0].cells) if header is None else header):
        return rows[1:], rows[0].cells
    return rows, ()


def _roles(table: Table, header: tuple[str, ...], width: int, kind: str) -> tuple[str, ...]:
    roles = list(guessed(header, width, kind))
    for setting, role in (("guid column", "id"), ("tags column", "tags"), ("deck column", OUT)):
        place = table.settings.get(setting, "")
        if place.isdecimal() and 0 < int(place) <= len(roles):
            roles[int(place) - 1] = role
    if header or "id" not in roles:
        return tuple(roles)
    # The columns that Anki names are none of the question.
    free = iter(("q", "a", *[OUT] * len(roles)))
    return tuple(role if role in ("id", "tags") else next(free) for role in roles)


def _card(
    maker: Maker, roles: Sequence[str], row: Row, *, html: bool, tags: tuple[str, ...]
) -> None:
    cells = {
        role: text_of(cell) if html else as_written(cell)
        for role, cell in zip(roles, row.cells, strict=False)
        if role != OUT and cell.strip()
    }
    own = cells.get("tags", "")
    split = own.split() if html else _TAGS.split(own)
    fields: dict[str, Any] = {
        "tags": (*tags, *split),
        "hint": cells.get("hint", ""),
        "why": cells.get("why", ""),
        "source": cells.get("source", ""),
        "lang": cells.get("lang", ""),
        "module": cells.get("module", ""),
        "id": id_of(cells.get("id", "")),
    }
    text, kind, answer = _question(cells)
    if kind == TYPED and cells.get("accept"):
        fields["accept"] = tuple(
            word.strip() for word in cells["accept"].split(";") if word.strip()
        )
    if maker.add(kind, text=text, answer=answer, **fields) is None:
        why = "without a question" if not text.strip() else "without an answer"
        maker.leave_out(why, f"line {row.line}")


def _question(cells: dict[str, str]) -> tuple[str, str, str]:
    if cells.get("term"):
        return cells["term"], REVERSED, cells.get("means", "")
    if cells.get("cloze"):
        return cells["cloze"], CLOZE, ""
    if cells.get("typed"):
        return cells.get("q", ""), TYPED, cells["typed"]
    return cells.get("q", ""), BASIC, cells.get("a", "")


def _seen(
    name: str,
    decoded: Decoded,
    table: Table,
    header: tuple[str, ...],
    roles: Sequence[str],
    rows: tuple[Row, ...],
) -> tuple[str, ...]:
    """How the table was understood: a line for the whole, one for each column."""
    sign = NAMES.get(table.separator, repr(table.separator))
    first = "the first row names the columns" if header else "no row names the columns"
    lines = [
        f"{name}: {decoded.encoding}, {sign} between cells, {counted(len(rows), 'row')}; {first}"
    ]
    for place, role in enumerate(roles):
        called = header[place] if place < len(header) else ""
        example = next((row.cells[place] for row in rows if place < len(row.cells)), "")
        meant = "left out" if role == OUT else role
        shown = " ".join(filter(None, (one_line(called, 20), f"“{one_line(example, _CELL)}”")))
        lines.append(f"  column {place + 1}  {meant:<8}  {shown}")
    if any(role == OUT and place < len(header) for place, role in enumerate(roles)):
        lines.append("  (--columns q,a,-,tags says what each column is)")
    return tuple(lines)
