"""The values of one sitting: what was planned, what is being shown, what has been answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from recall.ids import PromptKey
from recall.memory.events import Grade, Memory

NEW, REVIEW, REPEAT = "new", "review", "repeat"
TIME_UP, ALL_DONE, LEFT = "time up", "all done", "left"
"""Why a sitting is over."""


class Candidate(NamedTuple):
    """A prompt that might be asked, as the planner sees it.

    Attributes:
        key: its memory's key.
        card: ``deck/card``; prompts of one card are siblings, one of them a session.
        module: ``deck/module``, for the order of showing.
        group: ``deck/group`` of the look-alikes that it is among, or "".
        memory: None for a prompt never met.
        after: names (``deck/card``) of cards still to be introduced before it.
        basic: whether it is a plain question and answer (how a first session begins).
        asked_for: whether the learner named its deck, tag or file, so that it may be asked
            although it is hardly fading.
        pairs: ``deck/pair:name`` of each contrast pair that a new one belongs to.
    """

    key: PromptKey
    card: str
    module: str = ""
    group: str = ""
    memory: Memory | None = None
    after: frozenset[str] = frozenset()
    basic: bool = False
    asked_for: bool = False
    pairs: tuple[str, ...] = ()


class Planned(NamedTuple):
    """A prompt chosen for a session, with the seconds that it should take and what it is worth.

    ``chance`` is that of recall today, 0 for a new one. ``practice``: its answer is written down as
    practice, and reschedules nothing.
    """

    candidate: Candidate
    seconds: float
    gain: float
    due: bool
    chance: float = 0.0
    practice: bool = False

    @property
    def is_new(self) -> bool:
        """Whether it was never met."""
        return self.candidate.memory is None

    @property
    def score(self) -> float:
        """Expected knowledge gained for a second."""
        return self.gain / self.seconds


class Plan(NamedTuple):
    """The prompts of one session in the order of showing, and the next best ones in reserve."""

    chosen: tuple[Planned, ...]
    reserve: tuple[Planned, ...]
    seconds: float

    @property
    def new(self) -> int:
        """How many questions are new."""
        return sum(each.is_new for each in self.chosen)

    @property
    def review(self) -> int:
        """How many questions were met before."""
        return len(self.chosen) - self.new


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner gave before the reveal, and what the checker makes of it.

    Attributes:
        given: the words typed, or the options picked in words; "" where nothing was.
        picked: numbers from 0, of options as shown or items as written, in the order picked.
        score: 0 to 1; None where only the learner can judge.
        proposed: the grade that ``Space`` takes.
        right: whether it was right; None where only the learner can judge.
        slip: a single wrong letter, offered as right.
        no_idea: the learner said so.
    """

    given: str = ""
    picked: tuple[int, ...] = ()
    score: float | None = None
    proposed: Grade = Grade.GOOD
    right: bool | None = None
    slip: bool = False
    no_idea: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """A prompt on the screen. Times are ticks of the monotonic clock, in milliseconds."""

    planned: Planned
    shown: str
    asked_at: int
    hint: bool = False
    revealed_at: int | None = None
    answer: Answer | None = None
    sure: bool | None = None

    @property
    def key(self) -> PromptKey:
        """Its memory's key."""
        return self.planned.candidate.key


@dataclass(frozen=True, slots=True)
class Repeat:
    """A prompt that comes once more: after three other questions, or a minute."""

    planned: Planned
    asked_before: int
    since: int


@dataclass(frozen=True, slots=True)
class Done:
    """A question dealt with in this sitting: answered and saved, or hidden.

    ``grade`` is None for a card put away or not wanted today; ``charge_ms`` is what it cost of the
    time (60 s at most); ``event`` the event written; ``after`` the memory that it left.
    """

    showing: Showing
    grade: Grade | None
    charge_ms: int
    event: UUID
    after: Memory | None
