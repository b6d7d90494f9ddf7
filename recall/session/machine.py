"""What goes into the sitting's state machine and what comes out; ``step`` is in ``session.step``.

A front end sends inputs and carries out effects; it never changes a state. Every effect that writes
is answered by ``Stored``, ``Undone`` or ``Failed``, and until then the state is ``saving``.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from recall.memory.events import Draft, Event, Grade, Memory
from recall.session.answers import FOUR

# Front ends ask the machine why a sitting ended; Home's sentences need the words alone.
from recall.session.values import ALL_DONE as ALL_DONE
from recall.session.values import LEFT as LEFT
from recall.session.values import REPEAT, Answer, Done, Planned, Repeat, Showing
from recall.session.values import TIME_UP as TIME_UP

ASKING, ANSWERED, SAVING, FAILED, OVER = "asking", "answered", "saving", "failed", "over"


@dataclass(frozen=True, slots=True)
class Reveal:
    """The learner asks for the answer; ``sure`` is their confidence where it was given."""

    at: int
    sure: bool | None = None


@dataclass(frozen=True, slots=True)
class Give:
    """The learner gave an answer that was checked: it reveals as well."""

    at: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class Hint:
    """The learner asks for the hint; a hint makes Hard the marked grade."""


@dataclass(frozen=True, slots=True)
class GradeIt:
    """The learner grades. ``grade`` None takes the marked one, but not within 0.3 s of a reveal.

    ``among`` are the grades that there are to choose from; another one means nothing.
    """

    at: int
    grade: Grade | None = None
    among: tuple[Grade, ...] = FOUR


@dataclass(frozen=True, slots=True)
class SetCard:
    """``bury``, ``suspend`` or ``flag`` the card being shown (the kinds of ``events``)."""

    at: int
    kind: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the newest thing done."""

    at: int


@dataclass(frozen=True, slots=True)
class Retry:
    """Try once more to save what could not be saved."""


@dataclass(frozen=True, slots=True)
class Leave:
    """End the sitting now."""

    at: int


@dataclass(frozen=True, slots=True)
class More:
    """Go on for ``ms`` more (``cards`` more where cards are counted), with a new plan."""

    at: int
    ms: int
    plan: tuple[Planned, ...]
    reserve: tuple[Planned, ...]
    cards: int | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """A ``Save`` was carried out; ``memory`` is the prompt's after it (None for card events)."""

    at: int
    event: UUID
    memory: Memory | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """An ``Undo`` was carried out. ``event`` None: there is nothing to undo.

    ``planned`` is the prompt to show again, None where its card is no longer in any deck, or where
    the event was one of ``cards`` set at once.
    """

    at: int
    event: Event | None
    planned: Planned | None = None
    cards: int = 1


@dataclass(frozen=True, slots=True)
class Failed:
    """A write failed; ``why`` is a sentence for the learner."""

    why: str


Input = (
    Reveal
    | Give
    | Hint
    | GradeIt
    | SetCard
    | Undo
    | Retry
    | Leave
    | More
    | Stored
    | Undone
    | Failed
)


@dataclass(frozen=True, slots=True)
class Save:
    """Write this event, then send ``Stored`` or ``Failed``."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Void this session's newest event, else the learner's newest: ``Undone`` or ``Failed``."""


Effect = Save | TakeBack


@dataclass(frozen=True, slots=True)
class State:
    """A sitting at one moment.

    Attributes:
        budget_ms: how long it may take; None where cards are counted instead.
        limit: how many questions may be asked (repeats not counted); None where time decides.
        queue, reserve: what is still planned, and what else may fill the time.
        repeats: what comes once more.
        phase: ``asking answered saving failed over``.
        showing: the question on the screen; None only when over.
        ending: why it is over: ``time up``, ``all done`` or ``left``; "" while it goes on.
        spent_ms: time charged so far, and
        charge_ms: what the answer being saved will add to it.
        asked: questions dealt with, repeats not counted.
        done: what was dealt with, oldest first.
        pending: what is being saved, or what failed.
        back: the phase to return to where there was nothing to undo.
        failure: why saving failed, a sentence.
        notice: what just happened, for the key line: ``("undone", grade or kind, prompt)``,
            of what was set for several cards at once ``("undone", kind, how many, "")``,
            ``("bury", prompt)``, ``("suspend", prompt)``, ``("flag", prompt)``,
            ``("nothing to undo",)``.
    """

    budget_ms: int | None
    limit: int | None
    queue: tuple[Planned, ...] = ()
    reserve: tuple[Planned, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    phase: str = ASKING
    showing: Showing | None = None
    ending: str = ""
    spent_ms: int = 0
    charge_ms: int = 0
    asked: int = 0
    done: tuple[Done, ...] = ()
    pending: Effect | None = None
    back: str = ASKING
    failure: str = ""
    notice: tuple[str, ...] = ()

    @property
    def to_ask(self) -> int:
        """Questions of this sitting where cards are counted, repeats aside: the limit, unless
        fewer are at hand."""
        fresh = self.showing is not None and self.showing.shown != REPEAT
        at_hand = self.asked + fresh + len(self.queue) + len(self.reserve)
        return at_hand if self.limit is None else min(self.limit, at_hand)

    @property
    def left_ms(self) -> int | None:
        """Time not yet charged; None where cards are counted."""
        return None if self.budget_ms is None else self.budget_ms - self.spent_ms
