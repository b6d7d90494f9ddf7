"""All decks at hand: which files are read, which of two with the same id counts, in what order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from recall.decks.cache import load
from recall.decks.deck_bytes import Refused, digest_of, holds_paths, read_file
from recall.decks.model import Deck
from recall.decks.problems import ERROR, Problem

if TYPE_CHECKING:
    from recall.decks.read import Reading

ORIGINS = ("path", "extra", "user", "shipped")
"""Where a deck came from, the one that counts first: a path of the command line, a folder of
``RECALL_DECKS``, the user's own folder, the app itself."""

SUFFIX = ".yaml"

Cached = Callable[[str], bytes | None]


class Place(NamedTuple):
    """A folder of decks, or one deck file, and where it was named (one of ``ORIGINS``)."""

    path: Path
    origin: str


class Loaded(NamedTuple):
    """A deck in use. ``parsed``: it was read anew, not taken from the cache."""

    deck: Deck
    path: Path
    digest: str
    origin: str
    parsed: bool
    warnings: tuple[Problem, ...] = ()


class Broken(NamedTuple):
    """A file or folder that gives no deck. ``deck_id``: the id in it, "" if it cannot be told."""

    path: Path
    origin: str
    problems: tuple[Problem, ...]
    deck_id: str = ""


class Library(NamedTuple):
    """The decks in the order of study, what is broken, and what is shadowed.

    ``shadowed`` holds pairs: a file that is not used, and the one that counts in its place.
    """

    loaded: tuple[Loaded, ...] = ()
    broken: tuple[Broken, ...] = ()
    shadowed: tuple[tuple[Path, Path], ...] = ()

    def deck(self, name: str) -> Deck | None:
        """The deck with an id."""
        return next((each.deck for each in self.loaded if each.deck.id == name), None)


def load_library(places: Sequence[Place], cached: Cached) -> Library:
    """The decks of all places. ``cached(digest)`` gives what ``cache.dump`` made of a file's deck.

    Never raises for what a file or folder can hold: what cannot be used stands in ``broken``.
    """
    loaded: dict[str, Loaded] = {}
    broken: list[Broken] = []
    shadowed: list[tuple[Path, Path]] = []
    for found in _each_once(places):
        result = found if isinstance(found, Broken) else _load(found, cached)
        if isinstance(result, Broken):
            broken.append(result)
        elif result and (winner := loaded.setdefault(result.deck.id, result)) is not result:
            shadowed.append((result.path, winner.path))
    return Library(study_order(tuple(loaded.values())), tuple(broken), tuple(shadowed))


def study_order(loaded: Sequence[Loaded]) -> tuple[Loaded, ...]:
    """What a deck needs comes before it; else decks stay in the order given."""
    by_id = {each.deck.id: each for each in loaded}
    ordered: dict[str, Loaded] = {}
    for each in loaded:
        _with_needs(each, by_id, ordered)
    return tuple(ordered.values())


def deck_files(folder: Path) -> list[Path]:
    """The deck files of a folder, by name; hidden ones and folders within are left out.

    Raises:
        OSError: the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = [entry.name for entry in entries if _is_deck_file(entry)]
    return [folder / name for name in sorted(names)]


def _is_deck_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.endswith(SUFFIX) and not entry.name.startswith(".")


def _with_needs(each: Loaded, by_id: dict[str, Loaded], ordered: dict[str, Loaded]) -> None:
    """Put a deck behind all that it needs; in a circle of needs the first one met comes last."""
    waiting = [(each, iter(each.deck.needs))]
    begun = {each.deck.id}
    while waiting:
        current, needs = waiting[-1]
        needed = next((by_id[name] for name in needs if name in by_id and name not in begun), None)
        if needed is None:
            waiting.pop()
            ordered.setdefault(current.deck.id, current)
        elif needed.deck.id not in ordered:
            begun.add(needed.deck.id)
            waiting.append((needed, iter(needed.deck.needs)))


def _each_once(places: Sequence[Place]) -> Iterator[Place | Broken]:
    seen: set[str] = set()
    for place in sorted(places, key=lambda place: ORIGINS.index(place.origin)):
        for found in _files(place):
            real = os.path.realpath(found.path)
            if isinstance(found, Broken) or real not in seen:
                seen.add(real)
                yield found


def _files(place: Place) -> Iterator[Place | Broken]:
    path, origin = place
    try:
        if not os.path.isdir(path):
            if origin == "path" or os.path.lexists(path):
                yield place
            elif origin != "user":
                yield _no_folder(place, "there is no such folder")
            return
        files = deck_files(path)
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) and fault.strerror else str(fault)
        yield _no_folder(place, f"the folder cannot be read: {reason[:1].lower()}{reason[1:]}")
        return
    for file in files:
        yield Place(file, origin)


def _no_folder(place: Place, message: str) -> Broken:
    problem = Problem(str(place.path), 0, 0, ERROR, "unreadable", message)
    return Broken(place.path, place.origin, (problem,))


def _load(place: Place, cached: Cached) -> Loaded | Broken | None:
    """The deck of a file; None for a file of learning paths."""
    name = str(place.path)
    try:
        data = read_file(place.path, name)
    except Refused as fault:
        return Broken(place.path, place.origin, (fault.problem,))
    digest = digest_of(data)
    deck = _from_cache(cached(digest))
    if deck is None and holds_paths(data):
        return None
    if deck:
        return Loaded(deck, place.path, digest, place.origin, parsed=False)
    # Most starts find every deck in the cache and need no reader.
    from recall.decks.read import read_bytes

    return _outcome(place, read_bytes(data, name))


def _outcome(place: Place, reading: Reading) -> Loaded | Broken | None:
    if reading.deck:
        deck, digest = reading.deck, reading.digest
        return Loaded(deck, place.path, digest, place.origin, True, reading.problems)
    if reading.is_paths and not reading.is_broken:
        return None
    return Broken(place.path, place.origin, reading.problems, reading.deck_id)


def _from_cache(data: bytes | None) -> Deck | None:
    if data is None:
        return None
    try:
        return load(data)
    except ValueError:
        return None
