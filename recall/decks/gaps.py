"""The gaps of a cloze text: ``{{text}}`` or ``{{text|hint}}``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MOST_GAPS = 100
_OPEN, _CLOSE = "{{", "}}"

_WITHIN = r"(?:(?!\{\{|\}\})[\s\S])*"
_GAP = r"\{\{(?!\s*(?:\||\}\}))" + _WITHIN + r"\}\}"
PATTERN = f"^{_WITHIN}(?:{_GAP}{_WITHIN}){{1,{MOST_GAPS}}}$"
"""What a text with sound gaps matches, for those who have only patterns (Python's and
JavaScript's); ``fault_of`` says what is wrong, too."""


class Gap(NamedTuple):
    """One gap: what belongs in it, a hint or "", and where its braces begin and end in the text."""

    text: str
    hint: str
    start: int
    end: int


def gaps_of(text: str) -> tuple[Gap, ...]:
    """The gaps of a cloze text, in order."""
    return tuple(_gaps(text))


def filled(text: str) -> str:
    """A cloze text with all its gaps filled."""
    pieces = []
    end = 0
    for gap in _gaps(text):
        pieces += [text[end : gap.start], gap.text]
        end = gap.end
    return "".join((*pieces, text[end:]))


def fault_of(text: str) -> str:
    """What is wrong with the gaps of a cloze text; "" where they are sound."""
    gaps = gaps_of(text)
    ends = [0, *(gap.end for gap in gaps)]
    starts = [*(gap.start for gap in gaps), len(text)]
    outside = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    if any(_OPEN in piece for piece in outside):
        return "a gap is opened with {{ and not closed with }}"
    if any(_CLOSE in piece for piece in outside):
        return "a gap is closed with }} and was not opened with {{"
    if any(_OPEN in text[gap.start + 2 : gap.end] for gap in gaps):
        return "a gap stands inside another one"
    if not gaps:
        return "a cloze needs at least one gap: {{text}}"
    if len(gaps) > MOST_GAPS:
        return f"a cloze may have {MOST_GAPS} gaps, not {len(gaps):,}"
    if any(not gap.text for gap in gaps):
        return "a gap is empty"
    return ""


def _gaps(text: str) -> Iterator[Gap]:
    # Searched and not matched: a pattern takes quadratic time where nothing closes.
    start = text.find(_OPEN)
    while start >= 0 and (close := text.find(_CLOSE, start + 2)) >= 0:
        words, _, hint = text[start + 2 : close].partition("|")
        end = close + 2
        yield Gap(_on_one_line(words), _on_one_line(hint), start, end)
        start = text.find(_OPEN, end)


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
