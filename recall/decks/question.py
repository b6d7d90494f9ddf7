"""One prompt as a learner meets it: all that a front end needs to ask it and to show its answer."""

from __future__ import annotations

from dataclasses import dataclass

from recall.decks.model import Option
from recall.ids import PromptKey, prompt_name

RECALL, GAP, TYPE, PICK, ORDER, CONTRAST = "recall", "gap", "type", "pick", "order", "contrast"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a cloze text: plain, another gap (shown filled), or the gap that is asked."""

    text: str
    asked: bool = False
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One row of a comparison. ``asked``: ``left``, ``right``, ``which`` or ``why``.

    For ``which`` the trait ``shown`` is one of the two cells, and ``belongs`` says whose (0 or 1).
    """

    sides: tuple[str, str]
    aspect: str
    cells: tuple[str, str]
    asked: str
    belongs: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and what is shown after the answer.

    Attributes:
        way: how it is answered: ``recall`` (in the head), ``gap`` (cloze), ``type``, ``pick``,
            ``order`` or ``contrast``.
        text: the question to read; of a cloze the text with ``[ … ]`` for the gap.
        answer: the answer in words, for every way (the right options, the right order…).
        options: of a ``pick``, in the order shown; ``several``: pick all that are right.
        items: of an ``order``, in the right order; ``shown`` indexes them in the order offered.
        rivals: normalised answers of other cards, never taken for a slip of this one.
        source: the full reference, with the page where the card gives one.
        optional: tagged ``optional``.
    """

    deck: str
    card: str
    part: str
    rev: int
    way: str
    kind: str
    text: str
    answer: str
    deck_title: str = ""
    module_title: str = ""
    case: str = ""
    hint: str = ""
    why: str = ""
    source: str = ""
    lang: str = "en"
    accept: tuple[str, ...] = ()
    rivals: frozenset[str] = frozenset()
    segments: tuple[Segment, ...] = ()
    options: tuple[Option, ...] = ()
    several: bool = False
    items: tuple[str, ...] = ()
    shown: tuple[int, ...] = ()
    cycle: bool = False
    contrast: Contrast | None = None

    @property
    def key(self) -> PromptKey:
        """What its memory belongs to."""
        return PromptKey(prompt_name(self.deck, self.card, self.part), self.rev)
