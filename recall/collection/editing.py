"""A card in its author's hands: where it stands, a copy of one's own, and the decks read again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from recall.decks.model import Card
from recall.decks.read import read_deck
from recall.errors import RecallError
from recall.files import make_folder, replace_file
from recall.ids import PromptKey
from recall.paths import is_packed
from recall.session.sentences import broken as broken_sentence
from recall.session.values import Planned

if TYPE_CHECKING:
    from recall.collection.planning import Planning


class Whereabouts(NamedTuple):
    """The file of a card, its line from 1, its deck's title, and whether the file is part of the
    installed app: what is changed there is lost with the next version."""

    path: Path
    line: int
    title: str
    packed: bool


def whereabouts(collection: Planning, name: str) -> Whereabouts | None:
    """Where a card (``deck/card``) stands now; None where no deck at hand has it. Blocks."""
    found = collection.find(name)
    if found is None:
        return None
    deck, card = found
    path = next(each.path for each in collection.library.loaded if each.deck.id == deck.id)
    now = read_deck(path).deck
    line = next((each.line for each in now.cards if each.id == card.id), 0) if now else 0
    return Whereabouts(path, line or card.line, deck.title, is_packed(path))


def own_copy(collection: Planning, path: Path) -> Path:
    """Copy a deck to the learner's own ones, where it counts in the other's place. Blocks.

    Raises:
        RecallError: there is a file of this name already, or it cannot be written.
    """
    folder = next(place.path for place in collection.places if place.origin == "user")
    target = folder / path.name
    if target.exists():
        raise RecallError("there is a file of this name already", where=str(target))
    make_folder(folder, private=True)
    replace_file(target, path.read_bytes())
    return target


def drop_if_same(copy: Path, original: Path) -> None:
    """Take a copy away that nobody changed, so that new versions of the app go on counting."""
    if copy.is_file() and copy.read_bytes() == original.read_bytes():
        copy.unlink()


def read_again(collection: Planning, path: Path) -> str:
    """Take the decks as they are now; what is wrong with one file, "" where nothing is. Blocks.

    Histories follow their cards as at every start. A broken deck keeps its last good version.
    """
    collection.read_decks_again()
    library = collection.library
    broken = next((each for each in library.broken if each.path == path), None)
    if broken is None or not broken.problems:
        return ""
    kept = any(each.path == path for each in library.loaded)
    return broken_sentence(broken.problems[0].short(), kept)


def as_it_is_now(collection: Planning, planned: Planned) -> Planned | None:
    """What was planned, by the decks as they are now; None where it is to be asked no more.

    A card whose ``rev`` was raised starts again; one that is gone is waited for no more.
    """
    candidate = planned.candidate
    found = collection.find(candidate.key.prompt)
    if found is None or not _asks(found[1], candidate.key.prompt):
        return None
    after = frozenset(name for name in candidate.after if collection.find(name))
    now = PromptKey(candidate.key.prompt, found[1].rev)
    if now != candidate.key:
        candidate = candidate._replace(key=now, memory=collection.memories.get(now))
    return planned._replace(candidate=candidate._replace(after=after))


def _asks(card: Card, prompt: str) -> bool:
    return not card.draft and prompt.split("/", 2)[2] in card.parts
