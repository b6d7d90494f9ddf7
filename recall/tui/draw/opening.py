"""What stands on the screen before the decks are read, and where there is no room for anything."""

from __future__ import annotations

from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import line
from recall.tui.draw.wrap import paragraphs


def opening_page(room: Room) -> Page:
    """The header alone."""
    return Page(fill([room.at_frame(line("recall", "dim"))], room.height), [], [])


def small_page(room: Room) -> Page:
    """One sentence that asks for a larger window."""
    from recall.session.words import WORDS

    lines = paragraphs(WORDS["too small"], max(1, room.width))
    return Page(fill(lines, room.height), [], [])
