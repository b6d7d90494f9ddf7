"""What to show next in the time that is left: a choice among repeats, the plan and the reserve."""

from __future__ import annotations

from dataclasses import replace

from recall.session.machine import ASKING, OVER, State
from recall.session.values import (
    ALL_DONE,
    NEW,
    REPEAT,
    REVIEW,
    TIME_UP,
    Planned,
    Repeat,
    Showing,
)

CHARGE_CAP_MS = 60_000
"""A question is charged at most this much: people walk away."""
REPEAT_AFTER_OTHERS = 3
REPEAT_AFTER_MS = 60_000
REPEAT_MS = 9_000


def begin(
    chosen: tuple[Planned, ...],
    reserve: tuple[Planned, ...],
    *,
    budget_ms: int | None,
    limit: int | None,
    at: int,
    unfinished: tuple[Planned, ...] = (),
) -> State:
    """A sitting with its first question on the screen, or over at once where there is none.

    ``unfinished``: what an earlier sitting of the day left to come once more; it goes first.
    """
    repeats = tuple(Repeat(each, -REPEAT_AFTER_OTHERS, at) for each in unfinished)
    return advance(State(budget_ms, limit, queue=chosen, reserve=reserve, repeats=repeats), at)


def advance(state: State, at: int) -> State:
    """The state with the next question on the screen, or the end of the sitting."""
    repeat = _ready_repeat(state, at)
    planned = None if repeat or _only_repeats(state) else _next_planned(state)
    if repeat is None and planned is None and state.repeats and _fits_ms(state, REPEAT_MS):
        repeat = state.repeats[0]
    if repeat is not None:
        rest = tuple(each for each in state.repeats if each is not repeat)
        return _show(replace(state, repeats=rest), repeat.planned, REPEAT, at)
    if planned is not None:
        without = replace(
            state,
            queue=tuple(each for each in state.queue if each is not planned),
            reserve=tuple(each for each in state.reserve if each is not planned),
        )
        return _show(without, planned, NEW if planned.is_new else REVIEW, at)
    ending = TIME_UP if state.queue or state.reserve or state.repeats else ALL_DONE
    return replace(state, phase=OVER, showing=None, ending=ending)


def put_back(state: State) -> State:
    """The state with the question on the screen back in its place, unanswered."""
    showing = state.showing
    if showing is None:
        return state
    if showing.shown == REPEAT:
        again = Repeat(showing.planned, len(state.done) - REPEAT_AFTER_OTHERS, showing.asked_at)
        return replace(state, repeats=(again, *state.repeats), showing=None)
    return replace(state, queue=(showing.planned, *state.queue), showing=None)


def _show(state: State, planned: Planned, shown: str, at: int) -> State:
    return replace(state, phase=ASKING, showing=Showing(planned, shown, at), ending="")


def _ready_repeat(state: State, at: int) -> Repeat | None:
    if not _fits_ms(state, REPEAT_MS):
        return None
    for each in state.repeats:
        others = len(state.done) - each.asked_before
        if others >= REPEAT_AFTER_OTHERS or at - each.since >= REPEAT_AFTER_MS:
            return each
    return None


def _only_repeats(state: State) -> bool:
    if not state.repeats or state.left_ms is None:
        return False
    return state.left_ms < REPEAT_MS * len(state.repeats)


def _next_planned(state: State) -> Planned | None:
    if state.limit is not None and state.asked >= state.limit:
        return None
    met = {each.showing.planned.candidate.card for each in state.done if each.grade is not None}
    for planned in (*state.queue, *state.reserve):
        if planned.candidate.after <= met and _fits_ms(state, round(planned.seconds * 1000)):
            return planned
    return None


def _fits_ms(state: State, cost_ms: int) -> bool:
    return state.left_ms is None or cost_ms <= state.left_ms
