"""One answer: its sentence, and what is drawn below."""

from __future__ import annotations

from typing import NamedTuple

from recall.ids import PromptKey
from recall.tui.draw.text import Line


class Section(NamedTuple):
    """A sentence to read first, and lines; ``picks`` names the questions that lines lead to, by
    the number of the line."""

    sentence: str
    lines: list[Line]
    picks: tuple[tuple[int, PromptKey], ...] = ()
