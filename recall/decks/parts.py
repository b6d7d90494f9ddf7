"""Which prompts a card yields. A part is named after what is asked, never after where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.gaps import gaps_of
from recall.decks.model import CLOZE, COMPARISON, REVERSED, SEQUENCE, Row
from recall.ids import unique_slugs

MAIN, FORWARD, BACK, ALL, NEXT = "main", "forward", "back", "all", "next"
LEFT, RIGHT, WHICH, WHY = "left", "right", "which", "why"

SEQUENCE_ASKS = (ALL, NEXT)
COMPARISON_ASKS = (LEFT, RIGHT, WHICH, WHY)

_ONE = (MAIN,)
_TWO = (FORWARD, BACK)


def parts_of(
    kind: str,
    *,
    text: str = "",
    items: Sequence[str] = (),
    cycle: bool = False,
    rows: Sequence[Row] = (),
    ask: Sequence[str] = (),
) -> tuple[str, ...]:
    """The parts of a card, in the order in which they are asked."""
    if kind == CLOZE:
        return unique_slugs(gap.text for gap in gaps_of(text))
    if kind == REVERSED:
        return _TWO
    if kind == SEQUENCE:
        return _sequence(items, cycle, ask)
    if kind == COMPARISON:
        return tuple(
            f"{row.slug}.{asked}" for row in rows for asked in ask if asked != WHY or row.why
        )
    return _ONE


def _sequence(items: Sequence[str], cycle: bool, ask: Sequence[str]) -> tuple[str, ...]:
    parts: list[str] = []
    for asked in ask:
        if asked == ALL:
            parts.append(ALL)
        else:
            shown = unique_slugs(items)
            parts += [f"{NEXT}.{slug}" for slug in (shown if cycle else shown[:-1])]
    return tuple(parts)
