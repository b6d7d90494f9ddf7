"""All cards of a deck in a list that is searched by typing."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.listed import line_of
from recall.decks.model import Card, Deck
from recall.session.words import counted
from recall.tui.draw.frame import custom, entries, header, key_line, message_rows
from recall.tui.draw.room import Page, Room, Spot, fill
from recall.tui.draw.text import BLANK, Line, Run, cut, line, pad_to, place, plain
from recall.tui.keymap import Keymap

LABEL = 8
ID_CELLS, MARK = 20, 2


def list_page(
    room: Room,
    deck: Deck,
    found: Sequence[int],
    selected: int,
    keymap: Keymap,
    place_name: str,
    message: str,
) -> Page:
    """All rows of the list. ``found`` are the places of the cards, ``selected`` one of its own."""
    where = f"{len(found)} of {len(deck.cards)}" if len(found) < len(deck.cards) else ""
    where = where or counted(len(deck.cards), "card")
    head = [header(room, f"Preview: {deck.title}", where), *[BLANK] * (2 if room.tall else 1)]
    field = place((0, line("Find")), (LABEL, (Run("_", "accent"),)))
    top = [*head, room.at_text([field])[0], BLANK]
    foot = message_rows(room, message) or [key_line(room, _keys(keymap, place_name))]
    rows = room.height - len(top) - len(foot) - 1
    spot = Spot(room.left + LABEL, len(head), room.text - LABEL)
    body = [*top, *(_rows(room, deck, found, selected, rows) or _none(room))]
    return Page(fill(body, room.height - len(foot)), [], foot, spot)


def _keys(keymap: Keymap, place_name: str) -> list[Line]:
    choose = (Run("↑ ↓ choose", "dim", "next_line"),)
    back = custom(keymap, "back", place_name, "back")
    return [*entries(keymap, place_name), choose, back]


def _none(room: Room) -> list[Line]:
    return room.at_text([line("No card has all of these words.")])


def _rows(room: Room, deck: Deck, found: Sequence[int], selected: int, rows: int) -> list[Line]:
    first = max(0, min(selected - rows // 2, len(found) - rows))
    shown = range(first, min(first + rows, len(found)))
    return [_row(room, deck.cards[found[at]], at, at == selected) for at in shown]


def _row(room: Room, card: Card, at: int, selected: bool) -> Line:
    act = f"card:{at}"
    draft = "  draft" if card.draft else ""
    # The sign of the chosen row stands in the margin, where there is one.
    width = room.text - (0 if room.wide else MARK)
    runs: Line = (Run(line_of(card), "", act),)
    if room.wide:
        name = "(no id yet)" if card.provisional else card.id
        runs = (*pad_to(cut(line(name, "dim", act), ID_CELLS - 2), ID_CELLS), *runs)
    runs = cut(runs, width - len(draft))
    if draft:
        runs = (*pad_to(runs, width - len(draft)), Run(draft, "dim", act))
    left = max(0, room.left - MARK)
    if not selected:
        return (Run(" " * (left + MARK), "", act), *runs)
    marked = Run(plain(pad_to(runs, width)), "mark", act)
    return (Run(" " * left), Run("▸", "accent", act), Run(" "), marked)
