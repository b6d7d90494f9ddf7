"""How much will there be? Minutes a day, by week, with new questions and without."""

from __future__ import annotations

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.insight.pool import WEEK
from recall.insight.sentences import mean_minutes, minutes_ahead
from recall.session.time_words import day_and_month
from recall.tui.draw.insight.rows import FAINT, SOLID, Row, rows_of
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, line
from recall.tui.draw.wrap import paragraphs


def forecast_section(insight: Insight, width: int) -> Section:
    """The sentence and four rows."""
    forecast = insight.forecast
    sentence = minutes_ahead(forecast)
    if not mean_minutes(forecast.with_new):
        return Section(sentence, [])
    new = any(each.new for each in forecast.with_new)
    title = "Minutes a day, by week"
    lines = paragraphs(f"{title}: in all, and without new questions" if new else title, width)
    lines += [*rows_of(_weeks(insight, new), width), BLANK]
    if new:
        lines.append(line(f"{SOLID} questions you have met", "dim"))
        lines += [line(f"{FAINT} more with new ones", "dim"), BLANK]
    told = f"A simulation of your own questions, with one session of {insight.minutes} min a day."
    return Section(sentence, [*lines, *paragraphs(told, width, "dim")])


def _weeks(insight: Insight, new: bool) -> list[Row]:
    """A row for each week; the figure without new questions only where there are any."""
    forecast = insight.forecast
    rows = []
    for start in range(0, len(forecast.with_new), WEEK):
        whole = mean_minutes(forecast.with_new[start : start + WEEK])
        without = min(whole, mean_minutes(forecast.without_new[start : start + WEEK]))
        of = max(insight.minutes, whole)
        label = f"from {day_and_month(date_of(forecast.with_new[start].day))}"
        figures = (f"{whole:.1f}", f"{without:.1f}") if new else (f"{whole:.1f}",)
        rows.append(Row(label, without / of, (whole - without) / of, figures))
    return rows
