"""Cards to cut out and fold: the question on one half, the answer on the other. One for each
prompt, but a term has one for both ways: it is turned round."""

from __future__ import annotations

from collections.abc import Iterator

from recall.decks.handout.asked import items_of, letter, options_of
from recall.decks.handout.markup import element, listed, paragraphs, text
from recall.decks.model import CHOICE, COMPARISON, REVERSED, Card, Deck
from recall.decks.parts import BACK
from recall.decks.question import ORDER, Question
from recall.decks.questions import question

_LONG = 260
"""Characters on one half from which on smaller letters are used."""


def slips(deck: Deck, card: Card, number: int) -> Iterator[str]:
    """The slips of a card; ``number`` is its own on the question sheet."""
    parts = [part for part in card.parts if card.kind != REVERSED or part != BACK]
    for place, part in enumerate(parts):
        name = f"{number}{letter(place).lower()}" if len(parts) > 1 else str(number)
        asked = question(deck, card, part, seed=0)
        yield _slip(name, _front(deck, card, asked), _back(deck, card, asked), card.lang)


def _slip(name: str, front: str, back: str, lang: str) -> str:
    mark = element("span", name, "number")
    halves = (
        element("div", mark + inner, "half long" if len(inner) > _LONG else "half")
        for inner in (front, back)
    )
    return element("div", "".join(halves), "slip", lang=lang)


def _front(deck: Deck, card: Card, asked: Question) -> str:
    case = paragraphs(asked.case, "case")
    ask = paragraphs(asked.text, "ask")
    if card.kind == CHOICE:
        options = options_of(deck, card)
        ask += listed((f"<b>{name}</b> {text(each.text)}" for name, each in options), "plain")
    elif asked.way == ORDER:
        ask += listed(map(text, items_of(deck, card)))
    return case + ask


def _back(deck: Deck, card: Card, asked: Question) -> str:
    if card.kind == CHOICE:
        right = [(name, each) for name, each in options_of(deck, card) if each.right]
        answer = "".join(
            element("p", f"<b>{name}</b> {text(each.text)}", "answer") for name, each in right
        )
    elif asked.way == ORDER:
        answer = listed(map(text, asked.items), "answer", "ol")
    else:
        answer = paragraphs(asked.answer, "answer")
    why = asked.why if card.kind != COMPARISON or asked.why != asked.answer else ""
    return answer + paragraphs(why, "why")
