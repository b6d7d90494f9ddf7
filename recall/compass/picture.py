"""The profile as a picture of text: a bar to the left for kaizen, to the right for breakthrough."""

from __future__ import annotations

from recall.compass.profile import Profile
from recall.compass.words import LABEL_WIDTH, step_word

AXIS, MIDDLE, FILLED = "|", "o", "#"


def picture(profile: Profile) -> list[str]:
    """Lines of at most 40 signs, all of ASCII; each also says in words what it shows."""
    lines = []
    for row, step in profile.marks:
        left = FILLED * max(0, -(step or 0))
        right = FILLED * max(0, step or 0)
        axis = MIDDLE if step == 0 else AXIS
        bar = f"{left:>2}{axis}{right:<2}"
        lines.append(f"{row.title:<{LABEL_WIDTH}} {bar}  {step_word(step)}")
    return lines
