"""A notification where there is a desktop; words are never part of a script or of markup."""

from __future__ import annotations

import os
import sys

import pytest

from recall.remind.notify import notifier, notify, session_bus

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs a shell script")


@pytest.fixture
def desktop(tmp_path, monkeypatch):
    """A desktop whose notifier writes down what it is told, and ends with a code."""

    def make(code: int):
        name = "osascript" if sys.platform == "darwin" else "notify-send"
        (tmp_path / name).write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/told\nexit {code}\n'
        )
        (tmp_path / name).chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
        return tmp_path / "told"

    return make


@POSIX
def test_the_desktop_is_told_title_and_words(desktop):
    told = desktop(0)
    assert notify("recall", "8 to review & 9 new")
    assert "recall" in told.read_text().splitlines()


@POSIX
def test_a_desktop_that_refuses_is_no_desktop(desktop):
    desktop(1)
    assert not notify("recall", "8 to review")


def test_without_a_notifier_there_is_none(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not notify("recall", "8 to review")


def test_words_are_arguments_and_what_looks_like_markup_is_text():
    assert notifier("darwin", "recall", '" & quit')[-2:] == ["recall", '" & quit']
    assert notifier("linux", "recall", "<b>8</b>")[-3:] == ["--", "recall", "&lt;b&gt;8&lt;/b&gt;"]


def test_a_bus_that_is_named_stays():
    assert session_bus({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == {}
