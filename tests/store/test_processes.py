"""Several programs on one database at once lose nothing."""

from __future__ import annotations

import threading

from recall.ids import PromptKey
from tests.support.programs import finished, go_on, heard, start
from tests.support.stores import Bench, review

GRADES = """
store = opened()
say("ready")
wait()
for n in range(200):
    store.record_review(Draft(REVIEW, f"d/c{n % 3}/main", 1, 1 + n % 4, 3000))
"""

FIRST_START = """
say("ready")
wait()
opened().record_review(Draft(REVIEW, "d/c/main", 1, 3, 3000))
"""


def test_four_programs_that_grade_at_once_keep_every_grade(bench: Bench) -> None:
    store = bench.open()
    programs = [start(GRADES, bench.name) for _ in range(4)]
    assert [heard(each) for each in programs] == ["ready"] * 4
    for each in programs:
        go_on(each)
    for each in programs:
        finished(each)
    events = list(store.events())
    assert len(events) == 800
    assert len({each.at_ms for each in events}) == 800
    assert len({each.session for each in events}) == 4
    assert sum(each.reviews for each in store.memories().values()) == 800
    assert store.memories() == bench.folded(store).memories


def test_eight_first_starts_at_once_make_one_learner(bench: Bench) -> None:
    programs = [start(FIRST_START, bench.name) for _ in range(8)]
    assert [heard(each) for each in programs] == ["ready"] * 8
    for each in programs:
        go_on(each)
    for each in programs:
        finished(each)
    store = bench.open()
    assert len(list(store.events())) == 8
    assert store.memories()[PromptKey("d/c/main", 1)].reviews == 8
    assert len({each.device for each in store.events()}) == 1


def test_threads_share_one_store(bench: Bench) -> None:
    store = bench.open()

    def grade(number: int) -> None:
        for n in range(20):
            store.record_review(review(f"d/c{n % 3}/main", 1 + (number + n) % 4))
            store.memories()

    threads = [threading.Thread(target=grade, args=(number,)) for number in range(5)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(list(store.events())) == 100
    assert store.memories() == bench.folded(store).memories
