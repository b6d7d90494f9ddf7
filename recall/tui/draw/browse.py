"""Browsing: the search above, the cards that it finds in rows, what can be done below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recall.session import browsing as words
from recall.tui.draw.frame import custom, entries, foot, header, key_line
from recall.tui.draw.room import Page, Room, Spot, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, ends, joined, line, pad_to, place, plain
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap
from recall.tui.places import BROWSE, SEARCHING

if TYPE_CHECKING:
    from recall.collection.shelf import CardRow

QUESTION_AT = 4
RECALL, NEXT, STANDING = 5, 10, 12
"""Cells of the columns behind the question."""
PROMPT = "/ "
WITH_CHOSEN = {
    "put_away": "put away",
    "mark": "mark",
    "practise": "practise",
    "start_again": "start again",
    "not_today": "not today",
}
"""What can be done with the cards chosen, by action."""


@dataclass(frozen=True, slots=True)
class Browse:
    """What browsing shows.

    Attributes:
        typing: whether the search is being typed; ``search``: what stands in it.
        rows: those in the window, and ``first`` the place of its first one among all found.
        cursor: the place of the row that keys act on; ``found``: how many there are.
        chosen: names of all cards chosen.
        sort: a key of ``SORT_WORDS``; today: the study day.
        problem: why the search cannot be read; the rows are then those of the last that could.
        nothing: what to say where no row is found.
    """

    typing: bool
    search: str
    rows: Sequence[CardRow]
    first: int
    cursor: int
    found: int
    chosen: frozenset[str]
    sort: str
    today: int
    problem: str = ""
    nothing: str = ""
    message: str = ""


def browse_page(room: Room, view: Browse, keymap: Keymap) -> Page:
    """All rows of browsing."""
    head = fill([_header(room, view), _search(room, view), _columns(room, view)], room.head_rows)
    body = [_row(room, row, view.today, view.first + at, view) for at, row in enumerate(view.rows)]
    if not body and not view.problem:
        body = [room.at_frame(each) for each in paragraphs(view.nothing, room.frame)]
    below = [room.at_frame(each) for each in _below(room, view)]
    if view.chosen and not view.typing and not view.problem:
        can = [custom(keymap, name, BROWSE, said) for name, said in WITH_CHOSEN.items()]
        below[1:] = [key_line(room, can)]
    keys = _keys(room, view, keymap)
    spot = None
    if view.typing:
        at = room.frame_left + len(PROMPT)
        spot = Spot(at, 1, room.frame - len(PROMPT))
    return Page(head, fill(body, room.body_rows), foot(room, below, keys, view.message), spot)


def _header(room: Room, view: Browse) -> Line:
    found = words.found(view.found, len(view.chosen))
    return header(room, "Browse" if room.wide else "", found)


def _search(room: Room, view: Browse) -> Line:
    text = line(view.search) if view.search else line("" if view.typing else "all cards", "dim")
    return room.at_frame(cut((Run(PROMPT, "accent", "search"), *text), room.frame))


def _columns(room: Room, view: Browse) -> Line:
    if not room.tall:
        return BLANK
    order = f"question, {words.SORT_WORDS[view.sort]}"
    return room.at_frame(
        _cells(room, (), line(order, "dim"), line("recall", "dim"), line("next", "dim"), BLANK)
    )


def _row(room: Room, row: CardRow, today: int, at: int, view: Browse) -> Line:
    here = at == view.cursor
    signs = (
        Run("▸" if here else " ", "accent"),
        *((Run(" "),) if room.wide else ()),
        Run("●" if row.name in view.chosen else " "),
    )
    standing = words.standing_words(row.standing)
    runs = _cells(
        room,
        signs,
        line(row.text),
        line(words.share(row.recall)),
        line(words.next_word(row.next_day, today)),
        line(standing[0] if standing else ""),
    )
    act = f"row:{at}"
    if here and not view.typing:
        head, rest = runs[:1], pad_to(line(plain(runs[1:]), "mark", act), room.frame - 1)
        runs = (*head, *rest)
    # Few stretches of text to style, as the window is painted at every key.
    return joined([run._replace(act=act) for run in room.at_frame(runs)])


def _cells(
    room: Room, signs: Line, question: Line, recall: Line, next_day: Line, standing: Line
) -> Line:
    """One row of the table; where room is short only the question and its recall."""
    width = room.frame
    start = QUESTION_AT if room.wide else QUESTION_AT - 1
    recall_at = width - RECALL - (NEXT + STANDING + 4 if room.wide else 1)
    recalled = (Run(" " * max(0, RECALL - sum(len(run.text) for run in recall))), *recall)
    parts = [
        (0, signs),
        (start, cut(question, recall_at - start - 1)),
        (recall_at, recalled if recall else BLANK),
    ]
    if room.wide:
        parts.append((width - NEXT - STANDING - 2, cut(next_day, NEXT)))
        parts.append((width - STANDING, cut(standing, STANDING)))
    return place(*parts)


def _below(room: Room, view: Browse) -> list[Line]:
    """Two rows: what is wrong with the search, what it may hold, or more of the row at hand."""
    if view.problem:
        return paragraphs(view.problem, room.frame)[:2]
    if view.typing and not view.search:
        return [each for text in words.SYNTAX for each in paragraphs(text, room.frame)][:2]
    at = view.cursor - view.first
    if not 0 <= at < len(view.rows):
        return []
    row = view.rows[at]
    said = words.detail(row.title, row.met, row.questions, row.next_day, row.last_day, view.today)
    second = [*words.standing_words(row.standing), words.forgotten(row.forgotten)]
    more = ", ".join(filter(None, second))
    return [line(said), ends(line(more), line(row.name, "dim"), room.frame)]


def _keys(room: Room, view: Browse, keymap: Keymap) -> Line:
    if view.typing:
        return key_line(
            room,
            [
                custom(keymap, "to_list", SEARCHING, "to the list"),
                custom(keymap, "back", SEARCHING, "leaves the field"),
            ],
        )
    hidden = frozenset({"quit"})
    return key_line(room, entries(keymap, BROWSE, hidden), custom(keymap, "quit", BROWSE, "back"))
