"""The log read lean says the same as the events themselves."""

from __future__ import annotations

from itertools import chain
from uuid import UUID

from recall.clock import DAY_MS
from recall.memory.events import ADOPT, FLAG, RESTART, SUSPEND, Draft, Event
from recall.memory.facts import DETAILS, GRADE, ID, NEWEST, details_of
from tests.support.facts import logbook_of
from tests.support.logs import review as logged
from tests.support.stores import MONDAY, review


def test_what_stands_is_read_prompt_by_prompt_in_its_order(bench):
    store = bench.open()
    store.append([review("d/a/main"), review("d/b/main", 1, given="b", confidence="sure")])
    store.append([Draft(FLAG, "d/a", details={"on": True}), review("d/a/main", 2)])
    store.undo()
    store.append([Draft(ADOPT, "d/c/main", details={"from": "d/a/main", "because": "was"})])
    store.append([Draft(SUSPEND, "d/b"), Draft(RESTART, "d/a"), review("d/a/main", 3)])
    bench.clock.set(MONDAY + 1)
    store.new_session()
    store.append([review("d/b/main", 4, rev=2)])
    found, wanted = store.facts(), logbook_of(store.events())
    assert list(found.reviews) == list(wanted.reviews)
    assert undetailed(found) == undetailed(wanted)
    assert turns(found) == turns(wanted)
    first, again, sure, newest = map(dict, map(columns, chain(*found.reviews.values())))
    assert details_of(sure["text"])["confidence"] == "sure"
    assert first["text"] is None is again["text"]
    assert newest["day"] == MONDAY + 1
    assert [bool(each["newest"]) for each in (first, again, sure, newest)] == [False] * 3 + [True]


def test_an_empty_log_has_no_facts_and_says_how_far_it_is(bench):
    store, heard = bench.open(), []
    assert store.facts(heard.append).reviews == {}
    assert heard == [0.0]
    store.append([review("d/a/main")])
    assert list(store.facts(heard.append).reviews) == [("d/a/main", 1)]
    assert heard == [0.0, 0.0, 1.0]


def test_a_state_told_by_another_program_is_read_whatever_the_grade(bench):
    store = bench.open()
    store.append([review("d/a/main", 3, state=[3.0, 5.0])])
    ((fact,),) = store.facts().reviews.values()
    assert details_of(fact[DETAILS])["state"] == [3.0, 5.0]


def test_only_a_sitting_that_still_has_answers_is_the_newest(bench):
    store = bench.open()
    store.append([review("d/a/main")])
    store.session = UUID(int=7)
    store.append([review("d/b/main")])
    store.undo()
    assert [bool(fact[NEWEST]) for fact in chain(*store.facts().reviews.values())] == [True]


def test_what_came_from_elsewhere_is_put_in_its_place_whatever_its_ids(bench):
    store = bench.open()
    reviews = [moment(9, 1, grade=1), moment(3, 5, grade=2), moment(8, 5, grade=3), moment(1, 7)]
    store.merge(reversed(reviews))
    ((first, *others),) = store.facts().reviews.values()
    assert [fact[GRADE] for fact in (first, *others)] == [1, 2, 3, 4]
    assert all(fact[NEWEST] for fact in (first, *others))
    assert len(first) == ID, "no id where there is nothing to compare it with"
    store.append([Draft(RESTART, "d/b")])
    assert [len(fact) for found in store.facts().reviews.values() for fact in found] == [ID + 1] * 4


def columns(fact):
    return zip(("at_ms", "prompt", "rev", "grade", "day", "newest", "text"), fact, strict=False)


def undetailed(log):
    return [
        [(*fact[:NEWEST], bool(fact[NEWEST])) for fact in found] for found in log.reviews.values()
    ]


def turns(log):
    """What was adopted and restarted, and when; an id is as the database has it."""
    sources = {key: [(name, at) for name, (at, _) in found] for key, found in log.sources.items()}
    return sources, {key: [at for at, _ in found] for key, found in log.restarts.items()}


def moment(number: int, at_ms: int, grade: int = 4) -> Event:
    """A review whose id says nothing about its time."""
    return logged(number, grade)._replace(at_ms=MONDAY * DAY_MS + at_ms)
