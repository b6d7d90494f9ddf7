"""``recall deck stats``: what decks hold, how long they take, what they rest on."""

from datetime import timedelta

import pytest

from recall.clock import date_of, study_day, system_clock
from tests.cli.conftest import MINI
from tests.support.modules import modules_after

MIXED = """\
recall: 1
deck: mixed
title: Mixed
sources:
  imai86: Masaaki Imai, Kaizen (1986)
  ohno88: Taiichi Ohno (1988)
modules:
  - id: one
    title: First things
    cards:
      - id: a
        q: Why?
        a: Because.
        source: imai86, p. 12
      - id: b
        cloze: A {{standard}} keeps a {{gain}}.
        source: imai86
      - id: c
        case: A line stops.
        q: What now?
        a: Look.
        why: It tells.
        tags: [optional]
  - id: two
    title: Second things
    cards:
      - id: d
        term: gemba
        means: the actual place
      - id: e
        q: Not yet?
        a: No.
        draft: true
"""


def test_questions_are_counted_by_module_and_kind(machine):
    (deck,) = machine.recall("deck", "stats", "--json", machine.write(MIXED)).json["decks"]
    assert (deck["cards"], deck["questions"]) == (4, 6)
    assert (deck["optional"], deck["drafts"]) == (1, 1)
    assert deck["kinds"] == {"basic": 1, "reversed": 2, "cloze": 2, "scenario": 1}
    assert [(each["id"], each["questions"]) for each in deck["modules"]] == [("one", 4), ("two", 2)]


def test_the_table_has_a_row_for_each_module_and_a_sum(machine):
    lines = machine.recall("deck", "stats", machine.write(MIXED)).out.splitlines()
    assert lines[0] == "Mixed (mixed): 4 cards, 6 questions, 1 of them optional, 1 draft"
    assert lines[1].split() == ["questions", "question", "term", "cloze", "scenario", "in", "all"]
    assert lines[2].split() == ["First", "things", "1", "·", "2", "1", "4"]
    assert lines[4].split() == ["in", "all", "1", "2", "2", "1", "6"]


def test_coverage_of_sources_is_told_with_pages_left_out(machine):
    path = machine.write(MIXED)
    said = machine.recall("deck", "stats", path).out
    assert "Sources: 2 of 4 cards name one (50 %)." in said
    assert "No card names: ohno88" in said
    assert "Without a source: c (line 18), d (line 27)" in said
    (deck,) = machine.recall("deck", "stats", "--json", path).json["decks"]
    assert [(each["key"], each["cards"]) for each in deck["sources"]] == [
        ("imai86", 2),
        ("ohno88", 0),
    ]
    assert [each["id"] for each in deck["without_source"]] == ["c", "d"]


def test_the_minutes_a_day_are_those_until_a_date(machine):
    until = date_of(study_day(system_clock())) + timedelta(days=9)
    path = machine.write(MIXED)
    said = machine.recall("deck", "stats", path, "--until", until)
    assert said.code == 0
    assert f"To be through by {until} (10 days): about 1 minute a day" in said.out
    time = machine.recall("deck", "stats", "--json", path, "--until", until).json["time"]
    assert (time["questions"], time["days"], time["until"]) == (5, 10, str(until))
    assert 0 < time["minutes_a_day"] < 1


def test_several_decks_are_told_one_by_one_and_their_time_together(machine):
    machine.write(name="decks/mini.yaml")
    machine.write(MIXED, "decks/mixed.yaml")
    said = machine.recall("deck", "stats", "decks")
    assert "Mini (mini): 2 cards" in said.out
    assert "all 7 questions are met in about" in said.out


@pytest.mark.parametrize("until", ["soon", "2020-01-01", "9999-01-01", "2026-02-30"])
def test_a_date_that_is_none_or_past_is_a_usage_error(machine, until):
    assert machine.recall("deck", "stats", machine.write(), "--until", until).code == 2


def test_a_broken_deck_is_shown_with_its_problem(machine):
    said = machine.recall("deck", "stats", machine.write(MINI.replace("q: What", "qq: What")))
    assert said.code == 1
    assert "unknown-key" in said.err


def test_an_empty_deck_has_nothing_to_learn(machine):
    path = machine.write("recall: 1\ndeck: empty\ntitle: Empty\ncards: []\n")
    said = machine.recall("deck", "stats", path)
    assert said.code == 0
    assert "There is nothing to learn yet." in said.out
    assert machine.recall("deck", "stats", "--json", path).json["time"]["days_at_5_minutes"] == 0


def test_counting_opens_no_store(machine):
    words = ["deck", "stats", str(machine.write())]
    loaded = modules_after(f"from recall.cli.main import run; run({words!r})")
    assert not loaded & {"sqlalchemy", "fsrs", "recall.store", "recall.collection"}
