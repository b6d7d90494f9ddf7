"""A deck as YAML text: block style, long texts in blocks, quotes only where they are needed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recall.decks.clean import one_line
from recall.decks.model import (
    BASIC,
    CHOICE,
    CLOZE,
    COMPARISON,
    REVERSED,
    SEQUENCE,
    TYPED,
    Card,
    Deck,
)

WIDTH = 96
_INLINE = 84
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\n\[\]{}&*!|>%@`\\\"'\t]|(?<=\w)')*\Z")
_WORD = re.compile(r"[^\W\d_][\w-]*\Z")
_NOT_TEXT = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))
_HEAD = ("version", "language", "level", "licence", "workshop", "description")
_QUESTION = {
    BASIC: ("q", "a"),
    TYPED: ("q", "typed"),
    CHOICE: ("q", ""),
    REVERSED: ("term", "means"),
    CLOZE: ("cloze", ""),
    SEQUENCE: ("order", ""),
}
_DEFAULT_ASK = {SEQUENCE: ("all",), COMPARISON: ("left", "right")}


def yaml_text(deck: Deck, comment: str = "") -> str:
    """The file of a deck; ``comment`` is its first line."""
    return "\n".join([*([f"# {one_line(comment, WIDTH)}"] if comment else []), *_deck(deck), ""])


def _deck(deck: Deck) -> Iterator[str]:
    yield "recall: 1"
    yield from _pair("deck", deck.id, 0)
    yield from _pair("title", deck.title, 0)
    for key in _HEAD:
        yield from _pair(key, getattr(deck, key), 0)
    for key in ("authors", "tags", "needs", "was"):
        yield from _list(key, getattr(deck, key), 0)
    if deck.sources:
        yield "sources:"
        for key, text in deck.sources:
            yield from _pair(key, text, 2)
    if not deck.modules:
        yield from _cards(deck, deck.cards, 0)
        return
    by_module: dict[str, list[Card]] = {}
    for card in deck.cards:
        by_module.setdefault(card.module, []).append(card)
    yield "modules:"
    for module in deck.modules:
        yield f"  - id: {module.id}"
        yield from _pair("title", module.title, 4)
        yield from _list("after", module.after, 4)
        yield from _cards(deck, by_module.get(module.id, ()), 4)


def _cards(deck: Deck, cards: Iterable[Card], indent: int) -> Iterator[str]:
    found = [_card(deck, card, indent + 4) for card in cards]
    yield f"{'':{indent}}cards:" + ("" if found else " []")
    for lines in found:
        first = next(lines)
        yield f"{'':{indent + 2}}- {first.lstrip()}"
        yield from lines
        yield ""


def _card(deck: Deck, card: Card, indent: int) -> Iterator[str]:
    if not card.provisional:
        yield from _pair("id", card.id, indent)
    yield from _list("was", card.was, indent)
    if card.rev != 1:
        yield f"{'':{indent}}rev: {card.rev}"
    yield from _pair("case", card.case, indent)
    if card.kind == COMPARISON:
        yield from _comparison(card, indent)
    else:
        question, answer = _QUESTION[card.kind]
        yield from _pair(question, card.text, indent)
        if answer:
            yield from _pair(answer, card.answer, indent)
    yield from _members(card, indent)
    if card.ask and card.ask != _DEFAULT_ASK.get(card.kind):
        yield from _list("ask", card.ask, indent)
    for key in ("hint", "why", "source"):
        yield from _pair(key, getattr(card, key), indent)
    yield from _list("tags", _own_tags(deck, card), indent)
    yield from _list("after", card.after, indent)
    for key in ("group", "lang"):
        yield from _pair(key, getattr(card, key), indent)
    if card.draft:
        yield f"{'':{indent}}draft: true"
    yield from _list("lint-ok", card.lint_ok, indent)
    yield from _pair("note", card.note, indent)


def _members(card: Card, indent: int) -> Iterator[str]:
    yield from _list("accept", card.accept, indent, flow=False)
    if card.options:
        yield f"{'':{indent}}options:"
    for option in card.options:
        first, *more = _pair("right" if option.right else "wrong", option.text, indent + 4)
        yield f"{'':{indent + 2}}- {first.lstrip()}"
        yield from more
        yield from _pair("why", option.why, indent + 4)
    if not card.shuffle:
        yield f"{'':{indent}}shuffle: false"
    yield from _list("items", card.items, indent, flow=False)
    if card.cycle:
        yield f"{'':{indent}}cycle: true"


def _comparison(card: Card, indent: int) -> Iterator[str]:
    yield from _list("compare", card.sides, indent, flow=False)
    yield f"{'':{indent}}rows:"
    for row in card.rows:
        cells = (row.left, row.right, row.why) if row.why else (row.left, row.right)
        yield from _list(row.aspect, cells, indent + 2, flow=False)


def _own_tags(deck: Deck, card: Card) -> tuple[str, ...]:
    """The tags to write at the card, so that with the deck's they come to what it has."""
    own = tuple(tag for tag in card.tags if tag not in deck.tags)
    return own if (*own, *deck.tags) == card.tags else card.tags


def _list(key: str, values: Iterable[str], indent: int, *, flow: bool = True) -> Iterator[str]:
    values = tuple(values)
    if not values:
        return
    words = all(_WORD.match(value) and value.lower() not in _NOT_TEXT for value in values)
    line = f"{'':{indent}}{_key(key)}: [{', '.join(values)}]"
    if flow and words and len(line) <= WIDTH:
        yield line
        return
    yield f"{'':{indent}}{_key(key)}:"
    for value in values:
        first, *more = _scalar(value, indent + 4)
        yield f"{'':{indent + 2}}- {first}"
        yield from more


def _pair(key: str, text: str, indent: int) -> Iterator[str]:
    if text and (key, text) != ("language", "en"):
        first, *more = _scalar(text, indent + 2)
        yield f"{'':{indent}}{_key(key)}: {first}"
        yield from more


def _key(key: str) -> str:
    return key if _is_plain(key) else _quoted(key)


def _scalar(text: str, indent: int) -> Iterator[str]:
    """A text as lines: what stands after the key, and what follows below it."""
    if "\n" in text:
        yield "|-"
        for line in text.split("\n"):
            yield f"{'':{indent}}{line}" if line else ""
    elif len(text) + indent > _INLINE and " " in text:
        yield ">-"
        yield from _folded(text, indent)
    else:
        yield text if _is_plain(text) else _quoted(text)


def _folded(text: str, indent: int) -> Iterator[str]:
    """The words filled into lines; only a single space may become the end of a line."""
    line = ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and indent + len(line) + 1 + len(word) > WIDTH:
            yield f"{'':{indent}}{line}"
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield f"{'':{indent}}{line}"


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.match(text)) and text.lower() not in _NOT_TEXT and text == text.strip()


def _quoted(text: str) -> str:
    if "\\" in text or ('"' in text and "'" not in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
