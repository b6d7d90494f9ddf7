"""``recall browse`` as a table of text and as values, and practice from the command line."""

from __future__ import annotations

import pytest

from recall.clock import system_clock
from recall.collection.open import open_collection
from recall.collection.setting_cards import MARK, CardSetter
from recall.decks.library import Place
from recall.paths import database_file
from recall.settings import Settings

WIDE = """\
recall: 1
deck: wide
title: 改善 العربية 🎌
cards:
  - id: kanji
    q: 改善とは何ですか？
    a: kaizen
    tags: [japanese]
  - id: arabic
    q: ما معنى كايزن؟
    a: التحسين
"""


@pytest.fixture
def decks(machine):
    folder = machine.folder / "decks"
    machine.write(name="decks/mini.yaml")
    machine.write(WIDE, "decks/wide.yaml")
    machine.set("RECALL_DECKS", folder)
    return machine


def names(said):
    return [row["card"] for row in said.json]


def test_a_search_gives_the_cards_it_finds_as_json(decks):
    assert names(decks.recall("browse", "deck:mini", "--json")) == ["mini/alpha", "mini/beta"]
    said = decks.recall("browse", "first comes", "tag:small", "--json")
    (row,) = said.json
    assert (row["card"], row["kind"], row["is"]) == ("mini/alpha", "basic", ["new"])
    assert (row["recall"], row["next"], row["met"], row["questions"]) == (None, None, 0, 1)
    assert row["line"] == 6


def test_the_plain_table_keeps_its_columns_whatever_the_letters(decks):
    from rich.cells import cell_len

    said = decks.recall("browse", "deck:wide", "--plain")
    assert said.code == 0
    head, *rows = said.out.splitlines()
    assert [head.split()[0], len(rows)] == ["card", 2]
    column = {cell_len(row[: row.rindex("new")]) for row in rows}
    assert len(column) == 1


def test_no_case_and_no_accent_counts(decks):
    assert names(decks.recall("browse", "KAIZEN", "tag:Japanese", "--json")) == ["wide/kanji"]
    assert names(decks.recall("browse", "改善", "--json")) == ["wide/kanji"]


def test_what_is_found_by_nothing_says_so(decks):
    said = decks.recall("browse", "zzzz", "--plain")
    assert (said.code, said.out) == (0, "No card is found by that.\n")
    assert decks.recall("browse", "zzzz", "--json").json == []


def test_a_search_that_cannot_be_read_names_the_column_and_guesses(decks):
    said = decks.recall("browse", "kaizen", "is:dew", "--plain")
    assert said.code == 2
    assert "column 8: is:dew is unknown; did you mean is:new?" in said.err
    assert "Traceback" not in said.err


def test_cards_are_ordered_as_asked(decks):
    decks.recall("review", "mini", "--cards", "1", "--plain", given="\n3\n")
    rows = decks.recall("browse", "deck:mini", "--sort", "seen", "--json").json
    assert rows[0]["card"] == "mini/alpha"
    assert rows[0]["recall"] == 1.0
    assert rows[0]["last_seen"] < rows[0]["next"]


def test_practice_line_by_line_reschedules_nothing(decks):
    decks.recall("review", "mini", "--plain", given="\n1\n\n3\n\n3\n")
    before = decks.recall("browse", "--json").json
    said = decks.recall("review", "--practice", "--plain", given="\n1\n\n3\n")
    assert said.code == 0
    assert "Practice: nothing is rescheduled." in said.out
    assert "1 question practised, 0 recalled. Nothing was rescheduled." in said.out
    assert "In two weeks" not in said.out
    assert decks.recall("browse", "--json").json == before
    kinds = [line["kind"] for line in decks.recall("log", "--json").lines]
    assert kinds.count("practice") == 2
    assert "(practice)" in decks.recall("log").out


def test_practice_grades_show_no_intervals(decks):
    said = decks.recall("review", "--practice", "mini", "--plain", given="\n3\n")
    assert "1 New to me   2 Hard   [3 Got it]   4 Easy" in said.out


def test_practice_may_be_of_a_search_and_of_so_many_questions(decks):
    said = decks.recall("review", "--practice", "comes", "--cards", "1", "--plain", given="\n3\n")
    assert "1 question practised, 1 recalled." in said.out
    said = decks.recall("review", "--practice", "zzz", "--plain")
    assert (said.code, said.out) == (2, "")
    assert "no card here is found by: zzz" in said.err


def test_practice_has_no_clock(decks):
    said = decks.recall("review", "--practice", "--minutes", "5", "--plain")
    assert said.code == 2
    assert "practice has no clock" in said.err


def test_where_nothing_was_hard_today_it_says_how_to_practise_anyway(decks):
    said = decks.recall("review", "--practice", "--plain")
    assert said.code == 2
    assert "nothing was hard today" in said.err
    assert "recall review --practice" in said.err


def test_practice_is_undone_like_an_answer(decks):
    decks.recall("review", "--practice", "mini", "--plain", given="\n3\nq\n")
    assert decks.recall("undo").out.startswith('Undone: Got it on "What comes first?"')
    assert decks.recall("log", "--json").lines[0]["voided"]


def test_what_was_set_for_many_cards_at_once_is_one_step_of_undo(decks):
    decks.recall("review", "card:mini/alpha", "--cards", "1", "--plain", given="\n1\n\n3\n")
    places = [Place(decks.folder / "decks", "user")]
    collection = open_collection(
        settings=Settings(), clock=system_clock, file=database_file(), places=places
    )
    CardSetter(collection).set_cards(["mini/alpha", "mini/beta"], MARK)
    collection.close()
    assert decks.recall("undo").out == "Undone: mark on 2 cards.\n"
    assert decks.recall("browse", "is:flagged", "--plain").out == "No card is found by that.\n"
    assert decks.recall("undo").out.startswith('Undone: Got it on "What comes first?"')


def test_one_card_is_told_with_its_history(decks):
    decks.recall("review", "card:mini/alpha", "--cards", "1", "--plain", given="\n1\n\n3\n")
    said = decks.recall("browse", "--card", "mini/alpha")
    assert said.code == 0
    head, place, _, question, answer, expected, *history = said.out.splitlines()
    assert (head, question, answer) == ("Mini", "Question: What comes first?", "Answer: Alpha.")
    assert place.startswith("mini/alpha, ")
    assert place.endswith("mini.yaml:6")
    assert expected.startswith("You would recall it today with a chance of about 100 %. Next: ")
    assert [row.split()[2:4] for row in history] == [["Got", "it"], ["New", "to"]]


def test_one_card_as_json_has_every_answer(decks):
    decks.recall("review", "card:mini/alpha", "--cards", "1", "--plain", given="\n4\n")
    page = decks.recall("browse", "--card", "mini/alpha/main", "--json").json
    (asked,) = page["questions"]
    assert (page["card"], page["line"], asked["prompt"]) == ("mini/alpha", 6, "mini/alpha/main")
    (answer,) = asked["history"]
    assert (answer["kind"], answer["grade"], answer["days"]) == ("review", 4, 8)


def test_a_card_that_never_was_is_a_clear_error(decks):
    for name in ("mini/omega", "nonsense", "", "a/b/c/d"):
        said = decks.recall("browse", "--card", name)
        assert (said.code, said.out) == (2, ""), name
        assert "no card is called" in said.err
