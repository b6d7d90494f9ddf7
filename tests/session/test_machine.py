"""A sitting: shown, revealed, graded, saved, repeated, taken back; never cut off, never lost."""

from __future__ import annotations

import random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.memory.events import BURY, FLAG, REVIEW, SUSPEND, Event, Grade, Memory
from recall.session import machine as m
from recall.session.answers import TWO
from recall.session.pacing import CHARGE_CAP_MS, REPEAT_MS, begin
from recall.session.step import step
from recall.session.values import NEW, REPEAT, Answer, Candidate, Planned

DEVICE = UUID(int=1)


def planned(number: int, seconds: float = 20.0, new: bool = True) -> Planned:
    name = f"deck/card-{number}"
    memory = None if new else Memory(3.0, 5.0, 10, 13, 1, 0, 3, 1, 0.0, 1, UUID(int=9))
    candidate = Candidate(PromptKey(f"{name}/main", 1), name, memory=memory)
    return Planned(candidate, seconds, 0.5, due=False)


class Desk:
    """A front end and a store in a few lines: it sends inputs and carries out effects at once."""

    def __init__(self, chosen=(), reserve=(), minutes=5, limit=None):
        self.at = 0
        self.log: list[Event] = []
        self.voided: set[UUID] = set()
        budget = None if minutes is None else minutes * 60_000
        self.state = begin(tuple(chosen), tuple(reserve), budget_ms=budget, limit=limit, at=self.at)

    def send(self, event: m.Input) -> None:
        self.state, effects = step(self.state, event)
        for effect in effects:
            match effect:
                case m.Save(draft):
                    written = Event(
                        UUID(int=100 + len(self.log)),
                        DEVICE,
                        DEVICE,
                        draft.kind,
                        self.at,
                        0,
                        0,
                        draft.prompt,
                        draft.rev,
                        draft.grade,
                        draft.took_ms,
                        None,
                        draft.details,
                    )
                    self.log.append(written)
                    self.send(m.Stored(self.at, written.id))
                case m.TakeBack():
                    alive = [each for each in self.log if each.id not in self.voided]
                    newest = alive[-1] if alive else None
                    if newest is not None:
                        self.voided.add(newest.id)
                    self.send(m.Undone(self.at, newest))

    def wait(self, ms: int) -> None:
        self.at += ms

    def answer(self, grade: Grade | None = None, ms: int = 10_000) -> None:
        self.wait(ms)
        self.send(m.Reveal(self.at))
        self.wait(400)
        self.send(m.GradeIt(self.at, grade))

    @property
    def prompt(self) -> str:
        return self.state.showing.key.prompt if self.state.showing else ""


def test_a_question_is_shown_revealed_and_graded_and_the_next_one_comes():
    desk = Desk([planned(1), planned(2)])
    assert desk.prompt == "deck/card-1/main"
    desk.answer(Grade.GOOD)
    assert desk.prompt == "deck/card-2/main"
    assert [(each.prompt, each.grade) for each in desk.log] == [("deck/card-1/main", 3)]
    assert desk.log[0].details == {"shown": "new", "reveal_ms": 10_000}
    assert desk.log[0].took_ms == 10_400


def test_space_held_down_reveals_but_does_not_grade():
    desk = Desk([planned(1)])
    desk.send(m.Reveal(1_000))
    desk.send(m.GradeIt(1_299))
    assert desk.state.phase == m.ANSWERED
    desk.send(m.GradeIt(1_300))
    assert len(desk.log) == 1


def test_a_number_key_grades_at_once_even_right_after_the_reveal():
    desk = Desk([planned(1)])
    desk.send(m.Reveal(1_000))
    desk.send(m.GradeIt(1_001, Grade.EASY))
    assert desk.log[0].grade == Grade.EASY


def test_nothing_is_graded_before_the_answer_was_shown():
    desk = Desk([planned(1)])
    desk.send(m.GradeIt(5_000, Grade.GOOD))
    assert desk.log == []
    assert desk.state.phase == m.ASKING


def test_after_a_hint_space_takes_hard():
    desk = Desk([planned(1)])
    desk.send(m.Hint())
    desk.answer(None)
    assert desk.log[0].grade == Grade.HARD
    assert desk.log[0].details["hint"] is True


def test_with_two_grades_space_takes_got_it_after_a_hint_too():
    desk = Desk([planned(1)])
    desk.send(m.Hint())
    desk.send(m.Reveal(1_000))
    desk.send(m.GradeIt(5_000, among=TWO))
    assert desk.log[0].grade == Grade.GOOD


@pytest.mark.parametrize("grade", [Grade.HARD, Grade.EASY])
def test_a_grade_that_is_not_offered_means_nothing(grade):
    desk = Desk([planned(1)])
    desk.send(m.Reveal(1_000))
    desk.send(m.GradeIt(5_000, grade, TWO))
    assert desk.log == []
    assert desk.state.phase == m.ANSWERED


@pytest.mark.parametrize(("sure", "kept"), [(True, "sure"), (False, "unsure"), (None, None)])
def test_how_sure_the_learner_was_is_kept_with_the_review(sure, kept):
    desk = Desk([planned(1)])
    desk.send(m.Reveal(1_000, sure))
    desk.send(m.GradeIt(5_000, Grade.GOOD))
    assert desk.log[0].details.get("confidence") == kept


def test_a_checked_answer_proposes_its_grade_and_is_kept_in_the_log():
    desk = Desk([planned(1)])
    desk.send(m.Give(4_000, Answer("muri", score=0.0, proposed=Grade.AGAIN, right=False)))
    desk.send(m.GradeIt(5_000))
    assert desk.log[0].grade == Grade.AGAIN
    assert desk.log[0].details["given"] == "muri"
    assert desk.log[0].details["score"] == 0.0


def test_a_forgotten_question_comes_once_more_after_three_others():
    desk = Desk([planned(n, new=False) for n in range(1, 7)], minutes=20)
    desk.answer(Grade.AGAIN, ms=2_000)
    for _ in range(3):
        assert desk.state.showing.shown != REPEAT
        desk.answer(Grade.GOOD, ms=2_000)
    assert (desk.prompt, desk.state.showing.shown) == ("deck/card-1/main", REPEAT)
    desk.answer(Grade.AGAIN)
    while desk.state.phase != m.OVER:
        assert desk.prompt != "deck/card-1/main", "it comes once more, not for ever"
        desk.answer(Grade.GOOD)


def test_a_forgotten_question_comes_once_more_after_a_minute_too():
    desk = Desk([planned(n, new=False) for n in range(1, 7)], minutes=20)
    desk.answer(Grade.AGAIN, ms=2_000)
    desk.answer(Grade.GOOD, ms=60_000)
    assert desk.state.showing.shown == REPEAT


def test_hard_at_first_sight_comes_once_more_and_got_it_does_not():
    desk = Desk([planned(1), planned(2)], minutes=20)
    desk.answer(Grade.HARD)
    desk.answer(Grade.GOOD)
    assert (desk.prompt, desk.state.showing.shown) == ("deck/card-1/main", REPEAT)
    desk.answer(Grade.GOOD)
    assert desk.state.ending == m.ALL_DONE


def test_no_question_is_started_that_does_not_fit_but_the_current_one_is_finished():
    desk = Desk([planned(1), planned(2), planned(3)], minutes=1)
    desk.answer(Grade.GOOD, ms=30_000)
    assert desk.prompt == "deck/card-2/main"
    desk.answer(Grade.GOOD, ms=200_000)
    assert len(desk.log) == 2
    assert (desk.state.phase, desk.state.ending) == (m.OVER, m.TIME_UP)


def test_a_telephone_call_costs_a_minute_at_most():
    desk = Desk([planned(1), planned(2)], minutes=5)
    desk.answer(Grade.GOOD, ms=3_600_000)
    assert desk.state.spent_ms == CHARGE_CAP_MS


def test_the_reserve_fills_the_time_of_a_fast_learner():
    desk = Desk([planned(1)], [planned(2), planned(3)], minutes=1)
    for _ in range(3):
        desk.answer(Grade.EASY, ms=1_000)
    assert len(desk.log) == 3


def test_so_many_cards_were_asked_for_and_so_many_come_plus_repeats():
    desk = Desk([planned(1), planned(2), planned(3)], minutes=None, limit=2)
    desk.answer(Grade.AGAIN)
    desk.answer(Grade.GOOD)
    assert desk.state.showing.shown == REPEAT
    desk.answer(Grade.GOOD)
    assert desk.state.phase == m.OVER
    assert len(desk.log) == 3


def test_the_questions_to_ask_are_no_more_than_are_at_hand():
    desk = Desk([planned(1), planned(2)], minutes=None, limit=40)
    assert desk.state.to_ask == 2
    desk.answer(Grade.AGAIN)
    desk.answer(Grade.GOOD)
    assert (desk.state.showing.shown, desk.state.asked, desk.state.to_ask) == (REPEAT, 2, 2)
    assert Desk([planned(1), planned(2)], minutes=None, limit=1).state.to_ask == 1


def test_a_card_waits_for_the_one_it_builds_on():
    second = planned(2)
    gate = second.candidate._replace(after=frozenset({"deck/card-3"}))
    desk = Desk([second._replace(candidate=gate), planned(3)])
    assert desk.prompt == "deck/card-3/main"
    desk.answer(Grade.GOOD)
    assert desk.prompt == "deck/card-2/main"


def test_undo_shows_the_question_again_and_gives_its_seconds_and_repeat_back():
    desk = Desk([planned(1), planned(2)])
    desk.answer(Grade.AGAIN)
    before = desk.prompt
    assert desk.state.repeats
    desk.send(m.Undo(desk.at))
    assert desk.prompt == "deck/card-1/main"
    assert (desk.state.spent_ms, desk.state.repeats, desk.state.done) == (0, (), ())
    desk.answer(Grade.GOOD)
    assert desk.prompt == before


def test_undo_works_from_the_summary():
    desk = Desk([planned(1)])
    desk.answer(Grade.GOOD)
    assert desk.state.phase == m.OVER
    desk.send(m.Undo(desk.at))
    assert (desk.state.phase, desk.prompt) == (m.ASKING, "deck/card-1/main")


@pytest.mark.parametrize("answered", [False, True])
def test_a_question_left_unanswered_is_still_asked_after_an_undo_from_the_summary(answered):
    desk = Desk([planned(1), planned(2), planned(3)])
    desk.answer(Grade.GOOD)
    if answered:
        desk.send(m.Reveal(desk.at))
    desk.send(m.Leave(desk.at))
    desk.send(m.Undo(desk.at))
    desk.answer(Grade.GOOD)
    assert desk.prompt == "deck/card-2/main"
    desk.answer(Grade.GOOD)
    assert desk.prompt == "deck/card-3/main"


def test_what_was_to_come_once_more_when_the_sitting_was_left_comes_after_five_more():
    desk = Desk([planned(1), planned(2)])
    desk.answer(Grade.GOOD)
    desk.answer(Grade.AGAIN)
    assert desk.state.showing.shown == REPEAT
    desk.send(m.Leave(desk.at))
    desk.send(m.More(desk.at, 300_000, (planned(3),), ()))
    assert (desk.prompt, desk.state.showing.shown) == ("deck/card-2/main", REPEAT)


def test_undo_with_nothing_to_undo_says_so_and_changes_nothing():
    desk = Desk([planned(1)])
    desk.send(m.Undo(0))
    assert desk.state.notice == ("nothing to undo",)
    assert (desk.state.phase, desk.prompt) == (m.ASKING, "deck/card-1/main")


def test_undo_reaches_into_an_earlier_sitting():
    desk = Desk([planned(1)])
    old = Event(UUID(int=5), DEVICE, DEVICE, REVIEW, 0, 0, 0, "deck/card-7/main", 1, 3)
    desk.state, _ = step(desk.state, m.Undo(10))
    desk.state, _ = step(desk.state, m.Undone(10, old, planned(7, new=False)))
    assert desk.prompt == "deck/card-7/main"
    desk.answer(Grade.GOOD)
    assert desk.prompt == "deck/card-1/main", "the question it interrupted comes back"


def test_undo_takes_a_wrong_key_of_a_choice_back_before_anything_is_saved():
    desk = Desk([planned(1)])
    desk.send(m.Give(2_000, Answer(picked=(1,), score=0.0, proposed=Grade.AGAIN, right=False)))
    desk.send(m.Undo(2_500))
    assert (desk.state.phase, desk.state.showing.answer) == (m.ASKING, None)
    assert desk.log == []


def test_undo_takes_no_idea_back_as_well():
    desk = Desk([planned(1)])
    desk.send(m.Give(2_000, Answer(score=0.0, proposed=Grade.AGAIN, right=False, no_idea=True)))
    desk.send(m.Undo(2_500))
    assert (desk.state.phase, desk.log) == (m.ASKING, [])


def test_a_card_put_away_is_gone_with_its_repeats_and_comes_back_by_undo():
    for kind in (SUSPEND, BURY):
        desk = Desk([planned(1), planned(2)])
        desk.send(m.SetCard(1_000, kind))
        assert desk.prompt == "deck/card-2/main"
        assert desk.log[0].prompt == "deck/card-1"
        desk.send(m.Undo(2_000))
        assert desk.prompt == "deck/card-1/main"


def test_marking_a_card_leaves_it_on_the_screen_as_it_was():
    desk = Desk([planned(1)])
    desk.send(m.Reveal(1_000))
    desk.send(m.SetCard(1_500, FLAG))
    assert (desk.state.phase, desk.prompt) == (m.ANSWERED, "deck/card-1/main")
    assert desk.log[0].details == {"on": True}


def test_a_grade_that_could_not_be_saved_is_kept_and_tried_again():
    desk = Desk([planned(1), planned(2)])
    state, _ = step(desk.state, m.Reveal(1_000))
    state, effects = step(state, m.GradeIt(2_000, Grade.GOOD))
    state, none = step(state, m.Failed("the disk is full"))
    assert (state.phase, state.failure, none) == (m.FAILED, "the disk is full", ())
    assert state.showing.key.prompt == "deck/card-1/main"
    state, again = step(state, m.Retry())
    assert again == effects
    state, _ = step(state, m.Stored(3_000, UUID(int=1)))
    assert state.showing.key.prompt == "deck/card-2/main"


def test_keys_change_nothing_while_a_grade_is_being_saved():
    desk = Desk([planned(1), planned(2)])
    state, _ = step(desk.state, m.Reveal(1_000))
    state, _ = step(state, m.GradeIt(2_000, Grade.GOOD))
    for key in (m.Reveal(3_000), m.GradeIt(3_000, Grade.EASY), m.Undo(3_000), m.Leave(3_000)):
        assert step(state, key) == (state, ())


def test_leaving_ends_the_sitting_with_nothing_half_done():
    desk = Desk([planned(1), planned(2)])
    desk.answer(Grade.GOOD)
    desk.send(m.Leave(desk.at))
    assert (desk.state.phase, desk.state.ending, desk.state.showing) == (m.OVER, m.LEFT, None)
    assert len(desk.log) == 1


def test_five_more_minutes_go_on_where_it_ended():
    desk = Desk([planned(1)])
    desk.answer(Grade.GOOD)
    desk.send(m.More(desk.at, 300_000, (planned(2),), ()))
    assert (desk.state.phase, desk.prompt) == (m.ASKING, "deck/card-2/main")
    assert desk.state.left_ms == 300_000


KEYS = st.lists(
    st.tuples(
        st.sampled_from(
            ["good", "again", "hard", "marked", "undo", "bury", "suspend", "flag", "hint"]
        ),
        st.integers(0, 90_000),
    ),
    max_size=40,
)


@settings(deadline=None, derandomize=True)
@given(keys=KEYS, size=st.integers(0, 12), seed=st.integers(0, 99), minutes=st.integers(1, 6))
def test_whatever_is_pressed_log_and_sitting_agree_and_undoing_everything_leads_back(
    keys, size, seed, minutes
):
    dice = random.Random(seed)
    cards = [planned(n, dice.uniform(5, 40), dice.random() < 0.5) for n in range(size)]
    half = size // 2
    desk = Desk(cards[:half], cards[half:], minutes=minutes)
    for key, ms in keys:
        started = desk.state.showing
        match key:
            case "undo":
                desk.wait(ms)
                desk.send(m.Undo(desk.at))
            case "hint":
                desk.send(m.Hint())
            case "bury" | "suspend" | "flag":
                desk.wait(ms)
                desk.send(m.SetCard(desk.at, key))
            case _:
                grade = {"good": Grade.GOOD, "again": Grade.AGAIN, "hard": Grade.HARD}.get(key)
                desk.answer(grade, ms)
        check(desk, started, key)
    for _ in range(len(desk.log) + 1):
        desk.send(m.Undo(desk.at))
    assert (desk.state.done, desk.state.spent_ms, desk.state.asked) == ((), 0, 0)
    assert not desk.state.repeats


def check(desk: Desk, started, key: str) -> None:
    state = desk.state
    alive = [each for each in desk.log if each.id not in desk.voided and each.kind != FLAG]
    assert [done.event for done in state.done] == [each.id for each in alive]
    assert state.spent_ms == sum(done.charge_ms for done in state.done)
    assert state.asked == sum(done.showing.shown != REPEAT for done in state.done)
    waiting = [each.planned.candidate.key for each in state.repeats]
    assert len(waiting) == len(set(waiting))
    showing = state.showing
    if showing is not None and showing is not started and key not in ("undo", "hint", "flag"):
        cost = REPEAT_MS if showing.shown == REPEAT else round(showing.planned.seconds * 1000)
        assert cost <= state.left_ms, "no question is started that does not fit"
        assert (showing.shown == NEW) <= (showing.planned.candidate.memory is None)
