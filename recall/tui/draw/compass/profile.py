"""The profile as a picture: a bar to the left for kaizen, one to the right for breakthrough."""

from __future__ import annotations

from recall.compass.profile import Profile
from recall.compass.words import LABEL_WIDTH, step_word
from recall.tui.draw.room import Room
from recall.tui.draw.text import Line, Run, line, pad_to, place

STEP, NARROW_STEP = 6, 5
"""Cells of one step on the scale."""


def profile_lines(room: Room, profile: Profile) -> list[Line]:
    """A heading, a row for each feature, and what the signs mean; wide, each row in words too."""
    step = STEP if room.wide else NARROW_STEP
    left, axis = LABEL_WIDTH + 2, LABEL_WIDTH + 2 + 2 * step
    heading = place((axis - len("Kaizen") - 1, line("Kaizen")), (axis + 2, line("Breakthrough")))
    rows = [heading]
    for feature, at in profile.marks:
        bar = _bar(at, step)
        parts = [(0, line(feature.title)), (left, bar)]
        if room.wide:
            parts.append((axis + 1 + 2 * step + 2, line(step_word(at), "dim")))
        rows.append(place(*parts))
    if not room.wide:
        rows.append(line("● between the two   · not answered", "dim"))
    return rows


def _bar(at: int | None, step: int) -> Line:
    side = 2 * step
    if at is None:
        return pad_to((Run(" " * side), Run("·", "dim")), 2 * side + 1)
    left = Run("█" * (step * max(0, -at)), "accent")
    right = Run("█" * (step * max(0, at)), "accent")
    axis = Run("●", "accent") if at == 0 else Run("│")
    runs = (
        Run("░" * (side - len(left.text)), "dim"),
        left,
        axis,
        right,
        Run("░" * (side - len(right.text)), "dim"),
    )
    return tuple(run for run in runs if run.text)
