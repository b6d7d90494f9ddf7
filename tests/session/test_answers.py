"""What a checker makes of an answer, and the grade it proposes."""

from __future__ import annotations

import pytest

from recall.decks.model import Option
from recall.decks.question import Contrast, Question
from recall.memory.events import Grade
from recall.session.answers import (
    TWO,
    best_order,
    check_order,
    check_pick,
    check_typed,
    check_which,
    marked,
    no_idea,
    one_slip,
    typed_difference,
)
from recall.session.values import Answer, Showing
from tests.support.planning import planned


def typed(answer: str, *accept: str, rivals: tuple[str, ...] = ()) -> Question:
    return Question(
        "d",
        "c",
        "main",
        1,
        "type",
        "typed",
        "?",
        answer,
        accept=accept,
        rivals=frozenset(rivals),
    )


def ordered(*items: str, cycle: bool = False) -> Question:
    return Question("d", "c", "all", 1, "order", "sequence", "?", "", items=items, cycle=cycle)


@pytest.mark.parametrize("given", ["muda", "Muda", " MUDA. ", "ｍｕｄａ", "無駄"])
def test_case_width_punctuation_and_listed_spellings_do_not_matter(given):
    answer = check_typed(typed("muda", "無駄"), given)
    assert (answer.right, answer.proposed, answer.slip) == (True, Grade.GOOD, False)


def test_another_word_is_wrong_and_proposes_forgot():
    answer = check_typed(typed("mura"), "muri")
    assert (answer.right, answer.proposed, answer.given) == (False, Grade.AGAIN, "muri")


def test_a_slip_of_one_letter_is_offered_as_right_in_long_words_only():
    assert check_typed(typed("kaikaku"), "kaikau").slip
    assert check_typed(typed("kaikaku"), "kaikauk").slip
    assert not check_typed(typed("mudas"), "muda").right


def test_a_word_that_answers_another_card_is_never_a_slip():
    answer = check_typed(typed("kakushin", rivals=("kakushim",)), "kakushim")
    assert (answer.right, answer.slip) == (False, False)


def test_enter_on_an_empty_field_leaves_the_judgement_to_the_learner():
    answer = check_typed(typed("muda"), "  ")
    assert (answer.right, answer.given) == (None, "")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("letter", "latter", True),
        ("letter", "leter", True),
        ("letter", "lettter", True),
        ("letter", "lettre", True),
        ("letter", "letter", False),
        ("letter", "leetr", False),
        ("letter", "ladder", False),
        ("ab", "abcd", False),
    ],
)
def test_one_slip_is_one_letter_changed_missing_added_or_two_swapped(one, other, near):
    assert one_slip(one, other) is near
    assert one_slip(other, one) is near


@pytest.mark.parametrize(
    ("given", "answer", "at"),
    [
        ("muri", "mura", 3),
        ("Muda", "muda", None),
        ("mud", "muda", 3),
        ("", "muda", 0),
        ("ß", "s", 0),
    ],
)
def test_the_caret_marks_the_first_difference(given, answer, at):
    assert typed_difference(given, answer) == at


def choice(*rights: bool, several: bool = False) -> Question:
    options = tuple(Option(str(number), right) for number, right in enumerate(rights))
    return Question(
        "d", "c", "main", 1, "pick", "choice", "?", "", options=options, several=several
    )


def test_a_right_pick_proposes_got_it_and_a_wrong_one_forgot():
    question = choice(False, True, False)
    assert check_pick(question, [1]).proposed == Grade.GOOD
    assert check_pick(question, [0]).proposed == Grade.AGAIN
    assert check_pick(question, [0]).right is False


def test_where_several_are_right_all_of_them_and_no_other_are_wanted():
    question = choice(True, True, False, False, several=True)
    assert check_pick(question, [1, 0]).right is True
    partly = check_pick(question, [0])
    assert (partly.right, partly.score) == (False, 0.75)
    assert check_pick(question, [0, 1, 2]).right is False


def test_no_idea_is_forgot():
    assert (no_idea().proposed, no_idea().right, no_idea().no_idea) == (Grade.AGAIN, False, True)


def test_the_side_of_a_trait_is_picked():
    contrast = Contrast(("Kaizen", "Breakthrough"), "pace", ("slow", "fast"), "which", belongs=1)
    question = Question(
        "d", "c", "pace.which", 1, "contrast", "comparison", "?", "", contrast=contrast
    )
    assert check_which(question, 1).right is True
    assert check_which(question, 0).right is False


def test_an_order_is_scored_by_position():
    question = ordered("Sort", "Set", "Shine", "Standardize", "Sustain")
    assert check_order(question, [0, 1, 2, 3, 4]).proposed == Grade.GOOD
    swapped = check_order(question, [0, 1, 3, 2, 4])
    assert (swapped.proposed, swapped.score, swapped.right) == (Grade.HARD, 0.6, False)
    assert check_order(question, [1, 0, 3, 2, 4]).proposed == Grade.AGAIN
    assert check_order(question, [2, 1, 0, 3, 4]).proposed == Grade.AGAIN


def test_one_swap_among_four_is_forgot():
    assert check_order(ordered("a", "b", "c", "d"), [0, 1, 3, 2]).proposed == Grade.AGAIN


def test_a_cycle_is_right_from_any_start():
    question = ordered("Plan", "Do", "Check", "Act", cycle=True)
    assert check_order(question, [2, 3, 0, 1]).right is True
    assert best_order(question, [2, 3, 0, 1]) == (2, 3, 0, 1)
    assert check_order(question, [0, 2, 1, 3]).right is False


def test_with_two_grades_an_order_that_is_not_quite_right_is_forgotten():
    swapped = Answer(picked=(1, 0, 2, 3, 4), score=0.6, proposed=Grade.HARD, right=False)
    shown = Showing(planned("a"), "review", 0, revealed_at=1, answer=swapped)
    assert marked(shown) == Grade.HARD
    assert marked(shown, TWO) == Grade.AGAIN
