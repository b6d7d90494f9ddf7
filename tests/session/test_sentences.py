"""The sentences of Home and Summary are those of the screens' page."""

from datetime import date

import pytest

from recall.session import sentences
from recall.session.machine import ALL_DONE, LEFT, TIME_UP


@pytest.mark.parametrize(
    ("status", "figures", "sentence"),
    [
        ("first", {"new": 14, "topic": "kaizen"}, "14 new questions on kaizen, about 5 minutes."),
        ("usual", {"review": 8, "new": 9}, "8 questions to review, 9 new. About 5 minutes."),
        ("usual", {"review": 1}, "1 question to review. About 5 minutes."),
        ("usual", {"new": 1, "minutes": 1}, "1 new question. About 1 minute."),
        (
            "short",
            {"review": 6, "minutes": 2},
            "6 questions to review. 2 minutes are enough today.",
        ),
        ("short", {"new": 2, "minutes": 1}, "2 new questions. 1 minute is enough today."),
        ("done", {}, "Done for today. Tomorrow: about 5 minutes. Enter gives five more."),
        (
            "fresh",
            {"next_day": "Tuesday"},
            "Nothing is fading yet. Next review: Tuesday. Enter practises anyway.",
        ),
        (
            "back",
            {"met": 23, "recalled": 17},
            "Welcome back. Of the 23 questions you have met, about 17 should still be there. "
            "Five minutes will do.",
        ),
        ("none", {}, "No decks here yet. Run: recall add FILE"),
    ],
)
def test_home_says_today_in_one_sentence(status, figures, sentence):
    assert sentences.home_sentence(status, **figures) == sentence


def test_a_narrow_window_gets_fewer_words():
    said = sentences.home_sentence("usual", review=8, new=9, narrow=True)
    assert said == "8 to review, 9 new. About 5 minutes."


def test_one_deck_chosen_is_named_first():
    said = sentences.home_sentence("usual", new=9, only="PDCA")
    assert said == "PDCA only: 9 new questions. About 5 minutes."


def test_an_updated_deck_keeps_progress():
    assert sentences.updated("PDCA", 4, 2) == (
        "PDCA was updated: 4 new questions, 2 reworded. Your progress is kept."
    )
    assert sentences.updated("PDCA", 0, 0) == "PDCA was updated. Your progress is kept."


def test_a_broken_deck_says_what_is_used_instead():
    short = 'team.yaml, line 10: unknown key "hnit"'
    assert sentences.broken(short, kept=True) == f"{short}. Its last good version is in use."
    assert "mended" in sentences.broken(short, kept=False)


def test_what_is_recalled_of_a_deck():
    assert sentences.recalled_of(34, 38, 60) == "34 of 60"
    assert sentences.recalled_of(0, 0, 50) == "not started"


@pytest.mark.parametrize(
    ("ending", "budget", "minutes", "answered", "said"),
    [
        (TIME_UP, 5, 5, 17, "That is your five minutes."),
        (TIME_UP, 1, 1, 4, "That is your minute."),
        (TIME_UP, 25, 25, 99, "That is your 25 minutes."),
        (LEFT, 5, 2, 6, "2 minutes, 6 questions, all saved. The rest will keep."),
        (LEFT, 5, 1, 1, "1 minute, 1 question, all saved. The rest will keep."),
        (ALL_DONE, 5, 3, 9, "That is all for now."),
        (ALL_DONE, 0, 3, 9, "That is all for now."),
        (LEFT, 5, 0, 0, "Nothing asked, nothing lost."),
    ],
)
def test_the_summary_begins_with_how_it_ended(ending, budget, minutes, answered, said):
    headline = sentences.headline(ending, budget=budget, minutes=minutes, answered=answered)
    assert headline == said


def test_reviews_and_new_questions_are_counted_apart():
    assert sentences.review_row(8, 7) == ("8 reviewed", "7 recalled, 1 forgotten")
    assert sentences.review_row(8, 8) == ("8 reviewed", "8 recalled")
    assert sentences.new_row(9, 3) == ("9 new", "3 you knew, 6 are on their way")
    assert sentences.new_row(1, 0) == ("1 new", "1 is on its way")
    assert sentences.review_row(0, 0) == sentences.new_row(0, 0) == ("", "")


def test_a_hard_day_gets_a_kind_word():
    assert sentences.much_forgotten(8, 3) == (
        "8 reviewed, 3 recalled. The other 5 come back tomorrow, while the answers are fresh."
    )
    assert sentences.first_day(14) == "14 new questions met. Tomorrow shows what stayed."


def test_the_outlook_and_what_comes_next():
    then = "On 18 December you would still recall about 5 of 90."
    assert sentences.narrow_outlook(5, 0, 90, date(2026, 12, 18)) == then
    assert sentences.outlook(50, 43, 140) == (
        "In two weeks you would still recall about 50 of 140 questions. Before today it was 43."
    )
    assert sentences.next_session("tomorrow", 5) == "Next: tomorrow, about 5 minutes."


def test_no_sentence_counts_what_was_missed_or_praises_turning_up():
    said = [
        sentences.home_sentence("back", met=23, recalled=17),
        sentences.home_sentence("done"),
        *sentences.WELCOME,
    ]
    for word in ("missed", "streak", "overdue", "!", "due "):
        assert not any(word in each for each in said)
