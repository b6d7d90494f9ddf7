"""One small thing: the line at the end of a session, its text field, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from recall.clock import date_of
from recall.kaizen import words
from recall.kaizen.asking import Ask
from recall.kaizen.values import SmallThing
from recall.session.time_words import month_name
from recall.tui.draw.blocks import window
from recall.tui.draw.field import field_page
from recall.tui.draw.frame import entries, header, key_line, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, cut, indent, line, pad_to, place, width_of
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import LEFT_NOTE, NOTING, THINGS

DAY_AT, TEXT_AT, NOTE_AT = 2, 11, 7


@dataclass(frozen=True, slots=True)
class Noting:
    """What is asked: a new thing (``thing`` None), or a phase of one; ``left`` is the text that
    stood in the field when it was left, None while it is typed in."""

    thing: SmallThing | None
    phase: str
    left: str | None = None


def quiet_line(room: Room, keymap: Keymap, ask: Ask | None) -> list[Line]:
    """The one quiet line at the end of a session."""
    key = keymap.first("small_thing")
    if ask is None or not key:
        return []
    off = keymap.first("small_thing_off")
    right = line(f"{off} off", "dim", "small_thing_off") if off and room.wide else BLANK
    free = room.text - len(f"{off} off") - 2 if right else room.text
    text = f"{key}  {words.line_for(ask, narrow=not room.wide)}"
    left = cut(line(text, "dim", "small_thing"), free)
    return room.at_text([(*pad_to(left, free + 2), *right) if right else left])


def noting_page(room: Room, noting: Noting, keymap: Keymap, message: str) -> Page:
    """The text field for a new thing, or for one phase of an earlier one."""
    thing = noting.thing
    above: list[Line] = []
    question, empty = words.QUESTION, ""
    if thing is not None:
        above = paragraphs(f'"{thing.text}"', room.text)
        above += [_note(room, title, said) for title, said in words.notes_of(thing)]
        title = words.PHASE_TITLES[noting.phase]
        question = f"{title}: {words.PHASE_QUESTIONS[noting.phase]}"
        empty = "An empty line skips it."
    page = partial(
        field_page,
        room,
        keymap,
        title=words.TITLE,
        above=above,
        question=question,
        message=message,
    )
    if noting.left is None:
        enter = ("note", "Write it down")
        return page(enter=enter, place=NOTING, empty=empty, esc="leaves the field")
    let_go = keymap.first("let_go") if thing is not None else ""
    never = f"{let_go}  let it go, never ask about it again" if let_go else ""
    enter = ("write", "Go on typing")
    return page(enter=enter, place=LEFT_NOTE, empty=never, shown=noting.left)


def _note(room: Room, title: str, said: str) -> Line:
    return cut(place((0, line(title)), (NOTE_AT, line(said))), room.text)


def things_page(
    room: Room,
    things: Sequence[SmallThing],
    selected: int,
    today: date,
    keymap: Keymap,
    message: str,
) -> Page:
    """The list, newest first; what came of the selected one stands below it."""
    head = fill([header(room, words.TITLE, "")], room.head_rows)
    last = message_rows(room, message) or [key_line(room, entries(keymap, THINGS))]
    rows = max(1, room.height - len(head) - 1 - len(last))
    lines: list[Line] = []
    begins = 0
    for at, thing in enumerate(things):
        if at == selected:
            begins = len(lines)
        lines += _thing(room, thing, at, at == selected, today)
    if not things:
        lines = room.at_text(paragraphs(words.NOTHING_YET, room.text, "bold"))
    offset = max(0, begins + 6 - rows) if len(lines) > rows else 0
    body, _ = window(lines, rows, min(offset, begins), room.left)
    return Page([*head, *body, BLANK, *last], [], [])


def _thing(room: Room, thing: SmallThing, at: int, selected: bool, today: date) -> list[Line]:
    act = f"thing:{at}"
    day = date_of(thing.day)
    when = f"{day.day} {month_name(day.month)[:3]}" if day.year == today.year else f"{day:%Y-%m}"
    row = cut(
        place(
            (0, line(words.sign_of(thing))),
            (DAY_AT, line(when)),
            (TEXT_AT, line(thing.text)),
        ),
        room.text,
    )
    if not selected:
        return room.at_text([tuple(run._replace(act=act) for run in row)])
    marked = tuple(run._replace(style="mark", act=act) for run in pad_to(row, room.text))
    state = f"{words.state_of(thing)[0].upper()}{words.state_of(thing)[1:]}."
    room_for_text = room.text - DAY_AT
    whole = width_of(line(thing.text)) <= room.text - TEXT_AT
    below = [*([] if whole else paragraphs(thing.text, room_for_text)), line(state, "dim")]
    for title, said in words.notes_of(thing):
        first, *rest = paragraphs(said, room_for_text - NOTE_AT)
        below += [place((0, line(title)), (NOTE_AT, first)), *indent(rest, NOTE_AT)]
    return room.at_text([marked, *indent(below, DAY_AT)])
