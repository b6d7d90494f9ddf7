"""What other programs are given: every prompt of a deck as a question and an answer in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from recall.decks.model import Card, Deck
from recall.decks.question import ORDER, PICK, TYPE, Question
from recall.decks.questions import question
from recall.ids import prompt_name

SEED = 0
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Asked(NamedTuple):
    """One prompt.

    Attributes:
        name: ``deck/card/part``, which never changes.
        guid: what other programs know it by: the same for the same prompt, for ever.
        card: the card it is of.
        question: as a learner of this app meets it.
        front: the question in words: its case before it, its options or items below it.
        back: the answer in words, with what is said of each option.
    """

    name: str
    guid: str
    card: Card
    question: Question
    front: str
    back: str

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its card, without blanks."""
        return tuple("_".join(tag.split()) for tag in self.card.tags)


def prompts_of(deck: Deck) -> Iterator[Asked]:
    """Every prompt of a deck in file order; drafts are left out."""
    for card in deck.cards:
        if card.draft:
            continue
        for part in card.parts:
            asked = question(deck, card, part, seed=SEED)
            name = prompt_name(deck.id, card.id, part)
            yield Asked(name, f"recall:{name}", card, asked, _front(asked), _back(asked))


def nameless(deck: Deck) -> int:
    """How many cards have no id yet: another program would take them for new when reworded."""
    return sum(card.provisional and not card.draft for card in deck.cards)


def letter(place: int) -> str:
    """What an option is called: A, B, … Z, then its number."""
    return _LETTERS[place] if place < len(_LETTERS) else str(place + 1)


def _front(asked: Question) -> str:
    lines = [asked.text]
    if asked.way == PICK:
        lines += [f"{letter(place)}) {each.text}" for place, each in enumerate(asked.options)]
    elif asked.way == ORDER:
        lines += [f"- {asked.items[place]}" for place in asked.shown]
    text = "\n".join(lines)
    return f"{asked.case}\n\n{text}" if asked.case else text


def _back(asked: Question) -> str:
    if asked.way == PICK:
        right = [
            f"{letter(place)}) {each.text}" + (f" ({each.why})" if each.why else "")
            for place, each in enumerate(asked.options)
            if each.right
        ]
        wrong = [
            f"Not {letter(place)}: {each.why}"
            for place, each in enumerate(asked.options)
            if each.why and not each.right
        ]
        return "\n".join((*right, *wrong))
    if asked.way == ORDER:
        return "\n".join(f"{place}. {item}" for place, item in enumerate(asked.items, 1))
    if asked.way == TYPE and asked.accept:
        return f"{asked.answer} (or: {'; '.join(asked.accept)})"
    return asked.answer
