"""The sitting itself, a pure state machine: ``step(state, input) -> (state, effects)``."""

from __future__ import annotations

from dataclasses import replace

from recall.memory.events import BURY, FLAG, PRACTICE, REVIEW, SUSPEND, Draft, Event, Grade
from recall.session import machine as m
from recall.session import values as v
from recall.session.answers import marked
from recall.session.machine import Effect, Input, State
from recall.session.pacing import CHARGE_CAP_MS, advance, put_back
from recall.session.repeats import comes_again
from recall.session.values import Done, Planned, Repeat, Showing

SURE, UNSURE = "sure", "unsure"
"""How a review's details say whether the learner was sure before the answer was shown."""
HELD_KEY_MS = 300
"""``Space`` and ``Enter`` do not grade so soon after a reveal: a held key marks nothing."""

Step = tuple[State, tuple[Effect, ...]]


def step(state: State, event: Input) -> Step:
    """The state after an input, and what is to be carried out because of it.

    An input that makes no sense in the state's phase changes nothing.
    """
    match event:
        case m.Stored() | m.Undone() | m.Failed() | m.Retry():
            return _after_writing(state, event)
        case m.Undo():
            return _undo(state)
        case m.More():
            return _more(state, event)
        case m.Leave():
            return _leave(state), ()
        case m.GradeIt():
            return _grade(state, event)
        case m.SetCard():
            return _set_card(state, event)
        case m.Reveal() | m.Give() | m.Hint():
            return _answer(state, event), ()


def _answer(state: State, event: m.Reveal | m.Give | m.Hint) -> State:
    showing = state.showing
    if state.phase != m.ASKING or showing is None:
        return state
    if isinstance(event, m.Hint):
        return replace(state, showing=replace(showing, hint=True), notice=())
    answer = event.answer if isinstance(event, m.Give) else None
    sure = event.sure if isinstance(event, m.Reveal) else None
    revealed = replace(showing, revealed_at=event.at, answer=answer, sure=sure)
    return replace(state, showing=revealed, phase=m.ANSWERED, notice=())


def _grade(state: State, event: m.GradeIt) -> Step:
    showing = state.showing
    if state.phase != m.ANSWERED or showing is None or showing.revealed_at is None:
        return state, ()
    if event.grade is None and event.at - showing.revealed_at < HELD_KEY_MS:
        return state, ()
    grade = marked(showing, event.among) if event.grade is None else event.grade
    if grade not in event.among:
        return state, ()
    took = max(0, event.at - showing.asked_at)
    draft = Draft(
        PRACTICE if showing.planned.practice else REVIEW,
        showing.key.prompt,
        showing.key.rev,
        grade=int(grade),
        took_ms=took,
        details=_details(showing),
    )
    return _save(state, draft, took)


def _details(showing: Showing) -> dict[str, object]:
    details: dict[str, object] = {"shown": showing.shown}
    if showing.revealed_at is not None:
        details["reveal_ms"] = max(0, showing.revealed_at - showing.asked_at)
    if showing.hint:
        details["hint"] = True
    if showing.sure is not None:
        details["confidence"] = SURE if showing.sure else UNSURE
    answer = showing.answer
    if answer is not None:
        if answer.given:
            details["given"] = answer.given
        if answer.picked:
            details["picked"] = list(answer.picked)
        if answer.score is not None:
            details["score"] = answer.score
    return details


def _set_card(state: State, event: m.SetCard) -> Step:
    showing = state.showing
    if state.phase not in (m.ASKING, m.ANSWERED) or showing is None:
        return state, ()
    details: dict[str, object] = {"on": True} if event.kind == FLAG else {}
    draft = Draft(event.kind, showing.planned.candidate.card, details=details)
    return _save(state, draft, 0 if event.kind == FLAG else event.at - showing.asked_at)


def _save(state: State, draft: Draft, took_ms: int) -> Step:
    effect = m.Save(draft)
    saving = replace(
        state,
        phase=m.SAVING,
        pending=effect,
        back=state.phase,
        charge_ms=min(max(0, took_ms), CHARGE_CAP_MS),
        notice=(),
    )
    return saving, (effect,)


def _undo(state: State) -> Step:
    showing = state.showing
    if state.phase == m.FAILED:
        return replace(state, phase=state.back, pending=None, failure=""), ()
    if state.phase == m.SAVING:
        return state, ()
    if state.phase == m.ANSWERED and showing and _is_pick(showing):
        unpicked = replace(showing, answer=None, revealed_at=None)
        return replace(state, showing=unpicked, phase=m.ASKING, notice=()), ()
    effect = m.TakeBack()
    return replace(state, phase=m.SAVING, pending=effect, back=state.phase, notice=()), (effect,)


def _is_pick(showing: Showing) -> bool:
    """Whether a key of a choice or a sequence was pressed, which may have been the wrong one."""
    answer = showing.answer
    return answer is not None and bool(answer.picked or answer.no_idea)


def _leave(state: State) -> State:
    if state.phase in (m.SAVING, m.OVER):
        return state
    # An undo from the summary goes on with what was on the screen, and so does "five more" with
    # what was to come once more.
    state = put_back(state)
    return replace(state, phase=m.OVER, ending=m.LEFT, pending=None, failure="")


def _more(state: State, event: m.More) -> Step:
    if state.phase != m.OVER:
        return state, ()
    fresh = replace(
        state,
        budget_ms=None if event.cards is not None else state.spent_ms + event.ms,
        limit=None if event.cards is None else state.asked + event.cards,
        queue=event.plan,
        reserve=event.reserve,
        notice=(),
    )
    return advance(fresh, event.at), ()


def _after_writing(state: State, event: m.Stored | m.Undone | m.Failed | m.Retry) -> Step:
    if isinstance(event, m.Retry):
        if state.phase != m.FAILED or state.pending is None:
            return state, ()
        return replace(state, phase=m.SAVING, failure=""), (state.pending,)
    if state.phase != m.SAVING:
        return state, ()
    match event:
        case m.Failed():
            return replace(state, phase=m.FAILED, failure=event.why), ()
        case m.Stored():
            return _stored(state, event), ()
        case m.Undone():
            return _undone(state, event), ()


def _stored(state: State, event: m.Stored) -> State:
    showing, pending = state.showing, state.pending
    assert showing is not None
    assert isinstance(pending, m.Save)
    draft = pending.draft
    state = replace(state, pending=None)
    if draft.kind not in (REVIEW, PRACTICE, BURY, SUSPEND):
        return replace(
            state, phase=state.back, charge_ms=0, notice=(draft.kind, draft.prompt or "")
        )
    grade = None if draft.grade is None else Grade(draft.grade)
    done = Done(showing, grade, state.charge_ms, event.event, event.memory)
    state = replace(
        state,
        done=(*state.done, done),
        spent_ms=state.spent_ms + state.charge_ms,
        charge_ms=0,
        asked=state.asked + (showing.shown != v.REPEAT),
    )
    if grade is None:
        hidden = showing.planned.candidate.card
        state = replace(_without_card(state, hidden), notice=(draft.kind, showing.key.prompt))
    elif comes_again(showing.shown, grade):
        again = Repeat(showing.planned, len(state.done), event.at)
        state = replace(state, repeats=(*state.repeats, again))
    return advance(state, event.at)


def _without_card(state: State, card: str) -> State:
    def keep(planned: Planned) -> bool:
        return planned.candidate.card != card

    return replace(
        state,
        queue=tuple(filter(keep, state.queue)),
        reserve=tuple(filter(keep, state.reserve)),
        repeats=tuple(each for each in state.repeats if keep(each.planned)),
    )


def _undone(state: State, event: m.Undone) -> State:
    state = replace(state, pending=None)
    undone = event.event
    if undone is None:
        return replace(state, phase=state.back, notice=("nothing to undo",))
    what = Grade(undone.grade).name if undone.grade else undone.kind
    if event.cards > 1:
        return replace(state, phase=state.back, notice=("undone", what, str(event.cards), ""))
    notice = ("undone", what, undone.prompt or "")
    mine = next((each for each in state.done if each.event == undone.id), None)
    if mine is not None:
        return replace(_take_back(state, mine, event.at), notice=notice)
    if event.planned is None or undone.kind == FLAG:
        return replace(state, phase=state.back, notice=notice)
    shown = _shown_again(undone, event.planned)
    return replace(_bring_back(state, event.planned, shown, event.at), notice=notice)


def _take_back(state: State, done: Done, at: int) -> State:
    """The state before something done in this sitting: its repeat and seconds are given back."""
    planned = done.showing.planned
    state = replace(
        state,
        done=tuple(each for each in state.done if each is not done),
        spent_ms=state.spent_ms - done.charge_ms,
        asked=state.asked - (done.showing.shown != v.REPEAT),
    )
    return _bring_back(state, planned, done.showing.shown, at)


def _bring_back(state: State, planned: Planned, shown: str, at: int) -> State:
    back = put_back(state)
    card = planned.candidate.key
    back = replace(
        back,
        repeats=tuple(each for each in back.repeats if each.planned.candidate.key != card),
        queue=tuple(each for each in back.queue if each.candidate.key != card),
        reserve=tuple(each for each in back.reserve if each.candidate.key != card),
    )
    return replace(back, phase=m.ASKING, showing=Showing(planned, shown, at), ending="")


def _shown_again(event: Event, planned: Planned) -> str:
    shown = event.details.get("shown")
    if shown in (v.NEW, v.REVIEW, v.REPEAT):
        return str(shown)
    return v.NEW if planned.is_new else v.REVIEW
