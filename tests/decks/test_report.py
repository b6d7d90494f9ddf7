"""What an author is told about files and folders."""

from __future__ import annotations

from recall.decks.report import as_json, check_paths, has_errors, rendered, summary

GOOD = "recall: 1\ndeck: one\ntitle: x\ncards: [{id: a, term: b, means: c}]\n"
BAD = "recall: 1\ndeck: two\ntitle: x\nhnit: y\ncards: []\n"


def test_a_folder_is_checked_file_by_file(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(BAD, encoding="utf-8")
    readings = check_paths([tmp_path])
    assert [bool(reading.deck) for reading in readings] == [True, False]
    assert has_errors(readings)
    assert "b.yaml:4:1: error[unknown-key]" in rendered(readings)
    assert as_json(readings)[0]["rule"] == "unknown-key"
    assert summary(readings) == "1 deck, 1 card, 2 questions: 1 error."


def test_sound_decks_have_nothing_to_say(tmp_path):
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    readings = check_paths([tmp_path / "a.yaml"])
    assert not has_errors(readings)
    assert rendered(readings) == ""
    assert summary(readings) == "1 deck, 1 card, 2 questions: no problems."


def test_a_missing_file_and_an_empty_folder_are_errors(tmp_path):
    readings = check_paths([tmp_path / "none.yaml", tmp_path])
    assert has_errors(readings)
    assert "no such file" in readings[0].problems[0].message
    assert "no deck file" in readings[1].problems[0].message
