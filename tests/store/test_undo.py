"""Undo takes events back one by one, to any depth, and after a restart too."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import ColumnElement, and_, literal, select
from sqlalchemy.dialects.sqlite import dialect

from recall.ids import PromptKey
from recall.memory.events import ADOPT, BURY, FLAG, PRACTICE, RESTART, RESUME, SUSPEND, VOID, Draft
from recall.store.rows import stands, voids
from recall.store.schema import event
from tests.support.stores import MONDAY, Bench, review


def test_undo_to_the_bottom_leaves_no_memory(bench: Bench) -> None:
    store = bench.open()
    written = [store.record_review(review(f"d/c{n % 2}/main", 1 + n % 4))[0] for n in range(6)]
    for expected in reversed(written):
        assert store.undo(store.session) == (expected,)
        assert store.memories() == bench.folded(store).memories
    assert store.undo(store.session) == ()
    assert store.memories() == {}
    assert sum(each.kind == VOID for each in store.events()) == 6
    assert store.voided() == {each.id for each in written}


def test_undo_survives_a_restart(bench: Bench) -> None:
    first = bench.open()
    event, _ = first.record_review(review("d/c/main"))
    first.close()
    second = bench.open()
    assert second.undo(second.session) == (event,)
    assert second.memories() == {}


def test_undo_prefers_this_session_to_a_newer_event_of_another(bench: Bench) -> None:
    mine, other = bench.open(), bench.open()
    event, _ = mine.record_review(review("d/mine/main"))
    later, _ = other.record_review(review("d/other/main"))
    assert mine.undo(mine.session) == (event,)
    assert mine.undo(mine.session) == (later,)
    assert mine.undo() == ()


@pytest.mark.parametrize("kind", [SUSPEND, RESUME, BURY, FLAG, RESTART, PRACTICE])
def test_whatever_was_done_to_a_card_can_be_undone(bench: Bench, kind: str) -> None:
    store = bench.open()
    store.append([review("d/c/main"), Draft(SUSPEND, "d/c")])
    before = store.memories(), store.cards()
    prompt = "d/c/main" if kind == PRACTICE else "d/c"
    (event,) = store.append([Draft(kind, prompt, grade=None, details={"on": True})])
    assert store.undo(store.session) == (event,)
    assert (store.memories(), store.cards()) == before


@pytest.mark.parametrize("kind", [SUSPEND, RESUME, BURY, FLAG, RESTART])
def test_what_was_set_for_many_cards_at_once_is_one_step_of_undo(bench: Bench, kind: str) -> None:
    store = bench.open()
    store.append([review(f"d/c{number}/main") for number in range(3)])
    (alone,) = store.append([Draft(SUSPEND, "d/c1")])
    before = store.memories(), store.cards()
    drafts = [Draft(kind, f"d/c{number}", details={"on": True}) for number in range(3)]
    many = store.append(drafts, at_once=True)
    store.close()
    again = bench.open()
    assert again.undo(again.session) == many[::-1]
    assert (again.memories(), again.cards()) == before
    assert again.undo(again.session) == (alone,), "one more step back is the one before"


def test_cards_set_one_after_the_other_come_back_one_by_one(bench: Bench) -> None:
    store = bench.open()
    first, second = store.append([Draft(FLAG, "d/a"), Draft(FLAG, "d/b")])
    assert [store.undo(), store.undo()] == [(second,), (first,)]


def test_of_cards_set_at_once_those_taken_back_already_are_left_out(bench: Bench) -> None:
    store = bench.open()
    twice = [store.append([Draft(SUSPEND, f"d/{x}") for x in "abc"], at_once=True) for _ in "12"]
    store.append([Draft(VOID, target=twice[1][1].id)])
    assert store.undo() == (twice[1][2], twice[1][0])
    assert store.undo() == twice[0][::-1]


def test_one_card_set_by_itself_says_nothing_of_others(bench: Bench) -> None:
    (event,) = bench.open().append([Draft(SUSPEND, "d/a")], at_once=True)
    assert event.details == {}


@pytest.mark.parametrize(
    ("condition", "values"),
    [
        (and_(event.c.learner_id == "me", stands()), ("me", "void")),
        (and_(event.c.target == "it", voids(literal("me"))), ("it", "me", "void")),
    ],
)
def test_what_undoes_an_event_is_asked_of_the_index_of_targets(
    bench: Bench, condition: ColumnElement[bool], values: tuple[str, ...]
) -> None:
    if bench.file is None:
        pytest.skip("PostgreSQL counts its rows before it plans")
    bench.open()
    words = str(select(event.c.id).where(condition).compile(dialect=dialect()))
    with closing(sqlite3.connect(bench.file)) as database:
        plan = [row[-1] for row in database.execute(f"EXPLAIN QUERY PLAN {words}", values)]
    assert any("event_target (target=?)" in step for step in plan), plan


def test_an_adoption_is_no_step_of_undo_but_can_be_voided(bench: Bench) -> None:
    store = bench.open()
    (done,) = store.append([review("d/old/main")])
    (adopted,) = store.append([Draft(ADOPT, "d/new/main", details={"from": "d/old/main"})])
    store.append([Draft(VOID, target=adopted.id)])
    assert set(store.memories()) == {PromptKey("d/old/main", 1)}
    assert store.undo() == (done,)
    assert store.memories() == {}


def test_undoing_an_adopted_review_reaches_the_prompt_that_adopted_it(bench: Bench) -> None:
    store = bench.open()
    store.append([review("d/old/main", 1)])
    store.append([Draft(ADOPT, "d/new/main", details={"from": "d/old/main"})])
    store.append([Draft(ADOPT, "e/new/main", details={"from": "d/new/main"})])
    store.undo()
    assert store.memories() == bench.folded(store).memories == {}


def test_a_void_is_never_voided(bench: Bench) -> None:
    store = bench.open()
    (event,) = store.append([review("d/c/main")])
    store.undo()
    void = list(store.events())[-1]
    store.append([Draft(VOID, target=void.id)])
    assert store.memories() == bench.folded(store).memories == {}
    assert event.id in store.voided()


def test_a_void_may_arrive_before_what_it_voids(bench: Bench) -> None:
    store = bench.open()
    store.append([Draft(VOID, target=store.new_session())])
    assert store.memories() == {}


def test_grading_again_after_undo_continues_from_before(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/c/main", 3))
    bench.clock.set(MONDAY + 2)
    store.record_review(review("d/c/main", 1))
    store.undo(store.session)
    store.record_review(review("d/c/main", 3))
    assert store.memories() == bench.folded(store).memories
    assert store.memories()[PromptKey("d/c/main", 1)].reviews == 2
