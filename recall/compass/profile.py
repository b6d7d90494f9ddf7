"""Where a problem stands on the scale: Imai's features, each on one side, between or skipped."""

from __future__ import annotations

from typing import NamedTuple

from recall.compass.answers import Answers
from recall.compass.questions import FEATURES, Feature

TO_KAIZEN, TO_BREAKTHROUGH, BALANCED, OPEN = "kaizen", "breakthrough", "balanced", "open"
LEAST_ANSWERS = 4
"""Fewer features than a third say nothing about where a problem leans."""


class Profile(NamedTuple):
    """Every feature with its step, -2 (kaizen) to 2 (breakthrough), None where it was skipped."""

    marks: tuple[tuple[Feature, int | None], ...]

    @property
    def answered(self) -> int:
        """Features that were answered."""
        return sum(step is not None for _, step in self.marks)

    @property
    def kaizen(self) -> int:
        """Features on the side of kaizen."""
        return sum(step is not None and step < 0 for _, step in self.marks)

    @property
    def breakthrough(self) -> int:
        """Features on the side of breakthrough."""
        return sum(step is not None and step > 0 for _, step in self.marks)

    @property
    def between(self) -> int:
        """Features answered with the middle of the scale."""
        return self.answered - self.kaizen - self.breakthrough

    @property
    def skipped(self) -> int:
        """Features that were not answered; they count for neither side."""
        return len(self.marks) - self.answered

    @property
    def lean(self) -> str:
        """Where the problem leans: ``kaizen``, ``breakthrough``, ``balanced``; ``open`` where too
        little was answered. It leans where the mean answer is half a step or more off the middle.
        """
        if self.answered < LEAST_ANSWERS:
            return OPEN
        total = sum(step or 0 for _, step in self.marks)
        if 2 * abs(total) < self.answered:
            return BALANCED
        return TO_KAIZEN if total < 0 else TO_BREAKTHROUGH

    def nearest(self, side: str, most: int) -> tuple[Feature, ...]:
        """The features that stand most clearly on a side, at most so many, in the table's order."""
        sign = -1 if side == TO_KAIZEN else 1
        on_side = [(sign * step, row) for row, step in self.marks if step and sign * step > 0]
        clear = [row for step, row in on_side if step == 2]
        rather = [row for step, row in on_side if step == 1]
        chosen = [*clear, *rather][:most]
        return tuple(row for row, _ in self.marks if row in chosen)


def profile_of(answers: Answers) -> Profile:
    """The profile that answers make; deciding questions have no part in it."""
    return Profile(tuple((row, answers.scale.get(row.id)) for row in FEATURES))
