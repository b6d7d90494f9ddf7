"""What to practise, from words of the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from recall.collection.every_card import EveryCard
from recall.collection.finding import Finder
from recall.collection.practising import hard_today, practised_cards, prompts_of, weakest_first
from recall.collection.scope import is_path, parse_scope
from recall.errors import UsageError
from recall.session.query import SUSPENDED
from recall.session.query_text import parse_query

if TYPE_CHECKING:
    from recall.collection.collection import Collection


def prompts_for(collection: Collection, words: Sequence[str]) -> tuple[str, ...]:
    """What to practise for words of the command line: of decks, tags and files if all of them are
    that, else of the cards that they find as a search; without words what was hard today.

    Raises:
        UsageError: the search cannot be read, or there is nothing to practise.
    """
    if not words:
        found = hard_today(collection)
        if not found:
            raise UsageError(
                "nothing was hard today",
                mend="name a deck, a tag or a search: recall review --practice kaizen-foundations",
            )
        return found
    found = prompts_of(collection, _named(collection, words))
    if not found:
        raise UsageError(
            f"no card here is found by: {' '.join(words)}",
            mend="recall browse --plain lists all cards",
        )
    return weakest_first(collection, found)


def _named(collection: Collection, words: Sequence[str]) -> Iterator[str]:
    try:
        scope = parse_scope(words, collection.library)
    except UsageError:
        if any(is_path(word) or word.endswith(":") for word in words):
            raise
    else:
        for deck, card in practised_cards(collection, scope.tags):
            if scope.covers(deck, card):
                yield f"{deck.id}/{card.id}"
        return
    query = parse_query(" ".join(words))
    hidden = any(SUSPENDED in term.any_of for term in query.terms)
    finder = Finder(tuple(EveryCard(collection).rows()))
    for number in finder.find(query):
        row = finder.rows[number]
        if hidden or not row.state.suspended:
            yield row.name
