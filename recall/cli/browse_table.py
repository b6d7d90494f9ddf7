"""``recall browse`` as a table of text, and as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recall.clock import date_of
from recall.collection.shelf import CardRow
from recall.session.browsing import next_word, share, standing_words

QUESTION_CELLS = 60
HEAD = ("card", "question", "recall", "next", "forgotten", "")


def table(rows: Sequence[CardRow], today: int) -> list[str]:
    """Lines: a heading, then a row for each card."""
    from recall.cli.table import columns
    from recall.decks.clean import one_line

    return columns(
        [
            HEAD,
            *(
                (
                    one_line(row.name, 80),
                    one_line(row.text, QUESTION_CELLS),
                    share(row.recall),
                    next_word(row.next_day, today),
                    str(row.forgotten or ""),
                    ", ".join(standing_words(row.standing)),
                )
                for row in rows
            ),
        ]
    )


def plain(row: CardRow) -> dict[str, Any]:
    """A row as ``--json`` gives it."""
    card = row.card
    return {
        "card": row.name,
        "deck": row.deck,
        "module": card.module if card else None,
        "kind": card.kind if card else None,
        "tags": list(card.tags) if card else [],
        "text": row.text,
        "is": sorted(row.standing),
        "questions": row.questions,
        "met": row.met,
        "recall": None if row.recall is None else round(row.recall, 3),
        "next": None if row.next_day is None else date_of(row.next_day).isoformat(),
        "last_seen": None if row.last_day is None else date_of(row.last_day).isoformat(),
        "forgotten": row.forgotten,
        "line": card.line if card else None,
    }
