"""The words of a card and of its prompts, normalised so that they can be compared."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from recall.decks.gaps import filled, gaps_of
from recall.decks.model import CHOICE, CLOZE, COMPARISON, REVERSED, SEQUENCE, Card
from recall.decks.parts import ALL, BACK
from recall.ids import provisional_id, unique_slugs

ALIKE = 0.6
_LONGEST = 2_000


class Asked(NamedTuple):
    """One prompt in words.

    Attributes:
        sort: what sort of part it is; only parts of one sort can be the same one reworded.
        wording: the gap, item or row that names it; "" for a part that is not named after words.
        text: normalised question and answer.
    """

    sort: str
    wording: str
    text: str


def normalised(text: str) -> str:
    """NFKC, case-folded, white space as single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def alike(one: str, other: str) -> bool:
    """Whether two normalised texts are alike: a similarity of 0.6 or more (difflib's ratio)."""
    return similarity(one, other) >= ALIKE


@lru_cache(maxsize=4096)
def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1; of very long ones the first 2,000 characters."""
    if one == other:
        return 1.0
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False).ratio()


def card_text(card: Card) -> str:
    """The question side of a card, normalised: what tells a card without id from the others."""
    if card.kind == CLOZE:
        question = filled(card.text)
    elif card.kind == COMPARISON:
        question = "\n".join((*card.sides, *(row.aspect for row in card.rows)))
    else:
        question = card.text
    return normalised(f"{card.case}\n{question}")


def nameless_id(text: str, number: int) -> str:
    """The provisional id of the ``number``-th card (from 1) of a deck that has this question."""
    return provisional_id(text if number == 1 else f"{text}\n{number}")


def whole_text(card: Card) -> str:
    """All that a learner reads of a card to answer it and to check the answer, normalised."""
    options = [option.text for option in card.options]
    cells = [cell for row in card.rows for cell in (row.aspect, row.left, row.right, row.why)]
    words = [card.case, card.text, card.answer, *options, *card.items, *card.sides, *cells]
    return normalised("\n".join(words))


def extras(card: Card) -> tuple[object, ...]:
    """What else a learner may notice: spellings, feedback, hint, reason, source."""
    feedback = tuple(option[1:] for option in card.options)
    return (card.accept, feedback, card.hint, card.why, card.source)


def prompts_asked(card: Card) -> dict[str, Asked]:
    """The prompts of a card in words, by part, in order."""
    if card.kind == CLOZE:
        text = normalised(filled(card.text))
        gaps = [normalised(gap.text) for gap in gaps_of(card.text)]
        pairs = zip(card.parts, gaps, strict=True)
        return {part: Asked("gap", gap, f"{text}\n{gap}") for part, gap in pairs}
    if card.kind == SEQUENCE:
        return _sequence(card)
    if card.kind == COMPARISON:
        return _comparison(card)
    answer = card.answer
    if card.kind == CHOICE:
        answer = "\n".join(option.text for option in card.options if option.right)
    forward = normalised(f"{card.case}\n{card.text}\n{answer}")
    if card.kind == REVERSED:
        back = normalised(f"{card.answer}\n{card.text}")
        return {part: Asked(part, "", back if part == BACK else forward) for part in card.parts}
    return {part: Asked(part, "", forward) for part in card.parts}


def _sequence(card: Card) -> dict[str, Asked]:
    text = normalised("\n".join((card.text, *card.items)))
    shown = dict(zip(unique_slugs(card.items), card.items, strict=True))
    asked = {}
    for part in card.parts:
        sort, _, slug = part.partition(".")
        item = normalised(shown.get(slug, ""))
        asked[part] = Asked(sort, item, f"{text}\n{item}" if part != ALL else text)
    return asked


def _comparison(card: Card) -> dict[str, Asked]:
    rows = {row.slug: row for row in card.rows}
    asked = {}
    for part in card.parts:
        slug, _, sort = part.rpartition(".")
        row = rows[slug]
        text = normalised("\n".join((*card.sides, row.aspect, row.left, row.right, sort)))
        asked[part] = Asked(sort, normalised(row.aspect), text)
    return asked
