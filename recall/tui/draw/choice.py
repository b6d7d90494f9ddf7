"""Options by number; after the pick the signs, and the feedback for what was picked."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.model import Option
from recall.decks.question import Question
from recall.session.values import Answer
from recall.session.words import WORDS
from recall.tui.draw.blocks import Block, Level
from recall.tui.draw.entry import Entry
from recall.tui.draw.room import SIGN_OUTSET, TEXT_WIDTH, Room
from recall.tui.draw.text import Line, Run, ends, indent, line, width_of
from recall.tui.draw.wrap import paragraphs

PICKED = "●"


def blocks(
    room: Room, question: Question, answer: Answer | None, entry: Entry, level: Level
) -> list[Block]:
    """The options; ``answer`` None before the pick."""
    gap = not (question.case and answer is not None and not room.wide)
    if answer is None:
        return [Block(_offered(room, question.options, entry.picked), gap=True)]
    lines: list[Line] = []
    for index, option in enumerate(question.options):
        mine = index in answer.picked
        if mine or option.right or not level.lean:
            lines += marked_option(room, index, option.text, option.right, mine)
        if mine and option.why:
            lines += feedback(room, option.why)
    return [Block(lines, gap=gap)]


def _offered(room: Room, options: Sequence[Option], picked: Sequence[int]) -> list[Line]:
    lines: list[Line] = []
    for index, option in enumerate(options):
        rows = numbered(index, option.text, room.text, "mark" if index in picked else "")
        if index in picked and room.wide:
            first = (Run(PICKED, "accent"), Run("  "), *rows[0])
            lines += [*indent([first], room.left - SIGN_OUTSET), *room.at_text(rows[1:])]
        elif index in picked:
            number, _, *text = rows[0]
            lines += room.at_text([(number, Run(PICKED, "accent"), Run(" "), *text), *rows[1:]])
        else:
            lines += room.at_text(rows)
    return lines


def numbered(index: int, text: str, width: int, style: str = "") -> list[Line]:
    """An option before the pick: its number, and its text from the third column on."""
    act = f"number:{index + 1}"
    rows = paragraphs(text, width - 3 - (width < TEXT_WIDTH), style, act)
    first = (Run(str(index + 1), style, act), Run("  ", "", act), *rows[0])
    return [first, *indent(rows[1:], 3)]


def marked_option(room: Room, index: int, text: str, right: bool, mine: bool) -> list[Line]:
    """An option after the pick. The right ones and the one picked carry a sign."""
    sign = "✓" if right else "✗" if mine else ""
    colour = "right" if right else "wrong"
    style = "bold" if right else ""
    tag = line(WORDS["your pick"]) if mine else ()
    if room.wide:
        rows = paragraphs(text, room.text - 3 - (len(WORDS["your pick"]) + 2 if mine else 0), style)
        first = ends((Run(f"{index + 1}  "), *rows[0]), tag, room.text)
        if sign:
            signed = indent([(Run(sign, colour), Run("  "), *first)], room.left - SIGN_OUTSET)
        else:
            signed = room.at_text([first])
        return [*signed, *indent(rows[1:], room.left + 3)]
    rows = paragraphs(text, room.text - 3, style)
    first = (Run(sign or " ", colour if sign else ""), Run(" "), *rows[0])
    if tag and len(rows) == 1 and width_of(first) + 2 + width_of(tag) < room.text:
        first = ends(first, tag, room.text)
    return [first, *indent(rows[1:], 2)]


def feedback(room: Room, why: str) -> list[Line]:
    """What the author says to those who picked an option."""
    deep = 3 if room.wide else 2
    return indent(paragraphs(why, room.text - deep - (0 if room.wide else 2)), room.left + deep)
