"""Figures about a learner's days and answers, without the reviews that were undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, case, func, select

from recall.ids import PromptKey
from recall.memory.events import ADOPT, REVIEW, Grade
from recall.memory.pace import NEW
from recall.store.rows import stands
from recall.store.schema import event, memory
from recall.store.values import repeats_of

LONGEST_MS = 60_000
"""A question counts at most this much of a day's time: people walk away."""

_reviews = and_(event.c.learner_id == bindparam("learner"), event.c.kind == REVIEW, stands())

_DAYS = (
    select(event.c.study_day)
    .distinct()
    .where(_reviews, event.c.study_day.between(bindparam("first"), bindparam("last")))
)
_ON_DAY = select(func.count()).where(_reviews, event.c.study_day == bindparam("day"))
_NEWEST_DAY = select(event.c.study_day).where(_reviews).order_by(event.c.study_day.desc()).limit(1)
_SEEN_BEFORE = (
    select(event.c.id)
    .where(
        _reviews,
        event.c.prompt == bindparam("of_prompt"),
        event.c.rev == bindparam("of_rev"),
        event.c.at_ms < bindparam("at_ms"),
    )
    .limit(1)
)
_SECONDS = select(
    func.sum(case((event.c.took_ms > LONGEST_MS, LONGEST_MS), else_=event.c.took_ms))
).where(_reviews, event.c.study_day == bindparam("day"))
_ANSWERED = (
    select(event.c.prompt, event.c.rev, event.c.grade, event.c.at_ms, event.c.details)
    .where(_reviews, event.c.study_day == bindparam("day"))
    .order_by(event.c.at_ms, event.c.id)
)
_ADOPTED = select(event.c.details, event.c.prompt, event.c.at_ms).where(
    event.c.learner_id == bindparam("learner"), event.c.kind == ADOPT, stands()
)
_HAS_GRADE = select(event.c.id).where(_reviews, event.c.grade == bindparam("grade")).limit(1)
_SITTINGS = select(event.c.session).where(_reviews).distinct().limit(bindparam("most"))
_FIRST_GRADES = (
    select(memory.c.first_grade, func.count())
    .where(memory.c.learner_id == bindparam("learner"))
    .group_by(memory.c.first_grade)
)
_ANSWERS = select(func.sum(memory.c.answers), func.sum(memory.c.log_seconds)).where(
    memory.c.learner_id == bindparam("learner")
)


def days(connection: Connection, learner_id: UUID, first: int, last: int) -> frozenset[int]:
    """The study days from ``first`` to ``last`` with at least one review."""
    names = {"learner": learner_id, "first": first, "last": last}
    return frozenset(connection.execute(_DAYS, names).scalars())


def day_reviews(connection: Connection, learner_id: UUID, day: int) -> int:
    """How many reviews a study day has."""
    return int(connection.execute(_ON_DAY, {"learner": learner_id, "day": day}).scalar_one())


def newest_day(connection: Connection, learner_id: UUID) -> int | None:
    """The newest study day with a review; None before the first."""
    return connection.execute(_NEWEST_DAY, {"learner": learner_id}).scalar()


def first_met_on(connection: Connection, learner_id: UUID, day: int) -> tuple[str, ...]:
    """The prompts first met on a study day, in the order of meeting.

    A review says itself what it was shown as; one that does not (from elsewhere) was a first sight
    where no review came before it.
    """
    met = {}
    for prompt, rev, _, at_ms, details in _answered(connection, learner_id, day):
        shown = details.get("shown")
        if shown is None:
            names = {"learner": learner_id, "of_prompt": prompt, "of_rev": rev, "at_ms": at_ms}
            seen_before = connection.execute(_SEEN_BEFORE, names).first() is not None
            shown = REVIEW if seen_before else NEW
        if shown == NEW:
            met[prompt] = True
    return tuple(met)


def day_seconds(connection: Connection, learner_id: UUID, day: int) -> float:
    """Seconds spent answering on a study day."""
    spent = connection.execute(_SECONDS, {"learner": learner_id, "day": day}).scalar()
    return float(spent or 0) / 1000


def open_repeats(connection: Connection, learner_id: UUID, day: int) -> tuple[PromptKey, ...]:
    """The prompts that were to come once more on a study day and did not, oldest first."""
    rows = _answered(connection, learner_id, day)
    return repeats_of((prompt, rev, grade, details) for prompt, rev, grade, _, details in rows)


def hard_on(connection: Connection, learner_id: UUID, day: int) -> tuple[str, ...]:
    """The prompts graded Again or Hard on a study day, in the order in which that happened."""
    found = _answered(connection, learner_id, day)
    return tuple(dict.fromkeys(row[0] for row in found if row[2] in (Grade.AGAIN, Grade.HARD)))


def adopted(connection: Connection, learner_id: UUID) -> dict[tuple[str, str], int]:
    """The adoptions that stand: from which prompt to which, and when the newest was made."""
    newest: dict[tuple[str, str], int] = {}
    for details, prompt, at_ms in connection.execute(_ADOPTED, {"learner": learner_id}):
        pair = (str(details.get("from", "")), prompt)
        newest[pair] = max(at_ms, newest.get(pair, 0))
    return newest


def has_grade(connection: Connection, learner_id: UUID, grade: int) -> bool:
    """Whether any review has a grade."""
    found = connection.execute(_HAS_GRADE, {"learner": learner_id, "grade": grade})
    return found.first() is not None


def sittings(connection: Connection, learner_id: UUID, most: int) -> int:
    """In how many sittings something was answered; looks no further than ``most``."""
    names = {"learner": learner_id, "most": most}
    return len(connection.execute(_SITTINGS, names).all())


def first_grades(connection: Connection, learner_id: UUID) -> tuple[int, int, int, int]:
    """How many prompts were graded Again, Hard, Good and Easy at first sight."""
    rows = connection.execute(_FIRST_GRADES, {"learner": learner_id})
    found = {row[0]: int(row[1]) for row in rows}
    return (found.get(1, 0), found.get(2, 0), found.get(3, 0), found.get(4, 0))


def answer_sums(connection: Connection, learner_id: UUID) -> tuple[int, float]:
    """How many answers were timed, and the sum of their logarithms (see ``Memory``)."""
    answers, log_seconds = connection.execute(_ANSWERS, {"learner": learner_id}).one()
    return int(answers or 0), float(log_seconds or 0.0)


def _answered(connection: Connection, learner_id: UUID, day: int) -> Sequence[Any]:
    return connection.execute(_ANSWERED, {"learner": learner_id, "day": day}).all()
