"""The whole handout: a page that needs no other file, no script and no network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from recall.decks.handout.answered import answered
from recall.decks.handout.asked import asked
from recall.decks.handout.markup import attribute, element, folded, paragraphs, text
from recall.decks.handout.slips import slips
from recall.decks.handout.style import STYLE
from recall.decks.model import Card, Deck

MADE_BY = '<meta name="generator" content="recall deck handout">'
"""By this line a file of ours is known from a page that somebody else made."""


class Numbered(NamedTuple):
    """A card with its number in the handout, from 1."""

    number: int
    card: Card


def handout(deck: Deck) -> str:
    """The handout of a deck as HTML; drafts and notes for authors are left out.

    On a screen answers are folded under their questions; on paper come a question sheet, the key
    and cards to cut out, each from a new page on.
    """
    cards = [card for card in deck.cards if not card.draft]
    numbered = [Numbered(number, card) for number, card in enumerate(cards, 1)]
    return "".join(
        (
            f'<!doctype html>\n<html lang="{attribute(deck.language)}">\n<head>\n',
            '<meta charset="utf-8">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            # Nothing is loaded and nothing runs, whatever a deck holds.
            '<meta http-equiv="Content-Security-Policy" '
            "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n",
            f"{MADE_BY}\n<title>{text(_on_one_line(deck.title))}</title>\n",
            f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n",
            _head(deck, len(numbered)),
            _section("sheet", "", _by_module(deck, numbered, _sheet), deck),
            _section("key paper", "Key", _by_module(deck, numbered, _key), deck),
            _section("cards paper", _CUT, _cards(deck, numbered), deck),
            f"{_foot(deck)}</main>\n</body>\n</html>\n",
        )
    )


_CUT = "Cards: cut along the dashes, fold along the dots"

Entry = Callable[[Deck, Card], str]


def _head(deck: Deck, cards: int) -> str:
    facts = [f"{cards:,} {'question' if cards == 1 else 'questions'}"]
    facts += [f"version {deck.version}"] if deck.version else []
    how = (
        "Answer in your head, then unfold the answer. In print: question sheet, key, cut-out cards."
    )
    return (
        element("h1", text(_on_one_line(deck.title)))
        + paragraphs(deck.description)
        + element("p", text(", ".join(facts)), "meta")
        + element("p", how, "meta screen")
        + element("p", f"Name {'_' * 32} &emsp; Date {'_' * 14}", "paper name")
    )


def _section(kind: str, title: str, inner: Iterator[str], deck: Deck) -> str:
    heading = element("h2", text(title)) if title else ""
    return f"\n{element('section', heading + ''.join(inner), kind)}\n"


def _by_module(deck: Deck, numbered: list[Numbered], entry: Entry) -> Iterator[str]:
    module = ""
    for number, card in numbered:
        if card.module != module:
            module = card.module
            yield element("h3", text(_on_one_line(deck.module_title(module))))
        mark = element("div", str(number), "number")
        inner = element("div", entry(deck, card), lang=card.lang)
        yield f"\n{element('article', mark + inner, 'question')}"


def _sheet(deck: Deck, card: Card) -> str:
    hint = folded("Hint", paragraphs(card.hint)) if card.hint else ""
    return asked(deck, card) + hint + folded("Answer", answered(deck, card))


def _key(deck: Deck, card: Card) -> str:
    return answered(deck, card)


def _cards(deck: Deck, numbered: list[Numbered]) -> Iterator[str]:
    for number, card in numbered:
        for slip in slips(deck, card, number):
            yield f"\n{slip}"


def _foot(deck: Deck) -> str:
    facts = [", ".join(deck.authors), deck.licence, f"{deck.id} {deck.version}".strip()]
    return element("footer", element("p", text(" · ".join(fact for fact in facts if fact)))) + "\n"


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
