"""Home: today in one sentence, the decks with what would be recalled of each, the week."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from recall.session.sentences import IF_ASKED, next_on_path, recalled_of
from recall.session.time_words import WEEKDAYS, month_name, weekday
from recall.session.words import WORDS, counted
from recall.tui.draw.frame import button, entries, header, key_line, message_rows
from recall.tui.draw.room import Page, Room, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, indent, line, pad_to, place, plain
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

if TYPE_CHECKING:
    from recall.collection.home import DeckLine, Home, PathLine

SIGNS = {"done": "●", "open": "○", "later": "·"}
BAR_AT, BAR = 30, 20
NARROW_BAR_AT, NARROW_BAR = 20, 9
DAYS_AT, DAY_STEP, COUNT_AT = 13, 6, 59


def home_page(
    room: Room, home: Home, keymap: Keymap, selected: int | None, sentence: str, message: str
) -> Page:
    """All rows of Home. ``selected`` is the deck picked with ``j k``, None for all decks."""
    top = [_header(room, home.today)]
    today = room.at_text(paragraphs(sentence, room.text, "bold"))
    start = [] if home.status == "none" else room.at_text([_begin(keymap)])
    notices = [each for text in home.notices for each in paragraphs(text, room.text)]
    around = [BLANK, BLANK] if room.tall else [BLANK]
    upper = [*top, *around, *today, *(around if room.tall else []), *start]
    if notices:
        upper += [BLANK, *room.at_text(notices)]
    week = [BLANK, room.at_text([_week(room, home)])[0]]
    foot = message_rows(room, message) or [_keys(room, home, keymap)]
    rows = room.height - len(upper) - len(foot)
    lower: list[Line] = []
    if home.path:
        path = _path(room, home.path)
        lower = [BLANK, *path]
        rows -= len(lower)
    if home.decks:
        heading = room.at_text([line(IF_ASKED)])
        gap = [BLANK] if room.tall else []
        free = rows - 1 - len(heading) - len(gap) - len(week)
        lower += [BLANK, *heading, *gap, *_decks(room, home, selected, max(1, free)), *week]
    body = fill([*upper, *lower], room.height - len(foot))
    return Page(body, [], foot)


def _path(room: Room, path: PathLine) -> list[Line]:
    """Where the learner is on a path: a bar, and where there is room the step that comes next."""
    words = f"{path.met} of {path.total}{' met' if room.wide else ''}"
    cells, end = BAR if room.wide else NARROW_BAR, room.text - len(words)
    at = BAR_AT if room.wide else min(NARROW_BAR_AT, end - cells - 2)
    full = round(cells * path.met / path.total) if path.total else 0
    bar = (Run("█" * full, "accent"), Run("░" * (cells - full), "dim"))
    title = cut(line(path.title), at - 1)
    rows = [place((0, title), (at, tuple(run for run in bar if run.text)), (end, line(words)))]
    if room.tall:
        rows += paragraphs(next_on_path(path.step, path.until), room.text, "dim")
    return room.at_text(rows)


def _header(room: Room, today: date) -> Line:
    day, month = weekday(today), month_name(today.month)
    if not room.wide:
        day, month = day[:3], month[:3]
    # As drawn: the date ends one cell further right than the clock of a card does.
    return header(room, "recall", f"{day} {today.day} {month}", beyond=1 if room.wide else 0)


def _begin(keymap: Keymap) -> Line:
    return button(keymap.first("begin"), "Begin", "begin")


def _decks(room: Room, home: Home, selected: int | None, rows: int) -> list[Line]:
    lines = [_deck(room, deck, at, at == selected) for at, deck in enumerate(home.decks)]
    if len(lines) <= rows:
        return lines
    first = min(max(0, (selected or 0) - rows + 2), len(lines) - rows)
    shown = lines[first : first + rows]
    if first + rows < len(lines):
        shown[-1] = indent([line(WORDS["more text"], "dim", "next_deck")], room.left)[0]
    return shown


def _deck(room: Room, deck: DeckLine, at: int, selected: bool) -> Line:
    runs = _wide_deck(deck) if room.wide else _narrow_deck(room, deck)
    act = f"deck:{at}"
    if selected:
        marked = pad_to(line(plain(runs), "mark", act), room.text)
        runs = tuple(run._replace(style="mark", act=act) for run in marked)
        if room.wide:
            return indent([(Run("▸", "accent", act), Run(" "), *runs)], room.left - 2)[0]
    return room.at_text([tuple(run._replace(act=act) for run in runs)])[0]


def _wide_deck(deck: DeckLine) -> Line:
    title = cut(line(deck.title), BAR_AT - 1)
    words = recalled_of(round(deck.recalled), deck.met, deck.total)
    if not deck.met:
        total = str(deck.total)
        return place((0, title), (BAR_AT, line(words)), (64 - len(total), line(total)))
    return place((0, title), (BAR_AT, _bar(deck, BAR)), (64 - len(words), line(words)))


def _narrow_deck(room: Room, deck: DeckLine) -> Line:
    words = recalled_of(round(deck.recalled), deck.met, deck.total)
    end = room.text - len(words)
    if not deck.met:
        return place((0, cut(line(deck.title), end - 2)), (end, line(words)))
    size = max(3, min(NARROW_BAR, end - 12))
    at = min(NARROW_BAR_AT, end - size - 2)
    return place((0, cut(line(deck.title), at - 1)), (at, _bar(deck, size)), (end, line(words)))


def _bar(deck: DeckLine, cells: int) -> Line:
    full = round(cells * min(1.0, deck.recalled / deck.total)) if deck.total else 0
    return tuple(
        run for run in (Run("█" * full, "accent"), Run("░" * (cells - full), "dim")) if run.text
    )


def _week(room: Room, home: Home) -> Line:
    count = counted(home.days, "day") if home.days else ""
    dots = [_dot(home, at) for at in range(7)]
    if not room.wide:
        row: Line = tuple(run for dot in dots for run in (dot, Run(" ")))
        end = room.text - len(count)
        return place((0, line("This week")), (11, row[:-1]), (end, line(count)))
    parts = [
        (DAYS_AT + DAY_STEP * at, (Run(f"{WEEKDAYS[at][:2]} "), dot)) for at, dot in enumerate(dots)
    ]
    return place((0, line("This week")), *parts, (COUNT_AT, line(count)))


def _dot(home: Home, at: int) -> Run:
    sign = SIGNS[home.week[at]]
    if at == home.today.weekday():
        return Run(sign, "accent")
    return Run(sign, "dim" if home.week[at] == "later" else "")


def _keys(room: Room, home: Home, keymap: Keymap) -> Line:
    found = entries(keymap, "home", frozenset({"begin"} if not room.wide else ()))
    down, up = keymap.first("next_deck"), keymap.first("previous_deck")
    if home.decks and down and up:
        words = "choose a deck" if room.wide else "choose"
        choose = (Run(f"{down} {up} {words}", "dim", "next_deck"),)
        found.insert(1 if room.wide else 0, choose)
    return key_line(room, found)
