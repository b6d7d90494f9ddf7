"""What is said about small things."""

from __future__ import annotations

from collections.abc import Mapping

from recall.kaizen.asking import Ask
from recall.kaizen.values import ACT, CHECK, DO, DONE, PHASES, PLAN, SmallThing

TITLE = "One small thing"
QUESTION = "What is the smallest improvement you can make today?"
SHORT_QUESTION = "Your smallest improvement today?"
HAPPENED = "What happened?"
KEPT = "Kept. Next time: what came of it."
NOT_KEPT = "Nothing was written down."
CLOSED = "Kept, with what came of it."
GONE = "Let go. It will not be asked about again."
TAKEN_BACK = "Taken back."
OFF = "It will not ask again. x brings it back."
ON = "It asks again."
OFF_IN_FILE = "It will not ask again: recall settings small_thing true brings it back."
NOTHING_YET = "No small thing yet. What could be a little better tomorrow?"

_SIGNS: Mapping[str, str] = {"": "○", DONE: "●"}
PHASE_TITLES: Mapping[str, str] = {PLAN: "Plan", DO: "Do", CHECK: "Check", ACT: "Act"}
PHASE_QUESTIONS: Mapping[str, str] = {
    PLAN: "What did you expect to get better?",
    DO: "What did you do?",
    CHECK: "What came of it, against what you expected?",
    ACT: "What will you keep, change or drop?",
}


def line_for(ask: Ask, narrow: bool = False) -> str:
    """The quiet line at the end of a session, without its key."""
    if ask.thing is None:
        return SHORT_QUESTION if narrow else QUESTION
    return f'{HAPPENED} "{ask.thing.text}"'


def state_of(thing: SmallThing) -> str:
    """``open``, ``done`` or ``let go``."""
    return thing.end or "open"


def sign_of(thing: SmallThing) -> str:
    """``○`` open, ``●`` done, ``·`` let go."""
    return _SIGNS.get(thing.end, "·")


def notes_of(thing: SmallThing) -> list[tuple[str, str]]:
    """The phases that have a line, by their titles."""
    return [
        (PHASE_TITLES[phase], said) for phase, said in zip(PHASES, thing.notes, strict=True) if said
    ]
