"""What a deck file means: values without behaviour. Tuples all through, so that they are cheap to
make by the ten thousand, to compare, and to cache."""

from __future__ import annotations

from typing import NamedTuple

BASIC, TYPED, CHOICE = "basic", "typed", "choice"
REVERSED, CLOZE, SEQUENCE, COMPARISON = "reversed", "cloze", "sequence", "comparison"
PAIR = "pair:"
"""How the tag begins that two cards share which are easily taken for each other."""


class Option(NamedTuple):
    """One option of a choice, with the feedback for those who pick it."""

    text: str
    right: bool
    why: str = ""


class Row(NamedTuple):
    """One row of a comparison; ``slug`` names its prompts."""

    aspect: str
    slug: str
    left: str
    right: str
    why: str = ""


class Card(NamedTuple):
    """One entry of a deck. What a kind does not use is empty.

    Attributes:
        id: stable id; a provisional one (``~`` and 16 hex digits) where the author gave none.
        kind: ``basic typed choice reversed cloze sequence comparison``.
        parts: the parts of its prompts, in the order in which they are asked.
        module: id of its module, or "".
        line: line of the card in the file, from 1.
        text: the question; of a reversed card the term, of a cloze its text with ``{{gaps}}``, of a
            sequence what to put in order, of a comparison "".
        answer: the answer of a basic card, the wanted word of a typed one, the meaning of a term.
        case: the case of a scenario, else "".
        accept: equally good spellings of a typed answer.
        options: of a choice; with ``shuffle`` they are shown in an order drawn by seed.
        items: of a sequence, in the right order; a ``cycle`` is right from any start.
        sides: the two things compared.
        ask: which prompts a sequence or a comparison yields.
        tags: its own and the deck's.
    """

    id: str
    kind: str
    parts: tuple[str, ...]
    module: str = ""
    line: int = 0
    text: str = ""
    answer: str = ""
    case: str = ""
    accept: tuple[str, ...] = ()
    options: tuple[Option, ...] = ()
    shuffle: bool = True
    items: tuple[str, ...] = ()
    cycle: bool = False
    sides: tuple[str, str] | tuple[()] = ()
    rows: tuple[Row, ...] = ()
    ask: tuple[str, ...] = ()
    rev: int = 1
    was: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    hint: str = ""
    why: str = ""
    source: str = ""
    after: tuple[str, ...] = ()
    group: str = ""
    lang: str = ""
    draft: bool = False
    lint_ok: tuple[str, ...] = ()
    note: str = ""

    @property
    def provisional(self) -> bool:
        """Whether the author gave it no id yet."""
        return self.id.startswith("~")

    @property
    def pairs(self) -> tuple[str, ...]:
        """The contrast pairs that it belongs to, by the tag that it shares with the other card."""
        return tuple(tag for tag in self.tags if tag.startswith(PAIR))


class Module(NamedTuple):
    """A chapter of a deck; ``after`` names cards or modules that come first."""

    id: str
    title: str
    after: tuple[str, ...] = ()


class Deck(NamedTuple):
    """One deck file. ``sources`` are pairs of key and full reference; ``cards`` in file order."""

    id: str
    title: str
    cards: tuple[Card, ...]
    modules: tuple[Module, ...] = ()
    version: str = ""
    description: str = ""
    language: str = "en"
    level: str = ""
    authors: tuple[str, ...] = ()
    licence: str = ""
    workshop: str = ""
    tags: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    was: tuple[str, ...] = ()

    def module_title(self, module: str) -> str:
        """The title of a module, "" where there is none."""
        return next((each.title for each in self.modules if each.id == module), "")
