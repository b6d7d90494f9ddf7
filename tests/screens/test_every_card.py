"""Every question of the shipped decks in windows of every size: nothing fails or sticks out."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from recall.decks.question import ORDER, PICK, RECALL, TYPE, Question
from recall.decks.questions import question
from recall.decks.read import read_deck
from recall.memory.events import Grade
from recall.memory.scheduler import Preview
from recall.session.answers import check_order, check_pick, check_typed, check_which, no_idea
from recall.session.values import NEW, Answer, Candidate, Planned, Showing
from recall.session.words import picks, wrong_pick
from recall.tui.draw.entry import EMPTY, Entry
from recall.tui.draw.review import Review, place_of, review_page
from recall.tui.draw.room import Room
from recall.tui.draw.text import plain, width_of
from recall.tui.keymap import Keymap

DECKS = Path(__file__).parents[2] / "decks"
SIZES = {(30, 10): 3, (40, 15): 1, (57, 30): 4, (76, 19): 4, (80, 24): 1, (99, 20): 4, (160, 50): 4}
"""Windows, and every how many-th question is drawn in them: all in those that people have."""
PREVIEWS = {grade: Preview(int(grade) * 40, grade == Grade.AGAIN) for grade in Grade}
KEYMAP = Keymap({})


@functools.cache
def all_questions() -> list[Question]:
    decks = [read_deck(path).deck for path in sorted(DECKS.glob("*.yaml"))]
    return [
        question(deck, card, part, seed=7)
        for deck in decks
        if deck is not None
        for card in deck.cards
        for part in card.parts
    ]


def _answers(asked: Question) -> Iterator[Answer | None]:
    if asked.way == PICK:
        yield no_idea()
        yield from (check_pick(asked, (index,)) for index in range(len(asked.options)))
    elif picks(asked):
        yield from (check_which(asked, side) for side in (0, 1))
    elif asked.way == ORDER:
        yield no_idea()
        yield check_order(asked, asked.shown)
    elif asked.way == TYPE:
        yield from (check_typed(asked, given) for given in ("", "something else", asked.answer))
    else:
        yield None


def _pages(asked: Question, room: Room) -> Iterator[tuple[list[str], Showing]]:
    planned = Planned(Candidate(asked.key, "deck/card"), 5.0, 0.1, True)
    shown = [Showing(planned, NEW, 0), Showing(planned, NEW, 0, hint=bool(asked.hint))]
    shown += [Showing(planned, NEW, 0, revealed_at=1, answer=answer) for answer in _answers(asked)]
    entries = [EMPTY, Entry(case=True), Entry(placed=asked.shown[:2], scroll=3)]
    for showing in shown:
        for entry in entries:
            place = place_of(asked, showing, wrong_pick(asked, showing.answer), entry)
            topics = frozenset({asked.kind, "intervals"})
            view = Review(
                asked, showing, place, PREVIEWS, topics, 200_000, 0.4, False, entry, "", ""
            )
            page, _ = review_page(room, view, KEYMAP)
            for line in page.lines:
                assert width_of(line) <= room.width, plain(line)
            yield [plain(line) for line in page.lines], showing


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_every_page_fits_its_window_and_begins_with_the_question(size: tuple[int, int]) -> None:
    room = Room(*size)
    for asked in all_questions()[:: SIZES[size]]:
        for rows, _ in _pages(asked, room):
            assert len(rows) == room.height
            assert rows[0].strip()


def test_the_whole_answer_stands_on_a_usual_screen_or_can_be_scrolled_to() -> None:
    for asked in all_questions():
        for rows, showing in _pages(asked, Room(80, 24)):
            if showing.revealed_at is not None and asked.way not in (ORDER, PICK):
                words = asked.answer.split()[0].strip("[]")
                assert words in "\n".join(rows) or any("↓ more" in row for row in rows)


def test_on_a_phone_no_question_has_to_be_scrolled_and_no_recalled_answer_either() -> None:
    for asked in all_questions():
        planned = Planned(Candidate(asked.key, "deck/card"), 5.0, 0.1, True)
        rows = _rows(asked, Showing(planned, NEW, 0))
        assert "↓ more" not in rows, asked.key
        if asked.way == RECALL:
            rows = _rows(asked, Showing(planned, NEW, 0, revealed_at=1))
            assert "↓ more" not in rows, asked.key


def _rows(asked: Question, showing: Showing) -> list[str]:
    """The page of a phone, on any day but the first."""
    place = place_of(asked, showing, False, EMPTY)
    view = Review(asked, showing, place, PREVIEWS, frozenset(), 200_000, 0.4, False, EMPTY, "", "")
    page, _ = review_page(Room(40, 15), view, KEYMAP)
    return [plain(line).strip() for line in page.lines]
