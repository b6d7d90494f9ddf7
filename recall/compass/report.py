"""The outcome of a walk through the compass: one value, and the same as JSON and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from recall.compass.answers import Walk
from recall.compass.cards import cards_about
from recall.compass.profile import Profile, profile_of
from recall.compass.questions import DECIDING, STEPS
from recall.compass.recommend import Recommendation, recommend
from recall.compass.words import TITLE, Said, counts, said, step_word
from recall.decks.clean import for_markdown

MADE_BY = "<!-- made by: recall compass -->"
_YES_NO = {True: "yes", False: "no", None: "not answered"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a walk; ``cards`` are names (``deck/card``) to study."""

    walk: Walk
    profile: Profile
    recommendation: Recommendation
    said: Said
    cards: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StudyCard:
    """A card at hand: its name (``deck/card``), its deck's title, and its question."""

    name: str
    deck: str
    text: str


def outcome_of(walk: Walk) -> Outcome:
    """The outcome of the answers given so far."""
    profile = profile_of(walk.answers)
    recommendation = recommend(walk.answers)
    words = said(recommendation, walk.answers, profile)
    return Outcome(walk, profile, recommendation, words, cards_about(recommendation, profile))


def as_json(outcome: Outcome, cards: Sequence[StudyCard]) -> dict[str, Any]:
    """The outcome as plain values: answers, profile, recommendation, cards."""
    answers, profile = outcome.walk.answers, outcome.profile
    recommendation, words = outcome.recommendation, outcome.said
    return {
        "problem": outcome.walk.problem,
        "deciding": {each.id: answers.deciding.get(each.id) for each in DECIDING},
        "scale": {row.id: step for row, step in profile.marks},
        "profile": {
            "kaizen": profile.kaizen,
            "breakthrough": profile.breakthrough,
            "between": profile.between,
            "skipped": profile.skipped,
            "lean": profile.lean,
        },
        "recommendation": {
            "verdict": recommendation.verdict,
            "then": recommendation.then or None,
            "headline": words.headline,
            "advice": list(words.advice),
            "because": list(words.because),
            "mind": list(words.mind),
        },
        "cards": [{"card": each.name, "deck": each.deck, "text": each.text} for each in cards],
    }


def as_markdown(outcome: Outcome, cards: Sequence[StudyCard], day: str) -> str:
    """A page to keep; ``day`` is the date that it bears."""
    problem, words = outcome.walk.problem, outcome.said
    deciding = outcome.walk.answers.deciding
    lines = [
        MADE_BY,
        f"# {for_markdown(problem) or TITLE}",
        "",
        f"{TITLE} {day}." if problem else day,
    ]
    lines += ["", f"**{words.headline}**"]
    for each in words.advice:
        lines += ["", each]
    if words.because:
        lines += ["", "## Because", "", *(f"- {for_markdown(each)}" for each in words.because)]
    if words.mind:
        lines += ["", "## Mind", "", *(f"- {each}" for each in words.mind)]
    lines += ["", "## Deciding questions", ""]
    lines += [f"- {each.ask} {_YES_NO[deciding.get(each.id)].capitalize()}." for each in DECIDING]
    lines += ["", "## Profile", "", counts(outcome.profile), "", *_table(outcome.profile)]
    if cards:
        lines += ["", "## Cards to study", ""]
        lines += [
            f"- {for_markdown(each.text)} ({for_markdown(each.deck)}, `{each.name}`)"
            for each in cards
        ]
    return "\n".join(lines) + "\n"


def _table(profile: Profile) -> list[str]:
    lines = ["| Feature | Kaizen | | | | | | Breakthrough | Answer |"]
    lines.append("|---|---|:-:|:-:|:-:|:-:|:-:|---|---|")
    for row, step in profile.marks:
        cells = " | ".join("●" if step == each else "·" for each in STEPS)
        answer = step_word(step)
        lines.append(f"| {row.title} | {row.cells[0]} | {cells} | {row.cells[1]} | {answer} |")
    return lines
