"""Home's figures as bytes and back, for the next start to show before anything is opened.

The key says what the figures were worked out from; with any other key they do not count. Nothing
in the bytes is trusted: whatever is not exactly what ``dump`` writes is no Home.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from recall.collection.home import DONE, LATER, OPEN, STATUSES, DeckLine, Home, PathLine
from recall.decks.clean import clean

HEAD = "recall-home 1"
"""Raise the number when the bytes are laid out anew."""

Reader = Callable[[Any], Any]


def dump(homes: Mapping[str, Home]) -> bytes:
    """The bytes of Home's figures on some days, each under a key of one word."""
    lines = [f"{key} {_written(home)}\n" for key, home in homes.items()]
    return "".join([f"{HEAD}\n", *lines]).encode()


def _written(home: Home) -> str:
    path = home.path and {**_fields(home.path), "until": _iso(home.path.until)}
    values = {
        **_fields(home),
        "today": home.today.isoformat(),
        "decks": [list(_fields(deck).values()) for deck in home.decks],
        "path": path,
    }
    return json.dumps(values, allow_nan=False)


def load(data: bytes, key: str) -> Home | None:
    """The figures under a key; None where there are none, or they are damaged or foreign."""
    head, *lines = data.split(b"\n")
    if head != HEAD.encode():
        return None
    mark = f"{key} ".encode()
    found = next((line for line in lines if line.startswith(mark)), b"")
    try:
        values = json.loads(found[len(mark) :])
        return Home(**{name: _FIELDS[name](value) for name, value in values.items()})
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _text(value: Any) -> str:
    if not isinstance(value, str) or clean(value) != value or "\n" in value:
        raise ValueError("no clean text")
    return value


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 1_000_000_000:
        raise ValueError("no count")
    return value


def _real(value: Any) -> float:
    if type(value) is not float or not 0 <= value < 1e9:
        raise ValueError("no figure")
    return value


def _one_of(*words: str) -> Reader:
    def read(value: Any) -> str:
        return words[words.index(value)]

    return read


def _all(read: Reader) -> Reader:
    def read_each(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise TypeError("no list")
        return tuple(read(each) for each in value)

    return read_each


def _week(value: Any) -> tuple[str, ...]:
    days: tuple[str, ...] = _all(_one_of(DONE, OPEN, LATER))(value)
    if len(days) != 7:
        raise ValueError("no week")
    return days


def _deck(value: Any) -> DeckLine:
    name, title, recalled, met, total = value
    return DeckLine(_text(name), _text(title), _real(recalled), _count(met), _count(total))


def _path(value: Any) -> PathLine | None:
    if value is None:
        return None
    return PathLine(**{name: _PATH_FIELDS[name](each) for name, each in value.items()})


def _day(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


_PATH_FIELDS: dict[str, Reader] = {
    "id": _text,
    "title": _text,
    "met": _count,
    "total": _count,
    "step": _text,
    "until": _day,
}
_FIELDS: dict[str, Reader] = {
    "today": date.fromisoformat,
    "status": _one_of(*STATUSES),
    "review": _count,
    "new": _count,
    "minutes": _count,
    "sentence": _text,
    "narrow_sentence": _text,
    "decks": _all(_deck),
    "week": _week,
    "days": _count,
    "notices": _all(_text),
    "path": _path,
}
