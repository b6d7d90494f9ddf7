"""The gaps of a cloze text: ``{{text}}`` or ``{{text|hint}}``."""

from __future__ import annotations

import re
from typing import NamedTuple

_GAP = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


class Gap(NamedTuple):
    """One gap: what belongs in it, a hint or "", and where its braces begin and end in the text."""

    text: str
    hint: str
    start: int
    end: int


def gaps_of(text: str) -> tuple[Gap, ...]:
    """The gaps of a cloze text, in order."""
    gaps = []
    for found in _GAP.finditer(text):
        words, _, hint = found[1].partition("|")
        gaps.append(Gap(_on_one_line(words), _on_one_line(hint), found.start(), found.end()))
    return tuple(gaps)


def fault_of(text: str) -> str:
    """What is wrong with the gaps of a cloze text; "" where they are sound."""
    gaps = gaps_of(text)
    outside = _GAP.sub("", text)
    if "{{" in outside:
        return "a gap is opened with {{ and not closed with }}"
    if "}}" in outside:
        return "a gap is closed with }} and was not opened with {{"
    if any("{{" in text[gap.start + 2 : gap.end] for gap in gaps):
        return "a gap stands inside another one"
    if not gaps:
        return "a cloze needs at least one gap: {{text}}"
    if any(not gap.text for gap in gaps):
        return "a gap is empty"
    return ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
