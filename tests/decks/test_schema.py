"""The schema and the reader agree on what a deck is."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from recall.decks.gaps import PATTERN, fault_of
from recall.decks.keys import CARD, DECK, MODULE, OPTION, Sort
from recall.decks.kinds import KEYS
from recall.decks.model import Card, Deck, Module, Option
from recall.decks.read import read_bytes
from recall.decks.schema import schema, schema_text
from recall.decks.schema_values import VALUES
from tests.support.editors import BAD, BEYOND, GOOD, SHIPPED, values

VALIDATOR = Draft7Validator(schema())


def rules(text: str) -> set[str]:
    return {each.rule for each in read_bytes(text.encode(), "t").problems if each.is_error}


def test_it_is_a_schema_of_draft_seven():
    Draft7Validator.check_schema(schema())
    assert json.loads(schema_text())["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_takes_the_schema_takes(text):
    assert rules(text) == set()
    assert [each.message for each in VALIDATOR.iter_errors(values(text))] == []


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_the_schema_refuses(text):
    assert rules(text) - BEYOND or "asks-nothing" in rules(text)
    assert not VALIDATOR.is_valid(values(text))


def test_the_shipped_decks_fit():
    assert len(SHIPPED) > 2
    for text in SHIPPED:
        assert [each.message for each in VALIDATOR.iter_errors(values(text))] == []


def test_quotes_are_wanted_where_an_editor_reads_no_text():
    """The one thing that a reader of texts takes and an editor cannot tell from nothing."""
    for card in ("{q: a, a: ~}", "{q: a, a: null}", "{id: true, q: a, a: b}"):
        text = f"recall: 1\ndeck: d\ntitle: T\ncards: [{card}]\n"
        assert rules(text) == set()
        assert not VALIDATOR.is_valid(values(text))


def test_every_key_has_a_meaning_and_a_place_in_the_model():
    assert set(KEYS) == set(CARD)
    for keys, model in ((CARD, Card), (DECK, Deck), (MODULE, Module), (OPTION, Option)):
        for name, key in keys.items():
            assert len(key.meaning) > 10, name
            assert not key.field or key.field in model._fields


def test_every_sort_of_value_has_its_schema():
    assert set(VALUES) == set(Sort) - {Sort.ASK}


@settings(deadline=None, derandomize=True, max_examples=500)
@given(st.text(alphabet="{}| a\n", max_size=24))
def test_the_pattern_of_gaps_tells_what_the_reader_tells(text):
    assert bool(re.search(PATTERN, text)) == (fault_of(text) == "")


def test_the_pattern_of_gaps_takes_no_time_over_a_long_text():
    assert not re.search(PATTERN, "{{a}} " * 99 + "{" * 100_000)


ANYTHING = st.sampled_from(
    ["", " ", [], {}, "x y!", -1, 5, 1.5, ["", "b"], {"a": "b"}, "ok", ["ok"]]
)
TEXTS = st.sampled_from(["a", "b c", "改善", 7, 1.5, True, "true", " x ", "{{a}}"])
NAMES = st.sampled_from(["a", "b-1", 5, " c "])
SOUND = {
    Sort.WORDS: TEXTS,
    Sort.TEXT: TEXTS,
    Sort.SOURCE: TEXTS,
    Sort.GAPS: st.sampled_from(["{{a}}", "b {{c|d}}", "e"]),
    Sort.NAME: NAMES,
    Sort.WHOLE: st.sampled_from([1, 2, "3", "007", 0, "0", -1]),
    Sort.FLAG: st.sampled_from([True, False, "true", " false"]),
    Sort.LANGUAGE: st.sampled_from(["en", "pt-BR", "x"]),
    Sort.LEVEL: st.sampled_from(["expert", "foundation"]),
    Sort.VERSION: st.sampled_from(["1.2.0", "1.2", 1.2]),
    Sort.FORMAT: st.sampled_from([1, "1"]),
    Sort.TEXTS: st.lists(TEXTS, max_size=2),
    Sort.WORD_LIST: st.lists(TEXTS, max_size=2),
    Sort.NAMES: st.lists(NAMES, max_size=2),
    Sort.REFERENCES: st.lists(NAMES | st.just("a/b"), max_size=2),
    Sort.TARGETS: st.lists(NAMES, max_size=2),
    Sort.ITEMS: st.lists(TEXTS, min_size=1, max_size=3),
    Sort.SIDES: st.lists(TEXTS, min_size=1, max_size=3),
    Sort.ROWS: st.dictionaries(
        st.sampled_from(["a", "b", "2"]), st.lists(TEXTS, min_size=1, max_size=4), max_size=2
    ),
    Sort.ASK: st.lists(st.sampled_from(["all", "next", "left", "why"]), max_size=2),
    Sort.SOURCES: st.dictionaries(st.sampled_from(["a", "b"]), TEXTS, max_size=2),
    Sort.OPTIONS: st.lists(
        st.dictionaries(st.sampled_from(["right", "wrong", "why", "x"]), TEXTS, max_size=2)
        | st.fixed_dictionaries({"right": TEXTS})
        | st.fixed_dictionaries({"wrong": TEXTS}),
        max_size=3,
    ),
}

SELDOM = st.integers(0, 30)


@st.composite
def maps(draw, keys, likely):
    """A map that has the likely keys, some others, and seldom a wrong value or key."""
    chosen = [name for name in draw(st.sampled_from(likely)) if draw(SELDOM) < 30]
    chosen += [draw(st.sampled_from([*keys, "hnit"]))] if draw(SELDOM) < 8 else []
    made = {}
    for name in chosen:
        sound = SOUND.get(keys[name].sort) if name in keys else None
        wild = sound is None or draw(SELDOM) == 30
        made[name] = draw(ANYTHING if wild or sound is None else sound)
    return made


KINDS = [
    *(["q", "a"], ["q", "typed"], ["q", "options"], ["case", "q", "a", "why"], ["term", "means"]),
    *(["cloze"], ["order", "items", "ask"], ["compare", "rows", "ask"]),
]


@st.composite
def decks(draw):
    """A deck as plain values, right or a little wrong."""
    deck = draw(maps(DECK, [["recall", "deck", "title"]]))
    cards = draw(st.lists(maps(CARD, KINDS), max_size=2))
    if draw(st.booleans()):
        return deck | {"cards": cards}
    module = draw(maps(MODULE, [["id", "title"]]))
    return deck | {"modules": [module | {"cards": cards}]}


@settings(deadline=None, derandomize=True, max_examples=500)
@given(decks())
def test_of_any_deck_at_all_they_say_the_same(deck):
    text = json.dumps(deck, ensure_ascii=False)
    refused = rules(text)
    if refused - BEYOND:
        assert not VALIDATOR.is_valid(values(text))
    elif "asks-nothing" not in refused:
        assert [each.message for each in VALIDATOR.iter_errors(values(text))] == []
