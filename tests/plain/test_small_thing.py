"""The one quiet question at the end of a plain session."""

from __future__ import annotations

import pytest

from recall.clock import DAY_MS

ONE = "\n3\n"
OFFER = "What is the smallest improvement you can make today?"


@pytest.fixture
def practised(desk, monkeypatch, tmp_path):
    """A learner with three sessions behind them, and a settings file of their own."""
    monkeypatch.setattr("recall.collection.small_things.settings_file", lambda: tmp_path / "s.toml")
    for card in ("basic", "cloze", "comparison"):
        assert OFFER not in desk.sit(ONE, card).text
        desk.wall_ms += DAY_MS
    return desk


def test_the_fourth_session_asks_in_one_line_and_an_empty_line_closes(practised):
    told = practised.sit(ONE + "\n", "basic")
    assert told.text.count(OFFER) == 1
    assert [event.kind for event in told.log if "small" in event.kind] == []


def test_a_line_is_kept_and_the_next_session_walks_it_through_plan_do_check_act(practised):
    told = practised.sit(ONE + "k Lay out the tools\nk again\n\n", "basic")
    assert "Kept. Next time: what came of it." in told.text
    assert [event.kind for event in told.log].count("small-thing") == 1
    same_day = practised.sit(ONE + "\n", "cloze")
    assert "What happened?" not in same_day.text
    assert OFFER not in same_day.text
    practised.wall_ms += DAY_MS
    told = practised.sit(ONE + "k\nLess searching\nLaid them out\n\nKeep it\n\n", "choice")
    assert 'What happened? "Lay out the tools"' in told.text
    assert "Check: What came of it" in told.text
    assert "Kept, with what came of it." in told.text
    kinds = [event.kind for event in told.log]
    assert (kinds.count("small-thing-note"), kinds.count("small-thing-end")) == (3, 1)


def test_the_end_of_input_in_the_middle_loses_no_line_and_leaves_it_open(practised):
    practised.sit(ONE + "k\nLay out the tools\n\n", "basic")
    practised.wall_ms += DAY_MS
    told = practised.sit(ONE + "k\nLess searching\n", "cloze")
    assert told.code == 0
    assert [event.kind for event in told.log][-1] == "small-thing-note"
    practised.wall_ms += DAY_MS
    told = practised.sit(ONE + "k\n:x\n\n", "comparison")
    assert "So far: Less searching" in told.text
    assert "Let go." in told.text
    practised.wall_ms += DAY_MS
    assert OFFER in practised.sit(ONE, "which").text


def test_one_key_turns_it_off_for_good(practised, tmp_path):
    told = practised.sit(ONE + "x\n\n", "basic")
    assert "It will not ask again" in told.text
    assert "small_thing = false" in (tmp_path / "s.toml").read_text(encoding="utf-8")


def test_undo_after_it_still_takes_the_grade_back(practised):
    told = practised.sit(ONE + "k Lay out the tools\nu\n", "basic")
    assert "Undone: " in told.text
    assert [event.kind for event in told.log][-2:] == ["small-thing", "void"]
