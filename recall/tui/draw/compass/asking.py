"""One question of the compass: yes or no, or a scale between two ends."""

from __future__ import annotations

from collections.abc import Sequence

from recall.compass.answers import Walk
from recall.compass.questions import QUESTIONS, STEPS, Deciding, Feature
from recall.compass.words import ABOUT, INTRO, TITLE
from recall.tui.draw.blocks import window
from recall.tui.draw.field import field_page
from recall.tui.draw.frame import entries, foot, header, key_line, progress
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, line
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import NAMING, WEIGHING

YES_NO = ("Yes", "No")
BETWEEN = {2: "nearer to 1", 3: "between the two", 4: "nearer to 5"}
SIGN = 5
"""Cells before the text of an option: a sign for the answer so far, its number, blanks."""


def naming_page(room: Room, keymap: Keymap, message: str) -> Page:
    """What the problem is about, in one line."""
    return field_page(
        room,
        keymap,
        title=TITLE,
        above=paragraphs(INTRO, room.text),
        question=ABOUT,
        enter=("name_problem", "Go on"),
        place=NAMING,
        empty="",
        message=message,
    )


def question_page(
    room: Room, walk: Walk, keymap: Keymap, scroll: int, message: str
) -> tuple[Page, int]:
    """The question that the walk has come to, and the rows that it is scrolled by."""
    question = walk.question
    assert question is not None
    place = f"{walk.at + 1} of {len(QUESTIONS)}"
    where = cut(line(walk.problem or TITLE), room.frame - len(place) - 2)
    head = [header(room, where[0].text, place), progress(room, walk.at / len(QUESTIONS))]
    given = walk.answers.given(question.id)
    if isinstance(question, Deciding):
        body = _fitted(room, [_yes_or_no(room, question, given)])
        said = "Press 1 for yes, 2 for no"
    else:
        forms = [_scale(room, question, given, lean) for lean in (False, True)]
        body = _fitted(room, forms)
        said = "Press the number that is nearer"
    shown, scroll = window(room.at_text(body), room.body_rows, scroll, room.left)
    hidden = frozenset({"quit"} if not room.wide else ())
    keys = key_line(room, entries(keymap, WEIGHING, hidden))
    bottom = foot(room, room.at_text([line(said), line("0 skips it, not sure")]), keys, message)
    return Page(fill(head, room.head_rows), shown, bottom), scroll


def _fitted(room: Room, forms: Sequence[list[Line]]) -> list[Line]:
    """The first form that fits, with its blank rows or without; else the last one, to scroll."""
    tight = [each for each in forms[-1] if each]
    for form in forms:
        tight = [each for each in form if each]
        for lines in (form, tight):
            if len(lines) <= room.body_rows:
                return lines
    return tight


def _yes_or_no(room: Room, question: Deciding, given: int | None) -> list[Line]:
    chosen = None if given is None else 2 - given
    asked = paragraphs(question.ask, room.text, "bold")
    lines = [*asked, BLANK, *paragraphs(question.help, room.text), BLANK]
    for number, word in enumerate(YES_NO, 1):
        lines += _option(room, number, word, number == chosen)
    return lines


def _scale(room: Room, feature: Feature, given: int | None, lean: bool) -> list[Line]:
    """The two ends with the steps between them; ``lean``: these in one row, and no heading."""
    chosen = None if given is None else STEPS.index(given) + 1
    asked = paragraphs(feature.ask, room.text, "bold")
    first = _option(room, 1, feature.kaizen, chosen == 1)
    last = _option(room, 5, feature.breakthrough, chosen == 5)
    if lean:
        return [*asked, BLANK, *first, _between(chosen), *last]
    steps = [_option(room, each, BETWEEN[each], chosen == each) for each in BETWEEN]
    between = [row for rows in steps for row in rows]
    return [line(feature.title), *asked, BLANK, *first, *between, *last]


def _between(chosen: int | None) -> Line:
    """``2  3  4  in between``, each number for itself."""
    runs = [Run("▸ " if chosen in BETWEEN else "  ", "accent")]
    for number in BETWEEN:
        style = "" if number == chosen else "dim"
        runs.append(
            Run(f"[{number}] " if number == chosen else f"{number}  ", style, f"number:{number}")
        )
    return (*runs, Run("in between", "dim"))


def _option(room: Room, number: int, text: str, chosen: bool) -> list[Line]:
    act = f"number:{number}"
    sign = Run("▸ " if chosen else "  ", "accent", act)
    style = "dim" if text == BETWEEN.get(number) and not chosen else ""
    rows = paragraphs(text, room.text - SIGN, style, act)
    first: Line = (sign, Run(f"{number}  ", "", act), *rows[0])
    return [first, *((Run(" " * SIGN, "", act), *row) for row in rows[1:])]
