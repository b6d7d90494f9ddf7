"""Decks are written as YAML that means the same when it is read."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.model import BASIC, CLOZE, TYPED, Deck
from recall.decks.read import read_bytes, read_deck
from recall.errors import RecallError
from recall.transfer.deck_file import deck_bytes
from recall.transfer.making import Maker, Wanted
from recall.transfer.texts import tidy
from recall.transfer.yaml_text import yaml_text

SHIPPED = sorted((Path(__file__).resolve().parents[2] / "decks").glob("[0-9]*.yaml"))
TEXTS = st.text(st.characters(exclude_categories=())).filter(tidy) | st.text(
    st.sampled_from("ab é改 \n\t:#-'\"\\{}[]|>&*!%@`~=,?"), min_size=1, max_size=300
).filter(tidy)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_a_shipped_deck_written_again_is_the_same_deck(path):
    deck = read_deck(path).deck
    assert deck
    assert deck_bytes(deck, path.name)


def test_every_kind_of_card_is_written(every_kind):
    assert (
        read_bytes(deck_bytes(every_kind, "team.yaml"), "team.yaml").deck.title == every_kind.title
    )


@settings(deadline=None, derandomize=True, max_examples=200)
@given(TEXTS, TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=3))
def test_any_text_survives(text, answer, title, source, tags):
    maker = Maker(Wanted("x.csv"))
    maker.add(BASIC, text=text, answer=answer, source=source, tags=tags, module=title)
    maker.add(TYPED, text=answer, answer=text, why=source, hint=title)
    assert deck_bytes(maker.deck(title), "x.yaml")


@settings(deadline=None, derandomize=True)
@given(TEXTS)
def test_a_comment_never_becomes_content(text):
    maker = Maker(Wanted("x.csv"))
    maker.add(BASIC, text="q", answer="a")
    assert deck_bytes(maker.deck(), "x.yaml", comment=text)


def test_long_texts_stand_in_blocks_and_short_ones_without_quotes(deck_with):
    text = yaml_text(deck_with("word " * 40 + "end", "Short, and plain (so far)."))
    assert "    q: >-\n      word word" in text
    assert "    a: Short, and plain (so far).\n" in text
    assert all(len(line) <= 96 for line in text.splitlines())


@pytest.mark.parametrize("word", ["no", "Yes", "null", "12", "1.10", "- a", "a: b", "a #b", "'"])
def test_what_yaml_would_take_for_something_else_is_quoted(deck_with, word):
    line = yaml_text(deck_with("q", word)).splitlines()[-2]
    assert line.startswith(('    a: "', "    a: '"))


def test_a_deck_that_is_too_large_is_refused_before_it_is_written(deck_with):
    with pytest.raises(RecallError, match="8 MiB"):
        deck_bytes(deck_with("q", "x" * 9_000_000), "x.yaml")


def test_ids_are_unique_and_a_cloze_needs_a_gap():
    maker = Maker(Wanted("x.csv"))
    assert maker.add(BASIC, text="Who?", answer="a")
    assert maker.add(BASIC, text="Who!", answer="b", module="Who")
    assert maker.add(CLOZE, text="no gap") is None
    deck = maker.deck("Who?")
    names = [*(card.id for card in deck.cards), *(module.id for module in deck.modules)]
    assert sorted(names) == sorted(set(names))
    assert isinstance(deck, Deck)
    assert all(card.module for card in deck.cards)
