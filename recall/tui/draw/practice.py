"""The choice of what to practise without rescheduling it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recall.collection.practising import HARD_TODAY, WITH_TAG
from recall.session.words import WORDS, counted
from recall.tui.draw.frame import custom, entries, foot, header, key_line
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, ends, line, pad_to, plain
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import PRACTISE

if TYPE_CHECKING:
    from recall.collection.practising import Practice

SEARCH = "Search, and choose cards"
HEADING = "Practise what?"


def practice_page(
    room: Room, listed: Sequence[Practice | None], cursor: int, keymap: Keymap, message: str
) -> Page:
    """All rows of the choice; None in the list stands for searching."""
    head = fill([header(room, "recall", WORDS["practising"])], room.head_rows)
    upper = [*paragraphs(HEADING, room.text, "bold"), line(WORDS["practice"]), BLANK]
    rows = room.body_rows - len(upper)
    first = max(0, min(cursor - rows // 2, len(listed) - rows))
    shown = [
        _row(room, each, at, at == cursor)
        for at, each in enumerate(listed[first : first + rows], first)
    ]
    if first + rows < len(listed) and cursor < first + rows - 1:
        shown[-1] = room.at_text([line(WORDS["more text"], "dim", "next_line")])[0]
    keys = key_line(
        room,
        entries(keymap, PRACTISE, frozenset({"quit"})),
        custom(keymap, "quit", PRACTISE, "back"),
    )
    body = fill([*room.at_text(upper), *shown], room.body_rows)
    return Page(head, body, foot(room, [], keys, message))


def _row(room: Room, practice: Practice | None, at: int, here: bool) -> Line:
    act = f"row:{at}"
    left = SEARCH if practice is None else _title(practice)
    right = "" if practice is None else counted(len(practice.prompts), "question")
    runs = ends(line(left), line(right), room.text - 2)
    sign = Run("▸ " if here else "  ", "accent", act)
    if here:
        marked = pad_to(line(plain(runs), "mark", act), room.text - 2)
        return room.at_text([(sign, *marked)])[0]
    return room.at_text([(sign, *(run._replace(act=act) for run in cut(runs, room.text - 2)))])[0]


def _title(practice: Practice) -> str:
    if practice.sort == HARD_TODAY:
        return "What was hard today"
    return f"Tag {practice.title}" if practice.sort == WITH_TAG else practice.title
