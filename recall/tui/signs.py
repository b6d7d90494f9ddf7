"""The signs of the screens, and their ASCII twins for terminals that are not UTF-8."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from rich.cells import cell_len, split_graphemes

TWINS: Mapping[str, str] = {
    "✓": "+",
    "✗": "x",
    "●": "*",
    "○": "o",
    "·": ".",
    "▸": ">",
    "↓": "v",
    "↑": "^",
    "←": "<",
    "→": ">",
    "█": "#",
    "░": ".",
    "━": "=",
    "─": "-",
    "│": "|",
    "…": "~",
    "“": '"',
    "”": '"',
    "„": '"',
    "‘": "'",
    "’": "'",
    "–": "-",
    "—": "-",
}
"""One sign of one cell for another of one cell, so that nothing moves."""

_JOINING = ("\u200d", "\ufe0f")
"""What makes one sign of several, or a wider one: a joiner, and the mark of a picture."""


def signs_of(text: str) -> Sequence[str]:
    """A text sign by sign as they are drawn: a picture that is joined of several is one."""
    if not any(each in text for each in _JOINING):
        return text
    spans, _ = split_graphemes(text)
    return [text[start:end] for start, end, _ in spans]


def to_ascii(text: str) -> str:
    """A text in ASCII signs that takes just as many cells."""
    if text.isascii():
        return text
    return "".join(
        sign if sign.isascii() else _twin(sign, cell_len(sign)) for sign in signs_of(text)
    )


def _twin(sign: str, cells: int) -> str:
    if cells == 1 and sign[0] in TWINS:
        return TWINS[sign[0]]
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
    return bare if bare and len(bare) == cells else "?" * cells


def speaks_utf8(environment: Mapping[str, str], encoding: str | None) -> bool:
    """Whether a terminal understands UTF-8, by the locale and the encoding of its stream.

    Where no locale is set at all it is taken to: today's terminals do.
    """
    if encoding and "utf" not in encoding.lower():
        return False
    # Python sets LC_CTYPE itself where the locale is C: then the learner's word is LANG.
    names = ("LC_ALL", "LC_CTYPE", "LANG")
    chosen = [environment[name] for name in names if environment.get(name)]
    if environment.get("LC_CTYPE") == "C.UTF-8" and environment.get("LANG") in ("C", "POSIX"):
        chosen = [environment.get("LC_ALL") or "C"]
    return not chosen or "utf" in chosen[0].lower()
