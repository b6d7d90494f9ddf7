"""The log read lean says the same as the events themselves."""

from __future__ import annotations

from uuid import UUID

from recall.clock import DAY_MS
from recall.memory.events import ADOPT, FLAG, RESTART, SUSPEND, Draft, Event
from recall.memory.facts import Fact
from tests.support.facts import facts_of
from tests.support.logs import review as logged
from tests.support.stores import MONDAY, review


def test_what_stands_is_read_in_its_order(bench):
    store = bench.open()
    store.append([review("d/a/main"), review("d/b/main", 1, given="b", confidence="sure")])
    store.append([Draft(FLAG, "d/a", details={"on": True}), review("d/a/main", 2)])
    store.undo()
    store.append([Draft(ADOPT, "d/c/main", details={"from": "d/a/main", "because": "was"})])
    store.append([Draft(SUSPEND, "d/b"), Draft(RESTART, "d/a")])
    bench.clock.set(MONDAY + 1)
    store.new_session()
    store.append([review("d/b/main", 4, rev=2)])
    wanted = facts_of(store.events())
    assert [each._replace(details={}) for each in store.facts()] == [
        each._replace(details={}) for each in wanted
    ]
    told = [each.details for each in store.facts()]
    assert told[1]["confidence"] == "sure"
    assert told[2]["from"] == "d/a/main"
    assert told[0] == told[4] == {}
    assert [each.newest for each in store.facts()] == [False] * 4 + [True]
    assert store.facts()[-1][:6] == (4, "review", "d/b/main", 2, 4, MONDAY + 1)


def test_an_empty_log_has_no_facts_and_says_how_far_it_is(bench):
    store, heard = bench.open(), []
    assert store.facts(heard.append) == []
    store.append([review("d/a/main")])
    (fact,) = store.facts(heard.append)
    assert isinstance(fact, Fact)
    assert heard == [0.0]


def test_a_state_told_by_another_program_is_read_whatever_the_grade(bench):
    store = bench.open()
    store.append([review("d/a/main", 3, state=[3.0, 5.0])])
    assert store.facts()[0].details["state"] == [3.0, 5.0]


def test_only_a_sitting_that_still_has_answers_is_the_newest(bench):
    store = bench.open()
    store.append([review("d/a/main")])
    store.session = UUID(int=7)
    store.append([review("d/b/main")])
    store.undo()
    assert [each.newest for each in store.facts()] == [True]


def test_what_came_from_elsewhere_is_put_in_its_place_whatever_its_ids(bench):
    store = bench.open()
    reviews = [moment(9, 1), moment(3, 5), moment(8, 5), moment(1, 7)]
    store.merge(reversed(reviews))
    facts = store.facts()
    assert [each.prompt for each in facts] == [each.prompt for each in reviews]
    assert [each.order for each in facts] == [0, 1, 2, 3]
    assert [each.newest for each in facts] == [True] * 4


def moment(number: int, at_ms: int) -> Event:
    """A review whose id says nothing about its time."""
    made = logged(number, prompt=f"d/c{number}/main")
    return made._replace(at_ms=MONDAY * DAY_MS + at_ms)
