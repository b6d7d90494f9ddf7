"""A card's page: its text, what happened to each of its questions, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recall.session import browsing as words
from recall.tui.draw.blocks import window
from recall.tui.draw.curve import curve
from recall.tui.draw.frame import custom, entries, foot, hairline, header, key_line
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, cut, indent, line, place
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import CARD_PAGE

if TYPE_CHECKING:
    from recall.collection.card_page import Asked, CardPage
    from recall.memory.history import Step

CURVE_ROWS, LOW_CURVE_ROWS = 6, 4
SHOWN_ANSWERS = 30
"""So many answers are listed, the newest ones."""


def card_page(
    room: Room, page: CardPage, keymap: Keymap, offset: int, message: str
) -> tuple[Page, int]:
    """All rows of a card's page, and the rows that it is scrolled by."""
    module = f" · {page.module}" if page.module and room.wide else ""
    standing = ", ".join(page.standing)
    head = fill([header(room, f"{page.title}{module}", standing), hairline(room)], room.head_rows)
    body = room.at_text([each for part in _parts(room, page) for each in part])
    keys = key_line(
        room,
        entries(keymap, CARD_PAGE, frozenset({"quit"})),
        custom(keymap, "quit", CARD_PAGE, "back"),
    )
    bottom = [room.at_frame(each) for each in _place(room, page)]
    below = foot(room, bottom, keys, message)
    shown, offset = window(body, room.body_rows, offset, room.left)
    return Page(head, shown, below), offset


def _parts(room: Room, page: CardPage) -> Iterator[list[Line]]:
    several = len(page.asked) > 1
    for number, asked in enumerate(page.asked):
        if number:
            yield [BLANK, BLANK] if room.tall else [BLANK]
        yield _text(room, asked, number, several)
        yield _memory(room, page, asked)
    if not page.asked:
        yield paragraphs(words.NOTHING_KNOWN, room.text)
    if page.tags:
        yield [BLANK, *paragraphs(f"Tags: {', '.join(page.tags)}", room.text, "dim")]


def _text(room: Room, asked: Asked, number: int, several: bool) -> list[Line]:
    question = asked.question
    if question is None:
        gone = paragraphs(words.TEXT_GONE, room.text)
        return [*paragraphs(asked.prompt, room.text, "bold"), *gone]
    lines: list[Line] = []
    if question.case and not number:
        lines += [*paragraphs(question.case, room.text), BLANK]
    lines += paragraphs(question.text, room.text, "bold")
    for option in question.options:
        sign = "✓" if option.right else " "
        rows = paragraphs(option.text, room.text - 2)
        lines += [place((0, line(sign, "right")), (2, rows[0])), *indent(rows[1:], 2)]
    if not question.options:
        lines += paragraphs(question.answer, room.text)
    if not number or not several:
        for text, style in ((question.why, ""), (question.source, "dim")):
            if text and text != question.answer:
                lines += [BLANK, *paragraphs(text, room.text, style)]
    return lines


def _memory(room: Room, page: CardPage, asked: Asked) -> list[Line]:
    next_day = asked.memory.due_day if asked.memory else None
    said = words.card_sentence(asked.chance, next_day, page.today)
    lines = [BLANK, *paragraphs(said, room.text)]
    rows = CURVE_ROWS if room.tall else LOW_CURVE_ROWS
    drawn = curve(asked.steps, page.today, page.weights, room.text, rows)
    lines += [BLANK, *drawn] if drawn else []
    if asked.steps:
        lines += [BLANK, *_history(room, page, asked.steps)]
    return lines


def _history(room: Room, page: CardPage, steps: tuple[Step, ...]) -> list[Line]:
    """The answers, newest first: when, how it went, seconds, and the interval that it gave."""
    lines = [_answer(room, page, step) for step in reversed(steps[-SHOWN_ANSWERS:])]
    earlier = len(steps) - SHOWN_ANSWERS
    return [*lines, line(f"and {earlier} earlier", "dim")] if earlier > 0 else lines


def _answer(room: Room, page: CardPage, step: Step) -> Line:
    day, grade, took, after = words.answer_row(step, page.today)
    first, second, third = (13, 25, 33) if room.wide else (12, 22, 28)
    return place(
        (0, line(day)),
        (first, line(grade)),
        (second, line(took)),
        (third, line(after)),
    )


def _place(room: Room, page: CardPage) -> list[Line]:
    if page.path is None:
        return [line(page.name, "dim")]
    return [cut(line(f"{page.path.name}:{page.line}  {page.name}"), room.frame)]
