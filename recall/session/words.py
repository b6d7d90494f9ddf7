"""The words that every front end uses for grades, intervals, time and what just happened.

Sentences of Home and of the Summary are in ``session.sentences``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from recall.decks.question import ORDER, PICK, TYPE, Question
from recall.memory.events import BURY, FLAG, RESTART, RESUME, SUSPEND, Grade
from recall.session.answers import FOUR
from recall.session.values import NEW, Answer, Showing

if TYPE_CHECKING:
    pass

WORDS: Mapping[str, str] = {
    "first grade": "New to me",
    "later grade": "Forgot",
    "right pick": "Guessed",
    "was right": "I was right",
    "once more": "Once more: you saw this a moment ago.",
    "put away": "Put away: it will not be asked. u brings it back.",
    "not today": "Not today: it will be asked from tomorrow on. u brings it back.",
    "marked": "Marked. u takes the mark away.",
    "undone": "Undone.",
    "nothing to undo": "Nothing to undo.",
    "wrong pick": "It comes once more today.",
    "your pick": "your pick",
    "no idea": "no idea",
    "show": "Show the answer",
    "sure": "Sure: show the answer",
    "go on": "Go on",
    "last": "last question",
    "not saved": "This answer could not be saved",
    "practice": "Practice: nothing is rescheduled.",
    "practising": "practice",
    "too small": "Please make the window a little larger: 30 columns, 10 rows.",
    "more text": "↓ more",
}
"""Short fixed texts, by what they are for."""

_KIND_WORDS = {
    SUSPEND: "put away",
    RESUME: "brought back",
    BURY: "not today",
    FLAG: "mark",
    RESTART: "start again",
}

_EXPLAINED: Mapping[str, str] = {
    "basic": "Answer in your head first. Then see the answer and say how it went.",
    "typed": "Type it, then Enter. Enter alone shows the answer.",
    "reversed": "A term or its meaning: recall the other one.",
    "choice": "The number of your answer picks it. 0 means no idea.",
    "several": "More than one is right: pick all of them, then Enter. 0 means no idea.",
    "sequence": "Each number places the next item, Enter checks. 0 means no idea.",
    "comparison": "One row, two sides: recall what belongs in [ ? ].",
    "cloze": "Recall the word that fills the gap.",
    "updated": "Updated: its author has changed this question since you last saw it.",
    "scenario": "Decide on a verdict and your reason before you see the answer.",
    "hard": "Hard means you got it, with effort. If it was gone, choose Forgot.",
    "intervals": "When it will be asked again. It may come a little sooner if there is time.",
}

_OTHERWISE: Mapping[tuple[str, str], str] = {
    ("comparison", "which"): "choice",
    ("comparison", "why"): "basic",
    ("sequence", "next"): "basic",
}
"""Parts of a card that are answered in another way than its kind."""

_HARD: Mapping[str, str] = {
    WORDS["first grade"]: "Hard means you got it, with effort. If you did not, choose New to me.",
    WORDS["right pick"]: "Hard means you knew it, with effort. If you did not, choose Guessed.",
}
"""The same of Hard where the first grade is not called Forgot."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: ``1 day``, ``2 days``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def grade_words(
    question: Question, showing: Showing, among: Sequence[Grade] = FOUR
) -> dict[Grade, str]:
    """What the grades to choose from are called for the question on the screen."""
    answer = showing.answer
    forgot = WORDS["first grade"] if showing.shown == NEW else WORDS["later grade"]
    if right_pick(question, answer):
        forgot = WORDS["right pick"]
    good = WORDS["was right"] if wrong_typed(question, answer) else "Got it"
    words = {Grade.AGAIN: forgot, Grade.HARD: "Hard", Grade.GOOD: good, Grade.EASY: "Easy"}
    return {grade: words[grade] for grade in among}


def picks(question: Question) -> bool:
    """Whether it is answered by picking a number among options or two sides."""
    which = question.contrast is not None and question.contrast.asked == "which"
    return question.way == PICK or which


def in_the_head(question: Question) -> bool:
    """Whether it is answered in the head alone, and one key shows the answer."""
    return question.way not in (TYPE, ORDER) and not picks(question)


def right_pick(question: Question, answer: Answer | None) -> bool:
    """Whether the right options were picked: it may have been a guess."""
    return picks(question) and answer is not None and answer.right is True


def wrong_pick(question: Question, answer: Answer | None) -> bool:
    """Whether the pick was wrong, or "no idea": there is nothing left to judge but to go on."""
    return picks(question) and answer is not None and answer.right is False


def wrong_typed(question: Question, answer: Answer | None) -> bool:
    """Whether what was typed was not taken: the learner may say that it was right."""
    if question.way != TYPE or answer is None or not answer.given:
        return False
    return answer.right is False and not answer.slip


def undone(what: str, text: str = "") -> str:
    """What was taken back: ``Undone: Got it on "Put the five S's in order."``"""
    return f'Undone: {what} on "{text}"' if text else f"Undone: {what}."


def undone_at_once(kind: str, cards: int) -> str:
    """What was taken back for several cards: ``Undone: put away on 200 cards.``"""
    return undone(f"{kind_word(kind)} on {counted(cards, 'card')}")


def kind_word(kind: str) -> str:
    """The word for a card event's kind (``suspend`` is "put away")."""
    return _KIND_WORDS.get(kind, kind)


def grade_word(grade: Grade, shown: str) -> str:
    """The word of a grade where the question itself is no longer at hand."""
    if grade == Grade.AGAIN:
        return WORDS["first grade"] if shown == NEW else WORDS["later grade"]
    return {Grade.HARD: "Hard", Grade.GOOD: "Got it", Grade.EASY: "Easy"}[grade]


def notice(happened: tuple[str, ...], text: str = "", shown: str = "") -> str:
    """The sentence for a ``State.notice``; ``text`` is the question that it speaks of.

    ``shown`` (``new``, ``review``, ``repeat``) says which word an undone "Again" had.
    """
    match happened:
        case ("undone", what, cards, _):
            return undone_at_once(what, int(cards))
        case ("undone", what, *_):
            graded = what in Grade.__members__
            word = grade_word(Grade[what], shown) if graded else kind_word(what)
            return undone(word, text)
        case ("nothing to undo", *_):
            return WORDS["nothing to undo"]
        case (kind, *_) if kind in (SUSPEND, BURY, FLAG):
            return WORDS[{SUSPEND: "put away", BURY: "not today", FLAG: "marked"}[kind]]
    return ""


def explain(topic: str) -> str:
    """One line that explains a kind, Hard or the intervals the first time; "" for other topics."""
    return _EXPLAINED.get(topic, "")


def explain_grades(topic: str, question: Question, showing: Showing) -> str:
    """The same of a topic that concerns the grades, by the names they have for this question."""
    forgot = grade_words(question, showing)[Grade.AGAIN]
    return _HARD.get(forgot, explain(topic)) if topic == "hard" else explain(topic)


def topic_of(question: Question) -> str:
    """The topic that explains how a question is answered."""
    return topic(question.kind, question.part, case=bool(question.case), several=question.several)


def topic(kind: str, part: str, *, case: bool, several: bool) -> str:
    """The same of a prompt by what its card says of it.

    Args:
        kind: the card's kind; ``part``: of it that is asked.
        case: whether it is a scenario; ``several``: whether several options are right.
    """
    if case:
        return "scenario"
    asked = (kind, "next" if part.startswith("next.") else part.rsplit(".", 1)[-1])
    return "several" if several else _OTHERWISE.get(asked, kind)


def order_feedback(score: float | None, total: int, first: str = "", before: str = "") -> str:
    """What to say of an order: ``3 of 5 in place. Shine comes before Standardize.``

    ``score`` is the share of items in place; ``first`` and ``before`` are texts of items.
    """
    counts = f"{round((score or 0) * total)} of {total} in place."
    return f"{counts} {first} comes before {before}." if first and before else counts


def not_saved(why: str, mend: str = "") -> str:
    """The sentence for a write that failed; ``why`` and ``mend`` are the store error's own."""
    reason = why.rstrip(".") or "the disk did not take it"
    retry = "press Enter to try again"
    advice = f"{mend[:1].upper()}{mend[1:].rstrip('.')}, then {retry}" if mend else f"P{retry[1:]}"
    return f"{WORDS['not saved']}: {reason}. {advice}."
