"""A prompt of a card, as a learner meets it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from recall.decks.gaps import gaps_of
from recall.decks.model import CHOICE, CLOZE, COMPARISON, REVERSED, SEQUENCE, TYPED, Card, Deck
from recall.decks.parts import ALL, BACK, LEFT, WHICH, WHY
from recall.decks.question import (
    CONTRAST,
    GAP,
    ORDER,
    PICK,
    RECALL,
    TYPE,
    Contrast,
    Question,
    Segment,
)
from recall.decks.typed import normalise_typed, own_answers, typed_answers
from recall.ids import unique_slugs

__all__ = ["normalise_typed", "question", "typed_answers"]

JOINED = "; "


def question(
    deck: Deck, card: Card, part: str, *, seed: int, rivals: frozenset[str] = frozenset()
) -> Question:
    """The question of one prompt. The same seed always gives the same order of options and items.

    Raises:
        ValueError: the card has no such part.
    """
    if part not in card.parts:
        raise ValueError(f"{deck.id}/{card.id} has no part {part}")

    def chance() -> Random:
        return Random(f"{seed}/{deck.id}/{card.id}/{part}")

    common: dict[str, Any] = {
        "deck": deck.id,
        "card": card.id,
        "part": part,
        "rev": card.rev,
        "way": RECALL,
        "kind": card.kind,
        "text": card.text,
        "answer": card.answer,
        "deck_title": deck.title,
        "module_title": deck.module_title(card.module),
        "case": card.case,
        "hint": card.hint,
        "why": card.why,
        "source": full_source(deck, card.source),
        "lang": card.lang or deck.language,
    }
    return Question(**common | _own(card, part, chance, rivals))


def full_source(deck: Deck, cited: str) -> str:
    """The full reference of a cited key, with the page where the card gives one."""
    references = dict(deck.sources)
    if cited in references:
        return references[cited]
    key, comma, page = cited.partition(",")
    reference = references.get(key.strip())
    return f"{reference}{comma} {page.strip()}" if reference else cited


def _own(
    card: Card, part: str, chance: Callable[[], Random], rivals: frozenset[str]
) -> dict[str, Any]:
    if card.kind == TYPED:
        return {"way": TYPE, "accept": card.accept, "rivals": rivals - own_answers(card)}
    if card.kind == CHOICE:
        return _choice(card, chance)
    if card.kind == CLOZE:
        return _cloze(card, part)
    if card.kind == SEQUENCE:
        return _sequence(card, part, chance)
    if card.kind == COMPARISON:
        return _comparison(card, part, chance)
    if card.kind == REVERSED and part == BACK:
        return {"text": card.answer, "answer": card.text}
    return {}


def _choice(card: Card, chance: Callable[[], Random]) -> dict[str, Any]:
    options = list(card.options)
    if card.shuffle:
        chance().shuffle(options)
    right = [option.text for option in card.options if option.right]
    return {
        "way": PICK,
        "options": tuple(options),
        "several": len(right) > 1,
        "answer": JOINED.join(right),
    }


def _cloze(card: Card, part: str) -> dict[str, Any]:
    segments: list[Segment] = []
    end = 0
    answer = ""
    for name, gap in zip(card.parts, gaps_of(card.text), strict=True):
        segments.append(Segment(card.text[end : gap.start]))
        segments.append(Segment(gap.text, name == part, gap.hint))
        answer = gap.text if name == part else answer
        end = gap.end
    segments.append(Segment(card.text[end:]))
    segments = [segment for segment in segments if segment.text]
    text = "".join(_blank(segment) if segment.asked else segment.text for segment in segments)
    return {"way": GAP, "text": text, "answer": answer, "segments": tuple(segments)}


def _blank(segment: Segment) -> str:
    return f"[ {segment.hint or '…'} ]"


def _sequence(card: Card, part: str, chance: Callable[[], Random]) -> dict[str, Any]:
    if part == ALL:
        return {
            "way": ORDER,
            "answer": ", ".join(card.items),
            "items": card.items,
            "shown": _offered(card, chance),
            "cycle": card.cycle,
        }
    slugs = unique_slugs(card.items)
    shown = slugs.index(part.partition(".")[2])
    asked = card.text.rstrip(" .:")
    return {
        "text": f"{asked}: what follows “{card.items[shown]}”?",
        "answer": card.items[(shown + 1) % len(card.items)],
    }


def _offered(card: Card, chance: Callable[[], Random]) -> tuple[int, ...]:
    """An order that is not the answer: neither the items' own, nor of a cycle any turn of it."""
    order, dice = list(range(len(card.items))), chance()
    for _ in range(100):
        dice.shuffle(order)
        if not _is_right(card, order):
            return tuple(order)
    return tuple(reversed(range(len(card.items))))


def _is_right(card: Card, order: Sequence[int]) -> bool:
    items = [card.items[index] for index in order]
    turns = range(len(items)) if card.cycle else (0,)
    return any(items == [*card.items[turn:], *card.items[:turn]] for turn in turns)


def _comparison(card: Card, part: str, chance: Callable[[], Random]) -> dict[str, Any]:
    slug, _, asked = part.rpartition(".")
    row = next(row for row in card.rows if row.slug == slug)
    one, other = sides = card.sides or ("", "")
    cells = (row.left, row.right)
    belongs = chance().randrange(2) if asked == WHICH else 0
    why = "\n\n".join(text for text in (row.why, card.why) if text)
    if asked == WHICH:
        text, answer = f"{row.aspect}: {cells[belongs]}. {one} or {other}?", sides[belongs]
    elif asked == WHY:
        text, answer, why = f"{row.aspect}: why do {one} and {other} differ?", row.why, card.why
    else:
        side = 0 if asked == LEFT else 1
        text, answer = f"{sides[side]}: {row.aspect}?", cells[side]
    contrast = Contrast(sides, row.aspect, cells, asked, belongs)
    return {"way": CONTRAST, "text": text, "answer": answer, "why": why, "contrast": contrast}
