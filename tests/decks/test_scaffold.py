"""The deck to begin with is one that nobody has to be ashamed of."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from recall.decks.formatting import formatted
from recall.decks.keys import CARD
from recall.decks.kinds import ALLOWED, REQUIRED
from recall.decks.read import read_bytes
from recall.decks.scaffold import scaffold
from recall.decks.schema import FILE_NAME, schema
from tests.support.editors import values

TEXT = scaffold("our-standards", "Our standards", "our-standards.yaml")


def test_it_reads_without_a_problem_and_fits_the_schema():
    assert read_bytes(TEXT.encode(), "t").problems == ()
    assert Draft7Validator(schema()).is_valid(values(TEXT))


def test_it_shows_every_kind_and_a_case():
    deck = read_bytes(TEXT.encode(), "t").deck
    assert deck
    assert {card.kind for card in deck.cards} == set(REQUIRED)
    assert [card.case != "" for card in deck.cards].count(True) == 1
    shown = {key for key in CARD if re.search(rf"^ *(- )?{key}:", TEXT, re.MULTILINE)}
    assert {key for keys in REQUIRED.values() for key in keys} <= shown
    assert {key for keys in ALLOWED.values() for key in keys} - shown == {"shuffle", "cycle"}


def test_lists_stand_in_blocks():
    assert not re.search(r"^[^#]*[:-] [\[{]", TEXT, re.MULTILINE)


def test_each_card_has_a_remark_and_a_source():
    assert TEXT.count("\n\n  # ") == TEXT.count("\n    source: ") - 1
    assert "cards:\n  # A question" in TEXT


def test_one_card_waits_for_its_id():
    assert len(formatted(TEXT.encode(), "t").given) == 1


def test_the_first_line_leads_an_editor_to_the_schema():
    assert TEXT.startswith(f"# yaml-language-server: $schema=./{FILE_NAME}\n")


@pytest.mark.parametrize(
    "title", ["yes", "Null", "12", "A: b", "a # b", "- a", "'a'", '"', "{{a}}"]
)
def test_a_title_is_quoted_where_it_must_be(title):
    deck = read_bytes(scaffold("d", title, "d.yaml").encode(), "t").deck
    assert deck
    assert deck.title == title
    assert values(scaffold("d", title, "d.yaml"))["title"] == title


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1).map(str.strip))
def test_a_title_may_be_any_text(title):
    if title:
        deck = read_bytes(scaffold("d", title, "d.yaml").encode(), "t").deck
        assert deck
        assert deck.title == title
