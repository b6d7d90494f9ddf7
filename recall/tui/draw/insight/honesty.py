"""Is the app honest? What it said against what was recalled, by month and by what it said."""

from __future__ import annotations

from recall.collection.insight import Insight
from recall.insight.honesty import Band, Tally
from recall.insight.sentences import percent, said_and_did
from recall.session.time_words import month_name
from recall.tui.draw.insight.rows import SOLID, Row, rows_of
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, Line
from recall.tui.draw.wrap import paragraphs

MONTHS = 12
"""The newest months that are drawn; ``--json`` has all."""
TOO_EARLY = "too early"


def honesty_section(insight: Insight, width: int) -> Section:
    """The sentence, a row for each month, and one for each band of what was said."""
    honesty = insight.honesty
    if honesty.early:
        return Section(said_and_did(honesty), [])
    months = honesty.months[-MONTHS:]
    lines: list[Line] = [
        *paragraphs("By month: said, recalled, answers", width),
        *rows_of(
            [_row(f"{month_name(each.month)[:3]} {each.year}", each.tally) for each in months],
            width,
        ),
        BLANK,
        *paragraphs("By what it said: said, recalled, answers", width),
        *rows_of([_row(_band(each), each.tally) for each in honesty.bands], width),
        BLANK,
        *paragraphs(f"{SOLID} recalled", width, "dim"),
        *paragraphs(
            "Only questions met on an earlier day count, and each once a day.", width, "dim"
        ),
    ]
    return Section(said_and_did(honesty), lines)


def _row(label: str, tally: Tally) -> Row:
    if tally.early:
        return Row(label, 0.0, 0.0, ("", "", str(tally.answers)), note=TOO_EARLY)
    said, did = percent(tally.expected), percent(tally.recalled)
    return Row(label, tally.recalled, 0.0, (said, did, str(tally.answers)))


def _band(band: Band) -> str:
    low, high = round(100 * band.low), round(100 * band.high)
    if not low:
        return f"under {high} %"
    return f"{low} % or more" if high == 100 else f"{low} to {high} %"
