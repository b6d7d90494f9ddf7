"""What the newest session came to, and what it changed."""

from __future__ import annotations

from typing import NamedTuple

from recall.ids import PromptKey
from recall.insight.history import History
from recall.insight.outlook import Outlook


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


def newest_sitting(
    history: History, later: dict[PromptKey, float], today: int, outlook: Outlook
) -> Sitting | None:
    """The newest session; None before the first.

    Args:
        later: of the questions at hand, the chance that each is recalled two weeks from today.
        outlook: for that chance without the session.
    """
    if not history.reviews:
        return None
    days, reviewed, recalled, new = [], 0, 0, 0
    earlier: dict[PromptKey, float] = {}
    for key, life in history.lives.items():
        if not life.newest:
            continue
        for at in filter(life.own, life.newest):
            scored = life.chances[at] is not None
            days.append(life.days[at])
            reviewed += scored
            recalled += scored and life.grades[at] > 1
            new += at == 0
        if key in later:
            first = life.newest[0]
            earlier[key] = outlook(life, first - 1, today)[1] if first else 0.0
    before, after = sum((later | earlier).values()), sum(later.values())
    return Sitting(max(days, default=today), reviewed, recalled, new, before, after)
