"""The first start, shown once."""

from __future__ import annotations

from recall.session.sentences import WELCOME
from recall.tui.draw.frame import button, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, line
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

SHORT_HOW = (
    "Read a question and answer it in your head; a guess is fine. "
    "Space shows the answer. Then say how it went."
)
SHORT_LEAVE = "Esc leaves at any time, all is saved."


def first_page(room: Room, keymap: Keymap, sentence: str, notices: list[str], message: str) -> Page:
    """All rows of the first start."""
    heading, how, leave = WELCOME
    roomy = room.wide and room.tall
    if not roomy:
        how, leave = SHORT_HOW, SHORT_LEAVE
    start = button(keymap.first("begin"), "Begin", "begin")
    groups: list[list[Line]] = [
        [line(heading, "bold")],
        paragraphs(how, room.text),
        paragraphs(sentence, room.text),
        [start],
        *([paragraphs(text, room.text) for text in notices]),
    ]
    lines: list[Line] = [BLANK] * (3 if room.tall else 1)
    for group in groups:
        lines += [*room.at_text(group), BLANK]
    last = room.at_text(paragraphs(leave, room.text))
    if roomy:
        lines += last
        last = [BLANK]
    last = message_rows(room, message) or last
    return Page(fill(lines, room.height - len(last)), [], last)
