"""A question whose text was changed while it was on the screen: what becomes of its answer."""

from __future__ import annotations

from dataclasses import replace

from recall.decks.question import ORDER, PICK, TYPE, Question
from recall.session import machine as m
from recall.session.answers import check_order, check_pick, check_typed, check_which
from recall.session.machine import State
from recall.session.values import Answer, Showing


def recheck(state: State, before: Question, after: Question) -> State:
    """The state with the answer on the screen held against the new text.

    What was picked or placed is taken by its place. Where the new text is answered in another way,
    or offers more or less to choose from, the question is asked again.
    """
    showing = state.showing
    if showing is None or state.phase not in (m.ASKING, m.ANSWERED) or before == after:
        return state
    if _shape(before) != _shape(after):
        asked = replace(showing, answer=None, revealed_at=None, hint=_hinted(showing, after))
        return replace(state, showing=asked, phase=m.ASKING)
    answer = showing.answer and _checked(after, showing.answer)
    return replace(state, showing=replace(showing, answer=answer, hint=_hinted(showing, after)))


def _shape(question: Question) -> tuple[object, ...]:
    """What an answer's numbers depend on."""
    contrast = question.contrast and question.contrast.asked
    return (
        question.way,
        len(question.options),
        question.several,
        len(question.items),
        contrast,
    )


def _hinted(showing: Showing, question: Question) -> bool:
    return showing.hint and bool(question.hint)


def _checked(question: Question, answer: Answer) -> Answer:
    if answer.no_idea:
        return answer
    if question.way == TYPE:
        return check_typed(question, answer.given)
    if question.way == PICK:
        return check_pick(question, answer.picked)
    if question.way == ORDER:
        return check_order(question, answer.picked)
    if question.contrast is not None and answer.picked:
        return check_which(question, answer.picked[0])
    return answer
