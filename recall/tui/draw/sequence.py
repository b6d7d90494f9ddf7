"""A sequence: items placed by number, then the learner's order beside the right one."""

from __future__ import annotations

from itertools import zip_longest

from rich.cells import cell_len

from recall.decks.question import Question
from recall.session.answers import best_order, first_inversion
from recall.session.values import Answer
from recall.session.words import order_feedback
from recall.tui.draw.blocks import Block
from recall.tui.draw.entry import Entry
from recall.tui.draw.room import SIGN_OUTSET, Room
from recall.tui.draw.text import Line, Run, indent, line, place
from recall.tui.draw.wrap import paragraphs

LEAST_COLUMN = 20
ORDINALS = ("1st", "2nd", "3rd")


def blocks(
    room: Room, question: Question, answer: Answer | None, entry: Entry, revealed: bool
) -> list[Block]:
    """The items to place, or after the reveal both orders and what to say of them."""
    if not revealed:
        return [Block(_placing(room, question, entry.placed))]
    if answer is None or not answer.picked:
        rows = [
            paragraphs(f"{at}  {item}", room.text, "bold")
            for at, item in enumerate(question.items, 1)
        ]
        return [Block(room.at_text([line("Right order"), *(each for row in rows for each in row)]))]
    target = best_order(question, answer.picked)
    swap = first_inversion(answer.picked, target)
    texts = (question.items[swap[0]], question.items[swap[1]]) if swap else ("", "")
    said = order_feedback(answer.score, len(question.items), *texts)
    return [
        Block(_compared(room, question, answer.picked, target)),
        Block(room.at_text(paragraphs(said, room.text))),
    ]


def ordinal(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``4th``…"""
    return ORDINALS[number - 1] if number <= len(ORDINALS) else f"{number}th"


def _placing(room: Room, question: Question, placed: tuple[int, ...]) -> list[Line]:
    items = question.items
    second = (room.text + 1) * 3 // 7
    gap = 2 if room.wide else 1
    longest = max(cell_len(item) for item in items)
    if longest > min(second - 2 - gap, room.text - second - 5):
        return _placing_long(room, question, placed)
    lines: list[Line] = []
    for row, at in enumerate(question.shown):
        number = f"{row + 1}{' ' * gap}"
        act = f"number:{row + 1}"
        if at in placed:
            left: Line = (Run(number, "dim"), Run("·", "dim"))
        else:
            left = (Run(number, "", act), Run(items[at], "", act))
        lines.append(place((0, left), (second, _slot(items, row, placed))))
    return room.at_text(lines)


def _slot(items: tuple[str, ...], row: int, placed: tuple[int, ...]) -> Line:
    """The place of one rank: what was put there, ``_`` where the next item goes."""
    name = ordinal(row + 1)
    if row > len(placed):
        return line(name, "dim")
    there = Run("_", "accent") if row == len(placed) else Run(items[placed[row]])
    return (Run(name.ljust(5), "dim"), there)


def _placing_long(room: Room, question: Question, placed: tuple[int, ...]) -> list[Line]:
    """Items too long for two columns: one below the other, with the rank given so far."""
    lines: list[Line] = []
    for row, at in enumerate(question.shown):
        rank = ordinal(placed.index(at) + 1) if at in placed else ""
        act = "" if rank else f"number:{row + 1}"
        rows = paragraphs(question.items[at], room.text - 8, "dim" if rank else "", act)
        first = place((0, (Run(f"{row + 1}", "", act),)), (3, line(rank, "accent")), (8, rows[0]))
        lines += [first, *indent(rows[1:], 8)]
    return room.at_text(lines)


def _compared(
    room: Room, question: Question, placed: tuple[int, ...], target: tuple[int, ...]
) -> list[Line]:
    items = question.items
    sign = SIGN_OUTSET if room.wide else 2
    longest = max(cell_len(item) for item in items)
    second = max(LEAST_COLUMN, longest + 2) if room.wide else (room.text - 2) // 2
    second = min(second, (room.text + 2) // 2)
    widths = (second - 2, room.text - second - (0 if room.wide else 2))
    lines: list[Line] = [place((sign, line("Your order")), (sign + second, line("Right order")))]
    for mine, wanted in zip(placed, target, strict=True):
        good = mine == wanted
        left = paragraphs(items[mine], widths[0])
        right = paragraphs(items[wanted], widths[1], "bold")
        mark = line("✓" if good else "✗", "right" if good else "wrong")
        for first, pair in enumerate(zip_longest(left, right, fillvalue=())):
            shown = mark if first == 0 else ()
            lines.append(place((0, shown), (sign, pair[0]), (sign + second, pair[1])))
    return indent(lines, room.left - SIGN_OUTSET) if room.wide else lines
