"""A text field on a page of its own: a question, a row to type in, and what Enter and Esc do."""

from __future__ import annotations

from collections.abc import Sequence

from recall.tui.draw.frame import button, custom, foot, header, key_line
from recall.tui.draw.room import Page, Room, Spot, fill
from recall.tui.draw.text import BLANK, Line, Run, line
from recall.tui.draw.wrap import paragraphs, wrap
from recall.tui.keymap import Keymap


def field_page(
    room: Room,
    keymap: Keymap,
    *,
    title: str,
    above: Sequence[Line],
    question: str,
    enter: tuple[str, str],
    place: str,
    empty: str,
    message: str,
    esc: str = "back",
    shown: str | None = None,
) -> Page:
    """All rows of the page.

    Args:
        above: lines over the question, at the column of the text.
        enter: the action that Enter does, and its words.
        place: the place of the registry whose keys are in force.
        empty: what is said below Enter, about an empty line.
        esc: what ``Esc`` does.
        shown: what stands where the field was, while it is left; None while it is typed in.
    """
    asked = paragraphs(question, room.text, "bold")
    rows = room.body_rows
    over = list(above)[: max(0, rows - len(asked) - 2)]
    body = [*over, *([BLANK] if over else []), *asked]
    typed: list[Line] = [line("_", "accent")] if shown is None else _left(shown, room.text)
    body += [*([BLANK] if len(body) + 2 <= rows else []), *typed]
    at = next(number for number, each in enumerate(body) if each is typed[0])
    spot = Spot(room.left, room.head_rows + at, room.text) if shown is None else None
    name, words = enter
    two = [button(keymap.first(name), words, name), line(empty)]
    keys = key_line(room, [custom(keymap, "back", place, esc)])
    head = fill([header(room, title, "")], room.head_rows)
    bottom = foot(room, room.at_text(two), keys, message)
    return Page(head, fill(room.at_text(body), rows), bottom, spot)


def _left(text: str, width: int) -> list[Line]:
    return wrap([Run(text or "·")], width)
