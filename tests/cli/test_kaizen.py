"""``recall kaizen``: small things on the command line."""

from __future__ import annotations

import pytest


@pytest.fixture
def kept(machine):
    """One small thing, with a plan and what was done."""
    assert machine.recall("kaizen", "add", "Lay", "out", "the", "tools").code == 0
    assert machine.recall("kaizen", "tell", given="Less searching\nDid it\n").code == 0
    return machine


def test_without_any_it_says_so(machine):
    assert machine.recall("kaizen").out.startswith("No small thing yet.")
    assert machine.recall("kaizen", "--json").json == []
    assert machine.recall("kaizen", "tell").code == 1
    assert machine.recall("kaizen", "undo").code == 1


def test_the_list_has_what_came_of_each(kept):
    out = kept.recall("kaizen").out.splitlines()
    assert out[0].endswith("open    Lay out the tools")
    assert out[1:] == ["    Plan:  Less searching", "    Do:    Did it"]


def test_json_has_each_phase(kept):
    (thing,) = kept.recall("kaizen", "--json").json
    assert (thing["text"], thing["state"], thing["plan"]) == (
        "Lay out the tools",
        "open",
        "Less searching",
    )
    assert (thing["check"], thing["ended"]) == (None, None)


def test_telling_to_the_end_closes_it_and_a_second_time_keeps_what_stood_there(kept):
    said = kept.recall("kaizen", "tell", given="\n\nSeven minutes\n\n")
    assert "So far: Less searching" in said.out
    (thing,) = kept.recall("kaizen", "--json").json
    assert (thing["plan"], thing["check"], thing["state"]) == (
        "Less searching",
        "Seven minutes",
        "done",
    )


def test_undo_takes_back_the_newest_word_and_then_the_one_before(kept):
    assert "Did it" not in kept.recall("kaizen", "undo").out
    assert "Less" not in kept.recall("kaizen", "undo").out
    assert "No small thing yet." in kept.recall("kaizen", "undo").out


def test_undoing_answers_leaves_small_things_alone(kept):
    assert kept.recall("undo").code == 1
    assert "Lay out the tools" in kept.recall("kaizen").out


def test_the_page_goes_to_a_file_or_to_standard_output(kept):
    page = kept.folder / "small.md"
    assert kept.recall("kaizen", "-o", page).code == 0
    assert "Lay out the tools" in page.read_text(encoding="utf-8")
    page.write_text("Mine.", encoding="utf-8")
    assert kept.recall("kaizen", "-o", page).code == 1


def test_nothing_but_blanks_is_no_small_thing(machine):
    said = machine.recall("kaizen", "add", "  ")
    assert said.code == 2
    assert "a few words" in said.err
