"""A search as it is typed: any text can be read, or a sentence says where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.session.query import (
    ABOVE,
    BELOW,
    DECK,
    STATE,
    STATES,
    TAG,
    WORDS,
    Query,
    Term,
    fold,
)
from recall.session.query_text import UnclearQuery, parse_query

PIECES = st.sampled_from(
    ["is:", "deck:", "tag:", "kind:", "recall<", "recall>0.5", "-", '"', " ", ":", "due", "é", "7%"]
)


def read(text: str) -> Query | UnclearQuery:
    try:
        return parse_query(text)
    except UnclearQuery as fault:
        return fault


def terms(text: str) -> tuple[Term, ...]:
    return parse_query(text).terms


@settings(deadline=None, derandomize=True)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_is_read_or_a_sentence_names_the_column(text):
    outcome = read(text)
    if isinstance(outcome, UnclearQuery):
        assert 1 <= outcome.column <= len(text)
        assert outcome.where == f"column {outcome.column}"
        assert outcome.what
        assert outcome.mend


@settings(deadline=None, derandomize=True)
@given(st.text())
def test_every_text_in_quotes_is_a_phrase(text):
    phrase = text.replace('"', "")
    expected = (Term(WORDS, fold(phrase)),) if fold(phrase) else ()
    assert terms(f'"{phrase}"') == expected


def test_words_and_conditions_stand_side_by_side():
    assert terms('kaizen deck:pdca tag:"two words"') == (
        Term(WORDS, "kaizen"),
        Term(DECK, "pdca"),
        Term(TAG, "two words"),
    )


def test_a_hyphen_turns_a_condition_round_and_one_within_a_word_is_a_letter():
    assert terms("-deck:pdca") == (Term(DECK, "pdca", negated=True),)
    assert terms('-"by hand"') == (Term(WORDS, "by hand", negated=True),)
    assert terms("five-s") == (Term(WORDS, "five-s"),)


@pytest.mark.parametrize("unfinished", ["", " ", "-", '"', "deck:", "-tag:", "is:", "recall<"])
def test_what_is_only_begun_asks_for_nothing_yet(unfinished):
    assert terms(unfinished) == ()


def test_case_and_accents_do_not_count():
    assert terms("ÉTÉ") == terms("ete")
    assert fold("  Straße\n Ｍura ") == "strasse mura"


@pytest.mark.parametrize("state", STATES)
def test_a_state_may_be_cut_short(state):
    assert terms(f"is:{state}") == (Term(STATE, any_of=frozenset({state})),)
    (short,) = terms(f"is:{state[:2]}")
    assert state in short.any_of


def test_shares_of_recall_are_numbers_or_percent():
    assert terms("recall<0.7") == terms("recall<70%") == terms("recall<=.7")
    assert terms("recall<0.7") == (Term(BELOW, bound=0.7),)
    assert terms("-recall>1") == (Term(ABOVE, bound=1.0, negated=True),)


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("is:dew", 1, "did you mean is:new?"),
        ("kaizen is:zzz", 8, "is:zzz is unknown"),
        ("-kind:clozed", 2, "did you mean kind:cloze?"),
        ("dekc:pdca", 1, "did you mean deck:?"),
        ("a  recall<7", 4, "such as 0.7 or 70%"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_place_and_a_guess(text, column, said):
    with pytest.raises(UnclearQuery) as caught:
        parse_query(text)
    assert caught.value.column == column
    assert said in caught.value.what


def test_a_colon_in_a_word_that_is_no_condition_is_a_letter():
    assert terms("12:30") == (Term(WORDS, "12:30"),)


@pytest.mark.parametrize(
    ("longer", "shorter", "narrows"),
    [
        ("kaizen", "kai", True),
        ("kai", "kaizen", False),
        ("kaizen is:due", "kaizen", True),
        ("is:due", "is:d", False),
        ("is:suspended", "is:s", True),
        ("recall<0.5", "recall<0.7", True),
        ("recall>0.5", "recall>0.7", False),
        ("-ka", "-k", False),
        ("is:draft", "", False),
    ],
)
def test_a_search_narrows_another_where_it_can_only_find_less(longer, shorter, narrows):
    assert parse_query(longer).narrows(parse_query(shorter)) is narrows
