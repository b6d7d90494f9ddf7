"""Anki packages of every age, made by hand: what a test says is in them, and nothing else."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

BASIC, REVERSED, CLOZE, TYPED = 1, 2, 3, 4
_ROW = "<hr id=answer>"
_TYPES = {
    BASIC: ("Basic", 0, ("Front", "Back"), [("{{Front}}", "{{FrontSide}}" + _ROW + "{{Back}}")]),
    REVERSED: (
        "Basic (and reversed card)",
        0,
        ("Front", "Back"),
        [
            ("{{Front}}", "{{FrontSide}}" + _ROW + "{{Back}}"),
            ("{{Back}}", "{{FrontSide}}" + _ROW + "{{Front}}"),
        ],
    ),
    CLOZE: (
        "Cloze",
        1,
        ("Text", "Back Extra"),
        [("{{cloze:Text}}", "{{cloze:Text}}<br>{{Back Extra}}")],
    ),
    TYPED: (
        "Basic (type in the answer)",
        0,
        ("Front", "Back"),
        [("{{Front}}{{type:Back}}", "{{Front}}" + _ROW + "{{type:Back}}")],
    ),
}
_TABLES = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer, mod integer, scm integer, ver integer,
  dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer,
  tags text, flds text, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, mod integer,
  usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer,
  lapses integer, left integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
"""

Note = tuple[int, str, Sequence[str]]
"""Note type, GUID, fields; a note gets a card for each template, a cloze one for each number."""
Review = tuple[int, int, int, int]
"""Card id, epoch milliseconds, ease, kind (0 learn, 1 review, 2 relearn, 3 cram, 4 manual)."""


def collection(
    file: Path,
    notes: Iterable[Note],
    reviews: Iterable[Review] = (),
    *,
    deck: str = "Team",
    scheduler: int = 2,
    data: Mapping[int, str] | None = None,
) -> Path:
    """A collection of the old schema. Note n (from 1) has the cards 10n, 10n + 1 and so on."""
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file)
    database.executescript(_TABLES)
    models = {
        str(key): {
            "name": name,
            "type": sort,
            "flds": [{"name": field, "ord": place} for place, field in enumerate(fields)],
            "tmpls": [
                {"name": "Card", "ord": place, "qfmt": question, "afmt": answer}
                for place, (question, answer) in enumerate(templates)
            ],
        }
        for key, (name, sort, fields, templates) in _TYPES.items()
    }
    decks = {"1": {"name": "Default"}, "2": {"name": deck}}
    facts = (json.dumps({"schedVer": scheduler}), json.dumps(models), json.dumps(decks))
    database.execute("INSERT INTO col VALUES (1,0,0,0,11,0,0,0,?,?,?,'{}','{}')", facts)
    for number, (kind, guid, fields) in enumerate(notes, 1):
        row = (number, guid, kind, " tag ", "\x1f".join(fields))
        database.execute("INSERT INTO notes VALUES (?,?,?,0,0,?,?,0,0,0,'')", row)
        count = len(_TYPES[kind][3]) if kind != CLOZE else fields[0].count("{{c")
        for ord in range(count):
            card = 10 * number + ord
            about = (data or {}).get(card, "{}")
            values = (card, number, ord, about)
            database.execute(
                "INSERT INTO cards VALUES (?,?,2,?,0,0,0,0,0,0,0,0,0,0,0,0,0,?)", values
            )
    for card, at_ms, ease, kind in reviews:
        row = (at_ms, card, ease, 0 if kind >= 3 else 2500, 4000, kind)
        database.execute("INSERT INTO revlog VALUES (?,?,0,?,1,1,?,?,?)", row)
    database.commit()
    database.close()
    return file


def package(
    path: Path, collection: Path | bytes, member: str = "collection.anki2", **more: bytes
) -> Path:
    """A package of a collection, and of whatever else is said to be in it."""
    data = collection if isinstance(collection, bytes) else collection.read_bytes()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, data)
        archive.writestr("media", "{}")
        for name, content in more.items():
            archive.writestr(name, content)
    return path
