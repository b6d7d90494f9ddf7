"""Every key that a deck file may hold: what sort of value it takes, and what it means.

The one definition of both the reader and the schema for editors.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import NamedTuple


class Sort(Enum):
    """What a value must be."""

    WORDS = auto()
    """A text of the author's own words, in which no comment may swallow the end."""
    GAPS = auto()
    """Such a text with gaps in it."""
    TEXT = auto()
    NAME = auto()
    """An id."""
    SOURCE = auto()
    """A key of the deck's sources, and what may follow it after a comma."""
    WHOLE = auto()
    """A whole number from 1."""
    FLAG = auto()
    LANGUAGE = auto()
    LEVEL = auto()
    VERSION = auto()
    FORMAT = auto()
    TEXTS = auto()
    WORD_LIST = auto()
    NAMES = auto()
    REFERENCES = auto()
    """A list of ids, or ``deck/id``."""
    TARGETS = auto()
    """A list of ids of cards or modules of this deck."""
    OPTIONS = auto()
    ITEMS = auto()
    SIDES = auto()
    ROWS = auto()
    ASK = auto()
    SOURCES = auto()
    CARDS = auto()
    MODULES = auto()


class Key(NamedTuple):
    """One key.

    Attributes:
        field: what of the model it fills.
        meaning: what it means, for authors.
    """

    sort: Sort
    field: str
    meaning: str


CARD: Mapping[str, Key] = {
    "id": Key(
        Sort.NAME,
        "id",
        "The card's lasting id: lower-case letters, digits and '-'. Progress hangs on it, so never "
        "change it. Leave it out, and 'recall deck fmt' writes one.",
    ),
    "case": Key(Sort.WORDS, "case", "A case that the question is about. It needs 'why' too."),
    "q": Key(Sort.WORDS, "text", "The question. It needs 'a', 'typed' or 'options' too."),
    "a": Key(Sort.WORDS, "answer", "The answer, as short as it can be."),
    "typed": Key(Sort.TEXT, "answer", "The answer that the learner types, best one word."),
    "accept": Key(Sort.WORD_LIST, "accept", "Other spellings of 'typed' that are as good."),
    "options": Key(
        Sort.OPTIONS,
        "options",
        "What can be picked: a list of 'right: …' and 'wrong: …', each with 'why' if need be.",
    ),
    "shuffle": Key(Sort.FLAG, "shuffle", "false: show the options in the order of the file."),
    "term": Key(Sort.WORDS, "text", "A term. It is asked both ways, so it needs 'means' too."),
    "means": Key(Sort.WORDS, "answer", "What the term means, so clearly that no other term fits."),
    "cloze": Key(
        Sort.GAPS,
        "text",
        "A text with gaps, {{like this}} or {{like this|with a hint}}; each is one question. Write "
        "it in quotes or in a block: >-",
    ),
    "order": Key(Sort.TEXT, "text", "What to put in order. It needs 'items' too."),
    "items": Key(Sort.ITEMS, "items", "The items in the right order, two at least."),
    "cycle": Key(Sort.FLAG, "cycle", "true: the last item leads back to the first."),
    "compare": Key(Sort.SIDES, "sides", "The two things to compare. It needs 'rows' too."),
    "rows": Key(
        Sort.ROWS,
        "rows",
        "What they differ in: 'aspect: [this of the first, that of the second]', and a reason as "
        "a third if you like.",
    ),
    "ask": Key(
        Sort.ASK,
        "ask",
        "Which questions it gives. Of 'order': all (the default), next. Of 'compare': left, right "
        "(the default), which, why.",
    ),
    "hint": Key(Sort.WORDS, "hint", "A hint, shown when the learner asks for it."),
    "why": Key(Sort.WORDS, "why", "Why the answer is right, in a sentence or two; shown after it."),
    "source": Key(
        Sort.SOURCE,
        "source",
        "Where it is from: a key of the deck's 'sources', maybe with ', p. 12'.",
    ),
    "tags": Key(
        Sort.TEXTS,
        "tags",
        "Words to find the card by; the deck's own are added. Of cards that share a tag "
        "'pair:name' one a day is new; 'optional' ones are asked on request.",
    ),
    "after": Key(Sort.TARGETS, "after", "Ids of cards or modules that have to be met before."),
    "group": Key(
        Sort.TEXT,
        "group",
        "Look-alikes have the same group: at most four of them are new in a day.",
    ),
    "lang": Key(Sort.LANGUAGE, "lang", "The card's language, if it is not the deck's."),
    "rev": Key(Sort.WHOLE, "rev", "Raise it, and the card starts afresh for all who learnt it."),
    "was": Key(Sort.REFERENCES, "was", "Former ids ('id', or 'deck/id'): their progress goes on."),
    "draft": Key(Sort.FLAG, "draft", "true: nobody but you sees the card."),
    "lint-ok": Key(
        Sort.TEXTS, "lint_ok", "Warnings of 'recall deck check' that are silenced here."
    ),
    "note": Key(Sort.TEXT, "note", "A note to authors; learners never see it."),
}

OPTION: Mapping[str, Key] = {
    "right": Key(Sort.WORDS, "text", "An option that is right."),
    "wrong": Key(Sort.WORDS, "text", "An option that is wrong."),
    "why": Key(Sort.WORDS, "why", "What those are told who pick it."),
}

MODULE: Mapping[str, Key] = {
    "id": Key(Sort.NAME, "id", "The module's lasting id."),
    "title": Key(Sort.TEXT, "title", "The module's title, shown to learners."),
    "after": Key(Sort.TARGETS, "after", "Ids of cards or modules that have to be met before."),
    "cards": Key(Sort.CARDS, "", "The module's cards."),
}
MODULE_NEEDS = ("id", "title", "cards")

DECK: Mapping[str, Key] = {
    "recall": Key(Sort.FORMAT, "", "The version of the file format: 1."),
    "deck": Key(
        Sort.NAME,
        "id",
        "The deck's lasting id: lower-case letters, digits and '-'. Progress hangs on it, so never "
        "change it, whatever you call the file.",
    ),
    "title": Key(Sort.TEXT, "title", "The deck's title, shown to learners."),
    "version": Key(Sort.VERSION, "version", "Its version, in three parts: 1.2.0"),
    "description": Key(Sort.TEXT, "description", "What it is about and for whom."),
    "language": Key(Sort.LANGUAGE, "language", "The language it is in, like en or pt-BR."),
    "level": Key(Sort.LEVEL, "level", "How far it goes."),
    "authors": Key(Sort.TEXTS, "authors", "Who wrote it."),
    "licence": Key(Sort.TEXT, "licence", "What others may do with it, like CC-BY-4.0."),
    "workshop": Key(Sort.TEXT, "workshop", "The workshop it belongs to."),
    "tags": Key(Sort.TEXTS, "tags", "Words that all its cards can be found by."),
    "needs": Key(Sort.NAMES, "needs", "Ids of decks that should come first."),
    "sources": Key(Sort.SOURCES, "sources", "A short key for each source -> the full reference."),
    "was": Key(Sort.NAMES, "was", "Former ids of the deck: their progress goes on."),
    "cards": Key(Sort.CARDS, "", "The cards, if the deck has no modules."),
    "modules": Key(Sort.MODULES, "", "The chapters of the deck, each with its cards."),
}
DECK_NEEDS = ("recall", "deck", "title")
