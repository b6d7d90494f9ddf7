"""All cards of a collection: finding them, and setting something for many of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.collection.browsing import Browser
from recall.collection.finding import Finder, haystack
from recall.collection.setting_cards import HIDE, MARK, MARK_OFF, NOT_TODAY, START_AGAIN
from recall.collection.shelf import SORTS, CardRow, kinds_of
from recall.decks.model import BASIC, CLOZE, Card
from recall.errors import StoreError
from recall.memory.events import BURY, FLAG, RESTART, RESUME, SUSPEND, CardState, Grade
from recall.session import query as q
from recall.session.query import Query, fold
from recall.session.query_text import UnclearQuery, parse_query

MORE = """\
recall: 1
deck: more
title: Ärger más
sources: {imai: Masaaki Imai}
cards:
  - id: one
    q: Was heißt ärgerlich?
    a: annoying
    tags: [german]
    source: imai, p. 3
    note: never to be seen
  - id: two
    q: 改善とは？
    a: kaizen
    draft: true
"""


def found(browser: Browser, text: str, sort: str = "deck") -> list[str]:
    finder = browser.finder
    return [finder.rows[number].name for number in finder.find(parse_query(text), sort)]


@pytest.fixture
def browser(world):
    world.write()
    world.write(MORE, "more.yaml")
    world.study(Grade.AGAIN)
    world.pass_days(1)
    with world.open() as collection:
        yield Browser(collection)


def test_all_cards_stand_in_the_order_of_the_decks_without_drafts(browser):
    mini = ["mini/alpha", "mini/beta", "mini/extra", "mini/gaps", "mini/word"]
    assert found(browser, "") == [*mini, "more/one"]
    assert found(browser, "is:draft") == ["more/two"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("arger", ["more/one"]),
        ("FIRST", ["mini/alpha"]),
        ('"comes second"', ["mini/beta"]),
        ("deck:ärger", ["more/one"]),
        ("deck:mini -module:first", ["mini/gaps", "mini/word"]),
        ("tag:optional", ["mini/extra"]),
        ("source:masaaki", ["more/one"]),
        ("kind:term", ["mini/word"]),
        ("kind:cloze", ["mini/gaps"]),
        ('"a standard keeps"', ["mini/gaps"]),
        ("never", []),
        ("is:new", ["mini/extra"]),
        ("recall>0.99 -deck:more", []),
    ],
)
def test_words_and_conditions_find_cards(browser, text, names):
    assert found(browser, text) == names


def test_what_the_learner_has_set_is_found(browser):
    browser.set_cards(["mini/alpha", "mini/beta"], HIDE)
    browser.set_cards(["mini/beta"], MARK)
    assert found(browser, "is:suspended") == ["mini/alpha", "mini/beta"]
    assert found(browser, "is:flagged") == ["mini/beta"]
    assert "mini/alpha" not in found(browser, "is:due")


def test_setting_many_cards_is_one_thing_to_undo(browser):
    names = ["mini/alpha", "mini/beta", "more/one"]
    assert browser.set_cards(names, HIDE) == SUSPEND
    assert browser.set_cards(names[:2], HIDE) == RESUME
    assert browser.set_cards(names, HIDE) == SUSPEND, "those still here join those put away"
    assert browser.undo() == 3
    assert found(browser, "is:suspended") == ["more/one"]
    assert [browser.undo(), browser.undo(), browser.undo()] == [2, 3, 0]
    assert found(browser, "is:suspended") == []


def test_a_mark_is_taken_away_where_all_have_it(browser):
    assert browser.set_cards(["mini/alpha"], MARK) == FLAG
    assert browser.set_cards(["mini/alpha", "mini/beta"], MARK) == FLAG
    assert browser.set_cards(["mini/alpha", "mini/beta"], MARK) == MARK_OFF
    assert found(browser, "is:flagged") == []


def test_cards_that_start_again_are_new_until_that_is_undone(browser):
    before = browser.finder.rows[0]
    assert before.met == 1
    assert browser.set_cards(["mini/alpha", "mini/beta"], START_AGAIN) == RESTART
    assert {"mini/alpha", "mini/beta"} <= set(found(browser, "is:new"))
    browser.undo()
    assert browser.finder.rows[0] == before


def test_not_today_lasts_for_today(world, browser):
    assert browser.set_cards(["mini/alpha"], NOT_TODAY) == BURY
    assert "mini/alpha" not in found(browser, "is:due")
    world.pass_days(1)
    with world.open() as collection:
        assert "mini/alpha" in found(Browser(collection), "is:due")


def test_where_writing_fails_no_card_is_set(browser, monkeypatch):
    store = browser.setter._collection.store

    def full(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr("recall.store.store.folding.fold_in", full)
    with pytest.raises(StoreError):
        browser.set_cards(["mini/alpha", "mini/beta"], HIDE)
    monkeypatch.undo()
    assert not [each for each in store.events() if each.kind == SUSPEND]
    assert browser.undo() == 0


def test_cards_that_left_their_deck_are_found_as_retired_by_name(world):
    world.write()
    world.study()
    world.write(
        world.write()
        .read_text()
        .replace("id: alpha", "id: omega")
        .replace("What comes first?", "Something else altogether, quite new?")
        .replace("Alpha.", "Nine.")
    )
    with world.open() as collection:
        browser = Browser(collection)
        assert found(browser, "is:retired") == ["mini/alpha"]
        browser.set_cards(["mini/alpha"], MARK)
        assert found(browser, "is:retired is:flagged") == ["mini/alpha"]


def test_cards_of_a_deck_that_is_absent_keep_their_text(world):
    path = world.write()
    world.study()
    path.unlink()
    with world.open() as collection:
        browser = Browser(collection)
        rows = [browser.finder.rows[number] for number in browser.finder.find()]
        assert [row.text for row in rows if row.name == "mini/alpha"] == ["What comes first?"]
        assert all(q.RETIRED in row.standing for row in rows)


def test_a_collection_without_decks_has_no_cards(world):
    with world.open() as collection:
        browser = Browser(collection)
        assert browser.finder.find(parse_query("anything")) == []


# The fast search against the obvious one.

CARDS = [
    ("pdca", Card("a", BASIC, ("main",), "m", text="Kaizen é bom", answer="yes", tags=("t",))),
    ("pdca", Card("b", CLOZE, ("x",), text="A {{gap|h}} here", tags=("t", "u"), source="imai")),
    ("lean", Card("c", BASIC, ("main",), text="改善 kai", answer="zen", case="A case")),
    ("lean", Card("d", BASIC, ("main",), text="Draft", answer="kaizen", draft=True)),
]
ROWS = [
    CardRow(
        f"{deck}/{card.id}", deck, deck.upper(), "Module", card.source, card,
        CardState(), frozenset(standing), 1, 1, chance, 10 - number, number, number % 2,
    )
    for number, ((deck, card), standing, chance) in enumerate(
        zip(CARDS, [{q.DUE}, {q.NEW, q.FLAGGED}, {q.DUE, q.LEECH}, {q.DRAFT}],
            [0.5, None, 0.8, None], strict=True)
    )
]  # fmt: skip
TYPED = st.lists(
    st.sampled_from(
        ["kai", "zen", "é", "bom", "-kai", "deck:pd", "-deck:lean", "tag:t", "-tag:u", "module:mod",
         "source:im", "kind:c", "kind:scenario", "is:d", "is:due", "-is:due", "is:draft", "is:new",
         "recall<0.7", "recall>0.6", "-recall<0.7", '"a gap', "改"]
    ),
    max_size=4,
)  # fmt: skip


def obviously(query: Query, rows: Sequence[CardRow], sort: str) -> list[int]:
    def holds(term: q.Term, row: CardRow) -> bool:
        card = row.card
        assert card is not None
        if term.field == q.WORDS:
            return term.text in haystack(card)
        if term.field == q.BELOW:
            return row.recall is not None and row.recall < term.bound
        if term.field == q.ABOVE:
            return row.recall is not None and row.recall > term.bound
        if term.field == q.STATE:
            return bool(term.any_of & row.standing)
        if term.field == q.KIND:
            return bool(term.any_of & set(kinds_of(card)))
        texts = {q.DECK: (row.deck, row.title), q.TAG: card.tags, q.SOURCE: (card.source,),
                 q.MODULE: (card.module, row.module)}[term.field]  # fmt: skip
        return any(term.text in fold(text) for text in texts)

    kept = [
        number
        for number, row in enumerate(rows)
        if (query.drafts or q.DRAFT not in row.standing)
        and all(holds(term, row) != term.negated for term in query.terms)
    ]
    return sorted(kept, key=lambda number: SORTS[sort](rows[number]))


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(TYPED, st.sampled_from(sorted(SORTS)))))
def test_searching_key_by_key_finds_what_the_obvious_filter_finds(typed):
    finder = Finder(ROWS)
    for words, sort in typed:
        text = " ".join(words)
        for end in range(len(text) + 1):
            try:
                query = parse_query(text[:end])
            except UnclearQuery:
                continue
            assert finder.find(query, sort) == obviously(query, ROWS, sort), text[:end]


STANDINGS = st.sets(st.sampled_from([q.DUE, q.NEW, q.FLAGGED, q.DRAFT]))
CHANGES = st.tuples(
    st.integers(0, len(ROWS) - 1), STANDINGS, st.one_of(st.none(), st.floats(0.0, 1.0))
)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.tuples(st.lists(CHANGES, max_size=3), TYPED, st.sampled_from(sorted(SORTS)))))
def test_rows_that_change_between_searches_are_found_as_they_are_now(turns):
    finder, rows = Finder(ROWS), list(ROWS)
    for changes, words, sort in turns:
        for number, standing, chance in changes:
            rows[number] = rows[number]._replace(standing=frozenset(standing), recall=chance)
        finder.replace([rows[number] for number, *_ in changes])
        query = parse_query(" ".join(words))
        assert finder.find(query, sort) == obviously(query, rows, sort)


def test_rows_that_did_not_change_cost_no_search_anew():
    finder = Finder(ROWS)
    found = finder.find(parse_query("kai"))
    finder.replace(ROWS[:2])
    assert finder.find(parse_query("kai")) is found


def test_a_whole_text_pasted_into_the_search_is_answered_at_once():
    finder, text = Finder(ROWS), " ".join(f"word{number}" for number in range(8_000))
    began = process_time()
    assert finder.find(parse_query(text)) == finder.find(parse_query(f"{text}x")) == []
    assert process_time() - began < 1.5
