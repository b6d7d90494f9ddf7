"""The figures that Home and the planner ask for count what stands, and nothing that was undone."""

from __future__ import annotations

import math

from recall.ids import PromptKey
from recall.memory.events import ADOPT, PRACTICE, VOID, Draft
from tests.support.stores import MONDAY, Bench, review


def test_an_empty_store_has_no_days_and_no_grades(bench: Bench) -> None:
    store = bench.open()
    assert store.days(0, 99_999) == frozenset()
    assert store.newest_day() is None
    assert store.day_reviews(MONDAY) == 0
    assert store.first_grades() == (0, 0, 0, 0)
    assert store.answer_sums() == (0, 0.0)
    assert store.new_cards_on(MONDAY) == ()


def test_days_with_a_review_are_known(bench: Bench) -> None:
    store = bench.open()
    for day in (MONDAY, MONDAY + 1, MONDAY + 4):
        bench.clock.set(day)
        store.record_review(review("d/c/main"))
    assert store.days(MONDAY, MONDAY + 6) == {MONDAY, MONDAY + 1, MONDAY + 4}
    assert store.days(MONDAY + 1, MONDAY + 3) == {MONDAY + 1}
    assert store.newest_day() == MONDAY + 4


def test_an_undone_review_makes_no_day(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/c/main", shown="new"))
    store.undo()
    assert store.days(MONDAY, MONDAY) == frozenset()
    assert store.newest_day() is None
    assert store.day_reviews(MONDAY) == 0
    assert store.new_cards_on(MONDAY) == ()
    assert store.first_grades() == (0, 0, 0, 0)


def test_practice_is_no_review(bench: Bench) -> None:
    store = bench.open()
    store.append([Draft(PRACTICE, "d/c/main", 1, 3)])
    assert store.day_reviews(MONDAY) == 0


def test_first_grades_are_counted_by_prompt(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/a/main", 1), review("d/a/main", 3), review("d/b/main", 1)])
    store.append([review("d/c/main", 4)])
    assert store.first_grades() == (2, 0, 0, 1)


def test_answer_sums_are_those_of_the_memories(bench: Bench) -> None:
    store = bench.open()
    store.append([review(f"d/c{n}/main", shown="new") for n in range(3)])
    answers, log_seconds = store.answer_sums()
    memories = store.memories().values()
    assert answers == sum(each.answers for each in memories)
    assert math.isclose(log_seconds, sum(each.log_seconds for each in memories))


def test_prompts_first_met_on_a_day(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/old/main", shown="new")])
    bench.clock.set(MONDAY + 1)
    store.append(
        [
            review("d/b/main", shown="new"),
            review("d/old/main", shown="review"),
            review("d/a/main", 1, shown="new"),
            review("d/a/main", shown="repeat"),
        ]
    )
    assert store.new_cards_on(MONDAY + 1) == ("d/b/main", "d/a/main")


def test_reviews_from_elsewhere_tell_first_sights_by_the_log(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/old/main")])
    bench.clock.set(MONDAY + 1)
    store.append([review("d/old/main"), review("d/new/main"), review("d/new/main")])
    assert store.new_cards_on(MONDAY + 1) == ("d/new/main",)


def test_the_time_of_a_day_counts_a_minute_a_question_at_most(bench: Bench) -> None:
    store = bench.open()
    assert store.day_seconds(MONDAY) == 0
    store.append([review("d/a/main"), review("d/b/main")._replace(took_ms=300_000)])
    assert store.day_seconds(MONDAY) == 64.0
    store.undo()
    assert store.day_seconds(MONDAY) == 4.0


def test_what_should_have_come_once_more_is_known(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/a/main", 1, shown="new"), review("d/b/main", 1, shown="review")])
    store.append([review("d/c/main", 3, shown="new"), review("d/a/main", 3, shown="repeat")])
    assert store.open_repeats(MONDAY) == (PromptKey("d/b/main", 1),)
    assert store.open_repeats(MONDAY + 1) == ()


def test_a_grade_ever_given_is_remembered_and_an_undone_one_is_not(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/a/main", 2))
    assert store.has_grade(2)
    assert not store.has_grade(1)
    store.undo()
    assert not store.has_grade(2)


def test_adoptions_that_stand_are_listed_with_their_time(bench: Bench) -> None:
    store = bench.open()
    draft = Draft(ADOPT, "d/new/main", details={"from": "d/old/main", "because": "was"})
    (event,) = store.append([draft])
    assert store.adopted() == {("d/old/main", "d/new/main"): event.at_ms}
    store.append([Draft(VOID, target=event.id)])
    assert store.adopted() == {}
