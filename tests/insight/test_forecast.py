"""Four weeks to come: bounded by the session, the same every time, quick for large collections."""

from __future__ import annotations

from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import PromptKey
from recall.insight.forecast import DayAhead, Forecast, forecast
from recall.insight.pool import Terms
from recall.insight.sentences import minutes_ahead
from recall.memory.curve import DEFAULT_WEIGHTS
from recall.memory.events import Memory
from recall.session.values import Candidate
from tests.support.logs import MONDAY

TERMS = Terms(5, DEFAULT_WEIGHTS)


def met(number: int, stability: float = 3.0, ago: int = 5, card: str = "") -> Candidate:
    memory = Memory(stability, 5.0, MONDAY - ago, MONDAY, 2, 0, 3, 0, 0.0, 0, UUID(int=0))
    return new(number, card)._replace(memory=memory)


def new(number: int, card: str = "", **more) -> Candidate:
    card = card or f"d/c{number}"
    return Candidate(PromptKey(f"{card}/p{number}", 1), card, **more)


def of(candidates, terms=TERMS) -> Forecast:
    return forecast(candidates, MONDAY, terms, lambda: Random(1))


def test_nothing_to_ask_takes_no_time():
    found = of([])
    assert [each.minutes for each in found.with_new] == [0.0] * 28
    assert minutes_ahead(found) == "There is nothing to ask in the next four weeks."


def test_no_day_takes_longer_than_a_session():
    found = of([met(number) for number in range(200)] + [new(number) for number in range(300, 900)])
    assert all(each.minutes <= 5 for each in (*found.with_new, *found.without_new))
    assert min(each.minutes for each in found.with_new) > 4
    assert not any(each.new for each in found.without_new)


def test_without_new_questions_the_days_grow_shorter():
    found = of([met(number) for number in range(20)])
    assert found.with_new == found.without_new
    assert found.with_new[0].minutes > 3 > found.with_new[-1].minutes


def test_the_same_dice_give_the_same_days():
    candidates = [met(number) for number in range(40)] + [new(number) for number in range(50, 90)]
    assert of(candidates) == of(candidates)


def test_a_cap_on_new_questions_holds_on_every_day():
    found = of([new(number) for number in range(200)], TERMS._replace(new_a_day=3))
    assert [each.new for each in found.with_new] == [3] * 28


def test_a_question_that_waits_for_another_comes_after_it():
    gated = new(1, after=frozenset({"d/c2"}))
    found = of([gated, new(2)], TERMS._replace(new_a_day=1))
    assert [each.new for each in found.with_new[:3]] == [1, 1, 0]


def test_of_one_card_one_question_is_asked_a_day():
    found = of([new(number, "d/many") for number in range(4)])
    assert [each.new for each in found.with_new[:5]] == [1, 1, 1, 1, 0]


def test_of_very_many_questions_that_are_far_behind_only_those_in_reach_are_looked_at():
    found = of([met(number, 1.0 + number % 50, 30) for number in range(6_000)])
    assert all(4 < each.minutes <= 5 for each in found.without_new)


@given(
    st.lists(st.tuples(st.booleans(), st.floats(0.01, 500), st.integers(1, 300)), max_size=25),
    st.sampled_from((1, 5, 20)),
)
@settings(deadline=None, derandomize=True, max_examples=40)
def test_whatever_the_collection_the_days_come_in_order_and_hold_what_they_say(drawn, minutes):
    candidates = [
        new(number) if fresh else met(number, stability, ago)
        for number, (fresh, stability, ago) in enumerate(drawn)
    ]
    found = of(candidates, TERMS._replace(minutes=minutes))
    for days in found:
        assert [each.day for each in days] == list(range(MONDAY, MONDAY + 28))
        assert all(0 <= each.minutes <= minutes for each in days)
        assert all((each.new_minutes > 0) == (each.new > 0) for each in days)
    assert sum(each.new for each in found.with_new) <= sum(fresh for fresh, *_ in drawn)


def days(review: float, fresh: float = 0.0) -> tuple[DayAhead, ...]:
    return (DayAhead(MONDAY, review, fresh, 1, 1 if fresh else 0),) * 28


@pytest.mark.parametrize(
    ("forecast", "sentence"),
    [
        (
            Forecast(days(3, 2), days(3)),
            "About 5 minutes a day for the next four weeks; without new questions about 3 minutes.",
        ),
        (
            Forecast(days(0.4), days(0.4)),
            "Under a minute a day for the next four weeks. There is no new question left.",
        ),
        (
            Forecast(days(0, 5), days(0)),
            "About 5 minutes a day for the next four weeks, all of it on new questions.",
        ),
        (
            Forecast(days(4, 1), days(5)),
            "About 5 minutes a day for the next four weeks, with new questions or without.",
        ),
    ],
)
def test_the_sentence_says_about_how_much(forecast, sentence):
    assert minutes_ahead(forecast) == sentence
