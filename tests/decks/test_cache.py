"""A deck comes back from its bytes as it was; bytes that are anything else are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks import cache
from recall.decks.clean import clean
from recall.decks.model import Card, Deck, Module, Option, Row
from recall.decks.read import read_deck

TEXT = st.text(max_size=12).map(clean)
WORD = st.text(min_size=1, max_size=8).map(clean)
WORDS = st.lists(WORD, max_size=3).map(tuple)
OPTIONS = st.lists(st.builds(Option, WORD, st.booleans(), TEXT), max_size=3).map(tuple)
ROWS = st.lists(st.builds(Row, WORD, WORD, WORD, WORD, TEXT), max_size=3).map(tuple)
CARDS = st.builds(
    Card,
    id=WORD,
    kind=WORD,
    parts=WORDS,
    module=TEXT,
    line=st.integers(0, 10**6),
    text=TEXT,
    answer=TEXT,
    case=TEXT,
    accept=WORDS,
    options=OPTIONS,
    shuffle=st.booleans(),
    items=WORDS,
    cycle=st.booleans(),
    sides=st.one_of(st.just(()), st.tuples(WORD, WORD)),
    rows=ROWS,
    ask=WORDS,
    rev=st.integers(1, 99),
    was=WORDS,
    tags=WORDS,
    hint=TEXT,
    why=TEXT,
    source=TEXT,
    after=WORDS,
    group=TEXT,
    lang=TEXT,
    draft=st.booleans(),
    lint_ok=WORDS,
    note=TEXT,
)
MODULES = st.lists(st.builds(Module, WORD, WORD, WORDS), max_size=2).map(tuple)
SOURCES = st.lists(st.tuples(WORD, WORD), max_size=2).map(tuple)
DECKS = st.builds(
    Deck,
    WORD,
    TEXT,
    st.lists(CARDS, max_size=3).map(tuple),
    MODULES,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    WORDS,
    TEXT,
    TEXT,
    WORDS,
    WORDS,
    SOURCES,
    WORDS,
)


@given(DECKS)
@settings(deadline=None, derandomize=True, max_examples=200)
def test_every_deck_comes_back_as_it_was(deck):
    assert cache.load(cache.dump(deck)) == deck


def test_the_shipped_decks_come_back_as_they_were():
    for path in (Path(__file__).parents[2] / "decks").glob("[0-9]*.yaml"):
        deck = read_deck(path).deck
        assert deck
        assert cache.load(cache.dump(deck)) == deck


@given(st.binary(max_size=200))
@settings(deadline=None, derandomize=True)
def test_foreign_bytes_are_refused(data):
    with pytest.raises(ValueError, match="stored deck"):
        cache.load(data)


@given(st.data())
@settings(deadline=None, derandomize=True)
def test_damaged_bytes_are_refused(data):
    stored = bytearray(cache.dump(Deck("a", "A", (Card("b", "basic", ("main",), text="Why?"),))))
    place = data.draw(st.integers(0, len(stored) - 1))
    stored[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ValueError, match="stored deck"):
        cache.load(bytes(stored))


def test_bytes_with_a_sound_checksum_and_another_layout_are_refused():
    from zlib import crc32

    for body in (b"", b"a\x1fb", b"\x1f" * 13 + b"\x1ecard", b"\xff"):
        stored = f"recall-deck {cache.READER_VERSION} {crc32(body)}\n".encode() + body
        with pytest.raises(ValueError, match=r"."):
            cache.load(stored)
