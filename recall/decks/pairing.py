"""Which part of a card became which, when an author rewords a gap, an item or a row."""

from __future__ import annotations

from collections.abc import Sequence

from recall.decks.model import Card
from recall.decks.wording import ALIKE, Asked, prompts_asked, similarity


def pair_parts(
    old: Card | None, gone: Sequence[str], new: Card, fresh: Sequence[str]
) -> dict[str, str]:
    """Parts that disappeared -> parts that appeared.

    One pairs with another where both are the only ones of their sort, or where their words are
    alike (0.6 or more), the most alike first, else in order. ``old`` is None where the card's old
    text is not known: then only what is the only one on both sides pairs.
    """
    if not gone or not fresh:
        return {}
    if len(gone) == 1 and len(fresh) == 1:
        return {gone[0]: fresh[0]}
    if old is None:
        return {}
    was, now = prompts_asked(old), prompts_asked(new)
    pairs: dict[str, str] = {}
    for sort in dict.fromkeys(was[part].sort for part in gone if part in was):
        left = [part for part in gone if part in was and was[part].sort == sort]
        right = [part for part in fresh if now[part].sort == sort]
        pairs |= _pair_sort(was, left, now, right)
    return pairs


def _pair_sort(
    was: dict[str, Asked], left: list[str], now: dict[str, Asked], right: list[str]
) -> dict[str, str]:
    if len(left) == 1 and len(right) == 1:
        return {left[0]: right[0]}
    scored = [
        (-similarity(was[one].wording, now[other].wording), i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
    ]
    pairs: dict[str, str] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored):
        if -score >= ALIKE and left[i] not in pairs and j not in taken:
            pairs[left[i]] = right[j]
            taken.add(j)
    return pairs
