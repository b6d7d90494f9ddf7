"""What Home shows: today in one sentence, the decks, the week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recall.clock import date_of

DONE, OPEN, LATER = "done", "open", "later"
STATUSES = ("first", "usual", "short", "done", "fresh", "back", "none")
AWAY_DAYS = 7
SHORT_OF = 0.7
"""A plan that takes less than this share of the time asked for is a short day."""


@dataclass(frozen=True, slots=True)
class DeckLine:
    """One deck on Home: questions that would be recalled today, met so far, and in all."""

    id: str
    title: str
    recalled: float
    met: int
    total: int


@dataclass(frozen=True, slots=True)
class PathLine:
    """Where a learner is on a path: cards met, in all, and the step that comes next."""

    id: str
    title: str
    met: int
    total: int
    step: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """All of Home.

    Attributes:
        status: ``first usual short done fresh back none``.
        review, new: questions of the plan; ``minutes``: what it takes, rounded up.
        sentence, narrow_sentence: today in one sentence, and in fewer words.
        week: seven of ``done open later``, Monday first; ``open`` is today while nothing was done.
        days: days done this week.
        notices: what to say about decks and settings, most important first.
        path: where the learner is on a learning path, None where none is on.
    """

    today: date
    status: str
    review: int
    new: int
    minutes: int
    sentence: str
    narrow_sentence: str
    decks: tuple[DeckLine, ...]
    week: tuple[str, ...]
    days: int
    notices: tuple[str, ...]
    path: PathLine | None = None


def week_of(today: int, reviewed: frozenset[int]) -> tuple[str, ...]:
    """The days of the week that a study day lies in, Monday first."""
    monday = today - date_of(today).weekday()
    return tuple(
        DONE if day in reviewed else OPEN if day == today else LATER
        for day in range(monday, monday + 7)
    )


def monday_of(today: int) -> int:
    """The study day of this week's Monday."""
    return today - date_of(today).weekday()


def status_of(
    *,
    decks: bool,
    newest_day: int | None,
    today: int,
    planned: int,
    plan_seconds: float,
    budget_seconds: float,
    seconds_today: float,
) -> str:
    """Which of Home's sentences fits.

    Args:
        newest_day: study day of the newest review, None where there is none.
        planned: questions in the plan; ``plan_seconds``: what they should take.
        budget_seconds: the session's length; ``seconds_today``: time spent answering today.
    """
    if not decks:
        return "none"
    if newest_day is None:
        return "first" if planned else "fresh"
    if seconds_today >= SHORT_OF * budget_seconds or (not planned and newest_day == today):
        return "done"
    if not planned:
        return "fresh"
    if today - newest_day >= AWAY_DAYS:
        return "back"
    return "short" if plan_seconds < SHORT_OF * budget_seconds else "usual"
