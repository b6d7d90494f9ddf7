"""``recall add``: check a deck, copy it into the learner's own folder, say what it changes."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import click

from recall.cli.at_hand import library_at_hand
from recall.cli.say import say, show_problem
from recall.decks.clean import clean
from recall.decks.identity import changes
from recall.decks.library import Library
from recall.decks.model import Deck
from recall.decks.path_names import checked_paths
from recall.decks.read import Reading, read_deck
from recall.errors import RecallError
from recall.files import make_folder, replace_file
from recall.paths import user_decks_folder
from recall.session.words import counted


@click.command("add")
@click.argument("file", type=click.Path(path_type=Path))
def command(file: Path) -> int:
    """Check a deck, copy it to your own decks, and say what it changes.

    Adding it again after it was edited updates it; progress is kept. A deck with errors is not
    added (exit code 1).
    """
    reading = read_deck(file)
    for problem in reading.problems:
        show_problem(problem)
    if reading.is_paths:
        return _add_paths(file)
    if reading.deck is None:
        say(f"{clean(str(file))} was not added: mend it first.", err=True)
        return 1
    library = library_at_hand()
    target = _target(file, reading.deck, library)
    _copy(file, target, reading)
    say(_news(reading.deck, _known(reading.deck.id, library)))
    _warn_if_hidden(reading.deck.id, library)
    return 0


def _add_paths(file: Path) -> int:
    """Add a file of learning paths under its own name."""
    found = checked_paths(file, library_at_hand())
    for problem in found.problems:
        show_problem(problem)
    if not found.paths:
        say(f"{clean(str(file))} was not added: mend it first.", err=True)
        return 1
    folder = user_decks_folder()
    make_folder(folder, private=True)
    replace_file(folder / file.name, file.read_bytes())
    titles = ", ".join(path.title for path in found.paths)
    say(f"{counted(len(found.paths), 'learning path')}: {clean(titles)}.")
    say(f"Start one: recall path start {found.paths[0].id}")
    return 0


def _known(deck_id: str, library: Library) -> Deck | None:
    return next((each.deck for each in library.loaded if each.deck.id == deck_id), None)


def _target(file: Path, deck: Deck, library: Library) -> Path:
    """Where the copy goes: over the same deck's file, else under the name that it has.

    Raises:
        RecallError: that name is taken by another deck.
    """
    folder = user_decks_folder()
    for each in library.loaded:
        if each.deck.id == deck.id and each.origin == "user":
            return each.path
    target = folder / (file.name if file.name.endswith(".yaml") else f"{file.name}.yaml")
    if any(each.path == target for each in library.loaded):
        raise RecallError(
            "another deck of yours has this file name", where=str(target), mend="rename the new one"
        )
    return target


def _copy(file: Path, target: Path, reading: Reading) -> None:
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != reading.digest:
        raise RecallError("the file changed while it was read", where=str(file), mend="try again")
    make_folder(target.parent, private=True)
    # A half-written deck is never seen: the whole file takes the old one's place at once.
    half = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        half.write_bytes(data)
        os.replace(half, target)
    finally:
        half.unlink(missing_ok=True)


def _news(new: Deck, old: Deck | None) -> str:
    if old is None:
        prompts = sum(len(card.parts) for card in new.cards if not card.draft)
        return f"{new.title} was added: {counted(prompts, 'question')}."
    found = changes(old, new)
    parts = (
        (found.prompts_new, "new"),
        (len(found.reworded), "reworded"),
        (len(found.restarted), "to start again"),
        (len(found.retired), "left out"),
    )
    said = [f"{number} {what}" for number, what in parts if number]
    what = ", ".join([*said, "progress kept"]) if said else "nothing changed"
    return f"{new.title} was updated: {what}."


def _warn_if_hidden(deck_id: str, library: Library) -> None:
    for each in library.loaded:
        if each.deck.id == deck_id and each.origin == "extra":
            say(f"{clean(str(each.path))} (RECALL_DECKS) comes before it.", err=True)
