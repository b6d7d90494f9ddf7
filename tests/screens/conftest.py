"""Cards as the sketches of the screens have them, and snapshots of screens as text files."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from recall.decks.model import Option
from recall.decks.question import (
    CONTRAST,
    GAP,
    ORDER,
    PICK,
    RECALL,
    TYPE,
    Contrast,
    Question,
    Segment,
)

REQUIREMENTS = Contrast(
    ("Kaizen", "Breakthrough"),
    "Imai: practical requirements",
    (
        "little investment, great effort to maintain it",
        "large investment, little effort to maintain it",
    ),
    "left",
)
SNAPSHOTS = Path(__file__).parent / "snapshots"


def _question(card: str, way: str, kind: str, text: str, answer: str, **rest: object) -> Question:
    deck = str(rest.pop("deck_title", "PDCA"))
    hint = str(rest.pop("hint", "Think of the boss's favourite word."))
    return Question("deck", card, "main", 1, way, kind, text, answer, deck, hint=hint, **rest)


CARDS = {
    "basic": _question(
        "basic",
        RECALL,
        "basic",
        "In Check, the actual results are compared with what?",
        "With the prediction or target set in Plan.",
        module_title="The four phases",
        why="Without a prediction there is only a result, and nothing to learn from it.",
        source="Deming, The New Economics",
    ),
    "cloze": _question(
        "cloze",
        GAP,
        "cloze",
        "Without a [ what makes drift visible ] there is nothing to improve: a gain that is not "
        "held slides back.",
        "standard",
        deck_title="Kaizen foundations",
        why="This is why SDCA (hold) and PDCA (raise) take turns.",
        segments=(
            Segment("Without a "),
            Segment("standard", True, "what makes drift visible"),
            Segment(" there is nothing to improve: a gain that is not held "),
            Segment("slides back"),
            Segment("."),
        ),
    ),
    "typed": _question(
        "typed",
        TYPE,
        "typed",
        "Orders pile up every Friday and vanish on Monday. Which Japanese word names such "
        "unevenness?",
        "mura",
        deck_title="Lean toolkit",
        why="Muri is overburden: too much for a person or a machine.",
        rivals=frozenset({"muri", "muda"}),
    ),
    "choice": _question(
        "choice",
        PICK,
        "choice",
        '"We did PDCA last year." What is wrong with this sentence?',
        "PDCA is a repeating cycle, not done once",
        options=(
            Option(
                "PDCA works properly only at Toyota",
                False,
                "It works wherever people predict and check.",
            ),
            Option("PDCA must last more than one year", False),
            Option("PDCA is a repeating cycle, not done once", True),
            Option("PDCA may be started only by managers", False),
        ),
    ),
    "several": _question(
        "several",
        PICK,
        "choice",
        "Which of these are wastes?",
        "Waiting; Overproduction",
        options=(
            Option("Waiting", True),
            Option("Standard work", False, "It is the base line."),
            Option("Overproduction", True),
        ),
        several=True,
    ),
    "sequence": _question(
        "sequence",
        ORDER,
        "sequence",
        "Put the five S's in order.",
        "Sort, Set in order, Shine, Standardize, Sustain",
        deck_title="Lean toolkit",
        items=("Sort", "Set in order", "Shine", "Standardize", "Sustain"),
        shown=(2, 4, 1, 3, 0),
    ),
    "comparison": _question(
        "comparison",
        CONTRAST,
        "comparison",
        "Kaizen: Imai: practical requirements?",
        "little investment, great effort to maintain it",
        deck_title="Breakthrough versus kaizen",
        contrast=REQUIREMENTS,
    ),
    "which": _question(
        "which",
        CONTRAST,
        "comparison",
        "Imai: practical requirements: large investment, little effort to maintain it. Kaizen or "
        "Breakthrough?",
        "Breakthrough",
        deck_title="Breakthrough versus kaizen",
        contrast=replace(REQUIREMENTS, asked="which", belongs=1),
    ),
    "scenario": _question(
        "scenario",
        PICK,
        "choice",
        "What would you start with, and which fact decides it?",
        "Kaizen",
        deck_title="Scenarios",
        case="An automated warehouse went live six months ago. Pick rates doubled\n"
        "at first and now slide back a little each week; the work\n"
        "instructions have not been touched since.",
        why="The leap was made, but nobody maintains it. Restore the standard first (SDCA), then "
        "improve in small PDCA turns.",
        options=(
            Option("Kaizen", True),
            Option("Breakthrough", False, "The leap is already there."),
            Option("Neither yet", False),
        ),
    ),
}


@pytest.fixture
def cards() -> dict[str, Question]:
    """One question of every kind, by a short name."""
    return CARDS


@pytest.fixture
def matches() -> Callable[[str, str], None]:
    """Compare a screen with the text file of its name; ``RECALL_SNAPSHOTS=write`` writes it."""

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / f"{name}.txt"
        if os.environ.get("RECALL_SNAPSHOTS") == "write":
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare
