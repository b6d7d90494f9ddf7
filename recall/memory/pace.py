"""How long answers take, against the medians that every learner starts from."""

from __future__ import annotations

from math import log

NEW, REVIEW, REPEAT = "new", "review", "repeat"
"""How a prompt was shown, as reviews write it down (``details["shown"]``)."""

MEDIAN_SECONDS: dict[str, tuple[float, float, float, float]] = {
    NEW: (20.0, 17.0, 14.0, 10.0),
    REVIEW: (18.0, 14.0, 8.5, 6.0),
    REPEAT: (9.0, 9.0, 6.5, 5.0),
}
"""Seconds by how it was shown and by grade (Again, Hard, Good, Easy)."""

LONGEST_MS = 60_000
"""A single answer counts at most so much: people walk away."""
SHORTEST_MS = 500
"""And at least so much: a held key tells nothing about reading and recalling."""


def log_residual(took_ms: int | None, shown: object, grade: int) -> float | None:
    """``ln(seconds / starting median)`` of one answer; None where it says nothing.

    Args:
        took_ms: milliseconds from showing to grading; None or 0 where they were not measured.
        shown: ``new``, ``review`` or ``repeat``; anything else says nothing.
        grade: 1 to 4.
    """
    if took_ms is None or took_ms <= 0 or not isinstance(shown, str):
        return None
    medians = MEDIAN_SECONDS.get(shown)
    if medians is None:
        return None
    # Written out: min() and max() would be a tenth of the time that folding a log takes.
    if took_ms > LONGEST_MS:
        took_ms = LONGEST_MS
    elif took_ms < SHORTEST_MS:
        took_ms = SHORTEST_MS
    return log(took_ms / 1000 / medians[grade - 1])
