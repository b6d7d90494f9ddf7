"""The Summary: what was done, what would stay, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recall.session import sentences
from recall.session.summary import Summary
from recall.session.words import counted
from recall.tui.draw.blocks import Block, Fitted, Level, fit, window
from recall.tui.draw.frame import button, entries, hairline, header, key_line, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.small_thing import quiet_line
from recall.tui.draw.text import BLANK, Line, Run, cut, indent, line, place, width_of
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

if TYPE_CHECKING:
    from recall.kaizen.asking import Ask

SECOND_COLUMN, NARROW_SECOND_COLUMN = 14, 12
_LEVELS = (Level(), Level(lean=True))
"""What is to be looked at again is whole where there is room, else cut."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the Summary shows.

    ``budget`` is the minutes that the sitting was to take (0: questions were counted), ``look`` at
    most three forgotten questions with their answers, ``next_day`` a word, ``next_minutes`` about
    how long, ``advice`` what is said once about how the learner grades, ``ask`` the quiet question
    about a small thing, if there is one.
    """

    summary: Summary
    budget: int
    look: tuple[tuple[str, str], ...]
    next_day: str
    next_minutes: int
    advice: str = ""
    ask: Ask | None = None


def summary_page(
    room: Room, report: Report, keymap: Keymap, offset: int, message: str
) -> tuple[Page, int]:
    """All rows of the Summary, and the rows that it is scrolled by."""
    head = _head(room, report)
    foot = _foot(room, keymap, message)
    rows = room.height - len(head) - len(foot)
    quiet = Block(quiet_line(room, keymap, report.ask))
    fitted = fit(lambda level: [*_blocks(room, report, level), quiet], rows, _LEVELS)
    if fitted.scrolls:
        # The quiet line gives way before anything else has to scroll; its key stays.
        fitted = fit(lambda level: _blocks(room, report, level), rows, _LEVELS)
    if not room.wide:
        body, offset = window(fitted.lines, rows, offset, room.left)
        return Page(head, body, foot), offset
    shown, offset = _flow(fitted, rows, offset, room)
    return Page([], fill([*head, *shown, *foot], room.height), []), offset


def _flow(fitted: Fitted, rows: int, offset: int, room: Room) -> tuple[list[Line], int]:
    if not fitted.scrolls:
        return fitted.lines, 0
    return window(fitted.lines, rows, offset, room.left)


def _head(room: Room, report: Report) -> list[Line]:
    if not room.wide:
        return []
    saved = f"{report.summary.minutes} min, all saved" if report.summary.minutes else ""
    return [header(room, "recall", saved), *([BLANK, BLANK] if room.tall else [BLANK])]


def _blocks(room: Room, report: Report, level: Level) -> list[Block]:
    summary = report.summary
    headline = sentences.headline(
        summary.ending,
        budget=report.budget,
        minutes=summary.minutes,
        answered=summary.answered,
        practised=summary.practised,
        practice_recalled=summary.practice_recalled,
    )
    blocks = [Block(_text(room, headline, "bold"))]
    if summary.answered and summary.practised:
        practised = sentences.practice_done(summary.practised, summary.practice_recalled)
        blocks.append(Block(_text(room, practised)))
    if summary.answered:
        blocks += [Block(_figures(room, summary)), Block(_outlook(room, summary))]
    if report.look:
        blocks.append(Block(_look(room, report, whole=room.wide and not level.lean)))
    if report.advice:
        blocks.append(Block(_text(room, report.advice)))
    return [*blocks, Block(_text(room, _next(report)))]


def _text(room: Room, text: str, style: str = "") -> list[Line]:
    return room.at_text(paragraphs(text, room.text, style))


def _next(report: Report) -> str:
    return sentences.next_session(report.next_day, report.next_minutes)


def _figures(room: Room, summary: Summary) -> list[Line]:
    lines: list[Line] = []
    if summary.forgotten > summary.recalled:
        lines += _text(room, sentences.much_forgotten(summary.reviewed, summary.recalled))
    elif summary.reviewed:
        lines += _row(room, *sentences.review_row(summary.reviewed, summary.recalled))
    if not summary.reviewed and not round(summary.outlook_before):
        return _text(room, sentences.first_day(summary.new))
    if summary.new:
        first, second = sentences.new_row(summary.new, summary.new_known)
        if not room.wide and summary.new_known and summary.new_learning:
            second = f"{summary.new_known} known, {summary.new_learning} on their way"
        lines += _row(room, first, second)
    return lines


def _row(room: Room, first: str, second: str) -> list[Line]:
    column = SECOND_COLUMN if room.wide else NARROW_SECOND_COLUMN
    return room.at_text([place((0, line(first)), (column, line(second)))])


def _outlook(room: Room, summary: Summary) -> list[Line]:
    after, before = round(summary.outlook_after), round(summary.outlook_before)
    if room.wide:
        first, _, second = sentences.outlook(after, before, summary.total, summary.when).partition(
            " Before"
        )
        return [*_text(room, first), *(_text(room, f"Before{second}") if before else [])]
    return _text(room, sentences.narrow_outlook(after, before, summary.total, summary.when))


def _look(room: Room, report: Report, *, whole: bool) -> list[Line]:
    def fitted(text: str, left: int) -> list[Line]:
        width = room.text - left
        return indent(paragraphs(text, width) if whole else [cut(line(text), width)], left)

    lines: list[Line] = [line("Worth one more look")]
    for asked, answer in report.look:
        question = " ".join(asked.split())
        words = " ".join(answer.split())
        if not room.wide:
            lines += fitted(words, 2)
            continue
        both = (Run(f"  {question}    "), Run(words))
        if width_of(both) <= room.text:
            lines.append(both)
        else:
            lines += [*fitted(question, 2), *fitted(words, 4)]
    return room.at_text(lines)


def _foot(room: Room, keymap: Keymap, message: str) -> list[Line]:
    close, more, undo = (keymap.first(name) for name in ("close", "more", "undo"))
    first = button(close, "Close", "close")
    if not room.wide:
        buttons = place((0, first), (24, (Run(f"{more}  five more", "", "more"),)))
        keys = key_line(room, entries(keymap, "summary", frozenset({"quit", "close", "more"})))
        return [hairline(room), buttons, *(message_rows(room, message) or [keys])]
    rest = (Run(f"{more}  {counted_more()}", "", "more"),)
    back = (Run(f"{undo}  undo", "", "undo"),)
    buttons = room.at_text([place((0, first), (24, rest), (52, back))])[0]
    lines = paragraphs(message, room.text) if message else [BLANK]
    return [BLANK, buttons, BLANK, *room.at_text(lines)]


def counted_more() -> str:
    """``five more minutes``."""
    return f"{sentences.spelled(5)} more {counted(5, 'minute').split()[1]}"
