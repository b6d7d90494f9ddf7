"""``recall deck diff`` in words: what a new version means for learners, and the mends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from recall.cli.risk_words import former, mend, shown_id, why
from recall.cli.table import columns
from recall.decks.clean import one_line
from recall.decks.difference import DeckDifference, Difference, Renamed
from recall.decks.listed import line_of
from recall.decks.losses import DECK, Risk
from recall.decks.model import Card, Deck
from recall.session.words import counted

_BECAUSE = {
    "was": "'was' says so",
    "text": "no 'was', but the text is the same",
    "id": "it got an id",
    "part": "its parts pair",
}


def rendered(found: Difference) -> str:
    """The whole report, a paragraph for each deck and a last sentence."""
    paragraphs = ["\n".join(_deck(each)) for each in found.decks]
    paragraphs += [
        f"{_name(deck)} is not there now. Its histories stay, and come back with it."
        for deck in found.absent
    ]
    return "\n\n".join((*paragraphs, verdict(found)))


def verdict(found: Difference) -> str:
    """The last sentence: whether a history would be lost."""
    if not found.lost:
        return "No history is lost."
    return f"Learners would lose the history of {counted(len(found.lost), 'question')}."


def as_json(found: Difference) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "lost": sorted(found.lost),
        "absent": [deck.id for deck in found.absent],
        "decks": [_deck_json(each) for each in found.decks],
    }


def _deck_json(each: DeckDifference) -> dict[str, Any]:
    fields = each._asdict()
    fields["renamed"] = [renamed._asdict() for renamed in each.renamed]
    fields["at_risk"] = [
        {**risk._asdict(), "why": why(risk), "mend": mend(risk)} for risk in each.risks
    ]
    for name in ("old", "new", "risks"):
        del fields[name]
    return {
        "deck": each.new.id,
        "was": each.old.id if each.old else None,
        "version": each.new.version,
        "version_was": each.old.version if each.old else None,
        **fields,
    }


def _deck(each: DeckDifference) -> Iterator[str]:
    yield _heading(each)
    silent = [risk for risk in each.risks if risk.rule == DECK]
    if silent:
        yield from _risks(silent)
        if not any(each[2:-1]) and len(each.risks) == 1:
            return
        yield "  Once that is mended, this is what is left:"
    if each.is_quiet:
        yield "  Learners notice nothing."
        return
    now = {card.id: card for card in each.new.cards}
    was = {card.id: card for card in each.old.cards} if each.old else {}
    new = counted(each.prompts_new, "new question")
    if each.old is None:
        yield f"  A deck that was not there before: {counted(len(each.added), 'card')}, {new}."
    else:
        yield from _cards("Added", f"{new} in all.", each.added, now)
        if each.prompts_new and not each.added:
            yield f"  New questions: {each.prompts_new:,}."
    yield from _cards("Reworded a little", "Progress is kept and nothing is said.", each.minor, now)
    yield from _cards(
        "Reworded a lot",
        "Progress is kept; learners see 'updated' once. If one asks something else now, raise"
        " its 'rev'.",
        each.major,
        now,
    )
    yield from _cards(
        "Restarting", "Learners begin with it anew ('rev' was raised).", each.restarting, now
    )
    yield from _cards("Moved to another module", "Progress is kept.", each.moved, now)
    yield from _renamed(each.renamed, now)
    yield from _cards(
        "Retired",
        "Not asked any more; the history stays on record and comes back with the card.",
        each.retired,
        was,
    )
    yield from _section("Left out of cards that go on", "", [(name,) for name in each.left_out])
    yield from _risks([risk for risk in each.risks if risk not in silent])


def _heading(each: DeckDifference) -> str:
    name = _name(each.new)
    if each.old is None or each.old.version == each.new.version:
        return name
    return f"{name}, {each.old.version or 'no version'} → {each.new.version or 'no version'}"


def _name(deck: Deck) -> str:
    return f"{one_line(deck.title)} ({deck.id})"


def _cards(what: str, means: str, ids: Sequence[str], cards: dict[str, Card]) -> Iterator[str]:
    return _section(
        what, means, [(shown_id(name), one_line(line_of(cards[name]))) for name in ids], "card"
    )


def _renamed(renamed: Sequence[Renamed], now: dict[str, Card]) -> Iterator[str]:
    rows = [
        (
            former(each.old, each.new),
            f"→ {shown_id(each.new.partition('/')[2])}",
            _BECAUSE[each.because],
        )
        for each in renamed
    ]
    return _section("Renamed", "Progress is kept.", rows, "card")


def _section(
    what: str, means: str, rows: Sequence[tuple[str, ...]], noun: str = "question"
) -> Iterator[str]:
    if rows:
        yield f"  {what}: {counted(len(rows), noun)}. {means}".rstrip()
        yield from (f"    {line}" for line in columns(rows))


def _risks(risks: Sequence[Risk]) -> Iterator[str]:
    prompts = {prompt for risk in risks for prompt in risk.prompts}
    if not risks:
        return
    yield f"  Histories at risk: {counted(len(prompts), 'question')}."
    for risk in risks:
        place = f" (line {risk.line})" if risk.line else ""
        name = shown_id(risk.now.partition("/")[2] or risk.now)
        yield f"    {name}{place}: {why(risk)}"
        yield f"      = help: {mend(risk)}"
