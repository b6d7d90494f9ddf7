"""How much will there be? Minutes a day, by week, with new questions and without."""

from __future__ import annotations

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.insight.forecast import WEEK
from recall.insight.sentences import mean_minutes, minutes_ahead
from recall.session.words import day_and_month
from recall.tui.draw.insight.rows import FAINT, SOLID, Row, rows_of
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, line, paragraphs


def forecast_section(insight: Insight, width: int) -> Section:
    """The sentence and four rows."""
    forecast = insight.forecast
    rows = []
    for start in range(0, len(forecast.with_new), WEEK):
        whole = mean_minutes(forecast.with_new[start : start + WEEK])
        without = min(whole, mean_minutes(forecast.without_new[start : start + WEEK]))
        of = max(insight.minutes, whole)
        label = f"from {day_and_month(date_of(forecast.with_new[start].day))}"
        figures = (f"{whole:.1f}", f"{without:.1f}")
        rows.append(Row(label, without / of, (whole - without) / of, figures))
    sentence = minutes_ahead(forecast)
    if not mean_minutes(forecast.with_new):
        return Section(sentence, [])
    lines = [
        *paragraphs("Minutes a day, by week: in all, and without new questions", width),
        *rows_of(rows, width),
        BLANK,
        line(f"{SOLID} questions you have met", "dim"),
        line(f"{FAINT} more with new ones", "dim"),
        BLANK,
        *paragraphs(
            f"A simulation of your own questions, with one session of {insight.minutes} min a day.",
            width,
            "dim",
        ),
    ]
    return Section(sentence, lines)
