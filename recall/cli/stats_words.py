"""``recall deck stats`` in words and as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from recall.cli.table import columns
from recall.cli.time_words import questions_asked, time_needed, usual_days
from recall.decks.clean import one_line
from recall.decks.problems import cells
from recall.decks.stats import KINDS, Part, Stats
from recall.session.words import counted
from recall.session.workload import workload

_NAMES = {"basic": "question", "reversed": "term"}
_LISTED = 10
"""So many cards without a source are named; ``--json`` has them all."""


def rendered(found: Sequence[Stats], days: int | None, until: date | None) -> str:
    """All decks, then the time that they take together."""
    paragraphs = ["\n".join(_deck(each)) for each in found]
    return "\n\n".join((*paragraphs, "\n".join(time_needed(found, days, until))))


def as_json(found: Sequence[Stats], days: int | None, until: date | None) -> dict[str, Any]:
    """The same figures; minutes are a day's."""
    questions = questions_asked(found)
    needed = workload(questions, days) if days else None
    return {
        "decks": [_deck_json(each) for each in found],
        "time": {
            "questions": questions,
            "until": until.isoformat() if until else None,
            "days": days,
            "minutes_a_day": round(needed.minutes, 1) if needed else None,
            "minutes_at_end": round(needed.minutes_at_end, 1) if needed else None,
            "days_at_5_minutes": usual_days(found),
        },
    }


def _deck_json(each: Stats) -> dict[str, Any]:
    return {
        "deck": each.deck.id,
        "title": each.deck.title,
        "version": each.deck.version,
        "cards": each.cards,
        "questions": each.prompts,
        "optional": each.optional,
        "drafts": each.drafts,
        "kinds": _kinds_json(each.kinds),
        "modules": [
            {
                "id": part.id,
                "title": part.title,
                "cards": part.cards,
                "questions": part.prompts,
                "kinds": _kinds_json(part.kinds),
            }
            for part in each.modules
        ],
        "sources": [source._asdict() for source in each.sources],
        "without_source": [card._asdict() for card in each.unsourced],
    }


def _kinds_json(kinds: Any) -> dict[str, int]:
    return {kind: kinds[kind] for kind in KINDS if kinds.get(kind)}


def _deck(each: Stats) -> Iterator[str]:
    facts = [counted(each.cards, "card"), counted(each.prompts, "question")]
    facts += [f"{each.optional} of them optional"] if each.optional else []
    facts += [counted(each.drafts, "draft")] if each.drafts else []
    yield f"{one_line(each.deck.title)} ({each.deck.id}): {', '.join(facts)}"
    if each.prompts:
        yield from (f"  {line}" for line in _table(each))
    yield from _sources(each)


def _table(each: Stats) -> list[str]:
    """Prompts by module and kind; only kinds that there are."""
    kinds = [kind for kind in KINDS if each.kinds[kind]]
    whole = Part("", "in all", each.cards, each.kinds)
    parts = [*each.modules, whole] if len(each.modules) > 1 else [whole]
    head = ["questions", *(_NAMES.get(kind, kind) for kind in kinds), "in all"]
    rows = [
        [
            one_line(part.title or "(no module)", 40),
            *(str(part.kinds.get(kind) or "·") for kind in kinds),
            str(part.prompts),
        ]
        for part in parts
    ]
    widths = [max(map(cells, column)) for column in zip(head, *rows, strict=True)]
    return columns(
        [
            [
                row[0],
                *(_right(text, width) for text, width in zip(row[1:], widths[1:], strict=True)),
            ]
            for row in (head, *rows)
        ]
    )


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text


def _sources(each: Stats) -> Iterator[str]:
    sourced = each.cards - len(each.unsourced)
    share = f" ({100 * sourced // each.cards} %)" if each.cards else ""
    yield f"  Sources: {sourced} of {counted(each.cards, 'card')} name one{share}."
    cited = [source for source in each.sources if source.cards]
    rows = [
        (_right(str(source.cards), 4), source.key, one_line(source.reference)) for source in cited
    ]
    yield from (f"  {line}" for line in columns(rows)) if rows else ()
    unused = [source.key for source in each.sources if not source.cards]
    if unused:
        yield f"  No card names: {', '.join(unused)}"
    if each.unsourced:
        named = [
            f"{'(no id)' if card.id.startswith('~') else card.id} (line {card.line})"
            for card in each.unsourced[:_LISTED]
        ]
        more = len(each.unsourced) - len(named)
        rest = f" and {more} more" if more else ""
        yield f"  Without a source: {', '.join(named)}{rest}"
