"""The key: each card with its answer, the reason and the source."""

from __future__ import annotations

from recall.decks.gaps import gaps_of
from recall.decks.handout.asked import options_of
from recall.decks.handout.markup import element, listed, paragraphs, table, text
from recall.decks.model import CHOICE, CLOZE, COMPARISON, SEQUENCE, Card, Deck
from recall.decks.questions import full_source


def answered(deck: Deck, card: Card) -> str:
    """What is right, and why."""
    source = full_source(deck, card.source)
    return (
        _own(deck, card)
        + paragraphs(card.why, "why")
        + (element("p", text(source), "source") if source else "")
    )


def _own(deck: Deck, card: Card) -> str:
    if card.kind == CHOICE:
        return _choice(deck, card)
    if card.kind == CLOZE:
        return element("p", _filled(card), "answer")
    if card.kind == SEQUENCE:
        return listed(map(text, card.items), "answer", "ol")
    if card.kind == COMPARISON:
        return _comparison(card)
    accepted = ", ".join(card.accept)
    also = element("p", f"Also: {text(accepted)}", "note") if accepted else ""
    return paragraphs(card.answer, "answer") + also


def _choice(deck: Deck, card: Card) -> str:
    options = options_of(deck, card)
    right = "".join(
        element("p", f"<b>{name}</b> {text(option.text)}", "answer") + paragraphs(option.why, "why")
        for name, option in options
        if option.right
    )
    wrong = [
        f"<b>{name}</b> {text(option.why)}"
        for name, option in options
        if option.why and not option.right
    ]
    return right + (listed(wrong, "plain wrong") if wrong else "")


def _filled(card: Card) -> str:
    pieces, end = [], 0
    for gap in gaps_of(card.text):
        pieces += [text(card.text[end : gap.start]), element("mark", text(gap.text))]
        end = gap.end
    return "".join((*pieces, text(card.text[end:])))


def _comparison(card: Card) -> str:
    one, other = card.sides or ("", "")
    reasons = any(row.why for row in card.rows)
    head = ["", text(one), text(other), *(["Why"] if reasons else [])]
    rows = [
        [text(row.aspect), text(row.left), text(row.right), *([text(row.why)] if reasons else [])]
        for row in card.rows
    ]
    return table(head, rows)
