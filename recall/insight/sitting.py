"""What the newest session came to, and what it changed."""

from __future__ import annotations

from typing import NamedTuple

from recall.insight.history import NEWEST, History
from recall.insight.outlook import Outlook
from recall.insight.shelf import Shelf


class Sitting(NamedTuple):
    """What the newest session came to.

    Attributes:
        day: its study day.
        reviewed, recalled: questions met on an earlier day, and those of them recalled.
        new: questions met for the first time.
        before, after: questions that would be recalled two weeks from today, had it not been, and
            with it.
    """

    day: int
    reviewed: int
    recalled: int
    new: int
    before: float
    after: float


def newest_sitting(history: History, shelf: Shelf, today: int, outlook: Outlook) -> Sitting | None:
    """The newest session; None before the first."""
    if not history.reviews:
        return None
    days, reviewed, recalled, new = [], 0, 0, 0
    before = after = 0.0
    for key, answers in history.lives.items():
        its = [at for at, each in enumerate(answers) if each[NEWEST]]
        for at in its:
            each = answers[at]
            if each.own:
                days.append(each.day)
                reviewed += each.scored
                recalled += each.scored and each.grade > 1
                new += at == 0
        if key in shelf.spots:
            after += outlook(answers[-1], today)[1]
            first = its[0] if its else len(answers)
            before += outlook(answers[first - 1], today)[1] if first else 0.0
    return Sitting(max(days, default=today), reviewed, recalled, new, before, after)
