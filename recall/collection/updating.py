"""Decks change under a learner: what was last read of each is compared with what is there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from recall.collection.reworded import notices_of
from recall.decks import cache
from recall.decks.library import Broken, Library, Loaded, Place, load_library, study_order
from recall.decks.model import Deck
from recall.ids import card_of
from recall.memory.events import ADOPT, FLAG, SUSPEND, CardState, Draft
from recall.session.sentences import broken as broken_sentence
from recall.session.sentences import many_updated
from recall.session.sentences import updated as updated_sentence

if TYPE_CHECKING:
    from recall.decks.identity import Adoption, Changes
    from recall.store.store import Store
    from recall.store.values import CatalogueEntry


MOST_NAMED = 2
"""So many updated decks are named; a new version of the app may bring nine."""


@dataclass(frozen=True, slots=True)
class Update:
    """The decks to use now, and what to tell the learner about them.

    Attributes:
        notices: what is wrong, and will be said again until it is mended.
        news: what is said once: decks that were updated.
    """

    library: Library
    notices: tuple[str, ...]
    news: tuple[str, ...] = ()


def bring_up_to_date(store: Store, places: tuple[Place, ...]) -> Update:
    """Read the decks, adopt histories that changed their name, and remember what was read.

    A deck that cannot be read any more keeps its last good version.
    """
    catalogue = store.catalogue()
    found = load_library(places, store.catalogue_data)
    library, kept = _with_last_good(found, catalogue, store)
    notices = [_broken_notice(each, each.path in kept) for each in found.broken if each.problems]
    notices += [
        f"{hidden} has the same deck id as {used} and is not used."
        for hidden, used in found.shadowed
    ]
    changed = [
        loaded
        for loaded in library.loaded
        if loaded.deck.id not in catalogue or catalogue[loaded.deck.id].digest != loaded.digest
    ]
    if not changed:
        return Update(library, tuple(notices))
    before = {
        loaded.deck.id: old
        for loaded in changed
        if (old := _last_good(catalogue.get(loaded.deck.id), store)) is not None
    }
    _adopt(store, before, library)
    # Most starts find no deck changed and need none of this.
    from recall.decks.identity import changes

    reworded: set[str] = set()
    differences: list[tuple[Deck, Changes]] = []
    for loaded in changed:
        deck = loaded.deck
        store.remember_deck(
            deck.id, str(loaded.path), loaded.digest, cache.READER_VERSION, cache.dump(deck)
        )
        old = before.get(deck.id)
        if old is not None and old != deck:
            difference = changes(old, deck)
            reworded |= {f"{deck.id}/{card}" for card in difference.updated}
            differences.append((deck, difference))
    store.append([*notices_of(reworded, store)])
    return Update(library, tuple(notices), _news(differences))


def _with_last_good(
    found: Library, catalogue: Mapping[str, CatalogueEntry], store: Store
) -> tuple[Library, frozenset[Path]]:
    """The library with the last good version of each deck that is broken now, and their paths.

    It also wins over a deck of the same id that the broken file shadowed.
    """
    kept: dict[str, Loaded] = {}
    for each in found.broken:
        for deck_id, entry in catalogue.items():
            if entry.path == str(each.path) and (deck := _last_good(entry, store)) is not None:
                kept[deck_id] = Loaded(deck, each.path, entry.digest, each.origin, False, ())
    if not kept:
        return found, frozenset()
    others = tuple(loaded for loaded in found.loaded if loaded.deck.id not in kept)
    library = found._replace(loaded=study_order((*kept.values(), *others)))
    return library, frozenset(loaded.path for loaded in kept.values())


def _last_good(entry: CatalogueEntry | None, store: Store) -> Deck | None:
    data = store.catalogue_data(entry.digest) if entry else None
    if data is None:
        return None
    try:
        return cache.load(data)
    except ValueError:
        return None


def _adopt(store: Store, before: Mapping[str, Deck], library: Library) -> None:
    last = {key.prompt: memory.last_at_ms for key, memory in store.memories().items()}
    if not last:
        return
    from recall.decks.identity import adoptions

    after = {loaded.deck.id: loaded.deck for loaded in library.loaded}
    done = store.adopted()
    wanted = [
        each
        for each in adoptions(before, after, frozenset(last))
        if last[each.source] > done.get((each.source, each.prompt), -1)
    ]
    store.append([*map(_draft, wanted), *_settings_of(wanted, store.cards())])


def _settings_of(adopted: Sequence[Adoption], cards: Mapping[str, CardState]) -> Iterator[Draft]:
    """What the learner had set for a card follows it to its new name."""
    renamed = {card_of(each.source): card_of(each.prompt) for each in adopted}
    for old, new in renamed.items():
        state = cards.get(old)
        if state is None or old == new or new in cards:
            continue
        if state.suspended:
            yield Draft(SUSPEND, new)
        if state.flagged:
            yield Draft(FLAG, new, details={"on": True})


def _draft(adoption: Adoption) -> Draft:
    details = {"from": adoption.source, "because": adoption.because}
    return Draft(ADOPT, adoption.prompt, details=details)


def _broken_notice(broken: Broken, kept: bool) -> str:
    return broken_sentence(broken.problems[0].short(), kept)


def _news(differences: list[tuple[Deck, Changes]]) -> tuple[str, ...]:
    """What to say of decks that are not what they were: of more than two in one sentence."""
    told = [
        (deck.title, found.prompts_new, len(found.reworded))
        for deck, found in differences
        if found.new or found.reworded or found.restarted or found.retired
    ]
    if len(told) <= MOST_NAMED:
        return tuple(updated_sentence(*each) for each in told)
    new, reworded = sum(each[1] for each in told), sum(each[2] for each in told)
    return (many_updated(len(told), new, reworded),)
