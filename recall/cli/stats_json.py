"""``recall stats --json``: every field, named once with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.ids import PromptKey
from recall.insight.forecast import DayAhead
from recall.insight.growth import Held, Portion
from recall.insight.honesty import Tally
from recall.insight.struggle import Rate

FIELDS: Mapping[str, str] = {
    "date": "the study day of these figures; all days are written YYYY-MM-DD",
    "answers": "answers ever given and not undone, first sights and repeats among them",
    "days": "study days with any answer",
    "growth.now": "questions at hand that you would recall now",
    "growth.in_two_weeks": "the same in two weeks, without another review",
    "growth.met": "questions at hand that you have met",
    "growth.questions": "all questions at hand, without those put away",
    "growth.past[].date": "up to twelve days, oldest first, the last one today",
    "growth.past[].now": "questions that you would have recalled on that day",
    "growth.past[].in_two_weeks": "the same two weeks after it",
    "growth.decks[].deck": "id of a deck",
    "growth.decks[].title": "its title",
    "growth.decks[].now": "as growth.now, of this deck",
    "growth.decks[].in_two_weeks": "as growth.in_two_weeks",
    "growth.decks[].met": "as growth.met",
    "growth.decks[].questions": "as growth.questions",
    "growth.decks[].modules[].module": 'id of a module, "" for what stands in none',
    "growth.decks[].modules[].title": "its title",
    "growth.decks[].modules[].now": "as growth.now, of this module",
    "growth.decks[].modules[].in_two_weeks": "as growth.in_two_weeks",
    "growth.decks[].modules[].met": "as growth.met",
    "growth.decks[].modules[].questions": "as growth.questions",
    "growth.last_session": "what the newest session changed; null before the first",
    "growth.last_session.date": "its study day",
    "growth.last_session.reviewed": "questions reviewed that were met on an earlier day",
    "growth.last_session.recalled": "those of them that were recalled",
    "growth.last_session.new": "questions met for the first time",
    "growth.last_session.in_two_weeks_before": "growth.in_two_weeks, had it not been",
    "growth.last_session.in_two_weeks_after": "growth.in_two_weeks, with it",
    "forecast.minutes_a_session": "the setting that the simulation keeps to, one session a day",
    "forecast.with_new[].date": "the 28 days to come, new questions among them",
    "forecast.with_new[].minutes": "minutes of that day",
    "forecast.with_new[].new_minutes": "those of them that new questions take",
    "forecast.with_new[].reviewed": "questions reviewed",
    "forecast.with_new[].new": "new questions",
    "forecast.without_new[].date": "the same days, were no new question asked",
    "forecast.without_new[].minutes": "minutes of that day",
    "forecast.without_new[].new_minutes": "always 0",
    "forecast.without_new[].reviewed": "questions reviewed",
    "forecast.without_new[].new": "always 0",
    "keeping.week": "seven of done, open (today), free, later; Monday first",
    "keeping.days_this_week": "days done this week",
    "keeping.days_in_year": "days done in the twelve months listed",
    "keeping.months[].month": "a month, YYYY-MM, oldest first",
    "keeping.months[].days": "days done in it",
    "keeping.months[].done": "their numbers in the month",
    "honesty.early": "true while there are too few answers to judge",
    "honesty.answers": "answers to questions met on an earlier day, each once a day",
    "honesty.expected": "mean chance of recall expected of them, 0 to 1; null without answers",
    "honesty.recalled": "share of them recalled, 0 to 1; null without answers",
    "honesty.log_loss": "mean of -ln of the chance given to what happened; null without answers",
    "honesty.months[].month": "a month, YYYY-MM, oldest first",
    "honesty.months[].early": "true while it has too few answers to judge",
    "honesty.months[].answers": "as honesty.answers, of this month",
    "honesty.months[].expected": "as honesty.expected",
    "honesty.months[].recalled": "as honesty.recalled",
    "honesty.bands[].from": "answers of which at least this was expected",
    "honesty.bands[].to": "and less than this",
    "honesty.bands[].early": "true while it has too few answers to judge",
    "honesty.bands[].answers": "as honesty.answers, of this band",
    "honesty.bands[].expected": "as honesty.expected",
    "honesty.bands[].recalled": "as honesty.recalled",
    "struggle.not_sticking[].prompt": "deck/card/part, forgotten on 4 days or more and not held",
    "struggle.not_sticking[].recalled": "times recalled on a later day than the first",
    "struggle.not_sticking[].asked": "times asked on a later day than the first",
    "struggle.sure_and_wrong[].prompt": "deck/card/part, forgotten although you were sure",
    "struggle.sure_and_wrong[].times": "how often",
    "struggle.sure_and_wrong[].date": "the newest time",
    "struggle.sure_and_wrong[].recalled_since": "whether it was recalled on a later day",
    "struggle.mixed_up[].prompt": "deck/card/part, answered twice or more with something else",
    "struggle.mixed_up[].given": "what was given, as it was last",
    "struggle.mixed_up[].card": "deck/card that this would have answered; null for a wrong option",
    "struggle.mixed_up[].times": "how often, either way round",
    "struggle.mixed_up[].date": "the newest time",
    "struggle.cases.answers": "answers to cases, met on an earlier day",
    "struggle.cases.recalled": "those of them recalled",
    "struggle.facts.answers": "answers to all other questions, met on an earlier day",
    "struggle.facts.recalled": "those of them recalled",
}
"""What is printed, by its path in the object; ``[]`` stands for each entry of a list."""


def as_json(insight: Insight) -> dict[str, Any]:
    """All figures as plain values. Questions are counted to one digit behind the point."""
    return {
        "date": _date(insight.today),
        "answers": insight.reviews,
        "days": insight.days,
        "growth": _growth(insight),
        "forecast": {
            "minutes_a_session": insight.minutes,
            "with_new": [_day(each) for each in insight.forecast.with_new],
            "without_new": [_day(each) for each in insight.forecast.without_new],
        },
        "keeping": _keeping(insight),
        "honesty": _honesty(insight),
        "struggle": _struggle(insight),
    }


def _date(day: int) -> str:
    return date_of(day).isoformat()


def _growth(insight: Insight) -> dict[str, Any]:
    growth, session = insight.growth, insight.growth.session
    last = None
    if session:
        last = {
            "date": _date(session.day),
            "reviewed": session.reviewed,
            "recalled": session.recalled,
            "new": session.new,
            "in_two_weeks_before": round(session.before, 1),
            "in_two_weeks_after": round(session.after, 1),
        }
    return {
        **_held(growth.today),
        "met": growth.met,
        "questions": growth.total,
        "past": [{"date": _date(each.day), **_held(each)} for each in growth.past],
        "decks": [
            {
                "deck": deck.whole.id,
                **_portion(deck.whole),
                "modules": [{"module": each.id, **_portion(each)} for each in deck.modules],
            }
            for deck in growth.decks
        ],
        "last_session": last,
    }


def _held(held: Held | Portion) -> dict[str, float]:
    return {"now": round(held.now, 1), "in_two_weeks": round(held.later, 1)}


def _portion(each: Portion) -> dict[str, Any]:
    return {"title": each.title, **_held(each), "met": each.met, "questions": each.total}


def _day(each: DayAhead) -> dict[str, Any]:
    return {
        "date": _date(each.day),
        "minutes": round(each.minutes, 1),
        "new_minutes": round(each.new_minutes, 1),
        "reviewed": each.reviewed,
        "new": each.new,
    }


def _keeping(insight: Insight) -> dict[str, Any]:
    keeping = insight.keeping
    return {
        "week": list(keeping.week),
        "days_this_week": keeping.in_week,
        "days_in_year": keeping.in_year,
        "months": [
            {
                "month": f"{each.year:04}-{each.month:02}",
                "days": each.done,
                "done": [at for at, mark in enumerate(each.days, 1) if mark == "done"],
            }
            for each in keeping.months
        ],
    }


def _honesty(insight: Insight) -> dict[str, Any]:
    honesty = insight.honesty
    tally = honesty.tally
    return {
        **_tally(tally),
        "early": honesty.early,
        "log_loss": round(honesty.log_loss, 4) if tally.answers else None,
        "months": [
            {"month": f"{each.year:04}-{each.month:02}", **_tally(each.tally)}
            for each in honesty.months
        ],
        "bands": [
            {"from": each.low, "to": each.high, **_tally(each.tally)} for each in honesty.bands
        ],
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "early": tally.early,
        "answers": tally.answers,
        "expected": round(tally.expected, 4) if tally.answers else None,
        "recalled": round(tally.recalled, 4) if tally.answers else None,
    }


def _struggle(insight: Insight) -> dict[str, Any]:
    struggle = insight.struggle
    return {
        "not_sticking": [
            {**_prompt(each.key), "recalled": each.recalled, "asked": each.asked}
            for each in struggle.loose
        ],
        "sure_and_wrong": [
            {
                **_prompt(each.key),
                "times": each.times,
                "date": _date(each.day),
                "recalled_since": each.mended,
            }
            for each in struggle.mistakes
        ],
        "mixed_up": [
            {
                **_prompt(each.key),
                "given": each.taken,
                "card": each.other or None,
                "times": each.times,
                "date": _date(each.day),
            }
            for each in struggle.mix_ups
        ],
        "cases": _rate(struggle.cases),
        "facts": _rate(struggle.facts),
    }


def _prompt(key: PromptKey) -> dict[str, str]:
    return {"prompt": key.prompt}


def _rate(rate: Rate) -> dict[str, int]:
    return rate._asdict()
