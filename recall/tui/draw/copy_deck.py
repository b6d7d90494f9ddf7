"""Why a deck that came with the app is copied before it is edited."""

from __future__ import annotations

from recall.tui.draw.frame import button, entries, key_line, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, cut
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

HEADING = "This deck came with the app."
WHY = (
    "A change in its file would be lost with the next version. So make a copy of your own: it is "
    "used from then on, with all your progress, and new versions of the app leave it alone."
)


def copy_deck_page(room: Room, keymap: Keymap, title: str, message: str) -> Page:
    """All rows."""
    start = button(keymap.first("copy_deck"), f"Copy “{title}” and edit it", "copy_deck")
    lines: list[Line] = [BLANK] * (3 if room.tall else 1)
    text = paragraphs(HEADING, room.text, "bold")
    text += [BLANK, *paragraphs(WHY, room.text), BLANK, cut(start, room.text)]
    lines += room.at_text(text)
    foot = message_rows(room, message) or [key_line(room, entries(keymap, "copy deck"))]
    return Page(fill(lines, room.height - len(foot)), [], foot)
