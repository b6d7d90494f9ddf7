"""From answers to a recommendation: deciding questions first, the scale only where they are open.

The order is that of the questions. Danger is contained before anything is chosen. A process without
one standard gets one before its reach is judged. A goal out of reach of the present design calls
for a breakthrough, one within reach for kaizen. Only where reach is open does the scale decide.
"""

from __future__ import annotations

from typing import NamedTuple

from recall.compass.answers import Answers
from recall.compass.profile import BALANCED, TO_BREAKTHROUGH, TO_KAIZEN, Profile, profile_of
from recall.compass.questions import DANGER, REACH, STANDARD

CONTAIN, ONE_STANDARD, KAIZEN = "contain", "standard first", "kaizen"
BREAKTHROUGH, IN_TURN, OPEN = "breakthrough", "one after the other", "open"
VERDICTS = (CONTAIN, ONE_STANDARD, KAIZEN, BREAKTHROUGH, IN_TURN, OPEN)

SCALE = "scale"
EARLY_REACH, AGAINST_SCALE = "early reach", "against the scale"
DANGER_OPEN, STANDARD_OPEN, REACH_OPEN = "danger open", "standard open", "reach open"


class Recommendation(NamedTuple):
    """What to do, why, and what to mind.

    Attributes:
        verdict: what to do first, one of ``VERDICTS``.
        then: what follows after ``contain``: another verdict; "" elsewhere.
        because: the answers that decided: ids of deciding questions, or ``scale``.
        mind: what the other answers warn of (``early reach``, ``danger open``, ...).
    """

    verdict: str
    then: str
    because: tuple[str, ...]
    mind: tuple[str, ...]

    @property
    def course(self) -> tuple[str, ...]:
        """The verdicts in the order in which they are acted on."""
        return (self.verdict, self.then) if self.then else (self.verdict,)


def recommend(answers: Answers) -> Recommendation:
    """The recommendation for a problem."""
    profile = profile_of(answers)
    verdict, reason = _chosen(answers, profile)
    mind = tuple(_warnings(answers, profile, verdict))
    danger = answers.deciding.get(DANGER)
    decided = (reason,) if reason else ()
    if not danger:
        return Recommendation(verdict, "", decided, mind)
    then = "" if verdict == OPEN else verdict
    because = (DANGER, *decided)
    return Recommendation(CONTAIN, then, because, mind if then else ())


def _chosen(answers: Answers, profile: Profile) -> tuple[str, str]:
    """What to choose once nobody is in danger, and the answer that decides."""
    if answers.deciding.get(STANDARD) is False:
        return ONE_STANDARD, STANDARD
    reach = answers.deciding.get(REACH)
    if reach is not None:
        return (KAIZEN if reach else BREAKTHROUGH), REACH
    by_scale = {TO_KAIZEN: KAIZEN, TO_BREAKTHROUGH: BREAKTHROUGH, BALANCED: IN_TURN}
    verdict = by_scale.get(profile.lean, OPEN)
    return verdict, "" if verdict == OPEN else SCALE


def _warnings(answers: Answers, profile: Profile, verdict: str) -> list[str]:
    found = []
    deciding = answers.deciding
    if DANGER not in deciding:
        found.append(DANGER_OPEN)
    if verdict == ONE_STANDARD and deciding.get(REACH) is False:
        found.append(EARLY_REACH)
    if STANDARD not in deciding and verdict != OPEN:
        found.append(STANDARD_OPEN)
    if REACH not in deciding and verdict in (KAIZEN, BREAKTHROUGH):
        found.append(REACH_OPEN)
    against = {KAIZEN: TO_BREAKTHROUGH, BREAKTHROUGH: TO_KAIZEN}
    if REACH in deciding and profile.lean == against.get(verdict):
        found.append(AGAINST_SCALE)
    return found
