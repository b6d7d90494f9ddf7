"""Each kind of card, read out line by line and answered."""

import re

import pytest


def test_a_question_is_read_its_answer_shown_and_graded(desk):
    told = desk.sit("\n3\n", "tag:basic")
    lines = told.text.splitlines()
    asked = lines.index("In Check, results are compared with what?")
    answered = lines.index("Answer: With the prediction.")
    assert asked < answered
    assert lines[answered + 1 : answered + 3] == [
        "Without one there is nothing to learn.",
        "Source: A good book",
    ]
    assert "1 New to me today + 1 day   2 Hard today + 1 day   [3 Got it] 2 days" in told.text
    assert told.reviews == [("basic", 3)]
    assert told.code == 0


def test_a_hint_makes_hard_the_marked_grade(desk):
    told = desk.sit("h\n\n\n", "tag:basic")
    assert "Hint: Think of Plan." in told.text
    assert "[2 Hard]" in told.text
    assert told.reviews == [("basic", 2)]


def test_a_right_word_typed_proposes_got_it(desk):
    told = desk.sit("Mura!\n\n", "tag:typed")
    assert "You: Mura!\nAnswer: mura\nRight.\n" in told.text
    assert told.reviews == [("typed", 3)]


def test_a_wrong_word_typed_shows_where_it_differs(desk):
    told = desk.sit("muri\n\n", "tag:typed")
    assert "You: muri\nAnswer: mura\nThe two differ from letter 4 on.\n" in told.text
    assert "[1 New to me]" in told.text
    assert "3 I was right" in told.text
    assert told.reviews == [("typed", 1)]


def test_an_empty_line_shows_the_word_instead(desk):
    told = desk.sit("\n2\n", "tag:typed")
    assert "Answer: mura\n" in told.text
    assert told.reviews == [("typed", 2)]


@pytest.mark.parametrize("word", ["u", "h", "q", "?", "1", "0"])
def test_letters_are_text_while_an_answer_is_typed(desk, word):
    told = desk.sit(f"{word}\n1\n", "tag:typed")
    assert f"You: {word}\n" in told.text or word == "?"
    assert told.reviews == [("typed", 1)]


def test_a_colon_makes_them_commands_while_an_answer_is_typed(desk):
    told = desk.sit(":h\nmura\n3\n:q\n", "tag:typed")
    assert "Hint: Not muri." in told.text
    assert told.reviews == [("typed", 3)]


def test_a_right_number_may_have_been_a_guess(desk):
    told = desk.sit("2\n\n", "tag:choice")
    assert "  1  It must last longer\n  2  It is a cycle\n" in told.text
    assert "Right: 2 It is a cycle (your pick)" in told.text
    assert "1 Guessed" in told.text
    assert told.reviews == [("choice", 3)]


def test_a_wrong_number_says_why_and_goes_on(desk):
    told = desk.sit("1\n\n:q\n", "tag:choice")
    assert "Wrong: 1 It must last longer (your pick)\n  It may last a day." in told.text
    assert "Right: 2 It is a cycle" in told.text
    assert "It comes once more today." in told.text
    assert told.reviews[0] == ("choice", 1)


def test_a_wrong_number_can_be_taken_back_before_it_counts(desk):
    told = desk.sit("1\nu\n2\n3\n", "tag:choice")
    assert told.reviews == [("choice", 3)]
    assert told.text.count('What is wrong with "we did PDCA last year"?') == 2


def test_zero_is_no_idea(desk):
    assert desk.sit("0\n\n", "tag:choice").reviews[0] == ("choice", 1)


@pytest.mark.parametrize("line", ["4", "two", "1 2", "-1", "99999999999999999999", "²"])
def test_a_number_that_is_not_offered_is_asked_for_again(desk, line):
    told = desk.sit(f"{line}\n2\n3\n", "tag:choice")
    assert re.search(r"Give a number from 1 to 3|One is right", told.text)
    assert told.reviews == [("choice", 3)]


@pytest.mark.parametrize("line", ["1 3", "3,1", "13"])
def test_where_several_are_right_all_are_given(desk, line):
    assert desk.sit(f"{line}\n3\n", "tag:several").reviews == [("several", 3)]


def test_a_gap_is_read_with_its_hint_and_then_filled(desk):
    told = desk.sit("\n3\n", "tag:cloze")
    assert "Without a [ what makes drift visible ] a gain slides back." in told.text
    assert "Answer: Without a [standard] a gain slides back." in told.text


def numbers_of(text, items):
    """The numbers under which a sequence offered its items."""
    return [re.search(rf"^  (\d)  {re.escape(item)}$", text, re.MULTILINE)[1] for item in items]


FIVE = ["Sort", "Set in order", "Shine", "Standardize", "Sustain"]


def test_a_sequence_is_offered_out_of_order_and_its_right_order_shown(desk):
    told = desk.sit("\n3\n", "tag:sequence")
    assert numbers_of(told.text, FIVE) != ["1", "2", "3", "4", "5"]
    assert "Right order: Sort, Set in order, Shine, Standardize, Sustain" in told.text


def test_a_sequence_needs_every_number_once(desk):
    told = desk.sit("1 2 3\n1 1 2 3 4\n0\n1\n", "tag:sequence")
    assert told.text.count("Give each number from 1 to 5 once") == 2
    assert told.reviews == [("sequence", 1)]


def test_one_side_of_a_row_is_asked_with_the_other_side_shown(desk):
    told = desk.sit("\n3\n", "tag:comparison")
    assert "Pace\n  Kaizen: [ ? ]\n  Breakthrough: big leaps\n" in told.text
    assert "Pace\n  Kaizen: [small steps]\n  Breakthrough: big leaps\n" in told.text


def test_a_trait_is_given_to_one_of_two_sides(desk):
    told = desk.sit("1\n1\n", "tag:which")
    assert "  1  Kaizen\n  2  Breakthrough\n" in told.text
    assert "(your pick)" in told.text


def test_a_scenario_reads_its_case_first(desk):
    told = desk.sit("1\n3\n", "tag:scenario")
    case = told.text.index("Pick rates slide back a little each week.")
    assert case < told.text.index("What would you start with?")
    assert "Nobody maintains it." in told.text
    assert told.reviews == [("scenario", 3)]
