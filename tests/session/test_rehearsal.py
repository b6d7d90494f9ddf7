"""A question tried out: answered as in a session, changed under the eyes, never written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recall.decks.model import Card, Deck
from recall.decks.read import read_bytes
from recall.memory.events import BURY, Grade
from recall.session import machine as m
from recall.session.answers import check_order, check_pick, check_typed, no_idea
from recall.session.rehearsal import Rehearsal

HEAD = "recall: 1\ndeck: d\ntitle: D\ncards:\n"
CHOICE = "  - id: c\n    q: Which?\n    options:\n      - right: yes\n      - wrong: no\n"
TYPED = "  - id: c\n    q: Which word?\n    typed: muda\n"
ORDER = "  - id: c\n    order: All three.\n    items: [one, two, three]\n"
BASIC = "  - id: c\n    q: What?\n    a: This.\n    hint: Near.\n"


def read(text: str) -> tuple[Deck, Card]:
    deck = read_bytes((HEAD + text).encode(), "d.yaml").deck
    assert deck is not None
    return deck, deck.cards[0]


class Desk:
    """A rehearsal of one card, with a clock that goes on a second with each look at it."""

    def __init__(self, text: str) -> None:
        self.ticks = 0
        deck, card = read(text)
        self.rehearsal = Rehearsal(deck, card, card.parts[0], rivals=frozenset(), ticker=self._tick)

    def _tick(self) -> int:
        self.ticks += 1_000
        return self.ticks

    @property
    def state(self) -> m.State:
        return self.rehearsal.state

    def send(self, event: m.Input) -> None:
        assert self.rehearsal.send(event) == ()

    def save(self, text: str) -> None:
        deck, card = read(text)
        self.rehearsal.change(deck, card, card.parts[0], frozenset())


def now(desk: Desk) -> int:
    return desk.rehearsal.now()


@pytest.mark.parametrize("grade", list(Grade))
def test_any_grade_ends_it_and_brings_nothing_once_more(grade: Grade) -> None:
    desk = Desk(BASIC)
    desk.send(m.Reveal(now(desk)))
    assert desk.state.phase == m.ANSWERED
    assert desk.rehearsal.previews == {}
    desk.send(m.GradeIt(now(desk), grade))
    assert desk.state.phase == m.OVER
    assert desk.rehearsal.question is None


def test_there_is_nothing_to_undo() -> None:
    desk = Desk(BASIC)
    desk.send(m.Reveal(now(desk)))
    desk.send(m.Undo(now(desk)))
    assert desk.state.notice == ("nothing to undo",)
    assert desk.state.phase == m.ANSWERED


def test_an_answer_stays_on_the_screen_when_words_change() -> None:
    desk = Desk(BASIC)
    desk.send(m.Hint())
    desk.send(m.Reveal(now(desk)))
    desk.save(BASIC.replace("This.", "That."))
    assert desk.state.phase == m.ANSWERED
    assert desk.rehearsal.question is not None
    assert desk.rehearsal.question.answer == "That."
    desk.save(BASIC.replace("    hint: Near.\n", ""))
    assert desk.state.showing is not None
    assert not desk.state.showing.hint


def test_a_pick_is_judged_anew_by_its_place() -> None:
    desk = Desk(CHOICE)
    question = desk.rehearsal.question
    assert question is not None
    wrong = next(at for at, option in enumerate(question.options) if not option.right)
    desk.send(m.Give(now(desk), check_pick(question, (wrong,))))
    swapped = CHOICE.replace("right: yes", "wrong: yes").replace("wrong: no", "right: no")
    desk.save(swapped)
    assert desk.state.showing is not None
    assert desk.state.showing.answer is not None
    assert desk.state.showing.answer.right is True


def test_more_options_than_before_ask_again() -> None:
    desk = Desk(CHOICE)
    desk.send(m.Give(now(desk), no_idea()))
    desk.save(CHOICE + "      - wrong: perhaps\n")
    assert desk.state.phase == m.ASKING
    assert desk.state.showing is not None
    assert desk.state.showing.answer is None


def test_no_idea_stays_no_idea() -> None:
    desk = Desk(CHOICE)
    desk.send(m.Give(now(desk), no_idea()))
    desk.save(CHOICE.replace("Which?", "Which one?"))
    assert desk.state.phase == m.ANSWERED
    assert desk.state.showing is not None
    assert desk.state.showing.answer == no_idea()


def test_what_was_typed_is_compared_with_the_new_word() -> None:
    desk = Desk(TYPED)
    question = desk.rehearsal.question
    assert question is not None
    desk.send(m.Give(now(desk), check_typed(question, "mura")))
    desk.save(TYPED.replace("muda", "mura"))
    assert desk.state.showing is not None
    assert desk.state.showing.answer is not None
    assert desk.state.showing.answer.right is True


def test_what_was_placed_is_compared_with_the_new_items() -> None:
    desk = Desk(ORDER)
    question = desk.rehearsal.question
    assert question is not None
    desk.send(m.Give(now(desk), check_order(question, (0, 1, 2))))
    desk.save(ORDER.replace("three]", "four]"))
    assert desk.state.phase == m.ANSWERED
    desk.save(ORDER.replace("three]", "three, four]"))
    assert desk.state.phase == m.ASKING


def test_another_way_of_answering_asks_again() -> None:
    desk = Desk(BASIC)
    desk.send(m.Reveal(now(desk)))
    desk.save(TYPED)
    assert desk.state.phase == m.ASKING


def test_what_is_being_written_is_left_alone() -> None:
    desk = Desk(BASIC)
    state = replace(desk.state, phase=m.SAVING)
    desk.rehearsal.state = state
    desk.save(TYPED)
    assert desk.rehearsal.state == state


def test_nothing_is_put_away_for_good() -> None:
    desk = Desk(BASIC)
    desk.send(m.SetCard(now(desk), BURY))
    assert desk.rehearsal.question is None
