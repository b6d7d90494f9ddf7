"""Grades, intervals, the clock and undo in words."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.model import Option
from recall.decks.question import PICK, RECALL, TYPE, Contrast, Question
from recall.ids import PromptKey
from recall.memory.events import BURY, FLAG, SUSPEND, Grade
from recall.session.answers import check_pick, check_typed, check_which, no_idea
from recall.session.time_words import (
    day_word,
    interval,
    interval_short,
    preview,
    preview_short,
    time_left,
)
from recall.session.values import NEW, REPEAT, REVIEW, Candidate, Planned, Showing
from recall.session.words import (
    explain,
    grade_words,
    not_saved,
    notice,
    order_feedback,
    undone,
    wrong_pick,
)


class Preview(NamedTuple):
    days: int
    again_today: bool = False


def question(way=RECALL, **more):
    return Question("d", "c", "main", 1, way, "basic", "Who?", "mura", **more)


def showing(shown=REVIEW, answer=None):
    key = PromptKey("d/c/main", 1)
    return Showing(Planned(Candidate(key, "d/c"), 10.0, 0.1, True), shown, 0, answer=answer)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1 day"),
        (2, "2 days"),
        (9, "9 days"),
        (14, "2 weeks"),
        (21, "3 weeks"),
        (120, "4 months"),
        (730, "2 years"),
        (36_500, "100 years"),
    ],
)
def test_intervals_are_said_in_the_unit_that_people_would_use(days, words):
    assert interval(days) == words


@settings(deadline=None, derandomize=True)
@given(st.integers(1, 36_500))
def test_an_interval_in_words_is_never_far_from_the_truth(days):
    number, unit = interval(days).split()
    size = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit.rstrip("s")]
    assert abs(int(number) * size - days) <= size / 2 + 0.01
    assert len(interval_short(days)) <= 4


def test_a_grade_after_which_it_comes_once_more_says_today_first():
    assert preview(Preview(1, True)) == "today + 1 day"
    assert preview_short(Preview(1, True)) == "today+1d"
    assert preview(Preview(9)) == preview_short(Preview(9)) == "9 days"


def test_nobody_can_forget_what_they_have_not_met():
    assert grade_words(question(), showing(NEW))[Grade.AGAIN] == "New to me"
    assert grade_words(question(), showing(REPEAT))[Grade.AGAIN] == "Forgot"
    assert grade_words(question(), showing())[Grade.AGAIN] == "Forgot"


def test_a_right_pick_may_have_been_guessed():
    asked = question(PICK, options=(Option("a", True), Option("b", False)))
    assert grade_words(asked, showing(NEW, check_pick(asked, [0])))[Grade.AGAIN] == "Guessed"


def test_a_side_picked_rightly_may_have_been_guessed_too():
    row = Contrast(("Kaizen", "Leap"), "Pace", ("slow", "fast"), "which", belongs=1)
    asked = question("contrast", contrast=row)
    assert grade_words(asked, showing(answer=check_which(asked, 1)))[Grade.AGAIN] == "Guessed"


def test_after_a_wrong_pick_or_no_idea_there_is_nothing_to_judge():
    asked = question(PICK, options=(Option("a", True), Option("b", False)))
    assert wrong_pick(asked, check_pick(asked, [1]))
    assert wrong_pick(asked, no_idea())
    assert not wrong_pick(asked, check_pick(asked, [0]))
    assert not wrong_pick(question(), None)


def test_a_typed_answer_that_was_not_taken_may_be_claimed():
    asked = question(TYPE)
    words = grade_words(asked, showing(answer=check_typed(asked, "muri")))
    assert words[Grade.GOOD] == "I was right"
    assert grade_words(asked, showing(answer=check_typed(asked, "Mura")))[Grade.GOOD] == "Got it"
    assert grade_words(asked, showing(answer=check_typed(asked, "")))[Grade.GOOD] == "Got it"


@pytest.mark.parametrize(
    ("ms", "words"),
    [(300_000, "5 min left"), (180_001, "4 min left"), (1, "1 min left"), (0, "last question")],
)
def test_the_clock_shows_whole_minutes_left(ms, words):
    assert time_left(ms) == words


def test_where_cards_are_counted_only_the_last_one_is_announced():
    assert time_left(None) == ""
    assert time_left(None, last=True) == time_left(200_000, last=True) == "last question"


def test_undo_names_the_grade_and_the_question():
    text = "Put the five S's in order."
    assert undone("Got it", text) == 'Undone: Got it on "Put the five S\'s in order."'
    assert notice(("undone", "GOOD", "d/c/all"), text) == undone("Got it", text)
    assert notice(("undone", "AGAIN", "d/c/all"), text, NEW) == undone("New to me", text)
    assert notice(("undone", SUSPEND, "d/c"), text) == undone("put away", text)
    assert notice(("undone", SUSPEND, "200", "")) == "Undone: put away on 200 cards."


def test_whatever_hides_a_card_says_so_and_names_u():
    for kind in (SUSPEND, BURY, FLAG):
        said = notice((kind, "d/c"))
        assert " u " in said, kind
    assert notice(("nothing to undo",)) == "Nothing to undo."
    assert notice(()) == ""


def test_each_topic_explains_itself_in_one_line():
    topics = "basic typed choice sequence comparison cloze scenario hard intervals"
    for topic in topics.split():
        assert 0 < len(explain(topic)) < 90, topic
    assert explain("nothing") == ""


def test_an_order_is_scored_by_position():
    assert order_feedback(0.6, 5, "Shine", "Standardize") == (
        "3 of 5 in place. Shine comes before Standardize."
    )
    assert order_feedback(1.0, 5) == "5 of 5 in place."


def test_days_are_said_as_people_say_them():
    monday = 20_780
    assert day_word(monday, monday) == "today"
    assert day_word(monday + 1, monday) == "tomorrow"
    assert day_word(monday + 3, monday) == "Thursday"
    assert day_word(monday + 9, monday) == "2 December"


def test_a_failed_write_says_why_and_what_to_do():
    assert not_saved("the disk is full", "free some space") == (
        "This answer could not be saved: the disk is full. "
        "Free some space, then press Enter to try again."
    )
    assert not_saved("the disk is full.").endswith("full. Press Enter to try again.")
