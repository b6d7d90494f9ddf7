"""What an action means for the question on the screen: an input of the machine, or an entry."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from recall.decks.question import ORDER, TYPE, Question
from recall.memory.events import BURY, FLAG, SUSPEND, Grade
from recall.session import machine as m
from recall.session.answers import check_order, check_pick, check_typed, check_which, no_idea
from recall.session.values import Answer
from recall.tui.draw.entry import Entry

GRADES = {"again": Grade.AGAIN, "hard": Grade.HARD, "good": Grade.GOOD, "easy": Grade.EASY}
SETTINGS = {"not_today": BURY, "put_away": SUSPEND, "mark": FLAG}


class Attempt(NamedTuple):
    """What a learner has made of a question so far, and what there is to choose from.

    Attributes:
        entry: what was entered and not given yet; ``typed``: what stands in the text field.
        among: the grades to choose from.
        confidence: whether the key that shows the answer says how sure the learner is.
    """

    question: Question
    entry: Entry
    typed: str
    among: tuple[Grade, ...]
    confidence: bool


def meaning(name: str, attempt: Attempt, now: int) -> m.Input | Entry | None:
    """The input or the entry that an action makes; None where it means nothing here."""
    question = attempt.question
    if name == "show":
        if question.way == TYPE:
            return m.Give(now, check_typed(question, ""))
        return m.Reveal(now, True if attempt.confidence else None)
    if name == "not_sure":
        return m.Reveal(now, False)
    if name in ("take", "go_on"):
        return m.GradeIt(now, among=attempt.among)
    if name in GRADES:
        return m.GradeIt(now, GRADES[name], attempt.among)
    if name == "hint":
        return m.Hint() if question.hint else None
    if name in SETTINGS:
        return m.SetCard(now, SETTINGS[name])
    if name.startswith("number:"):
        return _given(_number(attempt, int(name.partition(":")[2]) - 1), now)
    if name in ("no_idea", "check"):
        return _given(no_idea() if name == "no_idea" else _checked(attempt), now)
    return _arranged(name, attempt.entry)


def _given(made: Answer | Entry | None, now: int) -> m.Input | Entry | None:
    return m.Give(now, made) if isinstance(made, Answer) else made


def _number(attempt: Attempt, index: int) -> Answer | Entry | None:
    """A number picks an option or a side, or places the next item."""
    question, entry = attempt.question, attempt.entry
    if question.contrast is not None and question.contrast.asked == "which":
        return check_which(question, index) if index < 2 else None
    if question.way == ORDER:
        if index >= len(question.shown) or question.shown[index] in entry.placed:
            return None
        return replace(entry, placed=(*entry.placed, question.shown[index]))
    if index >= len(question.options):
        return None
    if not question.several:
        return check_pick(question, (index,))
    without = tuple(each for each in entry.picked if each != index)
    return replace(entry, picked=without if index in entry.picked else (*entry.picked, index))


def _checked(attempt: Attempt) -> Answer | None:
    """What was typed, placed or picked, once it is whole."""
    question, entry = attempt.question, attempt.entry
    if question.way == TYPE:
        return check_typed(question, attempt.typed)
    if question.way == ORDER:
        whole = len(entry.placed) == len(question.items)
        return check_order(question, entry.placed) if whole else None
    return check_pick(question, entry.picked) if question.several and entry.picked else None


def _arranged(name: str, entry: Entry) -> Entry:
    """Actions that change only how the card stands on the screen."""
    if name == "take_last":
        return replace(entry, placed=entry.placed[:-1])
    if name == "write":
        return replace(entry, paused=False)
    if name == "case":
        return replace(entry, case=entry.case is not True, scroll=0)
    if name in ("scroll_down", "scroll_up"):
        return replace(entry, scroll=entry.scroll + (1 if name == "scroll_down" else -1))
    return entry
