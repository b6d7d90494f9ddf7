"""A whole sitting line by line: repeats, undo, leaving, the Summary."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st


def test_it_begins_with_what_is_planned_and_the_keys(desk):
    text = desk.sit("").text
    assert "new questions" in text.splitlines()[0]
    assert "An empty line shows an answer, 1 to 4 grade it, q ends; ? lists all keys." in text


def test_the_end_of_input_leaves_safely_and_says_what_was_done(desk):
    told = desk.sit("\n3\n", "kinds", minutes=2)
    assert told.code == 0
    assert len(told.reviews) == 1
    assert "1 minute, 1 question, all saved. The rest will keep." in told.text


def test_q_leaves_at_any_moment(desk):
    assert desk.sit("q\n").reviews == []
    assert desk.sit("\nq\n").reviews == []


def test_a_question_that_was_new_comes_once_more(desk):
    told = desk.sit("\n1\n\n3\n", "tag:basic")
    assert "Once more: you saw this a moment ago." in told.text
    assert told.reviews == [("basic", 1), ("basic", 3)]


def test_cards_limits_the_questions(desk):
    told = desk.sit("\n3\n" * 9, cards=2)
    assert "last question" in told.text
    assert "That is all for now." in told.text
    assert len({card for card, _ in told.reviews}) == 2


def test_u_takes_the_newest_grade_back_and_asks_again(desk):
    told = desk.sit("\n3\nu\n\n1\n:q\n", "tag:basic", "tag:cloze")
    assert 'Undone: Got it on "In Check, results are compared with what?"' in told.text
    assert [event.kind for event in told.log] == ["review", "void", "review"]


def test_u_on_the_summary_and_after_a_restart(desk):
    told = desk.sit("\n3\nu\nq\n", "tag:basic")
    assert [event.kind for event in told.log] == ["review", "void"]
    desk.sit("\n3\n", "tag:basic")
    told = desk.sit("u\nq\n", "tag:cloze")
    assert [event.kind for event in told.log] == ["review", "void", "review", "void"]


def test_nothing_to_undo_is_said(desk):
    assert "Nothing to undo." in desk.sit("u\nq\n").text


def test_where_cards_are_counted_no_minutes_are_told(desk):
    told = desk.sit("", cards=2)
    assert told.text.startswith("2 new questions.\n")


def test_cards_are_put_away_left_for_tomorrow_and_marked(desk):
    told = desk.sit("s\n:q\n", "tag:basic")
    assert "Put away: it will not be asked. u brings it back." in told.text
    assert "In Check" not in desk.sit("").text
    assert "Not today" in desk.sit("b\n:q\n", "tag:cloze").text
    assert "Marked." in desk.sit("f\n:q\n", "tag:comparison").text


def test_an_empty_line_right_after_the_answer_grades_nothing(desk):
    desk.line_ms = 100
    told = desk.sit("\n\n\n", "tag:basic")
    assert told.reviews == []
    desk.line_ms = 1_000
    assert desk.sit("\n\n", "tag:basic").reviews == [("basic", 3)]


def test_what_is_no_grade_reads_the_grades_out_again(desk):
    told = desk.sit("\n5\nyes\n3\n", "tag:basic")
    assert told.text.count("[3 Got it]") == 3
    assert told.reviews == [("basic", 3)]


def test_question_mark_lists_the_keys(desk):
    assert "b not today" in desk.sit("?\nq\n").text


def test_the_summary_says_what_was_gained_and_what_is_next(desk):
    told = desk.sit("\n3\n", "tag:basic")
    assert "1 new question met. Tomorrow shows what stayed." in told.text
    assert "In two weeks you would still recall about 1 of " in told.text
    assert "Next: tomorrow, about " in told.text


def test_m_gives_five_more_minutes(desk):
    told = desk.sit("\n3\nm\n\n3\n", "tag:basic", "tag:cloze", cards=1)
    assert len(told.reviews) == 2


def test_forgotten_answers_are_shown_once_more(desk):
    desk.sit("\n3\n", "tag:basic")
    desk.wall_ms += 5 * 86_400_000
    told = desk.sit("\n1\nq\n", "tag:basic")
    assert "Worth one more look:\n  In Check, results are compared with what?\n" in told.text
    assert "1 reviewed, 0 recalled. The other one comes back tomorrow" in told.text


def test_each_kind_and_the_figures_explain_themselves_the_first_time_only(desk):
    once = "When it will be asked again."
    assert once in desk.sit("\n3\n", "tag:basic").text
    assert once not in desk.sit("\n3\n", "tag:cloze").text
    assert "Type it, then Enter." in desk.sit("mura\n3\n", "tag:typed").text


def test_a_broken_deck_is_told_and_its_last_good_version_used(desk):
    desk.sit("q\n")
    desk.write("recall: 1\ndeck: kinds\ntitle: Kinds\ncards:\n  - q: What?\n    aa: That.\n")
    told = desk.sit("\n3\n", "tag:basic")
    assert "Its last good version is in use." in told.text
    assert told.reviews == [("basic", 3)]


def test_no_colour_and_no_cursor_movement(desk):
    told = desk.sit("\n3\n" * 9)
    assert not set(told.text) & {"\x1b", "\r", "\b", "\a", "\t"}


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe\x00", b"\x1b[2J", b"x" * 100_000, b"\xef\xbb\xbf", "改善".encode(), b"\x00" * 50],
)
def test_any_bytes_may_come_in(desk, line):
    told = desk.sit(line + b"\n:q\n", "tag:typed")
    assert told.code == 0
    assert not set(told.text) & {"\x1b", "\x00"}


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(st.sampled_from([*"1234uhqbsfm?0", "", ":u", ":h", "1 2", "mura", "\x00"])))
def test_whatever_is_typed_the_sitting_ends_and_keeps_every_grade(desk, lines):
    told = desk.sit("\n".join(lines))
    assert told.code == 0
    assert "Traceback" not in told.text
