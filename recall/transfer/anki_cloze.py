"""Anki's gaps ``{{c1::text::hint}}`` as this app's ``{{text|hint}}``."""

from __future__ import annotations

import re
from typing import NamedTuple

_OPEN = re.compile(r"\{\{c(\d{1,3}(?:,\d{1,3})*)::", re.IGNORECASE)
_OPEN_OR_CLOSE = re.compile(r"\{\{c\d{1,3}(?:,\d{1,3})*::|\}\}", re.IGNORECASE)
_DOUBLE = re.compile(r"([{}])(?=\1)")
_IMAGE = "image-occlusion:"


class Cloze(NamedTuple):
    """A text with gaps, and for each gap in order the numbers of the Anki cards that ask it."""

    text: str
    numbers: tuple[frozenset[int], ...]


def cloze_of(text: str) -> Cloze | None:
    """The gaps of a text without HTML; None where it has none, or where they lie on a picture."""
    pieces: list[str] = []
    numbers: list[frozenset[int]] = []
    place = 0
    while begin := _OPEN.search(text, place):
        end = _end_of(text, begin.end())
        if end < 0:
            break
        inner = text[begin.end() : end]
        if inner.startswith(_IMAGE):
            return None
        gap = _gap(inner)
        pieces.append(_outside(text[place : begin.start()]))
        if gap:
            pieces.append(gap)
            numbers.append(frozenset(int(number) for number in begin[1].split(",")))
        place = end + 2
    pieces.append(_outside(text[place:]))
    return Cloze("".join(pieces), tuple(numbers)) if numbers else None


def _end_of(text: str, place: int) -> int:
    """Where the gap that was opened before ``place`` is closed; -1 where it is not."""
    depth = 1
    for sign in _OPEN_OR_CLOSE.finditer(text, place):
        depth += -1 if sign[0] == "}}" else 1
        if depth == 0:
            return sign.start()
    return -1


def _gap(inner: str) -> str:
    """A gap in this app's way; gaps within it are filled."""
    words, _, hint = _filled(inner).partition("::")
    words, hint = _plain(words), _plain(hint)
    if not words:
        return ""
    return f"{{{{{words}|{hint}}}}}" if hint else f"{{{{{words}}}}}"


def _filled(inner: str) -> str:
    while begin := _OPEN.search(inner):
        end = _end_of(inner, begin.end())
        words = inner[begin.end() : end if end >= 0 else len(inner)].partition("::")[0]
        inner = inner[: begin.start()] + words + (inner[end + 2 :] if end >= 0 else "")
    return inner


def _plain(text: str) -> str:
    """The words of a gap without the signs that mean something in one."""
    text = _apart(" ".join(text.replace("|", "/").split()))
    # Blanks at the ends of a gap do not count: they keep its braces from those around it.
    return f"{' ' if text.startswith('{') else ''}{text}{' ' if text.endswith('}') else ''}"


def _outside(text: str) -> str:
    text = _apart(text)
    return f"{text} " if text.endswith("{") else text


def _apart(text: str) -> str:
    return _DOUBLE.sub(r"\1 ", text)
