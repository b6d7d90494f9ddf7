"""Many cards set in one transaction, what bears on a prompt, and practice: on both databases."""

from __future__ import annotations

import pytest

from recall.errors import StoreError
from recall.memory.events import (
    ADOPT,
    FLAG,
    PRACTICE,
    RESTART,
    REVIEW,
    SUSPEND,
    VOID,
    Draft,
    Grade,
)
from tests.support.stores import MONDAY, Bench, review

MANY = [f"d/c{number}" for number in range(60)]


def test_a_whole_selection_starts_again_and_one_transaction_takes_it_back(bench: Bench) -> None:
    store = bench.open()
    for card in MANY:
        store.record_review(review(f"{card}/main"))
    before = store.memories()
    events = store.append([Draft(RESTART, card) for card in MANY])
    assert store.memories() == {}
    store.append([Draft(VOID, target=each.id) for each in events])
    assert store.memories() == before == bench.folded(store).memories


@pytest.mark.parametrize("kind", [SUSPEND, RESTART])
def test_where_one_card_of_a_selection_cannot_be_written_none_is(bench: Bench, kind: str) -> None:
    store = bench.open()
    store.record_review(review("d/c0/main"))
    before = store.memories(), store.cards()
    impossible = Draft(kind, "d/last", grade=9)
    with pytest.raises(StoreError):
        store.append([*(Draft(kind, card) for card in MANY), impossible])
    assert (store.memories(), store.cards()) == before
    assert [each.kind for each in store.events()] == [REVIEW]


def test_practice_is_kept_and_never_folded(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/c/main"))
    before = store.memories()
    (event,) = store.append([Draft(PRACTICE, "d/c/main", 1, int(Grade.AGAIN), 3000)])
    assert store.memories() == before == bench.folded(store).memories
    assert store.day_reviews(MONDAY) == 1
    assert store.hard_on(MONDAY) == ()
    assert store.undo(store.session) == (event,)
    assert store.voided() == {event.id}


def test_hard_today_is_what_was_forgotten_or_recalled_with_effort(bench: Bench) -> None:
    store = bench.open()
    for name, grade in (("a", 1), ("b", 3), ("c", 2), ("a", 3), ("d", 4)):
        store.record_review(review(f"d/{name}/main", grade))
    store.record_review(review("d/e/main", 1))
    store.undo()
    assert store.hard_on(MONDAY) == ("d/a/main", "d/c/main")
    assert store.hard_on(MONDAY + 1) == ()


def test_all_that_bears_on_a_prompt_comes_in_its_order(bench: Bench) -> None:
    store = bench.open()
    old, _ = store.record_review(review("d/old/main"))
    store.record_review(review("d/other/main"))
    (adopted,) = store.append([Draft(ADOPT, "d/new/main", details={"from": "d/old/main"})])
    new, _ = store.record_review(review("d/new/main"))
    (marked,) = store.append([Draft(FLAG, "d/new", details={"on": True})])
    assert store.undo() == (marked,)
    found = store.history({"d/new/main"})
    assert found[:4] == [old, adopted, new, marked]
    assert [each.target for each in found[4:]] == [marked.id]
