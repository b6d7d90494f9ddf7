"""How long a course takes, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from recall.decks.stats import Stats
from recall.session.time_words import interval
from recall.session.words import counted
from recall.session.workload import Workload, days_at, workload

USUAL_MINUTES = 5


def time_needed(found: Sequence[Stats], days: int | None, until: date | None) -> Iterator[str]:
    """Sentences: what a date asks for, and how far the usual minutes get."""
    questions = questions_asked(found)
    if not questions:
        yield "There is nothing to learn yet."
        return
    if days and until:
        yield _needed(workload(questions, days), until)
        if days < (least := _least_days(found)):
            yield f"One card has {least} questions, and a session asks one of them: take longer."
    usual = usual_days(found)
    length = f"about {interval(usual)}" if usual else "more than ten years"
    yield (
        f"With {USUAL_MINUTES} minutes a day, all {counted(questions, 'question')} are met in"
        f" {length}, and repeated as they come due."
    )


def pace(questions: int, days: int) -> str:
    """What it takes to meet so many questions, repeats included, on the last of some days."""
    minutes = _minutes(workload(questions, days).minutes)
    return f"To meet all of it by then takes about {minutes} a day."


def usual_days(found: Sequence[Stats]) -> int | None:
    """Days until all is met at five minutes a day; None where that is past ten years."""
    days = days_at(questions_asked(found), USUAL_MINUTES)
    return None if days is None else max(days, _least_days(found))


def _least_days(found: Sequence[Stats]) -> int:
    """With one session a day: of one card, a session asks one question."""
    return max((each.siblings for each in found), default=0)


def _needed(work: Workload, until: date) -> str:
    mean, end = _minutes(work.minutes), _minutes(work.minutes_at_end)
    rising = f", {end} towards the end" if end != mean else ""
    return (
        f"To be through by {until.isoformat()} ({counted(work.days, 'day')}): about {mean} a"
        f" day{rising}; {_rate(work.new_a_day)}."
    )


def _minutes(minutes: float) -> str:
    return counted(max(1, round(minutes)), "minute")


def _rate(new_a_day: float) -> str:
    if new_a_day >= 1:
        return f"{counted(round(new_a_day), 'new question')} a day"
    return f"a new question every {counted(round(1 / new_a_day), 'day')}"


def questions_asked(found: Sequence[Stats]) -> int:
    """Questions that a learner is asked without asking for more."""
    return sum(each.prompts - each.optional for each in found)
