"""The words for a shell's prompt: true at the time they are read, or none at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from platformdirs import user_data_path

from recall import status
from recall.status import Span, owner_of, show, status_file, words_at, written
from tests.support.modules import modules_after

DAY = 86_400
SPANS = [
    Span(1000, 1000 + DAY, "8+9 · 5 min"),
    Span(1000 + DAY, 1000 + 2 * DAY, "6 · 2 min"),
    Span(1000 + 3 * DAY, 2**40, "recall"),
]


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (999, ""),
        (1000, "8+9 · 5 min"),
        (1000 + DAY - 0.5, "8+9 · 5 min"),
        (1000 + DAY, "6 · 2 min"),
        (1000 + 2 * DAY, ""),
        (1000 + 3 * DAY, "recall"),
        (1000 + 900 * DAY, "recall"),
    ],
)
def test_each_day_has_its_own_words(now, words):
    assert words_at(written("me", SPANS), "me", now) == words


def test_words_of_another_learner_do_not_count():
    assert words_at(written("me", SPANS), "you", 1000) == ""


def test_a_day_without_words_says_nothing():
    text = written("me", [Span(0, DAY, ""), *SPANS])
    assert words_at(text, "me", 10) == ""


@settings(deadline=None, derandomize=True)
@given(st.text(), st.floats(0, 1e12))
def test_no_text_makes_it_fail(text, now):
    assert words_at(f"recall 1 me\n{text}", "me", now).isprintable()


def test_what_could_act_on_a_terminal_is_not_said():
    assert words_at("recall 1 me\n0 99 \x1b[2J8+9\n", "me", 5) == ""


def test_the_owner_follows_the_environment_and_tells_no_password():
    plain = owner_of({})
    other = owner_of({"RECALL_DATABASE_URL": "postgresql://me:secret@host/db"})
    third = owner_of(
        {"RECALL_DATABASE_URL": "postgresql://me:secret@host/db", "RECALL_LEARNER": "b"}
    )
    assert len({plain, other, third}) == 3
    assert other.isdecimal()


@pytest.mark.parametrize("folder", ["", "/somewhere/else", "not/absolute"])
def test_the_file_is_in_the_user_data_folder(monkeypatch, folder):
    monkeypatch.setenv("XDG_DATA_HOME", folder)
    assert Path(status_file()) == user_data_path("recall", appauthor=False) / "status"


def test_it_is_silent_on_every_error(monkeypatch, tmp_path, capsys):
    file = tmp_path / "status"
    monkeypatch.setattr(status, "status_file", lambda: str(file))
    assert show() == 0
    for content in (b"", b"\xff\xfe", b"recall 1 me\n0 x y\n" * 10_000):
        file.write_bytes(content)
        assert show() == 0
    file.unlink()
    file.mkdir()
    assert show() == 0
    if hasattr(os, "mkfifo"):
        file.rmdir()
        os.mkfifo(file)
        assert show() == 0
    assert capsys.readouterr() == ("", "")


def test_it_says_what_is_true_now(monkeypatch, tmp_path, capsys):
    file = tmp_path / "status"
    monkeypatch.setattr(status, "status_file", lambda: str(file))
    file.write_text(written(owner_of(os.environ), [Span(0, 2**40, "8+9 · 5 min")]), "utf-8")
    show()
    assert capsys.readouterr().out == "8+9 · 5 min\n"


def test_reading_it_imports_next_to_nothing():
    loaded = modules_after("import recall.status")
    assert {name for name in loaded if name.startswith("recall")} == {"recall", "recall.status"}
    assert not loaded & {"re", "json", "pathlib", "typing", "dataclasses", "platformdirs", "click"}
