"""A small thing that a learner improves: what it is, and how it goes through Plan, Do, Check, Act.

It lives in the log as three kinds of event. ``small-thing`` begins one (details: ``text``); its id
is the thing's. ``small-thing-note`` says something of one (``of``, ``phase``, ``text``), and
``small-thing-end`` ends one (``of``, ``because``: ``done`` or ``let go``). Any may be undone.
"""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from recall.memory.events import Draft

THING, NOTE, END = "small-thing", "small-thing-note", "small-thing-end"
KINDS = (THING, NOTE, END)

PLAN, DO, CHECK, ACT = "plan", "do", "check", "act"
PHASES = (PLAN, DO, CHECK, ACT)
DONE, LET_GO = "done", "let go"
LONGEST = 500
"""Signs of a line that are kept."""


class SmallThing(NamedTuple):
    """One small thing, as its events have it.

    Attributes:
        id: the id of the event that began it.
        day: the study day on which it was written down.
        text: what the learner set out to improve.
        notes: a line for each phase, "" where there is none.
        end: ``done`` or ``let go``; "" while it is open.
        end_day: the study day on which it ended; None while it is open.
    """

    id: UUID
    day: int
    text: str
    notes: tuple[str, str, str, str] = ("", "", "", "")
    end: str = ""
    end_day: int | None = None

    @property
    def open(self) -> bool:
        """Whether it is still to be asked about."""
        return not self.end

    @property
    def next_phase(self) -> str:
        """The first phase without a line; the last one where all have theirs."""
        left = (phase for phase, said in zip(PHASES, self.notes, strict=True) if not said)
        return next(left, ACT)

    def note(self, phase: str) -> str:
        """The line of a phase, "" where there is none."""
        return self.notes[PHASES.index(phase)]


class Things(NamedTuple):
    """All small things of a learner, oldest first, and the sittings in which one was touched."""

    all: tuple[SmallThing, ...] = ()
    sittings: frozenset[UUID] = frozenset()

    @property
    def open(self) -> tuple[SmallThing, ...]:
        """Those that did not end yet."""
        return tuple(each for each in self.all if each.open)


def begun(text: str) -> Draft:
    """The event that writes a small thing down."""
    return Draft(THING, details={"text": text})


def noted(thing: SmallThing, phase: str, text: str) -> Draft:
    """The event that says something of one."""
    return Draft(NOTE, details={"of": str(thing.id), "phase": phase, "text": text})


def ended(thing: SmallThing, because: str) -> Draft:
    """The event that ends one."""
    return Draft(END, details={"of": str(thing.id), "because": because})
