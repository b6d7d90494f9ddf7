"""All sections of Insight in their order, and as plain text."""

from __future__ import annotations

from collections.abc import Iterator

from recall.collection.insight import Insight
from recall.insight.sentences import QUESTIONS
from recall.tui.draw.insight.forecast import forecast_section
from recall.tui.draw.insight.growth import growth_section
from recall.tui.draw.insight.honesty import honesty_section
from recall.tui.draw.insight.keeping import keeping_section
from recall.tui.draw.insight.section import Section
from recall.tui.draw.insight.struggle import struggle_section
from recall.tui.draw.text import plain
from recall.tui.draw.wrap import paragraphs

SECTIONS = (
    growth_section,
    forecast_section,
    keeping_section,
    honesty_section,
    struggle_section,
)
"""One for each of ``QUESTIONS``."""


def section(insight: Insight, number: int, width: int) -> Section:
    """The answer to a question by its number from 0, at most ``width`` cells wide."""
    return SECTIONS[number](insight, width)


def text_of(insight: Insight, width: int) -> Iterator[str]:
    """All answers as lines of text, without colour: for a screen reader, a pipe, a small window."""
    for number, question in enumerate(QUESTIONS):
        if number:
            yield ""
        yield question
        answer = section(insight, number, width)
        yield from (plain(each) for each in paragraphs(answer.sentence, width))
        if answer.lines:
            yield ""
        yield from (plain(each).rstrip() for each in answer.lines)
