"""A typed answer beside the right one, with a caret under the first difference."""

from __future__ import annotations

from rich.cells import cell_len

from recall.decks.question import Question
from recall.session.answers import typed_difference
from recall.session.values import Answer
from recall.tui.draw.blocks import Block
from recall.tui.draw.entry import Entry
from recall.tui.draw.room import Room
from recall.tui.draw.text import BLANK, Line, Run, indent, place
from recall.tui.draw.wrap import paragraphs

LABEL = 8
FIELD = "field"


def blocks(
    room: Room, question: Question, answer: Answer | None, revealed: bool, entry: Entry
) -> list[Block]:
    """Before the reveal the row of the text field, after it what was typed and the answer."""
    if not revealed:
        if entry.paused and entry.text.strip():
            return [Block(room.at_text(_labelled("you", entry.text, room)), FIELD)]
        row: Line = (Run("you"), Run(" " * (LABEL - 3)), Run("_", "accent"))
        return [Block(room.at_text([row]), FIELD)]
    given = answer.given.strip() if answer is not None else ""
    rows = _labelled("you", given, room) if given else []
    if answer is not None and given:
        rows += _verdict(answer, given, question.answer, len(rows))
    rows += _labelled("answer", question.answer, room, "bold")
    return [Block(room.at_text(rows))]


def _labelled(label: str, text: str, room: Room, style: str = "") -> list[Line]:
    rows = paragraphs(text, room.text - LABEL, style)
    first = place((0, (Run(label),)), (LABEL, rows[0]))
    return [first, *indent(rows[1:], LABEL)]


def _verdict(answer: Answer, given: str, wanted: str, rows: int) -> list[Line]:
    if answer.right and not answer.slip:
        return []
    at = typed_difference(given, wanted)
    if at is None or rows > 1:
        return [BLANK]
    caret: Line = (Run(" " * (LABEL + cell_len(given[:at]))), Run("^", "wrong"))
    return [caret] if not answer.slip else [(*caret, Run("  one letter off"))]
