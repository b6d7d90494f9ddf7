"""The question sheet: each card once, so that no question gives another one's answer away."""

from __future__ import annotations

from random import Random

from recall.decks.gaps import gaps_of
from recall.decks.handout.markup import element, listed, paragraphs, table, text
from recall.decks.model import CHOICE, CLOZE, COMPARISON, SEQUENCE, TYPED, Card, Deck, Option
from recall.decks.parts import ALL, LEFT, MAIN, RIGHT, WHICH, WHY
from recall.decks.questions import question

SEED = 0
"""The same deck always gives the same sheet, so that a key printed later still fits."""

LINE = '<div class="line"></div>'
BOX = '<span class="box"></span>'


def asked(deck: Deck, card: Card) -> str:
    """A card as a question, with room to answer it on paper."""
    case = element("div", paragraphs(card.case), "case") if card.case else ""
    return case + _own(deck, card)


def options_of(deck: Deck, card: Card) -> tuple[tuple[str, Option], ...]:
    """The options of a choice with their letters, in the order of the sheet."""
    shown = question(deck, card, MAIN, seed=SEED).options
    return tuple((letter(number), option) for number, option in enumerate(shown))


def items_of(deck: Deck, card: Card) -> tuple[str, ...]:
    """The items of a sequence in the order in which they are offered, never the right one."""
    shown = question(deck, card._replace(parts=(ALL,)), ALL, seed=SEED).shown
    return tuple(card.items[index] for index in shown)


def letter(number: int) -> str:
    """The letter of an option, from 0: ``A``; past ``Z`` its number from 1."""
    return chr(ord("A") + number) if number < 26 else str(number + 1)


def _own(deck: Deck, card: Card) -> str:
    ask = paragraphs(card.text, "ask")
    if card.kind == CHOICE:
        return ask + _choice(deck, card)
    if card.kind == CLOZE:
        return element("p", with_gaps(card), "ask")
    if card.kind == SEQUENCE:
        note = "Number them in order."
        note += " It goes round: any start is right." if card.cycle else ""
        items = [f"{BOX} {text(item)}" for item in items_of(deck, card)]
        return ask + element("p", note, "note") + listed(items, "plain")
    if card.kind == COMPARISON:
        return _comparison(card)
    return ask + (LINE if card.kind == TYPED else LINE * 2)


def _choice(deck: Deck, card: Card) -> str:
    options = options_of(deck, card)
    several = sum(option.right for _, option in options) > 1
    note = element("p", "Pick all that are right.", "note") if several else ""
    items = [f"{BOX} <b>{name}</b> {text(option.text)}" for name, option in options]
    return note + listed(items, "plain")


def with_gaps(card: Card) -> str:
    """A cloze text with all its gaps empty."""
    pieces, end = [], 0
    for gap in gaps_of(card.text):
        hint = f" ({text(gap.hint)})" if gap.hint else ""
        pieces += [text(card.text[end : gap.start]), f'<span class="gap">____</span>{hint}']
        end = gap.end
    return "".join((*pieces, text(card.text[end:])))


def _comparison(card: Card) -> str:
    one, other = card.sides or ("", "")
    if not {LEFT, RIGHT} & set(card.ask):
        return _traits(card, one, other)
    head = ["", text(one), text(other)]
    rows = [
        [
            text(row.aspect),
            "" if LEFT in card.ask else text(row.left),
            "" if RIGHT in card.ask else text(row.right),
        ]
        for row in card.rows
    ]
    why = element("p", "Why do they differ?", "note") if WHY in card.ask else ""
    return table(head, rows) + why


def _traits(card: Card, one: str, other: str) -> str:
    """Traits to be told apart, or rows whose difference is to be explained."""
    if WHICH not in card.ask:
        rows = [[text(row.aspect), text(row.left), text(row.right)] for row in card.rows]
        return table(["", text(one), text(other)], rows) + element(
            "p", "Why do they differ?", "note"
        )
    traits = [(row.aspect, cell) for row in card.rows for cell in (row.left, row.right)]
    Random(f"{SEED}/{card.id}").shuffle(traits)
    note = element("p", f"{text(one)} or {text(other)}?", "note")
    return note + listed((f"{BOX} {text(a)}: {text(cell)}" for a, cell in traits), "plain")
