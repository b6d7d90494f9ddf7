"""A first look at a large deck that was changed within one card: that card alone is read again.

Ten thousand cards take a second to read; an author who saves is shown the card much sooner. The
whole file is read after it all the same, which finds what a single card cannot tell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from recall.decks.model import Card, Deck
from recall.decks.read import read_bytes

_END = b"\n"


class _Change(NamedTuple):
    """The lines that differ, from 0 and without the last: of the old bytes and of the new ones."""

    first: int
    old_end: int
    new_end: int

    @property
    def more(self) -> int:
        """How many lines there are more than before."""
        return self.new_end - self.old_end


def glance(old: bytes, deck: Deck, new: bytes) -> Deck | None:
    """The deck of ``new``, which was ``deck`` when the file held ``old``.

    None where more than one card changed, or where that card has errors: it takes a whole reading.
    """
    change = _change(old, new)
    # What was put in between two lines belongs to the card before it.
    within = change.first + (change.old_end > change.first)
    at = bisect_right(deck.cards, within, key=lambda card: card.line) - 1
    if at < 0:
        return None
    card, first = deck.cards[at], deck.cards[0].line - 1
    start, lines = card.line - 1, new.split(_END)
    dash = _dash(lines, start)
    end = _end_of(old.split(_END), start, dash)
    if dash < 0 or dash != _dash(lines, first) or end < change.old_end:
        return None
    fresh = _read([*lines[:first], *lines[start : end + change.more]])
    if fresh is None or (fresh.id != card.id and any(fresh.id == each.id for each in deck.cards)):
        return None
    fresh = fresh._replace(module=card.module, line=card.line)
    after = deck.cards[at + 1 :]
    if change.more:
        after = tuple(each._replace(line=each.line + change.more) for each in after)
    return deck._replace(cards=(*deck.cards[:at], fresh, *after))


def _change(old: bytes, new: bytes) -> _Change:
    """The lines in which the two differ."""
    shorter = min(len(old), len(new))
    same = _alike(shorter, lambda count: old[:count] == new[:count])
    same = old.rfind(_END, 0, same) + 1
    rest = _alike(shorter - same, lambda count: old[len(old) - count :] == new[len(new) - count :])
    mine, theirs = len(old) - rest, len(new) - rest
    if not (_begins_line(old, mine) and _begins_line(new, theirs)):
        skip = old.find(_END, mine) + 1
        mine, theirs = (skip, theirs + skip - mine) if skip else (len(old), len(new))
    ends = _lines_to(old, mine), _lines_to(new, theirs)
    return _Change(old.count(_END, 0, same), *ends)


def _begins_line(data: bytes, at: int) -> bool:
    return at == 0 or data[at - 1 : at] == _END


def _lines_to(data: bytes, at: int) -> int:
    """How many lines there are up to a place, a last one without an end among them."""
    return data.count(_END, 0, at) + (not _begins_line(data, at))


def _alike(most: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to ``most`` for which it holds; it holds for all below that."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if holds(middle):
            low = middle
        else:
            most = middle - 1
    return low


def _dash(lines: list[bytes], number: int) -> int:
    """The column of the dash that a line begins with; -1 where it has none."""
    text = lines[number] if number < len(lines) else b""
    bare = text.lstrip(b" ")
    return len(text) - len(bare) if bare.startswith(b"- ") else -1


def _end_of(lines: list[bytes], start: int, dash: int) -> int:
    """The line after a card's last one: where something stands no deeper than its dash."""
    for number in range(start + 1, len(lines)):
        text = lines[number]
        bare = text.strip()
        if bare and len(text) - len(text.lstrip(b" ")) <= dash and not bare.startswith(b"#"):
            return number
    return len(lines)


def _read(lines: list[bytes]) -> Card | None:
    """The one card of a deck's head and an entry; None where they are no sound deck of one card."""
    reading = read_bytes(_END.join(lines), "")
    if reading.deck is None or len(reading.deck.cards) != 1:
        return None
    return reading.deck.cards[0]
