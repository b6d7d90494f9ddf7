"""A row of a comparison: both sides side by side, or one above the other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from recall.decks.question import Contrast, Question
from recall.session.values import Answer
from recall.tui.draw.blocks import Block
from recall.tui.draw.choice import marked_option, numbered
from recall.tui.draw.room import Room
from recall.tui.draw.text import Line, Run, indent, line, place
from recall.tui.draw.wrap import paragraphs

COLUMN, BETWEEN = 30, 4
ASKED = {"left": 0, "right": 1}


def heading(question: Question) -> str:
    """The first line of the card: of a cell that is asked, the aspect of its row."""
    contrast = question.contrast
    if contrast is not None and contrast.asked in ASKED:
        return contrast.aspect
    return question.text


def blocks(room: Room, question: Question, answer: Answer | None, revealed: bool) -> list[Block]:
    """The row; where a side is to be picked, the two sides by number."""
    contrast = question.contrast
    assert contrast is not None
    if contrast.asked == "which":
        return _which(room, contrast, answer)
    row = Block(_row(room, contrast, revealed))
    if contrast.asked == "why" and revealed:
        return [row, Block(room.at_text(paragraphs(question.answer, room.text, "bold")))]
    return [row]


def _which(room: Room, contrast: Contrast, answer: Answer | None) -> list[Block]:
    if answer is None:
        rows = [numbered(at, side, room.text) for at, side in enumerate(contrast.sides)]
        return [Block(room.at_text([each for row in rows for each in row]))]
    lines: list[Line] = []
    for at, side in enumerate(contrast.sides):
        right = at == contrast.belongs
        lines += marked_option(room, at, side, right, at in answer.picked)
    return [Block(lines), Block(_row(room, contrast, True))]


def _row(room: Room, contrast: Contrast, revealed: bool) -> list[Line]:
    hidden = ASKED.get(contrast.asked)
    if contrast.asked == "which":
        hidden = contrast.belongs
    texts = list(contrast.cells)
    styles = ["", ""]
    if hidden is not None:
        texts[hidden] = f"[{contrast.cells[hidden]}]" if revealed else "[ ? ]"
        styles[hidden] = "bold"
    if room.wide:
        return room.at_text(_side_by_side(contrast.sides, texts, styles))
    order = (1, 0) if hidden == 0 else (0, 1)
    lines: list[Line] = []
    for at in order:
        lines += [()] if lines else []
        lines += paragraphs(contrast.sides[at], room.text)
        lines += indent(paragraphs(texts[at], room.text - 2, styles[at]), 2)
    return lines


def _side_by_side(sides: Sequence[str], texts: Sequence[str], styles: Sequence[str]) -> list[Line]:
    second = COLUMN + BETWEEN
    heads = [paragraphs(side, COLUMN) for side in sides]
    rule: Line = line("─" * COLUMN, "dim")
    lines = [place((0, one), (second, two)) for one, two in zip_longest(*heads, fillvalue=())]
    lines.append((*rule, Run(" " * BETWEEN), *rule))
    cells = [paragraphs(text, COLUMN, style) for text, style in zip(texts, styles, strict=True)]
    lines += [place((0, one), (second, two)) for one, two in zip_longest(*cells, fillvalue=())]
    return lines
