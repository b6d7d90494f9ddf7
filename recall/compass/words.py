"""What the compass says: headlines, advice, reasons and warnings, to be read aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from recall.compass import recommend as r
from recall.compass.answers import Answers
from recall.compass.profile import TO_BREAKTHROUGH, TO_KAIZEN, Profile
from recall.compass.questions import DANGER, FEATURES, REACH, SCALE_WORDS, STANDARD, Feature
from recall.compass.recommend import Recommendation

TITLE = "Kaizen or breakthrough?"
ABOUT = "What is it about? One line, if you like."
INTRO = (
    "Three questions decide. Twelve more show the problem on a scale, from kaizen to "
    "breakthrough. Skip what you cannot tell; going back is always possible."
)
SCALE_INTRO = "Which end is nearer? 1 is all of the first, 5 all of the second, 3 between."
SHOWN_ENDS = 3
"""Features that are named as reasons."""

HEADLINES: Mapping[str, str] = {
    r.CONTAIN: "Contain first.",
    r.ONE_STANDARD: "One standard first.",
    r.KAIZEN: "Kaizen.",
    r.BREAKTHROUGH: "Breakthrough, then kaizen.",
    r.IN_TURN: "One after the other: kaizen, then a breakthrough if a gap stays.",
    r.OPEN: "Too early to say.",
}

ADVICE: Mapping[str, str] = {
    r.CONTAIN: "Today, keep people safe and keep to the law: stop, sort out or check by hand "
    "whatever does the harm. That cures nothing, but it gains the time to choose well. Then look "
    "for the cause.",
    r.ONE_STANDARD: "Agree with those who do the work on the best way known today, write it down "
    "and hold it until results stay within a known range (SDCA: Standardize, Do, Check, Act). "
    "Before that nobody can tell the effect of a change from chance. Then ask about reach again.",
    r.KAIZEN: "Go and see the work. Find one cause that the people there can remove, write down "
    "what you expect, and try the smallest change that could show it (PDCA: Plan, Do, Check, "
    "Act). Make what works the new standard, and take the next. Set a day to look at the gap.",
    r.BREAKTHROUGH: "Question the design itself. Compare two or three other ways to the goal, and "
    "try the riskiest part of each on a small scale, with a prediction, before the large sum is "
    "spent. Bring in those who run the present way. Name now who will hold the new level: "
    "without kaizen it starts to slide on its first day.",
    r.IN_TURN: "Write down by how much the gap should close, and by which day. Until then improve "
    "the present way in small steps (PDCA). If it closes, go on. If the steps flatten out "
    "before, its limit is known, and a breakthrough rests on facts. Kaizen then holds the new "
    "level.",
    r.OPEN: "Put a number on the gap, go and see the work, and settle the three questions first; "
    "the last of them decides most. The scale helps from four answers on.",
}

_REASONS: Mapping[tuple[str, bool], str] = {
    (DANGER, True): "Someone is in danger, or a law is being broken, now. That comes before any "
    "choice of method.",
    (STANDARD, False): "The process does not run to one standard, so how far it could reach "
    "cannot be judged yet.",
    (REACH, False): "Even at its very best, the present design would not reach the goal in time.",
    (REACH, True): "At its very best, the present design could reach the goal in time.",
}

_MIND: Mapping[str, str] = {
    r.DANGER_OPEN: "Whether anyone is in danger was left open. Find out today: that would come "
    "first.",
    r.STANDARD_OPEN: "Whether there is one standard was left open. If there is none, begin there.",
    r.REACH_OPEN: "Whether the present design could reach the goal was left open. That answer "
    "would decide; until then this is only where the problem leans.",
    r.EARLY_REACH: "You say that the present design cannot reach the goal. Without one standard "
    "that is a guess, unless a hard limit says so, such as a rated speed or a date in a law. "
    "If one does, prepare the breakthrough meanwhile.",
}

_AGAINST: Mapping[str, str] = {
    r.KAIZEN: "The scale leans to breakthrough. That tells what would be welcome, not what is "
    "needed: the goal is within reach. Look at it again if the small steps flatten out.",
    r.BREAKTHROUGH: "The scale leans to kaizen. That tells how to go about the leap, not how to "
    "avoid it: in stages, with everybody, on what is known.",
}


class Said(NamedTuple):
    """A recommendation in words.

    ``advice`` holds a paragraph for each verdict of the course, ``because`` and ``mind`` one
    sentence or two each.
    """

    headline: str
    advice: tuple[str, ...]
    because: tuple[str, ...]
    mind: tuple[str, ...]


def said(recommendation: Recommendation, answers: Answers, profile: Profile) -> Said:
    """All that is said about a recommendation."""
    first, *then = recommendation.course
    advice = [ADVICE[first], *(f"After that: {HEADLINES[each]} {ADVICE[each]}" for each in then)]
    because: list[str] = []
    for name in recommendation.because:
        if name == r.SCALE:
            because += _by_scale(profile)
        else:
            because.append(_REASONS[name, answers.deciding[name]])
    against = _AGAINST.get(recommendation.then or first, "")
    mind = [_MIND.get(each, against) for each in recommendation.mind]
    return Said(HEADLINES[first], tuple(advice), tuple(because), tuple(mind))


def counts(profile: Profile) -> str:
    """``On the scale: 7 to kaizen, 3 to breakthrough, 1 between, 1 skipped.``"""
    if not profile.answered:
        return "On the scale nothing was answered."
    skipped = f", {profile.skipped} skipped" if profile.skipped else ""
    return (
        f"On the scale: {profile.kaizen} to kaizen, {profile.breakthrough} to breakthrough, "
        f"{profile.between} between{skipped}."
    )


def step_word(step: int | None) -> str:
    """``clearly kaizen``, ``between the two``, ``not answered``."""
    return "not answered" if step is None else SCALE_WORDS[step]


def end_of(feature: Feature, side: str) -> str:
    """A feature and one of its ends: ``Pace: small: it can be tried this week.``"""
    end = feature.kaizen if side == TO_KAIZEN else feature.breakthrough
    return f"{feature.title}: {end[0].lower()}{end[1:]}"


def _by_scale(profile: Profile) -> list[str]:
    both = (TO_KAIZEN, TO_BREAKTHROUGH)
    sides = (profile.lean,) if profile.lean in both else both
    most = SHOWN_ENDS if profile.lean in both else 1
    ends = [end_of(row, side) for side in sides for row in profile.nearest(side, most)]
    return [counts(profile), *ends]


LABEL_WIDTH = max(len(each.title) for each in FEATURES)
"""Cells of the longest name of a feature."""
