"""``recall log``: every event, oldest first, with the memory after it."""

from __future__ import annotations

import json
from typing import Any

import click

from recall.cli.starting import collection, database_option
from recall.clock import date_of
from recall.memory.events import PRACTICE, REVIEW, Event, Grade, Memory


@click.command("log")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object per event and line.")
@database_option
@click.pass_context
def command(ctx: click.Context, as_json: bool, database: str | None) -> None:
    """Print every event, oldest first: answers, undos, cards put away.

    With --json: id, kind, at (UTC), study_day, session, deck, card, part, rev, grade (1 to 4),
    took_ms, target (of a void: what it took back), voided, and the memory after it: stability
    (days), difficulty (1 to 10), due (the day).
    """
    from recall.memory.trail import trail

    show = _json if as_json else _line
    with collection(ctx, database) as opened:
        voided = opened.store.voided()
        for event, memory in trail(opened.store.events(), opened.scheduler):
            click.echo(show(event, memory, event.id in voided))


def _json(event: Event, memory: Memory | None, voided: bool) -> str:
    deck, card, part = _names(event)
    fields: dict[str, Any] = {
        "id": str(event.id),
        "kind": event.kind,
        "at": utc(event.at_ms),
        "study_day": date_of(event.study_day).isoformat(),
        "session": str(event.session),
        "deck": deck,
        "card": card,
        "part": part,
        "rev": event.rev,
        "grade": event.grade,
        "took_ms": event.took_ms,
        "target": str(event.target) if event.target else None,
        "voided": voided,
        "stability": memory.stability if memory else None,
        "difficulty": memory.difficulty if memory else None,
        "due": date_of(memory.due_day).isoformat() if memory else None,
    }
    return json.dumps(fields, ensure_ascii=False)


def _line(event: Event, memory: Memory | None, voided: bool) -> str:
    from recall.decks.clean import one_line
    from recall.session.words import grade_word, kind_word

    if event.grade is not None:
        what = grade_word(Grade(event.grade), str(event.details.get("shown", "")))
    else:
        what = "undo" if event.kind == "void" else kind_word(event.kind)
    name = one_line(event.prompt or str(event.target or ""), 120)
    after = f"  {date_of(memory.due_day)}" if memory and event.kind == REVIEW else ""
    undone = "  (undone)" if voided else ""
    undone = f"  ({event.kind}){undone}" if event.kind == PRACTICE else undone
    return f"{utc(event.at_ms)[:16].replace('T', ' ')}  {one_line(what):<10}  {name}{after}{undone}"


def _names(event: Event) -> tuple[str | None, str | None, str | None]:
    if event.prompt is None:
        return None, None, None
    deck, card, part = (*event.prompt.split("/", 2), "", "")[:3]
    return deck, card or None, part or None


def utc(at_ms: int) -> str:
    """Epoch milliseconds as ISO 8601 in UTC: ``2026-11-28T09:08:07.123Z``."""
    from datetime import UTC, datetime

    whole = datetime.fromtimestamp(at_ms // 1000, UTC)
    return f"{whole:%Y-%m-%dT%H:%M:%S}.{at_ms % 1000:03d}Z"
