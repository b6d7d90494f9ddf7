"""A card on the screen: header, text, and at the bottom what can be done now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from recall.decks.question import ORDER, PICK, TYPE, Question
from recall.memory.events import Grade
from recall.session.answers import FOUR, marked
from recall.session.time_words import time_left
from recall.session.values import Showing
from recall.session.words import WORDS, not_saved, picks
from recall.tui.draw.bar import NAMES, bar
from recall.tui.draw.blocks import window
from recall.tui.draw.card import card, note_for
from recall.tui.draw.entry import Entry
from recall.tui.draw.frame import (
    button,
    custom,
    entries,
    foot,
    header,
    key_line,
    progress,
)
from recall.tui.draw.room import Page, Room, Spot, fill
from recall.tui.draw.text import BLANK, Line, cut, line, plain
from recall.tui.draw.typed import LABEL
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import ANSWERED, ASKING, FAILED, PAUSED, PICKING, PLACING, TYPING, WRONG

if TYPE_CHECKING:
    from recall.memory.scheduler import Preview


@dataclass(frozen=True, slots=True)
class Review:
    """All that a card's screen shows.

    ``place`` is the way in which the question stands there; ``left_ms`` the time left (None where
    no clock is shown), ``used`` the share of the sitting that is used, ``among`` the grades to
    choose from, ``confidence`` whether the key that shows the answer says how sure the learner is,
    ``keys`` the place of the registry that the key line is of, "" for ``place``.
    """

    question: Question
    showing: Showing
    place: str
    previews: Mapping[Grade, Preview]
    topics: frozenset[str]
    left_ms: int | None
    used: float
    last: bool
    entry: Entry
    failure: str = ""
    message: str = ""
    among: tuple[Grade, ...] = FOUR
    confidence: bool = False
    keys: str = ""


def place_of(question: Question, showing: Showing, wrong: bool, entry: Entry) -> str:
    """The place of the registry that a question is in."""
    if showing.revealed_at is not None:
        return WRONG if wrong else ANSWERED
    if question.way == TYPE:
        return PAUSED if entry.paused else TYPING
    if question.way == ORDER:
        return PLACING
    return PICKING if question.way == PICK or picks(question) else ASKING


def review_page(room: Room, view: Review, keymap: Keymap) -> tuple[Page, Entry]:
    """All rows of a card's screen, and the entry with its scrolling kept within bounds."""
    revealed = view.showing.revealed_at is not None
    note = note_for(view.question, view.showing, view.topics)
    beside = revealed and room.wide and room.tall
    fitted = card(room, view.question, view.showing, view.entry, "" if beside else note)
    body, offset = window(fitted.lines, room.body_rows, view.entry.scroll, room.left)
    bottom = _foot(room, view, keymap)
    if beside and note and view.place != FAILED:
        bottom[-2] = room.at_frame(cut(line(note), room.frame))
    page = Page(_head(room, view, revealed), body, bottom, _spot(room, view, body))
    return page, replace(view.entry, scroll=offset)


def _head(room: Room, view: Review, revealed: bool) -> list[Line]:
    question = view.question
    where = question.deck_title
    # A module's title can give an answer away, so it waits for the reveal.
    if revealed and question.module_title and room.wide:
        where = f"{where} · {question.module_title}"
    clock = time_left(view.left_ms, view.last)
    if view.showing.planned.practice:
        clock = ", ".join(filter(None, (WORDS["practising"], clock)))
    return fill([header(room, where, clock), progress(room, view.used)], room.head_rows)


def _foot(room: Room, view: Review, keymap: Keymap) -> list[Line]:
    if view.place == FAILED:
        return _failed(room, view, keymap)
    end = custom(keymap, "quit", view.place, "end")
    left = key_line(room, _keys(room, view, keymap), end)
    rows = fill(_two_rows(room, view, keymap), 2)
    if view.showing.planned.practice and not rows[1]:
        rows[1] = room.at_text([line(WORDS["practice"])])[0]
    return foot(room, rows, left, view.message)


def _failed(room: Room, view: Review, keymap: Keymap) -> list[Line]:
    what, _, mend = view.failure.partition(". ")
    said = [room.at_frame(each) for each in paragraphs(not_saved(what, mend), room.frame)]
    keys = key_line(room, entries(keymap, FAILED, frozenset({"help"})))
    rows = room.foot_rows
    if len(said) < rows - 1:
        said = [BLANK, *said]
    return [*fill(said, rows - 1), keys] if len(said) < rows else said[:rows]


def _two_rows(room: Room, view: Review, keymap: Keymap) -> list[Line]:
    if view.place == ANSWERED:
        return bar(room, view.question, view.showing, view.previews, keymap, view.among)
    if view.place == WRONG:
        again = view.previews.get(Grade.AGAIN)
        once_more = WORDS["wrong pick"] if again is not None and again.again_today else ""
        return room.at_text([_next(keymap, "go_on", WORDS["go on"]), line(once_more)])
    said = {
        PICKING: "Press the number of your answer",
        PLACING: "Press the number that comes next",
        TYPING: "Enter checks",
    }
    if view.place == ASKING:
        return room.at_text([_next(keymap, "show", WORDS["sure" if view.confidence else "show"])])
    if view.place == PAUSED:
        show = _next(keymap, "show", WORDS["show"])
        return room.at_text([_next(keymap, "write", "Type the answer"), show])
    if view.place == PLACING:
        return room.at_text(_placing(view, keymap, said[PLACING]))
    if view.place == PICKING and view.question.several:
        check = _next(keymap, "check", "Check") if view.entry.picked else BLANK
        return room.at_text([line("Press the numbers of all that are right"), check])
    if view.place == TYPING:
        return room.at_text([_next(keymap, "check", "Check")])
    return room.at_text([line(said[view.place])])


def _next(keymap: Keymap, name: str, words: str) -> Line:
    return button(keymap.first(name), words, name)


def _placing(view: Review, keymap: Keymap, said: str) -> list[Line]:
    complete = len(view.entry.placed) == len(view.question.items)
    first = _next(keymap, "check", "Check") if complete else line(said)
    back = keymap.first("take_last")
    return [first, line(f"{back} takes the last one back", "", "take_last") if back else BLANK]


def _keys(room: Room, view: Review, keymap: Keymap) -> list[Line]:
    place, question = view.place, view.question
    if place == TYPING:
        words = "leaves the field"
        return [custom(keymap, "back", TYPING, words)]
    hidden = {"quit", "back"}
    if not question.hint or view.showing.hint or view.showing.revealed_at is not None:
        hidden.add("hint")
    if not _case_matters(room, view):
        hidden.add("case")
    if not room.wide and (place in (PICKING, PLACING) or (place == ASKING and view.confidence)):
        hidden.add("undo")
    found = entries(keymap, view.keys or place, frozenset(hidden))
    if place == ANSWERED:
        number = keymap.first(NAMES[marked(view.showing, view.among)])
        takes = custom(keymap, "take", ANSWERED, f"takes [{number}]")
        found.insert(1 if "case" not in hidden else 0, takes)
    return found


def _case_matters(room: Room, view: Review) -> bool:
    """Whether a case has been folded, or may be."""
    if not view.question.case:
        return False
    if view.entry.case is not None:
        return True
    fitted = card(room, view.question, view.showing, view.entry, "")
    return any(plain(each).lstrip().startswith("▸") for each in fitted.lines) or fitted.scrolls


def _spot(room: Room, view: Review, body: list[Line]) -> Spot | None:
    """Where the text field stands while an answer is typed."""
    if view.place != TYPING:
        return None
    for row, each in enumerate(body):
        if each and plain(each).split() == ["you", "_"]:
            column = room.left + LABEL
            return Spot(column, room.head_rows + row, room.text - LABEL)
    return None
