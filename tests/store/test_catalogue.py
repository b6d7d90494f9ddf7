"""The last good version of every deck is kept."""

from __future__ import annotations

from recall.store.values import CatalogueEntry
from tests.support.stores import Bench


def test_a_deck_is_kept_with_its_place_and_its_cards(bench: Bench) -> None:
    store = bench.open()
    store.remember_deck("kaizen", "/decks/kaizen.yaml", "aa", 3, b"\x00cards\xff")
    assert store.catalogue() == {"kaizen": CatalogueEntry("/decks/kaizen.yaml", "aa", 3)}
    assert store.catalogue_data("aa") == b"\x00cards\xff"
    assert store.catalogue_data("bb") is None


def test_a_newer_reading_takes_the_place_of_the_older(bench: Bench) -> None:
    store = bench.open()
    store.remember_deck("kaizen", "a.yaml", "aa", 3, b"old")
    store.remember_deck("kaizen", "b.yaml", "bb", 4, b"new")
    store.close()
    again = bench.open()
    assert again.catalogue() == {"kaizen": CatalogueEntry("b.yaml", "bb", 4)}
    assert again.catalogue_data("aa") is None
    assert again.catalogue_data("bb") == b"new"


def test_a_file_name_that_is_no_text_is_kept_readable(bench: Bench) -> None:
    store = bench.open()
    store.remember_deck("d", "b\udce9ton.yaml", "aa", 1, b"")
    assert store.catalogue()["d"].path == "b\\udce9ton.yaml"


def test_megabytes_of_cards_come_back(bench: Bench) -> None:
    store = bench.open()
    data = bytes(range(256)) * 16_384
    store.remember_deck("big", "big.yaml", "aa", 1, data)
    assert store.catalogue_data("aa") == data
