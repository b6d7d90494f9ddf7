"""What happened to one prompt, and the curve of forgetting between its answers."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.memory.curve import DEFAULT_WEIGHTS, recall
from recall.memory.events import PRACTICE, REVIEW, VOID, Event
from recall.memory.fold import fold_log
from recall.memory.history import chance_on, history
from recall.memory.scheduler import Scheduler

KEY = PromptKey("deck/card/main", 1)
NOBODY = UUID(int=0)
SCHEDULER = Scheduler()


def event(number: int, day: int, grade: int | None, kind: str = REVIEW, **rest: object) -> Event:
    name = UUID(int=number)
    return Event(
        name, NOBODY, NOBODY, kind, day * 1000 + number, 0, day, KEY.prompt, 1, grade, **rest
    )


@settings(deadline=None, derandomize=True, max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 4)), max_size=8))
def test_the_last_answer_leaves_the_memory_that_the_log_folds_to(answers):
    events = [event(n, day, grade) for n, (day, grade) in enumerate(sorted(answers), 1)]
    steps = history(reversed(events), KEY, SCHEDULER)
    assert [step.event for step in steps] == events
    memory = fold_log(events, SCHEDULER).memories.get(KEY)
    assert (steps[-1].after if steps else None) == memory


def test_practice_is_listed_and_changes_nothing():
    events = [event(1, 10, 3), event(2, 11, 1, PRACTICE), event(3, 12, 3)]
    first, practice, last = history(events, KEY, SCHEDULER)
    assert practice.after is practice.days is None
    assert last.after == SCHEDULER.review(first.after, events[2])


def test_what_was_undone_is_not_listed():
    events = [
        event(1, 10, 3),
        event(2, 11, 1, PRACTICE),
        event(3, 11, None, VOID, target=UUID(int=2)),
    ]
    assert [step.event.id for step in history(events, KEY, SCHEDULER)] == [UUID(int=1)]


def test_the_curve_falls_from_each_answer_and_begins_at_the_first():
    steps = history([event(1, 10, 3), event(2, 20, 3)], KEY, SCHEDULER)
    first, second = (step.after for step in steps)
    assert chance_on(steps, 9, DEFAULT_WEIGHTS) is None
    assert chance_on(steps, 10, DEFAULT_WEIGHTS) == 1
    assert chance_on(steps, 19, DEFAULT_WEIGHTS) == recall(9, first.stability, DEFAULT_WEIGHTS)
    assert chance_on(steps, 20, DEFAULT_WEIGHTS) == 1
    assert chance_on(steps, 50, DEFAULT_WEIGHTS) == recall(30, second.stability, DEFAULT_WEIGHTS)
