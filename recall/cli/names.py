"""The ids and tags of the decks at hand, for completion: found fast, without reading YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_ID = re.compile(rb"^deck:[ \t]*['\"]?([a-z0-9][a-z0-9-]{0,63})", re.MULTILINE)
_TAGS = re.compile(rb"\btags:[ \t]*(?:\[([^\]]*)\]|\r?\n((?:[ \t]*-[ \t]+[^\r\n]*\r?\n?)+))")
_TAG = re.compile(r"[\w:.-]*\w")
_HEAD = 4096


def deck_names() -> list[str]:
    """The ids of the decks in all the usual folders, sorted."""
    return sorted({name for path in _files() if (name := _deck_name(_start_of(path, _HEAD)))})


def tag_names() -> list[str]:
    """The tags of all these decks that are one word, sorted."""
    from recall.decks.deck_bytes import MOST_BYTES

    tags: set[str] = set()
    for path in _files():
        data = _start_of(path, MOST_BYTES)
        if _deck_name(data[:_HEAD]):
            for listed, below in _TAGS.findall(data):
                tags |= set(_words(listed.split(b",") if listed else below.splitlines()))
    return sorted(tags)


def _words(written: list[bytes]) -> Iterator[str]:
    for each in written:
        tag = each.decode(errors="replace").strip().removeprefix("- ").strip(" '\"")
        if _TAG.fullmatch(tag):
            yield tag


def _files() -> Iterator[Path]:
    from recall.paths import extra_deck_folders, shipped_decks_folder, user_decks_folder

    for folder in (*extra_deck_folders(), user_decks_folder(), shipped_decks_folder()):
        yield from folder.glob("*.yaml")


def _start_of(path: Path, most: int) -> bytes:
    """The first bytes of a file, none where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(most)
    except OSError:
        return b""


def _deck_name(start: bytes) -> str:
    found = _ID.search(start)
    return found[1].decode() if found else ""
