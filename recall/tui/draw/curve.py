"""The curve of forgetting of one question, with its answers on it, in signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from recall.memory.curve import Weights
from recall.memory.events import Grade
from recall.memory.history import Step, chance_on
from recall.session.browsing import date_word, share
from recall.tui.draw.text import Line, Run, line, place

if TYPE_CHECKING:
    from recall.memory.events import Memory

LABEL = 6
RECALLED, FORGOTTEN, PAST, AHEAD = "●", "○", "─", "·"
LEAST_FLOOR = 0.5
"""The lowest row stands for this chance, or for less where the curve falls below."""


def curve(steps: Sequence[Step], today: int, weights: Weights, width: int, rows: int) -> list[Line]:
    """The curve from the first answer to some days past the next review; nothing without answers.

    ``●`` is an answer recalled, ``○`` one forgotten, each at the chance there was; the days to
    come are dotted.
    """
    counted = [step for step in steps if step.after is not None]
    if not counted or counted[-1].after is None:
        return []
    first, last = _days(counted[0].after, counted[-1].after, today)
    cells = width - LABEL
    days = [first + (last - first) * at / (cells - 1) for at in range(cells)]
    chances = [chance_on(counted, day, weights) or 1.0 for day in days]
    marks = dict(_marks(counted, first, last, cells, weights))
    lowest = min((*chances, *(chance for _, chance in marks.values())))
    floor = min(LEAST_FLOOR, int(lowest * 10) / 10)
    grid = [[" "] * cells for _ in range(rows)]
    for at, (day, chance) in enumerate(zip(days, chances, strict=True)):
        grid[_row(chance, floor, rows)][at] = PAST if day <= today else AHEAD
    for at, (sign, chance) in marks.items():
        for row in grid:
            row[at] = " "
        grid[_row(chance, floor, rows)][at] = sign
    labels = {0: "100 %", rows - 1: share(floor)}
    drawn = [
        place((0, line(f"{labels.get(at, ''):>5}", "dim")), (LABEL, _runs("".join(row).rstrip())))
        for at, row in enumerate(grid)
    ]
    return [*drawn, _axis(first, last, today, cells)]


def _days(first: Memory | None, last: Memory | None, today: int) -> tuple[int, int]:
    assert first is not None
    assert last is not None
    start, end = first.last_day, max(today, last.due_day)
    return start, end + max(1, (end - start) // 8)


def _marks(
    steps: Sequence[Step], first: int, last: int, cells: int, weights: Weights
) -> list[tuple[int, tuple[str, float]]]:
    """The column of each answer, its sign, and the chance of recall that it met."""
    found = []
    for number, step in enumerate(steps):
        assert step.after is not None
        day = step.after.last_day
        before = chance_on(steps[:number], day, weights) if number else 1.0
        sign = FORGOTTEN if step.event.grade == Grade.AGAIN else RECALLED
        at = round((day - first) / (last - first) * (cells - 1))
        found.append((at, (sign, 1.0 if before is None else before)))
    return found


def _row(chance: float, floor: float, rows: int) -> int:
    return min(rows - 1, max(0, round((1 - chance) / (1 - floor) * (rows - 1))))


def _runs(text: str) -> Line:
    return (Run(text, "accent"),) if text else ()


def _axis(first: int, last: int, today: int, cells: int) -> Line:
    start = date_word(first, today)
    now = round((today - first) / (last - first) * (cells - 1))
    end = date_word(last, today)
    parts = [(LABEL, line(start, "dim"))] if now > len(start) + 1 else []
    parts.append((LABEL + min(now, cells - len("today")), line("today")))
    if now + len("today") + 2 + len(end) <= cells:
        parts.append((LABEL + cells - len(end), line(end, "dim")))
    return place(*parts)
