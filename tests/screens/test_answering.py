"""What keys make of an answer before it is given: picked, placed, checked once it is whole."""

from __future__ import annotations

from dataclasses import replace

from recall.decks.question import Question
from recall.session import machine as m
from recall.session.answers import FOUR
from recall.tui.answering import Attempt, meaning
from recall.tui.draw.entry import EMPTY, Entry


def attempt(question: Question, entry: Entry = EMPTY, typed: str = "") -> Attempt:
    return Attempt(question, entry, typed, FOUR, False)


def test_of_several_right_options_a_number_picks_and_picks_again_to_leave_out(
    cards: dict[str, Question],
) -> None:
    question = replace(cards["choice"], several=True)
    picked = meaning("number:2", attempt(question), 0)
    assert picked == Entry(picked=(1,))
    assert meaning("number:2", attempt(question, picked), 0) == EMPTY
    assert meaning("number:9", attempt(question), 0) is None
    assert meaning("check", attempt(question), 0) is None


def test_of_one_right_option_a_number_gives_the_answer(cards: dict[str, Question]) -> None:
    given = meaning("number:1", attempt(cards["choice"]), 7)
    assert isinstance(given, m.Give)
    assert (given.at, given.answer.picked) == (7, (0,))


def test_an_item_is_placed_once_and_an_order_is_checked_when_it_is_whole(
    cards: dict[str, Question],
) -> None:
    question = cards["sequence"]
    entry = EMPTY
    for number in range(1, len(question.items) + 1):
        assert meaning("check", attempt(question, entry), 0) is None
        placed = meaning(f"number:{number}", attempt(question, entry), 0)
        assert isinstance(placed, Entry)
        assert meaning(f"number:{number}", attempt(question, placed), 0) is None
        entry = placed
    checked = meaning("check", attempt(question, entry), 0)
    assert isinstance(checked, m.Give)
    assert checked.answer.picked == question.shown
    assert meaning("take_last", attempt(question, entry), 0) == replace(
        entry, placed=entry.placed[:-1]
    )


def test_a_hint_is_asked_for_only_where_there_is_one(cards: dict[str, Question]) -> None:
    assert meaning("hint", attempt(cards["basic"]), 0) == m.Hint()
    assert meaning("hint", attempt(replace(cards["basic"], hint="")), 0) is None
