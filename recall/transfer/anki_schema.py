"""Note types and deck names of an Anki collection, old (JSON in ``col``) or new (own tables)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from recall.transfer.protobuf import fields_of

_NEW = ("notetypes", "fields", "templates", "decks")
# Numbers of Anki's proto/anki/notetypes.proto.
_KIND, _CLOZE = 1, 1
_QUESTION, _ANSWER = 1, 2


class NoteType(NamedTuple):
    """What the fields of a note mean: ``templates`` are pairs of question and answer side."""

    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]


class Schema(NamedTuple):
    """What a collection's rows refer to: note types and deck names (``A::B``) by id.

    ``version``: of its scheduler; the first one had three grades for new cards.
    """

    types: Mapping[int, NoteType]
    decks: Mapping[int, str]
    version: int


def read_schema(database: sqlite3.Connection) -> Schema:
    """Note types and decks.

    Raises:
        ValueError, sqlite3.Error: they cannot be understood.
    """
    kinds = dict(database.execute("SELECT name, type FROM sqlite_master"))
    version, conf, models, decks = database.execute(
        "SELECT CAST(ver AS INTEGER), CAST(conf AS TEXT), CAST(models AS TEXT), "
        "CAST(decks AS TEXT) FROM col"
    ).fetchone() or (0, "", "", "")
    if all(kinds.get(table) == "table" for table in _NEW):
        return Schema(_new_types(database), _new_decks(database), 2)
    if version > 11 or not models:
        raise ValueError(f"its version {version} is not known")
    return Schema(_old_types(_object(models)), _old_decks(_object(decks)), _scheduler(conf))


def _new_types(database: sqlite3.Connection) -> dict[int, NoteType]:
    fields: dict[int, list[str]] = {}
    for home, name in database.execute(
        "SELECT CAST(ntid AS INTEGER), CAST(name AS TEXT) FROM fields ORDER BY ntid, ord"
    ):
        fields.setdefault(home, []).append(name)
    templates: dict[int, list[tuple[str, str]]] = {}
    for home, config in database.execute(
        "SELECT CAST(ntid AS INTEGER), CAST(config AS BLOB) FROM templates ORDER BY ntid, ord"
    ):
        found = fields_of(config)
        sides = (_text(found.get(_QUESTION)), _text(found.get(_ANSWER)))
        templates.setdefault(home, []).append(sides)
    return {
        key: NoteType(
            name,
            fields_of(config).get(_KIND) == _CLOZE,
            tuple(fields.get(key, ())),
            tuple(templates.get(key, ())),
        )
        for key, name, config in database.execute(
            "SELECT CAST(id AS INTEGER), CAST(name AS TEXT), CAST(config AS BLOB) FROM notetypes"
        )
    }


def _new_decks(database: sqlite3.Connection) -> dict[int, str]:
    rows = database.execute("SELECT CAST(id AS INTEGER), CAST(name AS TEXT) FROM decks")
    return {key: name.replace("\x1f", "::") for key, name in rows}


def _old_types(models: Mapping[str, Any]) -> dict[int, NoteType]:
    types = {}
    for key, model in models.items():
        if not isinstance(model, dict):
            raise ValueError("a note type is none")
        fields = [str(each["name"]) for each in _ordered(model.get("flds"))]
        sides = [
            (str(each.get("qfmt", "")), str(each.get("afmt", "")))
            for each in _ordered(model.get("tmpls"))
        ]
        cloze = model.get("type") == 1
        types[int(key)] = NoteType(str(model.get("name", "")), cloze, tuple(fields), tuple(sides))
    return types


def _ordered(members: object) -> list[dict[str, Any]]:
    if not isinstance(members, list) or not all(isinstance(each, dict) for each in members):
        raise ValueError("a note type is not whole")
    return sorted(members, key=lambda each: int(each.get("ord") or 0))


def _old_decks(decks: Mapping[str, Any]) -> dict[int, str]:
    return {int(key): str(deck["name"]) for key, deck in decks.items() if isinstance(deck, dict)}


def _scheduler(conf: str) -> int:
    found = _object(conf or "{}").get("schedVer", 1)
    return found if isinstance(found, int) else 1


def _object(text: str) -> Mapping[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("a part of it is no JSON object")
    return found


def _text(value: int | bytes | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
