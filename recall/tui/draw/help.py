"""Help: every key and what the grades mean, made of the registry."""

from __future__ import annotations

from recall.session.words import explain
from recall.tui.actions import BY_NAME
from recall.tui.draw.blocks import window
from recall.tui.draw.frame import entries, key_line
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, indent, line, place, width_of
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Before the answer",
        ("show", "not_sure", "hint", "no_idea", "check", "take_last", "write", "case"),
    ),
    ("After the answer", ("take", "again", "hard", "good", "easy", "go_on", "retry")),
    ("At any question", ("undo", "not_today", "put_away", "mark", "scroll_down", "scroll_up")),
    (
        "Home and Summary",
        ("begin", "next_deck", "previous_deck", "browse", "practise", "more", "close"),
    ),
    (
        "Searching all cards",
        (
            *("search", "to_list", "open", "next_page", "previous_page", "first_row", "last_row"),
            *("choose_card", "choose_range", "choose_all", "order", "start_again"),
        ),
    ),
    ("The compass", ("compass", "name_problem", "skip", "question_before", "result", "study")),
    (
        "One small thing",
        (
            *("small_thing", "small_thing_off", "note", "things", "tell_thing", "add_thing"),
            "let_go",
        ),
    ),
    (
        "Lists and settings",
        ("next_line", "previous_line", "choose", "less", "more_of_it", "own_keys"),
    ),
    (
        "What you know",
        (
            *("insight", "next_question", "previous_question"),
            *("next_entry", "previous_entry", "open_entry"),
        ),
    ),
    (
        "Editing or previewing a deck",
        ("edit", "copy_deck", "next_card", "previous_card", "list_cards", "ask_again"),
    ),
    ("Everywhere", ("settings", "help", "back", "quit")),
)
"""Every action stands in one group."""

GRADES = (
    ("Forgot", "It was gone, or you had not met it. It comes once more today."),
    ("Hard", explain("hard")),
    ("Got it", "You had it."),
    ("Easy", "You had it at once; it may stay away for long."),
)
KEY_COLUMN = 17


def help_page(room: Room, keymap: Keymap, offset: int) -> tuple[Page, int]:
    """All rows of Help, and the rows that it is scrolled by."""
    head: list[Line] = [BLANK] * (3 if room.tall else 0)
    foot = [key_line(room, entries(keymap, "help"))]
    rows = room.height - len(head) - len(foot)
    lines = room.at_text(_lines(room, keymap))
    body, offset = window(lines, rows, offset, room.left)
    return Page(fill([*head, *body], room.height - 1), [], foot), offset


def _lines(room: Room, keymap: Keymap) -> list[Line]:
    lines: list[Line] = [line("Keys", "bold")]
    for title, names in GROUPS:
        lines += [BLANK, line(title)]
        if title == "Before the answer":
            lines += _row(room, "1 to 9", "Pick an option, or place the next item")
        for name in names:
            if keys := keymap.all(name):
                lines += _row(room, keys, BY_NAME[name].label)
        if title == "Everywhere":
            lines += _row(room, "Ctrl-P", "All commands, by name")
    lines += [BLANK, line("What the grades mean", "bold")]
    for word, meaning in GRADES:
        if word.lower() not in keymap.off:
            lines += _row(room, word, meaning)
    lines += [BLANK, *paragraphs(explain("intervals"), room.text)]
    return lines


def _row(room: Room, key: str, text: str) -> list[Line]:
    column = KEY_COLUMN if room.wide else 12
    first: Line = (Run(f"  {key}", "accent"),)
    rows = paragraphs(text, room.text - column)
    if width_of(first) >= column:
        return [first, *indent(rows, column)]
    return [place((0, first), (column, rows[0])), *indent(rows[1:], column)]
