"""What is said of a word on the command line that names nothing: the nearest names, and where to
look them up."""

from __future__ import annotations

import os
from collections.abc import Set
from difflib import get_close_matches
from pathlib import Path

from recall.errors import UsageError

DECK, TAG, CARD, DECK_OR_TAG = "deck", "tag", "card", "deck or tag"
LISTED = {DECK: "recall decks lists them", CARD: "recall browse --plain lists them"}
SHOWN_TAGS = 8


def no_such(what: str, name: str, names: Set[str]) -> UsageError:
    """Nothing of this kind has the name."""
    near = get_close_matches(name, sorted(names), 3, 0.5)
    mend = f"did you mean {_either(near)}?" if near else _where_to_look(what, names)
    if what == DECK_OR_TAG and name and os.path.exists(name):
        mend = f"for the file or folder of this name: {os.path.join(os.curdir, name)}"
    if not name:
        return UsageError(f"the name of a {what} is missing", mend=mend)
    return UsageError(f"no {what} is called {name}", mend=mend)


def no_file(path: Path, decks: Set[str]) -> UsageError:
    """There is nothing at a path: the deck files beside it, or decks, of about that name."""
    folder = path.parent
    beside = {Path(name).stem: name for name in _names_in(folder)}
    near = get_close_matches(path.stem, beside, 2, 0.5)
    found = [os.path.join(os.path.dirname(path), beside[stem]) for stem in near]
    found += get_close_matches(path.stem, sorted(decks), 1, 0.7)
    where_to_look = LISTED[DECK] if os.path.isdir(folder) else f"there is no folder {folder} either"
    mend = f"did you mean {_either(found)}?" if found else where_to_look
    return UsageError("there is no such file or folder", where=str(path), mend=mend)


def _either(names: list[str]) -> str:
    return " or ".join(names)


def _where_to_look(what: str, names: Set[str]) -> str:
    if what != TAG:
        return LISTED.get(what, LISTED[DECK])
    some = sorted(names)[:SHOWN_TAGS]
    more = ", …" if len(names) > SHOWN_TAGS else ""
    return f"the tags here: {', '.join(some)}{more}" if some else "no card here has a tag"


def _names_in(folder: Path) -> list[str]:
    """The deck files and folders in a folder; none where it cannot be read."""
    try:
        return sorted(each.name for each in folder.iterdir() if _may_hold_decks(each))
    except OSError:
        return []


def _may_hold_decks(path: Path) -> bool:
    return path.suffix in (".yaml", ".yml") or path.is_dir()
