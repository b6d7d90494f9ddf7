"""Am I getting anywhere? What would be recalled over time, and by deck and module."""

from __future__ import annotations

from collections.abc import Iterator

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.insight.growth import DeckPortion, Growth, Portion
from recall.insight.past import Held
from recall.insight.sentences import last_session, recalled_now
from recall.session.time_words import month_name
from recall.session.words import counted
from recall.tui.draw.insight.rows import FAINT, SOLID, Row, rows_of
from recall.tui.draw.insight.section import Section
from recall.tui.draw.text import BLANK, Line, line
from recall.tui.draw.wrap import paragraphs


def growth_section(insight: Insight, width: int) -> Section:
    """The sentence, what the last session changed, and two pictures."""
    growth = insight.growth
    lines: list[Line] = []
    if growth.session:
        lines += [*paragraphs(last_session(growth.session, insight.today), width), BLANK]
    if growth.past:
        lines += paragraphs("Over time: on that day, and two weeks after it", width)
        lines += rows_of(list(_past(growth, insight.today)), width)
        lines += [BLANK, *paragraphs("By deck: now, in two weeks, of all", width)]
        lines += rows_of(list(_decks(growth)), width)
        lines += [*_untouched(growth, width), BLANK]
        lines += [
            line(f"{SOLID} still there in two weeks", "dim"),
            line(f"{FAINT} now only", "dim"),
        ]
    return Section(recalled_now(growth), lines)


def _past(growth: Growth, today: int) -> Iterator[Row]:
    most = max(each.now for each in growth.past)
    for each in growth.past:
        label = "today" if each.day == today else _short_day(each.day)
        yield Row(label, *_shares(each, most), (_about(each.now), _about(each.later)))


def _short_day(day: int) -> str:
    when = date_of(day)
    return f"{when.day:2} {month_name(when.month)[:3]}"


def _decks(growth: Growth) -> Iterator[Row]:
    for deck in growth.decks:
        if deck.whole.met:
            yield _portion(deck.whole)
            yield from (_portion(each, 2) for each in _modules(deck))


def _modules(deck: DeckPortion) -> Iterator[Portion]:
    """Those of a deck that has several; what stands in none is told by the deck alone."""
    if len(deck.modules) > 1:
        yield from (each for each in deck.modules if each.met and each.title)


def _portion(each: Portion, indent: int = 0) -> Row:
    shares = _shares(each, each.total)
    return Row(each.title, *shares, (_about(each.now), _about(each.later), str(each.total)), indent)


def _shares(each: Held | Portion, of: float) -> tuple[float, float]:
    return (each.later / of, (each.now - each.later) / of) if of else (0.0, 0.0)


def _about(number: float) -> str:
    return str(round(number))


def _untouched(growth: Growth, width: int) -> list[Line]:
    rest = sum(not deck.whole.met for deck in growth.decks)
    return paragraphs(f"{counted(rest, 'deck')} not started", width, "dim") if rest else []
