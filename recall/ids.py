"""Names that last: ids of decks, cards, parts and events."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

ID_PATTERN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")
SLUG_LENGTH = 40


class PromptKey(NamedTuple):
    """What a memory belongs to: ``deck/card/part`` and the card's revision."""

    prompt: str
    rev: int


def card_name(deck: str, card: str) -> str:
    """The name of a card among all decks: ``deck/card``."""
    return f"{deck}/{card}"


def prompt_name(deck: str, card: str, part: str) -> str:
    """The name of a prompt among all decks: ``deck/card/part``."""
    return f"{deck}/{card}/{part}"


def card_of(prompt: str) -> str:
    """The ``deck/card`` of a ``deck/card/part``; a card's own name stays as it is."""
    deck, _, rest = prompt.partition("/")
    return f"{deck}/{rest.partition('/')[0]}"


def deck_of(name: str) -> str:
    """The deck id that a prompt's or card's name begins with."""
    return name.partition("/")[0]


def slug(text: str, longest: int = SLUG_LENGTH) -> str:
    """A part or id made from text: NFKD, ASCII, lower case, ``-``, at most 40 characters.

    Where nothing is left (a word in kanji, say): ``x`` and 8 hex digits of SHA-256.
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    plain = re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")[:longest].strip("-")
    return plain or "x" + hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]


def unique_slugs(texts: Iterable[str]) -> tuple[str, ...]:
    """The slugs of texts in order; duplicates get ``-2``, ``-3``."""
    taken: set[str] = set()
    numbers: dict[str, int] = {}
    result = []
    for text in texts:
        base = name = slug(text)
        # Each base counts on from its last number: else a million equal texts take for ever.
        number = numbers.get(base, 2)
        while name in taken:
            name = f"{base}-{number}"
            number += 1
        numbers[base] = number
        taken.add(name)
        result.append(name)
    return tuple(result)


def provisional_id(normalised_text: str) -> str:
    """The id of a card that has none yet: ``~`` and 16 hex digits of its normalised text."""
    return "~" + hashlib.sha256(normalised_text.encode("utf-8", "replace")).hexdigest()[:16]


def event_id(at_ms: int, randomness: bytes) -> UUID:
    """A UUID version 7 (RFC 9562): ``at_ms`` milliseconds since 1970, then 10 random bytes.

    Raises:
        ValueError: if fewer than 10 bytes of randomness are given or the time is negative.
    """
    if len(randomness) < 10 or not 0 <= at_ms < 1 << 48:
        raise ValueError("an event id needs a time of 48 bits and 10 random bytes")
    tail = int.from_bytes(randomness[:10], "big")
    high = at_ms << 16 | 0x7000 | tail >> 68
    low = 0x8000_0000_0000_0000 | tail & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=high << 64 | low)
