"""What the settings change in plain mode: the grades, how sure one is, the clock."""

from __future__ import annotations

import pytest


@pytest.fixture
def two(desk):
    desk.choose(two_buttons=True)
    return desk


@pytest.fixture
def asked(desk):
    desk.choose(confidence=True)
    return desk


def test_two_grades_are_offered_and_others_mean_nothing(two):
    told = two.sit("\n2\n4\n?\n3\nq\n", "tag:basic")
    assert "1 and 3 grade it" in told.text
    assert "1 New to me" in told.text
    assert "[3 Got it]" in told.text
    assert "Hard" not in told.text
    assert "Easy" not in told.text
    assert "1 3         forgot, got it\n" in told.text
    assert told.reviews == [("basic", 3)]


def test_with_two_grades_an_empty_line_takes_got_it_after_a_hint(two):
    assert two.sit("h\n\n\nq\n", "tag:basic").reviews == [("basic", 3)]


def test_with_two_grades_a_swapped_order_is_forgotten(two):
    told = two.sit("21345\n\nq\n", "tag:sequence")
    assert told.reviews == [("sequence", 1)]


@pytest.mark.parametrize(("line", "kept"), [("", "sure"), ("0", "unsure")])
def test_the_line_that_shows_the_answer_says_how_sure_one_is(asked, line, kept):
    told = asked.sit(f"{line}\n3\nq\n", "tag:basic")
    assert "Sure: an empty line shows the answer. Not sure: 0 shows it. h hint" in told.text
    assert "Answer: With the prediction." in told.text
    assert told.log[0].details["confidence"] == kept


def test_where_an_answer_is_picked_0_still_means_no_idea(asked):
    told = asked.sit("0\n\nq\n", "tag:choice")
    assert told.reviews == [("choice", 1)]
    assert "confidence" not in told.log[0].details


def test_nobody_is_asked_how_sure_they_are_unless_they_wish(desk):
    told = desk.sit("0\n\n3\nq\n", "tag:basic")
    assert "not sure" not in told.text.lower()
    assert "confidence" not in told.log[0].details


def test_without_the_clock_no_minutes_are_told_and_the_session_ends_all_the_same(desk):
    desk.choose(clock=False)
    desk.line_ms = 20_000
    told = desk.sit("\n3\n" * 9 + "q\n", minutes=1)
    assert "min left" not in told.text
    assert "That is your minute." in told.text
