"""A program that is killed takes no acknowledged grade with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from tests.support.programs import heard, start
from tests.support.stores import Bench, review

ONE = """
store = opened()
event, _ = store.record_review(Draft(REVIEW, "d/c/main", 1, 3, 3000))
say(event.id)
wait()
"""

MANY = """
store = opened()
n = 0
while True:
    n += 1
    event, _ = store.record_review(Draft(REVIEW, f"d/c{n % 7}/main", 1, 1 + n % 4, 3000))
    say(event.id)
"""


def test_a_grade_outlives_a_kill_before_the_next_card_is_painted(bench: Bench) -> None:
    program = start(ONE, bench.name)
    acknowledged = heard(program)
    program.kill()
    program.communicate()
    store = bench.open()
    assert [str(each.id) for each in store.events()] == [acknowledged]
    assert store.memories() == bench.folded(store).memories
    assert store.undo()


@pytest.mark.parametrize("heard_before", [3, 17, 40])
def test_killed_anywhere_the_log_and_the_memory_agree(bench: Bench, heard_before: int) -> None:
    program = start(MANY, bench.name)
    acknowledged = [heard(program) for _ in range(heard_before)]
    program.kill()
    rest, _ = program.communicate()
    acknowledged += [line for line in rest.splitlines() if len(line) == 36]
    store = bench.open()
    kept = [str(each.id) for each in store.events()]
    assert kept[: len(acknowledged)] == acknowledged
    assert len(kept) - len(acknowledged) in (0, 1)
    assert store.memories() == bench.folded(store).memories
    if bench.file:
        with closing(sqlite3.connect(bench.file)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_lock_dies_with_its_holder(bench: Bench) -> None:
    holder = start(
        "store = opened()\nwith store._line.open(write=True):\n    say('held')\n    wait()\n",
        bench.name,
    )
    assert heard(holder) == "held"
    holder.kill()
    holder.communicate()
    bench.open().record_review(review("d/c/main"))
