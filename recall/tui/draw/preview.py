"""A deck being written, card by card: the card's screen, and what its author wants to know of it.

What is wrong with a save stands above the last good version of the card.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from recall.decks.model import Card, Deck
from recall.decks.problems import Problem, cells
from recall.session.leafing import Leaf
from recall.session.words import counted
from recall.tui.draw.blocks import window
from recall.tui.draw.frame import entries, header, key_line, message_rows, progress
from recall.tui.draw.room import Page, Room
from recall.tui.draw.text import BLANK, Line, Run, ends, indent, line
from recall.tui.draw.wrap import paragraphs
from recall.tui.keymap import Keymap

BELOW = "Below is the last good version."
NOT_YET = "This deck cannot be shown yet."
APPEARS = "Mend it in your editor and save it: its cards appear here by themselves."
NOTHING_RECORDED = "a preview: nothing is recorded"
DRAFT = "a draft: only you see it"
MOST_PROBLEM_ROWS, NARROW_PROBLEM_ROWS = 6, 4


@dataclass(frozen=True, slots=True)
class Shown:
    """Where in the deck one is, and what is wrong with its newest save."""

    deck: Deck
    leaf: Leaf
    problems: tuple[Problem, ...] = ()

    @property
    def card(self) -> Card:
        """The card on the screen."""
        return self.deck.cards[self.leaf.card]


def preview_page(room: Room, shown: Shown, draw: Callable[[Room], Page]) -> Page:
    """All rows of a card's screen in a preview; ``draw`` gives those of the card itself."""
    above = problem_rows(room, shown.problems)
    left = room._replace(height=room.height - len(above))
    if above and room.tall and not left.tall:
        above.append(BLANK)
        left = room._replace(height=room.height - len(above))
    page = draw(left)
    head = [_header(room, shown), progress(room, _part_done(shown)), *above, *page.head[2:]]
    foot = list(page.foot)
    if room.wide and len(foot) > 2 and not foot[-2]:
        foot[-2] = _status(room, shown)
    spot = page.spot and page.spot._replace(row=page.spot.row + len(above))
    return Page(head, page.body, foot, spot)


def broken_page(
    room: Room,
    name: str,
    problems: Sequence[Problem],
    keymap: Keymap,
    place: str,
    offset: int,
    message: str,
) -> tuple[Page, int]:
    """All rows while a file has no version that can be shown, and the rows it is scrolled by."""
    head = [header(room, f"Preview: {name}", ""), *[BLANK] * (2 if room.tall else 1)]
    foot = message_rows(room, message) or [key_line(room, entries(keymap, place))]
    lines = [*paragraphs(NOT_YET, room.text, "bold"), BLANK]
    for problem in problems:
        lines += [*_whole(problem, room), BLANK]
    lines += paragraphs(APPEARS, room.text)
    rows = room.height - len(head) - len(foot)
    body, offset = window(room.at_text(lines), rows, offset, room.left)
    return Page(head, body, foot), offset


def problem_rows(room: Room, problems: Sequence[Problem]) -> list[Line]:
    """The first problem of a save, how many more there are, and what is seen below."""
    if not problems:
        return []
    first, more = problems[0], len(problems) - 1
    most = MOST_PROBLEM_ROWS if room.tall else NARROW_PROBLEM_ROWS
    last = f"{counted(more, 'more problem')}. {BELOW}" if more else BELOW
    said = paragraphs(f"{first.where}: {first.message}", room.frame - 2)
    mend = paragraphs(first.help, room.frame - 2) if first.help else []
    end = paragraphs(last, room.frame - 2)
    free = max(1, most - len(end))
    rows = [*said[:free], *mend[: free - len(said[:free])], *end]
    lines: list[Line] = [(Run("✗ ", "wrong"), *rows[0]), *indent(rows[1:], 2)]
    return [room.at_frame(each) for each in lines]


def _whole(problem: Problem, room: Room) -> list[Line]:
    """A problem with the line that it is about, where that fits."""
    lines = paragraphs(f"✗ {problem.where}: {problem.message}", room.text)
    excerpt = [each for each in problem.render().split("\n")[1:] if " | " in each]
    if all(cells(each) <= room.text for each in excerpt):
        lines += [line(each) for each in excerpt]
    return lines + (paragraphs(problem.help, room.text) if problem.help else [])


def _header(room: Room, shown: Shown) -> Line:
    deck, card, (at, part) = shown.deck, shown.card, shown.leaf
    where = f"{at + 1} of {len(deck.cards)}"
    if room.wide:
        where = f"card {where}"
        if len(card.parts) > 1:
            where += f", question {part + 1} of {len(card.parts)}"
    elif card.draft:
        where = f"draft, {where}"
    return header(room, f"Preview: {deck.title}", where)


def _part_done(shown: Shown) -> float:
    return (shown.leaf.card + 1) / len(shown.deck.cards)


def _status(room: Room, shown: Shown) -> Line:
    card = shown.card
    name = "no id yet" if card.provisional else card.id
    left = f"{name}, line {card.line}"
    module = shown.deck.module_title(card.module)
    left = f"{left} · {module}" if module else left
    right = DRAFT if card.draft else NOTHING_RECORDED
    return room.at_frame(ends(line(left, "dim"), line(right, "dim"), room.frame))
