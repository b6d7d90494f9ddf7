"""The list of small things as JSON and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recall.clock import date_of
from recall.decks.clean import for_markdown
from recall.kaizen.values import PHASES, SmallThing
from recall.kaizen.words import TITLE, notes_of, state_of

MADE_BY = "<!-- made by: recall kaizen -->"


def as_json(things: Iterable[SmallThing]) -> list[dict[str, Any]]:
    """Plain values, oldest first."""
    return [
        {
            "id": str(each.id),
            "day": date_of(each.day).isoformat(),
            "text": each.text,
            "state": state_of(each),
            "ended": None if each.end_day is None else date_of(each.end_day).isoformat(),
            **{phase: said or None for phase, said in zip(PHASES, each.notes, strict=True)},
        }
        for each in things
    ]


def as_markdown(things: Iterable[SmallThing]) -> str:
    """A page to keep, newest first."""
    lines = [MADE_BY, f"# {TITLE}"]
    for each in reversed(tuple(things)):
        lines += ["", f"## {date_of(each.day).isoformat()}: {for_markdown(each.text)}", ""]
        lines.append(f"{state_of(each).capitalize()}.")
        if each.notes != ("", "", "", ""):
            lines += [
                "",
                *(f"- **{title}:** {for_markdown(said)}" for title, said in notes_of(each)),
            ]
    return "\n".join(lines) + "\n"
