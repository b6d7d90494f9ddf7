"""Finding texts that share nearly all their words, among ten thousand, without comparing them all.

Texts whose Dice similarity reaches a bound must share one of their rarest words: only texts that do
are compared (prefix filter, as in Bayardo and others, "Scaling up all pairs similarity search",
2007).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

ALIKE = 0.8
"""Dice similarity of the sets of words: one word in five may differ."""
FEWEST_WORDS = 5
_LENGTHS_APART = 2
_MOST_COMPARED = 256
"""With so many of the texts last met under one word a text is compared: far more than any deck
written by hand has, and a bound on what a deck made to be slow can cost."""


class Near(NamedTuple):
    """Two texts that are alike, by their places; ``earlier`` < ``later``."""

    earlier: int
    later: int


def near_pairs(
    texts: Sequence[frozenset[str] | None],
    wanted: Callable[[int, int], bool],
    told: Callable[[int], None],
) -> Iterator[Near]:
    """For each text the nearest before it that is alike and ``wanted``, if there is one.

    Args:
        texts: the words of each; None (and texts of few words) take no part.
        wanted: whether a pair (earlier, later) counts, asked only of alike ones.
        told: called with every place that is done.
    """
    often = Counter(word for words in texts if words for word in words)
    met: dict[str, list[int]] = defaultdict(list)
    for later, words in enumerate(texts):
        if words is not None and len(words) >= FEWEST_WORDS:
            rarest = sorted(words, key=lambda word: (often[word], word))[: _prefix(len(words))]
            near = _nearest(later, texts, [met[word] for word in rarest], wanted)
            if near is not None:
                yield Near(near, later)
            for word in rarest:
                met[word].append(later)
        told(later)


def _prefix(size: int) -> int:
    """How many of its rarest words a text must be known by: with the others alone it cannot share
    enough with any text of nearly its length."""
    shortest = size - _LENGTHS_APART
    shared = ceil(ALIKE / 2 * (size + shortest) - 1e-9)
    return size - shared + 1


def _nearest(
    later: int,
    texts: Sequence[frozenset[str] | None],
    lists: Sequence[list[int]],
    wanted: Callable[[int, int], bool],
) -> int | None:
    words = texts[later]
    assert words is not None
    best, nearest = ALIKE - 1e-9, None
    for earlier in sorted({each for met in lists for each in met[-_MOST_COMPARED:]}, reverse=True):
        other = texts[earlier]
        if other is None or abs(len(other) - len(words)) > _LENGTHS_APART:
            continue
        alike = 2 * len(words & other) / (len(words) + len(other))
        if alike > best and wanted(earlier, later):
            best, nearest = alike, earlier
    return nearest
