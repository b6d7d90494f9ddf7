"""Events go into the log at their place, and come back as they were."""

from __future__ import annotations

import pytest

from recall.errors import StoreError
from recall.ids import PromptKey
from recall.memory.events import (
    ADOPT,
    BURY,
    FLAG,
    PRACTICE,
    RESTART,
    RESUME,
    SUSPEND,
    CardState,
    Draft,
)
from tests.support.stores import MONDAY, Bench, review

GEMBA = PromptKey("kaizen/gemba/main", 1)


def test_a_review_is_written_with_the_memory_after_it(bench: Bench) -> None:
    store = bench.open()
    event, memory = store.record_review(review(GEMBA.prompt, 3, shown="new"))
    assert store.memory(GEMBA) == memory == store.memories()[GEMBA]
    assert list(store.events()) == [event]
    assert (event.study_day, event.grade, event.took_ms) == (MONDAY, 3, 4000)
    assert event.details == {"shown": "new"}
    assert event.session == store.session
    assert memory.last_id == event.id


def test_the_next_review_goes_on_from_the_memory_on_disk(bench: Bench) -> None:
    bench.open().record_review(review(GEMBA.prompt, 3))
    bench.clock.set(MONDAY + 2)
    store = bench.open()
    store.record_review(review(GEMBA.prompt, 3))
    assert store.memories() == bench.folded(store).memories
    assert store.memories()[GEMBA].reviews == 2


def test_appended_reviews_mean_the_same_as_recorded_ones(bench: Bench) -> None:
    store = bench.open()
    written = store.append(
        [review(GEMBA.prompt, 1), review("kaizen/muda/main"), review(GEMBA.prompt)]
    )
    assert list(store.events()) == list(written)
    assert store.memories() == bench.folded(store).memories
    assert len(store.memories()) == 2


def test_what_a_card_was_told_holds(bench: Bench) -> None:
    store = bench.open()
    card = "kaizen/gemba"
    store.append([Draft(SUSPEND, card), Draft(FLAG, card, details={"on": True})])
    store.append([Draft(BURY, "kaizen/muda")])
    assert store.cards() == {
        card: CardState(suspended=True, flagged=True),
        "kaizen/muda": CardState(buried_day=MONDAY),
    }
    store.append([Draft(RESUME, card)])
    assert not store.cards()[card].suspended


def test_a_restart_forgets_the_card_and_keeps_its_log(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/c/forward"), review("d/c/back"), review("d/c2/main")])
    store.append([Draft(RESTART, "d/c")])
    assert set(store.memories()) == {PromptKey("d/c2/main", 1)}
    assert len(list(store.events())) == 4
    store.record_review(review("d/c/back", 2))
    assert store.memories() == bench.folded(store).memories


def test_an_adoption_hands_the_history_on(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/old/main", 3)])
    before = store.memories()[PromptKey("d/old/main", 1)]
    store.append([Draft(ADOPT, "d/new/main", details={"from": "d/old/main", "because": "was"})])
    store.append([Draft(ADOPT, "e/new/main", details={"from": "d/new/main", "because": "was"})])
    after = store.memories()[PromptKey("e/new/main", 1)]
    assert after.stability == before.stability
    assert store.memories() == bench.folded(store).memories


def test_practice_and_unknown_kinds_are_kept_and_change_nothing(bench: Bench) -> None:
    store = bench.open()
    store.append(
        [Draft(PRACTICE, GEMBA.prompt, 1, 2), Draft("from-the-future", "d/c", details={"x": 1})]
    )
    assert [each.kind for each in store.events()] == [PRACTICE, "from-the-future"]
    assert store.memories() == {}
    assert store.cards() == {}


def test_a_clock_set_back_never_sorts_an_event_into_the_past(bench: Bench) -> None:
    store = bench.open()
    first, _ = store.record_review(review(GEMBA.prompt))
    bench.clock.set(MONDAY - 3)
    second, _ = store.record_review(review(GEMBA.prompt))
    assert second.at_ms == first.at_ms + 1
    assert second.details["wall_ms"] == bench.clock.now.wall_ms
    assert second.study_day == MONDAY - 3
    assert store.memories() == bench.folded(store).memories


def test_events_of_one_moment_still_have_an_order(bench: Bench) -> None:
    store = bench.open()
    events = store.append([review(f"d/c{n}/main") for n in range(5)])
    places = [(each.at_ms, each.id) for each in events]
    assert places == sorted(places)
    assert len({at_ms for at_ms, _ in places}) == 5


@pytest.mark.parametrize(
    "given", ["改善\x00", "\udc80 half a pair", "\x1b[2J", "' OR 1=1 --", "%s ? :x", "𝛑" * 500]
)
def test_any_typed_answer_comes_back_unchanged(bench: Bench, given: str) -> None:
    store = bench.open()
    store.record_review(review(GEMBA.prompt, given=given, score=0.1 + 0.2, picked=[2, 0]))
    (event,) = store.events()
    assert event.details == {"given": given, "score": 0.1 + 0.2, "picked": [2, 0]}


def test_the_log_is_read_on_from_any_place(bench: Bench) -> None:
    store = bench.open()
    events = store.append([review(f"d/c{n}/main") for n in range(1203)])
    assert list(store.events()) == list(events)
    place = (events[600].at_ms, events[600].id)
    assert list(store.events(after=place)) == list(events[601:])


def test_writing_while_the_log_is_being_read_is_safe(bench: Bench) -> None:
    store = bench.open()
    store.append([review(f"d/c{n}/main") for n in range(1001)])
    reading = store.events()
    next(reading)
    store.record_review(review("d/late/main"))
    assert sum(1 for _ in reading) == 1001


def test_a_failed_write_keeps_nothing_of_it(bench: Bench) -> None:
    store = bench.open()
    with pytest.raises(StoreError):
        store.append([review("d/a/main"), review("d/b/main"), Draft("review", "d/c/main", 1)])
    assert list(store.events()) == []
    assert store.memories() == {}
    store.record_review(review("d/a/main"))
    assert len(store.memories()) == 1


def test_each_sitting_has_its_own_name(bench: Bench) -> None:
    store = bench.open()
    first = store.session
    assert store.new_session() == store.session != first
    event, _ = store.record_review(review(GEMBA.prompt))
    assert event.session == store.session
