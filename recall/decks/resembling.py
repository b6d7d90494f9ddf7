"""Which new card is most likely an old one under another name: for warnings, never for adopting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from recall.decks.model import Card
from recall.decks.wording import ALIKE, card_text, normalised, prompts_asked, similarity, whole_text

_NEAREST = 3
"""So many candidates at most are compared letter by letter with each card that has gone."""
_SURE = 0.8
"""From this likeness on no other candidate is looked at: comparing letters takes its time."""
_COMMON = 100
"""Words that more cards share say nothing; looking them all up would take for ever."""
_TELLING = 12
"""An answer of so many characters that two cards share is no chance."""


class Named(NamedTuple):
    """A card and the id of its deck."""

    deck: str
    card: Card


class Pair(NamedTuple):
    """A card that has gone and the one that it most likely is now."""

    gone: Named
    now: Named
    likeness: float


def resembling(gone: Iterable[Named], fresh: Iterable[Named]) -> list[Pair]:
    """Pairs of cards that read alike (0.6 or more), the most alike first, each card once.

    Alike in all that is read, or in the question alone; or the same answer to another question.
    """
    left, here = list(gone), list(fresh)
    index = _by_word(here)
    # Of two that are as alike, the one in the same deck is the likelier.
    found = sorted(
        (-likeness, each.deck != here[j].deck, i, j)
        for i, each in enumerate(left)
        for j, likeness in _alike(each, here, index)
    )
    pairs: list[Pair] = []
    used: set[int] = set()
    taken: set[int] = set()
    for score, _, i, j in found:
        if i not in used and j not in taken:
            used.add(i)
            taken.add(j)
            pairs.append(Pair(left[i], here[j], -score))
    return pairs


def _alike(
    each: Named, cards: list[Named], index: dict[str, list[int]]
) -> Iterator[tuple[int, float]]:
    for number in _candidates(each, cards, index):
        likeness = _likeness(each.card, cards[number].card)
        if likeness >= ALIKE:
            yield number, likeness
        if likeness >= _SURE:
            return


def _by_word(cards: list[Named]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(cards):
        for word in _words(each.card):
            index[word].append(number)
    return index


def _candidates(each: Named, cards: list[Named], index: dict[str, list[int]]) -> list[int]:
    """The few cards that share most words with one, rare words counting more."""
    if len(cards) <= _NEAREST:
        return list(range(len(cards)))
    shared: dict[int, float] = defaultdict(float)
    for word in _words(each.card):
        listed = index.get(word, [])
        if len(listed) <= _COMMON:
            for number in listed:
                shared[number] += 1 / len(listed)
    return sorted(shared, key=lambda number: (-shared[number], number))[:_NEAREST]


def _words(card: Card) -> set[str]:
    """The words of a card, and each with the next: two together tell more than one."""
    words = whole_text(card).split()
    return {*words, *map(" ".join, pairwise(words))}


def _likeness(old: Card, new: Card) -> float:
    if _answers(old) & _answers(new):
        return 1.0
    whole = similarity(whole_text(old), whole_text(new))
    return whole if whole >= ALIKE else similarity(card_text(old), card_text(new))


def _answers(card: Card) -> set[str]:
    """Texts so telling that a card which shares one is the same: an answer, or a whole prompt."""
    texts = {asked.text for asked in prompts_asked(card).values()}
    answer = normalised(card.answer)
    return texts | ({answer} if len(answer) >= _TELLING else set())
