"""The words of browsing: what stands beside a card, and what was done to several of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from recall.clock import date_of
from recall.memory.events import BURY, FLAG, RESTART, RESUME, SUSPEND, Grade
from recall.memory.history import Step
from recall.session import query as q
from recall.session.query_text import UnclearQuery
from recall.session.time_words import day_and_month, day_word, interval
from recall.session.words import WORDS, counted, grade_word

SORT_WORDS: Mapping[str, str] = {
    "deck": "as in the decks",
    "recall": "weakest first",
    "next": "next ones first",
    "seen": "last seen first",
    "forgotten": "most forgotten first",
}
"""What the orders of ``collection.shelf.SORTS`` are called."""

_STANDING: Mapping[str, str] = {
    q.RETIRED: "retired",
    q.DRAFT: "draft",
    q.SUSPENDED: "put away",
    q.FLAGGED: "marked",
    q.LEECH: "never sticks",
    q.UPDATED: "updated",
    q.NEW: "new",
}
NOTHING_FOUND = "No card is found by that."
NOTHING_KNOWN = "Nothing is known of this card but what you set for it."
TEXT_GONE = "Its text is no longer in any deck."
NO_CARDS = "No cards here yet. Run: recall add FILE"


def standing_words(standing: Collection[str]) -> list[str]:
    """What is to be said of a card, most important first; what is usual is not said."""
    return [word for each, word in _STANDING.items() if each in standing]


def share(chance: float | None) -> str:
    """``87 %``, "" where there is nothing to estimate yet."""
    return "" if chance is None else f"{round(100 * chance)} %"


def next_word(day: int | None, today: int) -> str:
    """When a card is to be reviewed: ``today``, ``tomorrow``, ``Tuesday``, ``3 Dec``, of another
    year ``3 Feb 2028``; "" before its first answer."""
    if day is None:
        return ""
    return day_word(day, today) if day < today + 7 else date_word(day, today)


def date_word(day: int, today: int) -> str:
    """A study day as a short date, with its year where that is not this one."""
    date = date_of(day)
    number, month = day_and_month(date).split()
    year = "" if date.year == date_of(today).year else f" {date.year}"
    return f"{number} {month[:3]}{year}"


def found(number: int, chosen: int) -> str:
    """``376 cards``, ``12 cards, 3 chosen``."""
    return counted(number, "card") + (f", {chosen} chosen" if chosen else "")


def done_to(what: str, cards: int, key: str) -> str:
    """What was done to some cards, with the key that takes it back.

    ``what`` is the kind of event written, ``mark off`` where marks were taken away.
    """
    many = counted(cards, "card")
    said = {
        SUSPEND: f"{many} put away.",
        RESUME: f"{many} brought back.",
        BURY: f"{many} not asked today.",
        FLAG: f"{many} marked.",
        RESTART: f"{many} {'starts' if cards == 1 else 'start'} again.",
    }.get(what, f"{many}: mark taken away.")
    return f"{said} {key} undoes it." if key else said


def card_sentence(chance: float | None, next_day: int | None, today: int) -> str:
    """What is expected of one question, and when it comes back."""
    if chance is None or next_day is None:
        return "Not asked yet."
    when = "any session now" if next_day <= today else next_word(next_day, today)
    return f"You would recall it today with a chance of about {share(chance)}. Next: {when}."


def answer_row(step: Step, today: int) -> tuple[str, str, str, str]:
    """One answer of a history: its date, how it went, how long it took, the interval it gave."""
    event = step.event
    grade = grade_word(Grade(event.grade or Grade.AGAIN), str(event.details.get("shown", "")))
    took = f"{max(1, round(event.took_ms / 1000))} s" if event.took_ms else ""
    after = WORDS["practising"] if step.days is None else interval(step.days)
    return date_word(event.study_day, today), grade, took, after


def detail(
    title: str, met: int, questions: int, next_day: int | None, last: int | None, today: int
) -> str:
    """What the row of a card has no room for."""
    parts = [title]
    if questions > 1 and met:
        parts.append(f"{met} of {counted(questions, 'question')} met")
    if next_day is not None:
        parts.append(f"next {next_word(next_day, today)}")
    if last is not None:
        parts.append("seen today" if last >= today else f"seen {date_word(last, today)}")
    return ", ".join(parts)


def forgotten(times: int) -> str:
    """``forgotten once``, ``forgotten 3 times``, "" for never."""
    return "" if not times else f"forgotten {'once' if times == 1 else f'{times} times'}"


SYNTAX = (
    "words deck: tag: module: kind: source: is:due recall<0.7 -not",
    "is: due new suspended flagged leech updated retired draft",
)
"""What a search may hold, shown while nothing is typed; the second line where there is room."""


def unclear(fault: UnclearQuery) -> str:
    """Why a search cannot be read, in sentences."""
    end = "" if fault.what.endswith("?") else "."
    return f"{fault.where.capitalize()}: {fault.what}{end} {fault.mend}."
