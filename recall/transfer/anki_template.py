"""One side of an Anki card, made of its template and the fields of a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_ANSWER_LINE = re.compile(r"<hr[^>]*\bid\s*=\s*[\"']?answer\b[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Piece(NamedTuple):
    """A piece of a template: ``sort`` is ``text``, ``field``, ``if``, ``unless`` or ``end``."""

    sort: str
    text: str
    filters: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def pieces(template: str) -> tuple[Piece, ...]:
    """The pieces of a template."""
    found = []
    end = 0
    template = _COMMENT.sub("", template)
    for tag in _TAG.finditer(template):
        if tag.start() > end:
            found.append(Piece("text", template[end : tag.start()]))
        end = tag.end()
        found.append(_piece(tag[1].strip()))
    found.append(Piece("text", template[end:]))
    return tuple(found)


def rendered(template: str, fields: Mapping[str, str]) -> str:
    """The HTML of a side, where the field of a ``type:`` box stands for nothing."""
    shown: list[str] = []
    hidden: list[str] = []
    for piece in pieces(template):
        if piece.sort in ("if", "unless"):
            filled = bool(fields.get(piece.text, "").strip())
            if hidden or filled != (piece.sort == "if"):
                hidden.append(piece.text)
        elif piece.sort == "end":
            if hidden and hidden[-1] == piece.text:
                hidden.pop()
        elif not hidden:
            shown.append(piece.text if piece.sort == "text" else _field(piece, fields))
    return "".join(shown)


def answer_side(template: str, fields: Mapping[str, str]) -> str:
    """The HTML of an answer side, without the question that Anki repeats above it."""
    html = rendered(template, fields)
    line = _ANSWER_LINE.search(html)
    return html[line.end() :] if line else html


def typed_field(template: str) -> str:
    """The field that is typed in, "" where none is."""
    return next((each.text for each in pieces(template) if "type" in each.filters), "")


def cloze_field(template: str) -> str:
    """The field whose gaps are asked for, "" where none is."""
    return next((each.text for each in pieces(template) if "cloze" in each.filters), "")


def fields_in(template: str) -> tuple[str, ...]:
    """The fields that a template shows, in order."""
    return tuple(each.text for each in pieces(template) if each.sort == "field")


def _piece(tag: str) -> Piece:
    for sign, sort in (("#", "if"), ("^", "unless"), ("/", "end")):
        if tag.startswith(sign):
            return Piece(sort, tag[1:].strip())
    *filters, name = tag.split(":")
    return Piece("field", name.strip(), tuple(each.strip().split(" ")[0] for each in filters))


def _field(piece: Piece, fields: Mapping[str, str]) -> str:
    # A spoken or typed field is not read; names like FrontSide and Tags are no fields of a note.
    if "type" in piece.filters or "tts" in piece.filters:
        return ""
    return fields.get(piece.text, "")
