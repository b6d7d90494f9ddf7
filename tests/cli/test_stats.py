"""``recall stats``: five answers as text, and every figure as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recall.cli.stats_fields import FIELDS
from recall.cli.stats_json import as_json
from recall.decks.problems import cells
from recall.insight.sentences import QUESTIONS
from tests.support.insights import SAMPLE

README = Path(__file__).parents[2] / "README.md"


def paths(value: Any, path: str = "") -> Iterator[str]:
    """Where each value of a JSON document stands; lists count by their entries."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from paths(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for inner in value:
            yield from paths(inner, f"{path}[]")
    else:
        yield path


def studied(machine, cards: int) -> None:
    """Some questions of a deck that lies in a folder of the learner's own."""
    machine.set("RECALL_DECKS", machine.write(name="own/mini.yaml").parent)
    machine.recall("review", "mini", "--plain", "--cards", cards, given="\n3\n" * cards)


def test_a_deck_that_is_no_longer_at_hand_leaves_a_sentence(machine):
    machine.write()
    machine.recall("review", "mini.yaml", "--plain", "--cards", "1", given="\n3\n")
    assert "None of the questions that you have met is in a deck at hand." in " ".join(
        machine.recall("stats").out.split()
    )


def test_help_and_the_object_name_the_same_fields():
    listed = {*FIELDS} - {"growth.last_session"}
    assert listed == set(paths(as_json(SAMPLE)))


def test_help_says_what_every_field_means(machine):
    said = machine.recall("stats", "--help")
    words = " ".join(said.out.split())
    for path, meaning in FIELDS.items():
        assert f"{path} {meaning}" in words


def test_the_object_holds_the_figures(machine):
    figures = json.loads(json.dumps(as_json(SAMPLE)))
    assert figures["date"] == "2026-11-28"
    assert figures["growth"]["now"] == 143.2
    assert figures["growth"]["decks"][0]["modules"][1]["in_two_weeks"] == 12.5
    assert figures["honesty"]["months"][0] == {
        "month": "2026-09",
        "early": True,
        "answers": 12,
        "expected": 0.84,
        "recalled": 0.75,
    }
    assert figures["struggle"]["mixed_up"][0]["card"] == "lean-toolkit/muri"
    assert len(figures["forecast"]["with_new"]) == 28


def test_an_empty_collection_has_an_answer_to_every_question(machine):
    machine.set("COLUMNS", 40)
    said = machine.recall("stats")
    assert (said.code, said.err) == (0, "")
    for question in QUESTIONS:
        assert question in said.out
    assert said.out.count("There is nothing to tell yet.") == 1
    assert "Too early: that shows from the second day on." in " ".join(said.out.split())
    assert "Too early to say: no answer so far" in " ".join(said.out.split())
    figures = json.loads(machine.recall("stats", "--json").out)
    assert figures["answers"] == 0
    assert figures["growth"]["last_session"] is None
    assert figures["honesty"]["expected"] is None


def test_one_answer_is_enough_to_begin(machine):
    studied(machine, 1)
    said = machine.recall("stats")
    words = " ".join(said.out.split())
    assert re.search(r"You would recall about 1 of \d+ questions now, and about 1", words)
    assert "The last session, today: 1 new." in words
    assert "1 day this week, 1 in the last twelve months." in words


@pytest.mark.parametrize("columns", [30, 40, 80, 160])
def test_the_text_fits_the_terminal_and_moves_no_cursor(machine, columns):
    machine.set("COLUMNS", columns)
    studied(machine, 2)
    said = machine.recall("stats")
    assert "\x1b" not in said.out
    assert max(map(cells, said.out.splitlines())) <= columns
    machine.set("NO_COLOR", 1)
    assert machine.recall("stats").out == said.out


def test_a_terminal_without_utf_8_gets_ascii(machine):
    machine.set("LC_ALL", "C")
    said = machine.recall("stats")
    assert said.out.isascii()
    assert "............" in said.out
