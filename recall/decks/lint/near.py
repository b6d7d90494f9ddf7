"""Finding texts that share nearly all their words, among ten thousand, without comparing them all.

Two texts whose Dice similarity reaches a bound share at least two of their rarest words, if enough
of those are looked at: only texts that do are compared. (Prefix filtering with two shared words;
see Wang, Li and Feng, "Can we beat the prefix filtering?", SIGMOD 2012.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations
from math import ceil
from typing import NamedTuple

ALIKE = 0.8
"""Dice similarity of the sets of words: one word in five may differ."""
FEWEST_WORDS, MOST_WORDS = 5, 60
"""Texts of fewer or more words take no part."""
_LENGTHS_APART = 2
_MOST_COMPARED = 64
"""With so many of the texts last met under two words a text is compared: more than any deck written
by hand has, and a bound on what a deck made to be slow can cost."""


class Near(NamedTuple):
    """Two texts that are alike, by their places; ``earlier`` < ``later``."""

    earlier: int
    later: int


def near_pairs(
    texts: Sequence[frozenset[str] | None],
    wanted: Callable[[int, int], bool],
    told: Callable[[int], None],
) -> Iterator[Near]:
    """For each text the one before it that is most alike and ``wanted``, if there is one.

    Args:
        texts: the words of each; None takes no part.
        wanted: whether a pair (earlier, later) counts, asked only of alike ones.
        told: called with every place that is done.
    """
    often = Counter(chain.from_iterable(words for words in texts if words))
    ranks = {word: rank for rank, (word, _) in enumerate(reversed(often.most_common()))}
    met: dict[tuple[int, int], list[int]] = defaultdict(list)
    for later, words in enumerate(texts):
        if words is not None and FEWEST_WORDS <= len(words) <= MOST_WORDS:
            rarest = sorted([ranks[word] for word in words])[: _looked_at(len(words))]
            lists = [met[two] for two in combinations(rarest, 2)]
            near = _nearest(later, texts, lists, wanted)
            if near is not None:
                yield Near(near, later)
            for each in lists:
                each.append(later)
        told(later)


def _looked_at(size: int) -> int:
    """How many of its rarest words a text is known by. All its others, and one of these, are not
    enough to be alike to any text of nearly its length."""
    shared = ceil(ALIKE / 2 * (size + size - _LENGTHS_APART) - 1e-9)
    return size - shared + 2


def _nearest(
    later: int,
    texts: Sequence[frozenset[str] | None],
    lists: Sequence[list[int]],
    wanted: Callable[[int, int], bool],
) -> int | None:
    words = texts[later]
    assert words is not None
    size = len(words)
    best, nearest = ALIKE - 1e-9, None
    for earlier in set(chain.from_iterable(each[-_MOST_COMPARED:] for each in lists)):
        other = texts[earlier]
        assert other is not None
        alike = 2 * len(words & other) / (size + len(other))
        if alike < best or abs(len(other) - size) > _LENGTHS_APART:
            continue
        if (nearest is None or (alike, earlier) > (best, nearest)) and wanted(earlier, later):
            best, nearest = alike, earlier
    return nearest
