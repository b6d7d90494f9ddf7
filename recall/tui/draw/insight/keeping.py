"""Do I keep at it? The week as on Home, and the year by months."""

from __future__ import annotations

from collections.abc import Sequence

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.insight.keeping import DONE, FREE, LATER, OPEN, MonthOfDays
from recall.insight.sentences import days_kept
from recall.session.time_words import month_name
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, Line, Run, line, place
from recall.tui.draw.wrap import paragraphs

SIGNS = {DONE: "●", OPEN: "○", FREE: "·", LATER: " "}
_WEEK = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_LABEL, _LONGEST_MONTH = 4, 31
_ROOMY = 41
"""Cells that the week takes with names and gaps."""


def keeping_section(insight: Insight, width: int) -> Section:
    """The sentence, the week, and twelve rows of days, the newest month first."""
    lines = [line("This week"), _week(insight, width), BLANK, line("The year")]
    for each in reversed(insight.keeping.months):
        lines += _month(each, width)
    lines += paragraphs("● a day with an answer, · another day", width, "dim")
    return Section(days_kept(insight.keeping), lines)


def _week(insight: Insight, width: int) -> Line:
    today, roomy = date_of(insight.today).weekday(), width >= _ROOMY
    runs: Line = ()
    for at, (name, mark) in enumerate(zip(_WEEK, insight.keeping.week, strict=True)):
        sign = SIGNS[FREE] if mark == LATER else SIGNS[mark]
        style = "accent" if at == today else "dim" if mark in (FREE, LATER) else ""
        between = ("  " if roomy else " ") if at else ""
        after = " " if roomy else ""
        runs = (*runs, Run(f"{between}{name}{after}"), Run(sign, style))
    return runs


def _month(month: MonthOfDays, width: int) -> list[Line]:
    """A month in one row, its days in number at the end; in two rows where it takes too much."""
    name, done = month_name(month.month)[:3], f"{month.done:2}" if month.done else " ·"
    cells = _LONGEST_MONTH
    if _LABEL + cells + 3 > width:
        cells = cells // 2 + 1
    first = place(
        (0, line(name)), (_LABEL, _days(month.days[:cells])), (_LABEL + cells + 1, line(done))
    )
    rest = _days(month.days[cells:])
    return [first, place((_LABEL, rest))] if rest else [first]


def _days(marks: Sequence[str]) -> Line:
    runs: Line = ()
    for mark in marks:
        style = "dim" if mark in (FREE, LATER) else "accent" if mark == OPEN else ""
        if runs and runs[-1].style == style:
            runs = (*runs[:-1], runs[-1]._replace(text=runs[-1].text + SIGNS[mark]))
        else:
            runs = (*runs, Run(SIGNS[mark], style))
    return runs
