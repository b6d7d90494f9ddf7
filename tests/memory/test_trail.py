"""The log with the memory after every event is, at each event, the fold of the log so far."""

from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from recall.memory.events import ADOPT, RESTART, REVIEW, SUSPEND, VOID, Event
from recall.memory.fold import fold_log
from recall.memory.scheduler import Scheduler
from recall.memory.trail import trail

NOBODY = UUID(int=0)
PROMPTS = ("d/one/main", "d/two/main", "d/two/other", "e/three/main")
SCHEDULER = Scheduler()


def event(number, kind, prompt=None, **more):
    day = 20_000 + number // 3
    return Event(UUID(int=number + 1), NOBODY, NOBODY, kind, number, 0, day, prompt, **more)


@st.composite
def logs(draw):
    """Reviews, voids (of later events too), adoptions, restarts and others, in their order."""
    log = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from((REVIEW, REVIEW, REVIEW, VOID, ADOPT, RESTART, SUSPEND, "x")))
        prompt = draw(st.sampled_from(PROMPTS))
        if kind == REVIEW:
            grade, rev = draw(st.integers(1, 4)), draw(st.sampled_from((1, 1, 2)))
            log.append(event(number, kind, prompt, rev=rev, grade=grade))
        elif kind == VOID:
            log.append(event(number, kind, target=UUID(int=draw(st.integers(1, 16)))))
        elif kind == ADOPT:
            source = draw(st.sampled_from(PROMPTS))
            log.append(event(number, kind, prompt, rev=1, details={"from": source}))
        else:
            log.append(event(number, kind, prompt.rpartition("/")[0]))
    return log


@settings(deadline=None, derandomize=True, max_examples=300)
@given(logs())
def test_at_every_event_the_memory_is_that_of_the_log_so_far(log):
    for number, (event, memory) in enumerate(trail(log, SCHEDULER), 1):
        past = log[:number]
        subject = event
        if event.kind == VOID:
            targets = [each for each in past if each.id == event.target]
            subject = targets[0] if targets else event
        expected = fold_log(past, SCHEDULER).memories.get(subject.key)
        assert memory == (expected if subject.kind != VOID else None)


def test_a_void_gives_the_memory_back_as_it_was():
    log = [
        event(0, REVIEW, PROMPTS[0], grade=3),
        event(9, REVIEW, PROMPTS[0], grade=1),
        event(10, VOID, target=UUID(int=10)),
    ]
    first, forgotten, restored = (memory for _, memory in trail(log, SCHEDULER))
    assert first == restored
    assert forgotten.lapses == 1


def test_it_reads_only_as_far_as_it_is_asked_to():
    def endless():
        number = 0
        while True:
            yield event(number, REVIEW, PROMPTS[0], grade=3)
            number += 1

    found, memory = next(trail(endless(), SCHEDULER))
    assert (found.grade, memory.reviews) == (3, 1)
