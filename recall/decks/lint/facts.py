"""What rules look at: a card with its language and its words, and what they find in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from recall.decks.gaps import gaps_of
from recall.decks.model import BASIC, CLOZE, COMPARISON, REVERSED, SEQUENCE, TYPED, Card, Deck

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|«[^»]*»|„[^“”]*[“”]|(?<!\w)[‘'][^‘’']+[’'](?!\w)")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_QUESTION = {REVERSED: "term", CLOZE: "cloze", SEQUENCE: "order", COMPARISON: "compare"}
_ANSWER = {BASIC: "a", TYPED: "typed", REVERSED: "means"}
BLANK = "…"


class Finding(NamedTuple):
    """What a rule found in a card.

    Attributes:
        message: a sentence without a capital and a full stop.
        field: the key of the card that it is about; "" for the card as a whole.
        member: which member of that key's list or map, from 0; -1 for all of it.
        mark: words of the author that the carets should mark, or "".
        other: the line of the other card of a pair, 0 where there is none.
        help: a mend better than the rule's own, or "".
    """

    message: str
    field: str = ""
    member: int = -1
    mark: str = ""
    other: int = 0
    help: str = ""


class Facts(NamedTuple):
    """A card as the rules see it.

    Attributes:
        question: what is asked, without the case; the gaps of a cloze as ``…``.
        answer: of a basic, a typed or a reversed card, else "".
        language: primary subtag of its language, ``en``.
        cites: whether its deck lists sources.
        release: whether the deck is to be given to learners now.
    """

    card: Card
    question: str
    answer: str
    language: str
    cites: bool
    release: bool

    @property
    def asks_in(self) -> str:
        """The key under which the card asks."""
        return _QUESTION.get(self.card.kind, "q")

    @property
    def answers_in(self) -> str:
        """The key that holds the answer."""
        return _ANSWER.get(self.card.kind, "")

    @property
    def english(self) -> bool:
        """Whether the card is in English."""
        return self.language == "en"


def facts_of(deck: Deck, release: bool) -> Iterator[Facts]:
    """Every card of a deck as the rules see it."""
    cites = bool(deck.sources)
    for card in deck.cards:
        language = (card.lang or deck.language).partition("-")[0].casefold()
        question = card.text
        if card.kind == CLOZE:
            question = blanked(card.text)
        elif card.kind == COMPARISON:
            question = " / ".join(card.sides)
        answer = card.answer if card.kind in _ANSWER else ""
        yield Facts(card, question, answer, language, cites, release)


def blanked(text: str) -> str:
    """A cloze text with every gap as ``…``."""
    pieces, end = [], 0
    for gap in gaps_of(text):
        pieces += [text[end : gap.start], BLANK]
        end = gap.end
    return "".join((*pieces, text[end:]))


def words_of(text: str) -> list[str]:
    """The words of a text, case-folded, with straight apostrophes."""
    return _WORD.findall(text.replace("’", "'").casefold())


def bare(text: str) -> str:
    """A text as it is compared with others: its words alone, or what it has in place of words."""
    return " ".join(words_of(unicodedata.normalize("NFKC", text))) or text.strip()


def size(text: str) -> int:
    """How many words a text has; in scripts without spaces two characters make one."""
    unspaced = len(_UNSPACED.findall(text)) if not text.isascii() else 0
    return len(text.split()) + unspaced // 2


def unquoted(text: str) -> str:
    """A text without what stands in quotation marks: those words are not the author's."""
    return _QUOTED.sub(" … ", text)


def shortened(text: str, longest: int = 40) -> str:
    """A text on one line, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rpartition(" ")[0].rstrip(" ,;:") + "…"
