"""A page of Insight: one question, its answer in a sentence, and the picture below."""

from __future__ import annotations

from typing import NamedTuple

from recall.insight.sentences import QUESTIONS
from recall.tui.draw.blocks import window
from recall.tui.draw.frame import entries, header, key_line
from recall.tui.draw.insight.rows import bar
from recall.tui.draw.insight.section import Section
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, cut, line, pad_to, plain
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import INSIGHT

LOOKING_BACK = "Looking back."
_BAR = 24


class Glance(NamedTuple):
    """What is looked at: the question by its number from 0, the entry picked on its page (None
    where it has none), and the rows that it is scrolled by."""

    number: int = 0
    picked: int | None = None
    offset: int = 0


def insight_page(
    room: Room, answer: Section, glance: Glance, keymap: Keymap, message: str
) -> tuple[Page, int]:
    """All rows of a page, and the rows that it is scrolled by so that the entry picked shows.

    ``answer`` is that to the question looked at, as wide as the room's text.
    """
    sentence = paragraphs(answer.sentence, room.text, "bold")
    lines = [*sentence, BLANK, *_marked(answer, glance.picked, room.text)]
    head = _head(room, glance.number)
    rows = room.height - len(head) - 1
    offset = glance.offset
    if glance.picked is not None:
        at = len(sentence) + 1 + answer.picks[glance.picked][0]
        # The heading of a list shows with its first entry, the detail with each.
        offset = min(max(offset, at + 3 - rows), max(0, at - 1) if glance.picked else 0)
    body, offset = window(room.at_text(lines), rows, offset, room.left)
    hidden = frozenset() if answer.picks else frozenset({"open_entry", "put_away"})
    keys = _said(room, message) or key_line(room, entries(keymap, INSIGHT, hidden))
    return Page(fill([*head, *body], room.height - 1), [], [keys]), offset


def looking_back(room: Room, number: int, part: float | None, keymap: Keymap) -> Page:
    """The page before its figures are there; ``part`` says how much is done, 0 to 1."""
    lines = paragraphs(LOOKING_BACK, room.text, "bold")
    if part is not None:
        lines += [BLANK, bar(part, 1 - part, _BAR)]
    rows = [*_head(room, number), *room.at_text(lines)]
    keys = key_line(room, entries(keymap, INSIGHT, frozenset({"open_entry", "put_away"})))
    return Page(fill(rows, room.height - 1), [], [keys])


def _head(room: Room, number: int) -> list[Line]:
    where = f"{number + 1} of {len(QUESTIONS)}"
    return [header(room, QUESTIONS[number], where), *([BLANK, BLANK] if room.tall else [BLANK])]


def _marked(answer: Section, picked: int | None, width: int) -> list[Line]:
    """The lines, the question picked as a selected row; a click on one picks it."""
    lines = list(answer.lines)
    for number, (at, _) in enumerate(answer.picks):
        act = f"pick:{number}"
        if number == picked:
            text = cut(line(f"▸ {plain(lines[at]).strip()}", "mark", act), width)
            lines[at] = pad_to(text, width)
        else:
            lines[at] = tuple(run._replace(act=act) for run in lines[at])
    return lines


def _said(room: Room, message: str) -> Line:
    return room.at_frame(cut(line(message), room.frame)) if message else BLANK
