"""What Moodle is given is GIFT: read by another program's parser."""

import io
import logging
import re

import pytest

from recall.transfer.asked import prompts_of
from recall.transfer.gift import gift_bytes

parser = pytest.importorskip("pygiftparser.parser", reason="pygiftparser is not installed")


@pytest.fixture
def questions(every_kind):
    logging.getLogger("pygiftparser").setLevel(logging.CRITICAL)
    return {each.title: each for each in parsed(every_kind)}


def parsed(deck):
    return parser.parseFile(io.StringIO(gift_bytes(deck).decode()))


def kind(question):
    return type(question.answers).__name__


def answers(question):
    return [(each.answer, each.fraction) for each in question.answers.answers]


def test_every_question_is_valid_and_there_once(every_kind, questions):
    assert list(questions) == [each.name for each in prompts_of(every_kind)]
    assert all(question.valid for question in questions.values())


def test_what_moodle_can_mark_it_marks(questions):
    kinds = {name.split("/", 1)[1]: kind(each) for name, each in questions.items()}
    assert kinds["mu/main"] == kinds["gaps/standard"] == kinds["gemba/back"] == "ShortSet"
    assert kinds["pick/main"] == kinds["differ/steps.which"] == "SelectSet"
    assert kinds["several/main"] == "MultipleChoicesSet"
    assert kinds["steps/all"] == "MatchingSet"
    assert kinds["who/main"] == kinds["gemba/forward"] == "Essay"


def test_answers_are_those_of_the_deck(questions):
    assert answers(questions["team/mu/main"]) == [("muda", 100), ("無駄", 100)]
    assert sorted(answers(questions["team/several/main"]), key=lambda each: each[0]) == [
        ("moving", 50),
        ("thinking", -50),
        ("waiting", 50),
    ]
    pairs = [
        (each.question.strip(), each.answer.strip())
        for each in questions["team/steps/all"].answers.answers
    ]
    assert ("Act", "Plan") in pairs


def test_a_gap_stands_where_the_word_was(questions):
    question = questions["team/gaps/standard"]
    assert question.text.endswith("Without a")
    assert question.tail == "(what makes drift visible) nothing can be improved."


def test_an_essay_has_the_answer_as_feedback(questions):
    feedback = questions["team/who/main"].generalFeedback
    assert feedback.startswith("Everyone who sees a problem.<br><br>")
    assert "Masaaki Imai, Kaizen (1986), p. 12" in feedback


@pytest.mark.parametrize("text", ["a = b ~ c # d { e } : f", "\\", "->", "a\\}", "::x::", "//"])
def test_no_sign_of_a_text_is_taken_for_syntax(deck_with, text):
    (question,) = parsed(deck_with(text, text))
    assert question.valid
    assert kind(question) == "Essay"
    shown = re.sub(r"\\([=~:#])", r"\1", question.text)
    for entity, sign in (("&lcub;", "{"), ("&rcub;", "}"), ("&bsol;", "\\"), ("&gt;", ">")):
        shown = shown.replace(entity, sign)
    assert shown == text
