"""The answers in plain sentences; what is drawn below them only shows the same."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from recall.clock import date_of
from recall.insight.forecast import DayAhead, Forecast
from recall.insight.growth import Growth
from recall.insight.honesty import ENOUGH, Honesty
from recall.insight.keeping import Keeping
from recall.insight.sitting import Sitting
from recall.insight.struggle import Rate, Struggle
from recall.session.time_words import day_and_month, weekday
from recall.session.words import counted

QUESTIONS = (
    "Am I getting anywhere?",
    "How much will there be?",
    "Do I keep at it?",
    "Is the app honest?",
    "What do I not get?",
)
"""The questions of Insight, in their order."""

NOTHING_YET = "There is nothing to tell yet. After the first session there is."

NOTHING_AT_HAND = "None of the questions that you have met is in a deck at hand."


def recalled_now(growth: Growth) -> str:
    """``You would recall about 143 of 376 questions now, and about 121 in two weeks.``"""
    if not growth.met:
        return NOTHING_AT_HAND if growth.session else NOTHING_YET
    now, later = round(growth.today.now), round(growth.today.later)
    total = counted(growth.total, "question")
    return f"You would recall about {now} of {total} now, and about {later} in two weeks."


def last_session(session: Sitting, today: int) -> str:
    """What the last session came to, and what it changed."""
    done = []
    if session.reviewed:
        done.append(f"{session.recalled} of {session.reviewed} recalled")
    if session.new:
        done.append(f"{session.new} new")
    what = f": {', '.join(done)}" if done else ""
    before, after = round(session.before), round(session.after)
    instead = f"instead of {before}" if before != after else "as before"
    then = f"In two weeks: about {after} {instead}."
    return f"The last session, {past_day(session.day, today)}{what}. {then}"


def past_day(day: int, today: int) -> str:
    """A study day that was: ``today``, ``yesterday``, ``Tuesday``, ``3 December``."""
    if day >= today:
        return "today"
    if day == today - 1:
        return "yesterday"
    return weekday(date_of(day)) if day > today - 7 else day_and_month(date_of(day))


def minutes_ahead(forecast: Forecast) -> str:
    """``About 5 minutes a day for the next four weeks; without new questions about 3.``"""
    whole, without = mean_minutes(forecast.with_new), mean_minutes(forecast.without_new)
    if not whole:
        return "There is nothing to ask in the next four weeks."
    sentence = f"{about_minutes(whole).capitalize()} a day for the next four weeks"
    if not any(each.new for each in forecast.with_new):
        return f"{sentence}. There is no new question left."
    if not without:
        return f"{sentence}, all of it on new questions."
    if about_minutes(without) == about_minutes(whole):
        return f"{sentence}, with new questions or without."
    return f"{sentence}; without new questions {about_minutes(without)}."


def mean_minutes(days: Sequence[DayAhead]) -> float:
    """Minutes a day on average; 0 where there are no days."""
    return sum(each.minutes for each in days) / len(days) if days else 0.0


def about_minutes(minutes: float) -> str:
    """``about 5 minutes``, ``under a minute``."""
    whole = round(minutes)
    return f"about {counted(whole, 'minute')}" if whole else "under a minute"


def days_kept(keeping: Keeping) -> str:
    """``4 days this week, 143 in the last twelve months. One minute makes a day.``"""
    rule = "One minute makes a day."
    if not keeping.in_year:
        return f"No day yet. {rule}"
    week = f"{counted(keeping.in_week, 'day')} this week, " if keeping.in_week else ""
    year = counted(keeping.in_year, "day") if not week else str(keeping.in_year)
    return f"{week}{year} in the last twelve months. {rule}"


def said_and_did(honesty: Honesty) -> str:
    """``When it says 80 %, you recall 78 %.``, or that it is too early to say."""
    tally = honesty.tally
    if honesty.early:
        some = counted(tally.answers, "answer") if tally.answers else "no answer"
        return (
            f"Too early to say: {some} so far to questions met on an earlier day. "
            f"From {ENOUGH} on, chance no longer decides."
        )
    expected, recalled = percent(tally.expected), percent(tally.recalled)
    return f"When it says {expected}, you recall {recalled}. {_verdict(honesty)}"


def _verdict(honesty: Honesty) -> str:
    answers, expected, recalled = honesty.tally
    chance = 2 * sqrt(expected * (1 - expected) / answers)
    if abs(recalled - expected) <= max(chance, 0.02):
        return "That is honest."
    if recalled > expected:
        return "You know more than it says: it asks a little early."
    return "You know less than it says: it asks a little late."


def percent(share: float) -> str:
    """A share of 1 in whole per cent: ``78 %``."""
    return f"{round(100 * share)} %"


def not_got(struggle: Struggle, answers: int) -> str:
    """How many questions do not stick, mistakes were sure, and pairs are mixed up.

    Args:
        answers: answers to questions met on an earlier day, of all kinds.
    """
    parts = []
    if struggle.loose:
        stick = "does not stick" if len(struggle.loose) == 1 else "do not stick"
        parts.append(f"{counted(len(struggle.loose), 'question')} {stick} yet")
    if struggle.mistakes:
        parts.append(counted(len(struggle.mistakes), "sure mistake"))
    if struggle.mix_ups:
        parts.append(counted(len(struggle.mix_ups), "mix-up"))
    if not parts:
        return "Nothing stands out." if answers else "Too early: that shows from the second day on."
    sentence = ", ".join(parts)
    return f"{sentence[0].upper()}{sentence[1:]}."


def cases_and_facts(struggle: Struggle) -> str:
    """``Cases: 60 % recalled of 20. All else: 82 % of 240.``; "" where there is nothing to part."""
    if not struggle.cases.answers or not struggle.facts.answers:
        return ""
    return f"Cases: {_rate(struggle.cases)} recalled. Facts: {_rate(struggle.facts)}."


def _rate(rate: Rate) -> str:
    return f"{rate.recalled} of {rate.answers} ({percent(rate.recalled / rate.answers)})"
