"""``recall stats --json``: all figures as plain values; ``stats_fields`` says what each means."""

from __future__ import annotations

from typing import Any

from recall.clock import date_of
from recall.collection.insight import Insight
from recall.ids import PromptKey
from recall.insight.forecast import DayAhead
from recall.insight.growth import Portion
from recall.insight.honesty import Tally
from recall.insight.past import Held
from recall.insight.struggle import Rate


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
