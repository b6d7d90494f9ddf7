"""One line for each figure of a benchmark that has a target; ``run_all.py`` gathers them."""

from __future__ import annotations

REACHED, MISSED = "reached", "MISSED"


def judge(what: str, value: float, at_most: float, unit: str = "x") -> None:
    """Print a figure, what it may be at most, and whether it is that."""
    verdict = REACHED if value <= at_most else MISSED
    print(f"= {what:58} {value:9.3f} {unit:4} at most {at_most:g} {unit}: {verdict}", flush=True)
