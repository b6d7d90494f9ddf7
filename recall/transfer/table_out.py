"""A deck as a table: CSV for spreadsheets, TSV, and the two columns that Quizlet takes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from recall.decks.model import Deck
from recall.transfer.asked import Asked, prompts_of
from recall.transfer.formulas import neutral
from recall.transfer.texts import id_of

HEADER = ("id", "question", "answer", "hint", "why", "source", "tags", "module")


def csv_bytes(deck: Deck) -> bytes:
    """A table with commas, as Excel opens it: with byte-order mark and CRLF, no formula in it."""
    return b"\xef\xbb\xbf" + _table(deck, ",").encode()


def tsv_bytes(deck: Deck) -> bytes:
    """A table with tabs."""
    return _table(deck, "\t").encode()


def quizlet_bytes(deck: Deck) -> bytes:
    """Question, tab, answer, one prompt a line: no names, no quotes, no line ends in a cell."""
    rows = ((neutral(_flat(each.front)), neutral(_flat(each.back))) for each in prompts_of(deck))
    return "".join(f"{front}\t{back}\n" for front, back in rows).encode()


def _table(deck: Deck, separator: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows(_rows(deck))
    return text.getvalue()


def _rows(deck: Deck) -> Iterator[list[str]]:
    for each in prompts_of(deck):
        asked = each.question
        cells = (
            _short(each),
            each.front,
            each.back,
            asked.hint,
            asked.why,
            asked.source,
            ", ".join(each.card.tags),
            asked.module_title,
        )
        yield [neutral(cell) for cell in cells]


def _short(each: Asked) -> str:
    """Card and part as one id: of a card with one prompt the card's own."""
    return id_of(each.guid)


def _flat(text: str) -> str:
    return " / ".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
