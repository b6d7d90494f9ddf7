"""Home's figures as bytes and back; nothing else in the bytes is ever taken for Home."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.collection.home import STATUSES, DeckLine, Home, PathLine
from recall.collection.remembered import dump, load
from recall.decks.clean import clean
from tests.support.homes import USUAL

WHOLE = replace(
    USUAL,
    decks=(DeckLine("pdca", "PDCA · 改善", 16.6, 40, 52), DeckLine("lean", "Lean", 0.0, 0, 60)),
    notices=("team.yaml, line 10: unknown key.",),
    path=PathLine("workshop", "Four weeks", 12, 90, "Week 1", date(2026, 12, 18)),
)
texts = st.text(max_size=30).map(lambda text: clean(text).replace("\n", " "))
counts = st.integers(0, 10**6)
days = st.dates()
homes = st.builds(
    Home,
    today=days,
    status=st.sampled_from(STATUSES),
    review=counts,
    new=counts,
    minutes=counts,
    sentence=texts,
    narrow_sentence=texts,
    decks=st.lists(
        st.builds(DeckLine, texts, texts, st.floats(0, 1e6), counts, counts), max_size=3
    ).map(tuple),
    week=st.tuples(*[st.sampled_from(("done", "open", "later"))] * 7),
    days=counts,
    notices=st.lists(texts, max_size=2).map(tuple),
    path=st.none() | st.builds(PathLine, texts, texts, counts, counts, texts, st.none() | days),
)
nonsense = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@settings(deadline=None, derandomize=True)
@given(homes)
def test_every_home_comes_back_the_same(home):
    assert load(dump({"key": home}), "key") == home


def test_no_figure_of_home_is_left_out():
    values = json.loads(dump({"key": WHOLE}).partition(b"\nkey ")[2])
    assert set(values) == {field.name for field in fields(Home)}
    assert set(values["path"]) == {field.name for field in fields(PathLine)}
    assert len(values["decks"][0]) == len(fields(DeckLine))


def test_each_day_has_its_own_figures():
    other = replace(WHOLE, today=date(2026, 11, 29), review=12)
    data = dump({"one": WHOLE, "two": other})
    assert (load(data, "one"), load(data, "two")) == (WHOLE, other)


def test_figures_under_another_key_do_not_count():
    assert load(dump({"key": WHOLE}), "other") is None
    assert load(dump({"key": WHOLE}), "ke") is None


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.sampled_from([field.name for field in fields(Home)]), nonsense)
def test_a_figure_of_the_wrong_kind_makes_no_home_that_fails_later(name, value):
    head, mark, body = dump({"key": WHOLE}).partition(b"\nkey ")
    values = json.loads(body) | {name: value}
    home = load(head + mark + json.dumps(values).encode(), "key")
    assert home is None or load(dump({"key": home}), "key") == home


@pytest.mark.parametrize("text", ["\x1b[2Jgone", "two\nlines", "\u202eturned", "\x9b31m", "\udc80"])
def test_no_text_that_could_act_on_a_terminal_is_taken(text):
    head, mark, body = dump({"key": WHOLE}).partition(b"\nkey ")
    values = json.loads(body) | {"sentence": text}
    assert load(head + mark + json.dumps(values).encode(), "key") is None
    values = json.loads(body)
    values["decks"][0][1] = text
    assert load(head + mark + json.dumps(values).encode(), "key") is None


@pytest.mark.parametrize("keep", [0, 10, 40, 200, -2])
def test_half_a_file_is_no_home(keep):
    assert load(dump({"key": WHOLE})[:keep], "key") is None


@pytest.mark.parametrize("body", [b"[]", b"{}", b"null", b"[" * 100_000, b"\xff", b"1" * 5_000])
def test_foreign_bytes_under_the_right_key_are_no_home(body):
    assert load(b"recall-home 1\nkey " + body, "key") is None
