"""One card's page, read out and as plain values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recall.cli.table import columns
from recall.clock import date_of
from recall.collection.card_page import Asked, CardPage
from recall.session import browsing as words


def lines(page: CardPage) -> Iterator[str]:
    """Deck and place, then each question with its answer, what is expected of it, its history."""
    module = f", {page.module}" if page.module else ""
    yield f"{page.title}{module}"
    where = f"{page.path}:{page.line}" if page.path else ""
    yield ", ".join(filter(None, (page.name, *page.standing, where)))
    for asked in page.asked:
        yield ""
        yield from _question(asked)
        next_day = asked.memory.due_day if asked.memory else None
        yield words.card_sentence(asked.chance, next_day, page.today)
        rows = [words.answer_row(step, page.today) for step in reversed(asked.steps)]
        yield from (f"  {row}" for row in (columns(rows) if rows else ()))
    if not page.asked:
        yield words.NOTHING_KNOWN


def _question(asked: Asked) -> Iterator[str]:
    question = asked.question
    if question is None:
        yield asked.prompt
        yield words.TEXT_GONE
        return
    for label, text in (
        ("Case", question.case),
        ("Question", question.text),
        ("Answer", question.answer),
        ("Why", question.why),
        ("Source", question.source),
    ):
        if text:
            yield f"{label}: {' '.join(text.split())}"


def plain(page: CardPage) -> dict[str, Any]:
    """The page as ``--json`` gives it."""
    return {
        "card": page.name,
        "deck_title": page.title,
        "module": page.module,
        "tags": list(page.tags),
        "standing": list(page.standing),
        "path": str(page.path) if page.path else None,
        "line": page.line or None,
        "questions": [_plain(asked) for asked in page.asked],
    }


def _plain(asked: Asked) -> dict[str, Any]:
    question, memory = asked.question, asked.memory
    return {
        "prompt": asked.prompt,
        "question": question.text if question else None,
        "answer": question.answer if question else None,
        "recall": None if asked.chance is None else round(asked.chance, 3),
        "next": date_of(memory.due_day).isoformat() if memory else None,
        "history": [
            {
                "kind": step.event.kind,
                "day": date_of(step.event.study_day).isoformat(),
                "grade": step.event.grade,
                "took_ms": step.event.took_ms,
                "days": step.days,
            }
            for step in asked.steps
        ],
    }
