"""What each sort of value is in JSON Schema, and in the words of an editor's messages.

An editor reads ``a: 5`` as a number and ``right: True`` as a truth value; to a deck both are texts.
So a text is here whatever is no list, no map and not nothing. ``errorMessage`` is no part of JSON
Schema: yaml-language-server shows it, validators pass over it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from recall.decks.deck import FORMAT, LEVELS, VERSION
from recall.decks.fields import ID_HELP, LANGUAGE, MOST_MEMBERS, REFERENCE, WHOLE
from recall.decks.gaps import PATTERN
from recall.decks.keys import Sort
from recall.ids import ID_PATTERN

Schema = dict[str, Any]


def ref(name: str) -> Schema:
    """The definition of a name."""
    return {"$ref": f"#/definitions/{name}"}


def list_of(item: Schema, least: int = 0, most: int = MOST_MEMBERS) -> Schema:
    """A list; ``least`` and ``most``: how many members it may have."""
    limits = {"minItems": least} if least else {}
    return {"type": "array", "items": item, **limits, "maxItems": most}


def one_of(words: Collection[str]) -> Schema:
    """One of some words."""
    return {"enum": list(words)}


def ask(allowed: Sequence[str]) -> Schema:
    """Which of the questions that a card can give are asked."""
    return list_of(one_of(allowed), least=1)


def _spaced(pattern: re.Pattern[str], but: str = "") -> str:
    """The pattern for a whole text, with white space around it as the reader allows it."""
    return rf"^\s*{but}(?:{pattern.pattern.removesuffix(chr(92) + 'Z')})\s*$"


def _like(pattern: re.Pattern[str], message: str) -> Schema:
    return {"type": "string", "pattern": _spaced(pattern), "errorMessage": message}


def _id(pattern: re.Pattern[str], message: str) -> Schema:
    # ``id: 5`` and ``deck: 2024`` are ids, though an editor reads numbers.
    return {"anyOf": [_like(pattern, message), {"type": "integer", "minimum": 0}]}


TEXT: Schema = {
    "anyOf": [
        {"type": "string", "pattern": r"\S", "errorMessage": "write a text here"},
        {"not": {"type": ["string", "array", "object", "null"]}},
    ]
}

DEFINITIONS: dict[str, Schema] = {
    "text": TEXT,
    "name": _id(ID_PATTERN, ID_HELP),
    "reference": _id(REFERENCE, f"write an id, or 'deck/id'; {ID_HELP}"),
    "row": list_of(ref("text"), 2, 3)
    | {"errorMessage": "a row needs two cells, and may have a reason: [a, b] or [a, b, why]"},
}

VALUES: dict[Sort, Schema] = {
    Sort.WORDS: TEXT,
    Sort.TEXT: TEXT,
    Sort.SOURCE: TEXT,
    Sort.GAPS: {
        "type": "string",
        "pattern": PATTERN,
        "errorMessage": "a cloze needs at least one gap: {{text}}, or {{text|hint}}",
    },
    Sort.NAME: DEFINITIONS["name"],
    Sort.WHOLE: {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 999_999_999,
        "pattern": _spaced(WHOLE, but=r"(?!0+\s*$)"),
        "errorMessage": "write a whole number from 1",
    },
    Sort.FLAG: {
        "type": ["boolean", "string"],
        "pattern": r"^\s*(?:true|false)\s*$",
        "errorMessage": "write true or false",
    },
    Sort.LANGUAGE: _like(LANGUAGE, "write a language tag like en or pt-BR"),
    Sort.LEVEL: one_of(LEVELS),
    Sort.VERSION: _like(VERSION, "a version has three parts, like 1.2.0"),
    Sort.FORMAT: {
        "type": ["integer", "string"],
        "minimum": int(FORMAT),
        "maximum": int(FORMAT),
        "pattern": rf"^\s*{FORMAT}\s*$",
        "default": int(FORMAT),
        "errorMessage": f"write {FORMAT}: the only format version there is",
    },
    Sort.TEXTS: list_of(ref("text")),
    Sort.WORD_LIST: list_of(ref("text")),
    Sort.NAMES: list_of(ref("name")),
    Sort.REFERENCES: list_of(ref("reference")),
    Sort.TARGETS: list_of(ref("name")),
    Sort.ITEMS: list_of(ref("text"), least=2),
    Sort.SIDES: list_of(ref("text"), 2, 2) | {"errorMessage": "'compare' needs exactly two sides"},
    Sort.ROWS: {
        "type": "object",
        "minProperties": 1,
        "maxProperties": MOST_MEMBERS,
        "propertyNames": {"pattern": r"\S"},
        "additionalProperties": ref("row"),
    },
    Sort.SOURCES: {"type": "object", "additionalProperties": ref("text")},
    Sort.OPTIONS: list_of(ref("option"), least=2)
    | {
        "allOf": [
            {"contains": {"required": ["right"]}, "errorMessage": "none of the options is right"}
        ]
    },
    Sort.CARDS: {"type": "array", "items": ref("card")},
    Sort.MODULES: {"type": "array", "items": ref("module")},
}
"""All sorts but ``ASK``, which depends on the kind of card."""
