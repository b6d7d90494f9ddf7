"""An author at work: decks as values that can be edited, and what each edit promises a learner.

Every question has a ``mark`` that goes with it through all edits, whatever it is called meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256

from recall.decks.model import Deck
from recall.decks.read import read_bytes
from recall.ids import prompt_name


def word(number: int) -> str:
    """A word that is like no other."""
    return sha256(str(number).encode()).hexdigest()[:10]


@dataclass
class DraftCard:
    """One card. ``words`` are its gaps, items or rows; ``name`` is None while it has no id."""

    name: str | None
    kind: str
    text: str
    words: list[str]
    marks: list[str]
    rev: int = 1
    was: list[str] = field(default_factory=list)

    def yaml(self) -> str:
        keys = [f"rev: {self.rev}", f"was: [{', '.join(self.was)}]"]
        keys += [f"id: {self.name}"] if self.name else []
        if self.kind == "basic":
            keys += [f"q: {self.text}", f"a: answer to {self.text}"]
        elif self.kind == "reversed":
            keys += [f"term: {self.text}", f"means: meaning of {self.text}"]
        elif self.kind == "cloze":
            gaps = " and ".join(f"{{{{{gap}}}}}" for gap in self.words)
            keys += [f"cloze: '{self.text} {gaps}'"]
        elif self.kind == "sequence":
            keys += [f"order: {self.text}", f"items: [{', '.join(self.words)}]", "cycle: true"]
            keys += ["ask: [all, next]"]
        else:
            rows = ", ".join(f"{row}: [{row} a, {row} b]" for row in self.words)
            keys += [f"compare: [{self.text}, other]", f"rows: {{{rows}}}"]
        return f"- {{{', '.join(keys)}}}"


@dataclass
class DraftDeck:
    """One deck file."""

    name: str
    cards: list[DraftCard] = field(default_factory=list)
    was: list[str] = field(default_factory=list)

    def read(self) -> Deck:
        """The deck as the app reads it."""
        lines = ["recall: 1", f"deck: {self.name}", "title: T", f"was: [{', '.join(self.was)}]"]
        cards = [card.yaml() for card in self.cards] or [" []"]
        reading = read_bytes("\n".join([*lines, "cards:", *cards]).encode(), "draft.yaml")
        assert reading.deck, [problem.render() for problem in reading.problems]
        return reading.deck

    def names(self, read: Deck) -> dict[str, str]:
        """Mark -> the name that its question has in the deck as read."""
        return {
            mark: prompt_name(self.name, card.id, part)
            for draft, card in zip(self.cards, read.cards, strict=True)
            for mark, part in zip(draft.marks, card.parts, strict=True)
        }


class Author:
    """Makes new cards and names; none is ever used twice."""

    def __init__(self) -> None:
        self.used = 0

    def fresh(self) -> str:
        self.used += 1
        return word(self.used)

    def card(self, kind: str, *, named: bool = True) -> DraftCard:
        words = [self.fresh() for _ in range(3)] if kind not in ("basic", "reversed") else []
        questions = {"basic": 1, "reversed": 2, "cloze": 3, "sequence": 4, "comparison": 6}[kind]
        marks = [self.fresh() for _ in range(questions)]
        name = f"c-{self.fresh()}" if named else None
        return DraftCard(name, kind, f"text {self.fresh()} {self.fresh()}", words, marks)
