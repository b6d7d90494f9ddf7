"""Events about small things: kept beside the reviews, on every database, and out of undo's way."""

from __future__ import annotations

from recall.kaizen.fold import fold_things
from recall.kaizen.values import DONE, KINDS, begun, ended, noted
from recall.memory.events import VOID, Draft
from tests.support.stores import Bench, review


def test_they_come_back_in_order_without_what_was_taken_back(bench: Bench) -> None:
    store = bench.open()
    store.record_review(review("d/a/main"))
    store.append([begun("Lay out the tools")])
    (thing,) = fold_things(store.of_kinds(KINDS)).all
    store.append([noted(thing, "plan", "Less searching"), noted(thing, "do", "Did it")])
    (end,) = store.append([ended(thing, DONE)])
    store.append([Draft(VOID, target=end.id)])
    found = store.of_kinds(KINDS)
    assert fold_things(found) == fold_things(store.events())
    (again,) = fold_things(found).all
    assert again.open
    assert again.notes == ("Less searching", "Did it", "", "")


def test_undo_passes_them_over_and_takes_the_grade_back(bench: Bench) -> None:
    store = bench.open()
    event, _ = store.record_review(review("d/a/main"))
    store.append([begun("Lay out the tools")])
    assert store.undo(store.session) == (event,)
    assert len(store.of_kinds(KINDS)) == 1
    assert store.undo(store.session) == ()


def test_sittings_are_counted_up_to_a_number_and_only_those_with_an_answer_that_stands(
    bench: Bench,
) -> None:
    store = bench.open()
    assert store.sittings(4) == 0
    for number in range(6):
        store.new_session()
        store.append([begun("Only a small thing")])
        if number:
            store.record_review(review(f"d/c{number}/main"))
    assert store.sittings(4) == 4
    assert store.sittings(9) == 5
    store.undo(store.session)
    assert store.sittings(9) == 4
