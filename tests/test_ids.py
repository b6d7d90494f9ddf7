"""Names that last."""

from __future__ import annotations

from uuid import RFC_4122

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.ids import ID_PATTERN, card_of, deck_of, event_id, provisional_id, slug, unique_slugs


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Slides back", "slides-back"),
        ("Café crème!", "cafe-creme"),
        ("a" * 50, "a" * 40),
    ],
)
def test_a_slug_is_short_plain_ascii(text, name):
    assert slug(text) == name


def test_a_word_in_kanji_still_gets_a_name_of_its_own():
    assert slug("改善") != slug("無駄")
    assert (len(slug("改善")), slug("改善")[0]) == (9, "x")


def test_equal_slugs_are_numbered():
    assert unique_slugs(["Do", "do!", "Act", "DO"]) == ("do", "do-2", "act", "do-3")


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_every_slug_is_an_id(text):
    assert ID_PATTERN.match(slug(text))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.text(max_size=6), max_size=12))
def test_unique_slugs_are_unique(texts):
    names = unique_slugs(texts)
    assert len(set(names)) == len(texts)


def test_a_prompt_knows_its_card_and_deck():
    assert card_of("pdca/order/next.plan") == "pdca/order"
    assert card_of("pdca/order") == "pdca/order"
    assert deck_of("pdca/order/all") == "pdca"


def test_a_provisional_id_depends_on_the_text_alone():
    assert provisional_id("x") == provisional_id("x") != provisional_id("y")
    assert len(provisional_id("x")) == 17


def test_event_ids_are_uuids_of_version_7_that_sort_by_time():
    early, late = event_id(1_000, b"\xff" * 10), event_id(1_001, b"\x00" * 10)
    assert early < late
    assert (early.version, early.variant) == (7, RFC_4122)
    assert early.int >> 80 == 1_000


def test_an_event_id_needs_enough_randomness():
    with pytest.raises(ValueError, match="random"):
        event_id(1, b"123")
