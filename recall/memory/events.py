"""What is written down for ever: events, and the drafts they are made from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, NamedTuple
from uuid import UUID

from recall.ids import PromptKey

REVIEW, VOID, PRACTICE, ADOPT, PARAMETERS = "review", "void", "practice", "adopt", "parameters"
PATH = "path"
"""Starts a learning path; details: ``path`` (None ends it) and ``until``, a study day or None."""
TOLD = "told"
"""Something was said that is said once only; details: ``what``."""
REWORDED = "reworded"
"""A card that the learner has met reads quite differently since its deck was read anew."""
SUSPEND, RESUME, BURY, FLAG, RESTART = "suspend", "resume", "bury", "flag", "restart"

AT_ONCE = "at_once"
"""Name of the detail of events that were set for several cards at once: the id of the first of
them, as text. They are undone together."""

NOTHING: Mapping[str, Any] = {}


class Grade(IntEnum):
    """FSRS's four ratings."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Draft(NamedTuple):
    """An event that has not been written yet: the store adds id, time, day, session and device.

    ``prompt`` is ``deck/card/part`` for reviews, practice and adoptions (the new prompt), and
    ``deck/card`` for suspend, resume, bury, flag, restart and reworded.
    """

    kind: str
    prompt: str | None = None
    rev: int | None = None
    grade: int | None = None
    took_ms: int | None = None
    target: UUID | None = None
    details: Mapping[str, Any] = NOTHING


class Event(NamedTuple):
    """One line of the append-only log. Order is total: ``(at_ms, id)``.

    ``at_ms`` is epoch milliseconds, ``study_day`` days since 1970, ``took_ms`` milliseconds.
    """

    id: UUID
    session: UUID
    device: UUID
    kind: str
    at_ms: int
    offset_min: int
    study_day: int
    prompt: str | None = None
    rev: int | None = None
    grade: int | None = None
    took_ms: int | None = None
    target: UUID | None = None
    details: Mapping[str, Any] = NOTHING

    @property
    def key(self) -> PromptKey:
        """The memory that a review belongs to."""
        return PromptKey(self.prompt or "", self.rev or 1)


class Memory(NamedTuple):
    """FSRS state of one prompt, folded from its events.

    Attributes:
        stability: days until recall falls to 90 %.
        difficulty: 1 (easy) to 10.
        last_day: study day of the last review folded.
        due_day: study day on which recall is expected to have fallen to 90 %.
        reviews: reviews folded, repeats within a session among them.
        lapses: times forgotten on a later day than the first sight.
        first_grade: grade at first sight.
        answers: answers with a time, and
        log_seconds: the sum over them of ln(seconds / starting median of their kind and grade).
        last_at_ms: when the last event folded happened, and
        last_id: its id; together the prompt's place in the total order.
    """

    stability: float
    difficulty: float
    last_day: int
    due_day: int
    reviews: int
    lapses: int
    first_grade: int
    answers: int
    log_seconds: float
    last_at_ms: int
    last_id: UUID


class CardState(NamedTuple):
    """What the learner has set for a card, folded from its events.

    ``buried_day`` is the study day on which it is not asked (-1: none); ``restarted`` the place in
    the total order before which its reviews no longer count.
    """

    suspended: bool = False
    buried_day: int = -1
    flagged: bool = False
    restarted: tuple[int, UUID] | None = None
