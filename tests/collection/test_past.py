"""Reviews that were given elsewhere join the log: at their own times, each once."""

import pytest

from recall.clock import DAY_MS
from recall.collection.past import join_past
from recall.ids import PromptKey
from recall.memory.fold import fold_log
from recall.transfer.past import Past, State
from tests.support.stores import MONDAY, Bench, bench, make_bench, postgres, review

__all__ = ["bench", "make_bench", "postgres"]
GEMBA = PromptKey("lang/gemba/main", 1)
NOON = 12 * 3_600_000


def given(day, grade=3, key="1", state=None, prompt=GEMBA.prompt):
    return Past(prompt, day * DAY_MS + NOON, grade, 2500, f"{key}.{day}", state)


def join(bench, store, past):
    return join_past(store, past, now=bench.clock(), rollover_hour=4, offset=lambda at_ms: 0)


def test_reviews_are_folded_at_the_days_on_which_they_were_given(bench: Bench):
    store = bench.open()
    past = [given(MONDAY - 10), given(MONDAY - 8), given(MONDAY - 3, grade=1)]
    assert join(bench, store, past) == (3, 0, 0)
    memory = store.memories()[GEMBA]
    assert (memory.reviews, memory.lapses, memory.last_day) == (3, 1, MONDAY - 3)
    assert store.memories() == fold_log(store.events(), bench.scheduler).memories


def test_joining_again_adds_only_what_is_new(bench: Bench):
    store = bench.open()
    join(bench, store, [given(MONDAY - 3)])
    assert join(bench, store, [given(MONDAY - 3), given(MONDAY - 1)]) == (1, 1, 0)
    assert len(list(store.events())) == 2


def test_what_was_answered_here_since_is_folded_after_it(bench: Bench):
    store = bench.open()
    store.record_review(review(GEMBA.prompt))
    join(bench, store, [given(MONDAY - 5), given(MONDAY - 2)])
    memory = store.memories()[GEMBA]
    assert (memory.reviews, memory.last_day) == (3, MONDAY)
    assert store.memories() == bench.folded(store).memories


def test_what_fsrs_held_elsewhere_is_the_memory_after_the_last_review(bench: Bench):
    store = bench.open()
    join(bench, store, [given(MONDAY - 5), given(MONDAY - 2, state=State(40.4, 3.5))])
    memory = store.memories()[GEMBA]
    assert (memory.stability, memory.difficulty) == (40.4, 3.5)
    assert memory.due_day == MONDAY - 2 + 40
    store.record_review(review(GEMBA.prompt))
    assert store.memories()[GEMBA].stability != 40.4
    assert store.memories() == bench.folded(store).memories


@pytest.mark.parametrize("state", [[1], [0, 5], [1, 99], ["1", 5], [float("nan"), 5], "x", None])
def test_a_state_that_makes_no_sense_tells_nothing(bench: Bench, state):
    from recall.memory.told import told

    store = bench.open()
    event, _ = store.record_review(review(GEMBA.prompt))
    assert told(event._replace(details={"state": state})) is None


def test_reviews_of_the_future_are_left_out(bench: Bench):
    store = bench.open()
    assert join(bench, store, [given(MONDAY + 1), given(MONDAY - 1)]) == (1, 0, 1)


def test_two_learners_can_join_the_same_reviews(bench: Bench):
    one, two = bench.open(learner="one"), bench.open(learner="two")
    if one.learner_id == two.learner_id:
        pytest.skip("a SQLite file has one learner")
    for store in (one, two):
        assert join(bench, store, [given(MONDAY - 1)]).added == 1


def test_undo_takes_back_the_newest_answer_and_not_an_old_one(bench: Bench):
    store = bench.open()
    event, _ = store.record_review(review("kaizen/muda/main"))
    join(bench, store, [given(MONDAY - 1)])
    assert store.undo() == (event,)
