"""What the log says of each answer, whatever happened to the question meanwhile."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.memory.events import RESTART
from recall.memory.fold import fold_log
from recall.memory.scheduler import Scheduler
from tests.support.facts import history_of
from tests.support.logs import MONDAY, adopt, event, review, void

ONE, TWO = PromptKey("d/one/main", 1), PromptKey("d/two/main", 1)
SCHEDULER = Scheduler()


def chances(history, key=ONE):
    return list(history.lives[key].chances)


def test_a_first_sight_and_repeats_of_the_same_day_were_not_expected_to_be_recalled():
    history = history_of(review(1), review(2), review(3, day=MONDAY + 2), review(4, day=MONDAY + 2))
    first, repeat, later, again = chances(history)
    assert (first, repeat, again) == (None, None, None)
    assert 0.8 < later < 0.95


def test_what_was_undone_never_was():
    history = history_of(review(1), review(2, day=MONDAY + 1), void(3, 2, MONDAY + 1))
    assert chances(history) == [None]
    assert history.days == {MONDAY}
    assert history.reviews == 1


def test_a_clock_that_was_set_back_gives_no_negative_days():
    history = history_of(review(1), review(5, day=MONDAY - 3)._replace(at_ms=review(2).at_ms))
    assert chances(history) == [None, None]
    assert history.lives[ONE].days == [MONDAY, MONDAY]
    assert history.days == {MONDAY, MONDAY - 3}


def test_the_day_written_down_decides_wherever_the_learner_was():
    places = [
        review(number, day=MONDAY + number, offset_min=offset)._replace(at_ms=MONDAY + number)
        for number, offset in enumerate((-480, 60, 780))
    ]
    history = history_of(*places)
    assert history.days == {MONDAY, MONDAY + 1, MONDAY + 2}
    assert sum(each is not None for each in chances(history)) == 2


def test_a_question_goes_on_with_the_history_that_it_adopted_and_each_answer_counts_once():
    history = history_of(
        review(1),
        review(2, day=MONDAY + 3),
        adopt(3, TWO.prompt, ONE.prompt, MONDAY + 3),
        review(4, day=MONDAY + 9, prompt=TWO.prompt),
    )
    assert [history.lives[TWO].own(at) for at in range(3)] == [False, False, True]
    scored = [day for life in history.all_lives() for day in life.scored()[0]]
    assert scored == [MONDAY + 3, MONDAY + 9]


def test_answers_before_a_restart_belong_to_an_earlier_life():
    history = history_of(
        review(1),
        review(2, day=MONDAY + 3),
        event(3, RESTART, "d/one", MONDAY + 4),
        review(4, day=MONDAY + 5),
        event(5, RESTART, "d/one", MONDAY + 6),
        review(6, day=MONDAY + 7),
    )
    assert [len(life.days) for life in history.earlier] == [2, 1]
    assert chances(history) == [None]
    assert sum(len(list(life.scored()[2])) for life in history.all_lives()) == 1


def test_a_state_from_another_program_is_taken_for_what_it_is():
    told = review(1, details={"state": [12.5, 4.0]})
    history = history_of(told, review(2, day=MONDAY + 12))
    assert history.lives[ONE].stabilities[0] == 12.5
    assert chances(history)[1] == pytest.approx(0.9, abs=0.01)


def test_the_newest_session_is_that_of_the_newest_answer():
    other = review(2, day=MONDAY + 1)._replace(session=UUID(int=9))
    history = history_of(review(1), other)
    assert history.lives[ONE].newest == [1]


days = st.integers(0, 30)
events = st.one_of(
    st.tuples(st.just("review"), days, st.integers(1, 4), st.sampled_from((ONE, TWO))),
    st.tuples(st.just("adopt"), days),
    st.tuples(st.just("restart"), days, st.sampled_from(("d/one", "d/two"))),
    st.tuples(st.just("void"), days, st.integers(0, 12)),
)


@given(st.lists(events, max_size=14))
@settings(deadline=None, derandomize=True, max_examples=150)
def test_the_last_answer_of_each_question_leaves_the_memory_that_the_fold_says(drawn):
    log = []
    for number, (kind, days, *rest) in enumerate(drawn):
        day = MONDAY + days
        if kind == "review":
            log.append(review(number, rest[0], day, rest[1].prompt))
        elif kind == "adopt":
            log.append(adopt(number, TWO.prompt, ONE.prompt, day))
        elif kind == "restart":
            log.append(event(number, RESTART, rest[0], day))
        else:
            log.append(void(number, rest[0], day))
    history, folded = history_of(*log), fold_log(log, SCHEDULER).memories
    assert set(history.lives) == set(folded)
    for key, life in history.lives.items():
        memory = folded[key]
        assert life.stabilities[-1] == pytest.approx(memory.stability, rel=1e-9)
        assert life.days[-1] == memory.last_day
        assert len(life.days) == memory.reviews
        later = zip(life.grades, life.chances, strict=True)
        assert sum(grade == 1 and chance is not None for grade, chance in later) == memory.lapses
