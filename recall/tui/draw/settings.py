"""Lists of settings: a title and a value on each line, and what the chosen one does below."""

from __future__ import annotations

from dataclasses import dataclass

from recall.session.words import WORDS
from recall.tui.draw.frame import custom, entries, header, key_line, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, indent, line, pad_to, place, plain, width_of
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

VALUE_AT = 30
SIGN = "▸ "
"""Before the chosen line, which reverse video marks too."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is called, what it is set to, and what it does."""

    title: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """All that a list of settings shows.

    Attributes:
        place: the place of the registry whose keys are in force.
        heading: what the list is about.
        rows: its lines.
        selected: the number of the chosen one.
        steps: whether the arrows to the sides make it less and more.
        alert: what is wrong with the file; "" where nothing is.
        quiet: what may be missed, below the note: where the file is.
        message: what is being said in the key line's place.
    """

    place: str
    heading: str
    rows: tuple[Row, ...]
    selected: int
    steps: bool = False
    alert: str = ""
    quiet: str = ""
    message: str = ""


def settings_page(room: Room, listing: Listing, keymap: Keymap) -> Page:
    """All rows of a list of settings."""
    head = [header(room, "recall", "Settings")] if room.tall else []
    head += (
        [BLANK, *room.at_text([line(listing.heading, "bold")])]
        if room.tall
        else (room.at_text([line(listing.heading, "bold")]))
    )
    if listing.alert:
        head += room.at_text(paragraphs(listing.alert, room.text))
    head += [BLANK] if room.tall else []
    note, said = _note(room, listing), message_rows(room, listing.message)
    if len(said) > 1:
        note = note[: 1 - len(said)]  # The list does not move for what is said.
    foot = [*note, *(said or [_keys(room, listing, keymap)])]
    free = max(1, room.height - len(head) - len(foot))
    body = _window(
        [_row(room, each, at, listing) for at, each in enumerate(listing.rows)],
        free,
        listing.selected,
        room.left,
    )
    return Page([*head, *fill(body, free), *foot], [], [])


def _note(room: Room, listing: Listing) -> list[Line]:
    """What the chosen line does, and what may be missed, with a blank line above."""
    said = listing.rows[listing.selected].note if listing.rows else ""
    lines = paragraphs(said, room.text)
    if listing.quiet and room.tall:
        lines.append(cut(line(listing.quiet, "dim"), room.text))
    return [BLANK, *room.at_text(lines), *([BLANK] if room.tall else [])]


def _window(lines: list[Line], rows: int, selected: int, left: int) -> list[Line]:
    """The lines around the chosen one."""
    if len(lines) <= rows:
        return lines
    first = min(max(0, selected - rows + 2), len(lines) - rows)
    shown = lines[first : first + rows]
    if first + rows < len(lines):
        shown[-1] = indent([line(WORDS["more text"], "dim", "next_line")], left)[0]
    return shown


def _row(room: Room, row: Row, at: int, listing: Listing) -> Line:
    act = f"line:{at}"
    left = max(room.left, len(SIGN))
    width = room.text if room.wide else room.text - left
    value = line(row.value)
    if room.wide:
        title = cut(line(row.title), VALUE_AT - 1)
        runs = place((0, title), (VALUE_AT, cut(value, width - VALUE_AT)))
    else:
        value = cut(value, width - 2)
        title = cut(line(row.title), max(0, width - width_of(value) - 1))
        runs = place((0, title), (width - width_of(value), value))
    if at != listing.selected:
        return indent([tuple(run._replace(act=act) for run in runs)], left)[0]
    marked = pad_to(line(plain(runs), "mark", act), width)
    return indent([(Run(SIGN, "accent", act), *marked)], left - len(SIGN))[0]


def _keys(room: Room, listing: Listing, keymap: Keymap) -> Line:
    # Where room is short the way back matters more than help.
    found = entries(keymap, listing.place, frozenset({"quit"} if room.wide else {"quit", "help"}))
    less, more = keymap.first("less", listing.place), keymap.first("more_of_it", listing.place)
    if listing.steps and less and more:
        found.insert(1, (Run(f"{less} {more} less, more", "dim", "more_of_it"),))
    return key_line(room, [*found, custom(keymap, "back", listing.place, "back")])
