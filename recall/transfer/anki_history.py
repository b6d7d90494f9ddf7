"""The reviews in an Anki collection, as prompts of the deck that was made of it."""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Mapping

from recall.errors import RecallError
from recall.transfer.anki_schema import Schema
from recall.transfer.past import Past, State

MOST_REVIEWS = 1_000_000
_LEARN, _REVIEW, _RELEARN, _CRAM, _MANUAL = range(5)
_DAY_MS = 86_400_000
_MOST_MS = 4_102_444_800_000  # 2100-01-01: what lies behind it is no time
_REVIEWS = (
    "SELECT CAST(cid AS INTEGER), CAST(id AS INTEGER), CAST(ease AS INTEGER), "
    "CAST(time AS INTEGER), CAST(type AS INTEGER), CAST(factor AS INTEGER) "
    "FROM revlog ORDER BY id"
)
_STATES = "SELECT CAST(id AS INTEGER), CAST(data AS TEXT) FROM cards WHERE data LIKE '%\"s\"%'"


def past_of(
    database: sqlite3.Connection,
    became: Mapping[int, tuple[str, ...]],
    deck: str,
    schema: Schema,
) -> tuple[Past, ...]:
    """The reviews that count, oldest first; ``became``: the prompts of each Anki card.

    Left out is what says nothing about memory: cramming, manual moves, and all before a reset.
    """
    by_card: dict[int, list[tuple[int, int, int]]] = {}
    for total, (card, at_ms, ease, took, kind, factor) in enumerate(database.execute(_REVIEWS)):
        if total >= MOST_REVIEWS:
            what = f"the package holds more than {MOST_REVIEWS:,} reviews"
            raise RecallError(what, mend="export fewer decks from Anki at a time")
        if card not in became or not 0 < at_ms < _MOST_MS:
            continue
        if kind == _MANUAL and factor == 0:
            by_card.pop(card, None)
        elif (kind <= _RELEARN or (kind == _CRAM and factor)) and 1 <= ease <= 4:
            grade = _grade(ease, kind, schema.version)
            by_card.setdefault(card, []).append((at_ms, grade, max(0, min(took, _DAY_MS))))
    states = _states(database, by_card)
    found = [
        Past(
            prompt if prompt.count("/") > 1 else f"{deck}/{prompt}",
            *review,
            f"{card}.{review[0]}",
            state,
        )
        for card, reviews in by_card.items()
        for prompt in became[card]
        for place, review in enumerate(reviews, 1)
        for state in (states.get(card) if place == len(reviews) else None,)
    ]
    return tuple(sorted(found, key=lambda each: (each.at_ms, each.prompt)))


def _grade(ease: int, kind: int, version: int) -> int:
    """The grade; Anki's first scheduler knew three for cards being learnt: Again, Good, Easy."""
    return ease + 1 if version < 2 and kind in (_LEARN, _RELEARN) and ease in (2, 3) else ease


def _states(database: sqlite3.Connection, wanted: Mapping[int, object]) -> dict[int, State]:
    found = {}
    for card, data in database.execute(_STATES):
        if card in wanted and (state := _state(data)):
            found[card] = state
    return found


def _state(data: str) -> State | None:
    try:
        facts = json.loads(data)
        state = State(float(facts["s"]), float(facts["d"]))
    except (ValueError, TypeError, KeyError):
        return None
    sound = all(map(math.isfinite, state)) and 0 < state.stability < 36_500
    return state if sound and 1 <= state.difficulty <= 10 else None
