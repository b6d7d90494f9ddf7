"""``recall remind``: a reminder to put where it says; nothing is installed."""

from __future__ import annotations

import plistlib
import sys
from dataclasses import replace

import pytest

from recall.cli import remind
from recall.collection.collection import Collection


@pytest.fixture
def no_desktop(monkeypatch):
    monkeypatch.setattr("recall.remind.notify.notify", lambda title, text: False)


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("systemd", "OnCalendar=*-*-* 07:15\n"),
        ("cron", "\n15 7 * * * "),
        ("launchd", "<key>StartCalendarInterval</key>"),
        ("ics", "T071500\r\n"),
    ],
)
def test_each_form_says_when_and_where_to_put_it(machine, form, sign):
    said = machine.recall("remind", "--at", "07:15", "--as", form)
    assert said.code == 0
    assert sign in said.out
    assert any(word in said.out for word in ("Save this", "crontab -e"))


def test_nothing_is_written_anywhere(machine):
    before = sorted(machine.folder.rglob("*"))
    machine.recall("remind", "--as", "systemd")
    assert sorted(machine.folder.rglob("*")) == before


def test_the_timers_start_this_very_installation(machine, monkeypatch, tmp_path):
    program = tmp_path / "recall"
    program.write_text("")
    monkeypatch.setattr(sys, "argv", [str(program)])
    values = plistlib.loads(machine.recall("remind", "--as", "launchd").out.encode())
    assert values["ProgramArguments"] == [str(program), "remind", "--now"]
    monkeypatch.setattr(sys, "argv", ["/somewhere/__main__.py"])
    values = plistlib.loads(machine.recall("remind", "--as", "launchd").out.encode())
    assert values["ProgramArguments"] == [sys.executable, "-m", "recall", "remind", "--now"]


def test_a_machine_gets_what_keeps_time_there(tmp_path):
    assert remind.usual_form("darwin") == "launchd"
    assert remind.usual_form("win32") == "ics"
    assert remind.usual_form("linux", tmp_path) == "systemd"
    assert remind.usual_form("linux", tmp_path / "none") == "cron"


def test_now_says_what_today_holds(machine, no_desktop):
    assert machine.recall("remind", "--now").out == machine.recall("due").out


@pytest.mark.parametrize("status", ["done", "fresh", "none"])
def test_now_is_silent_where_nothing_waits(machine, no_desktop, monkeypatch, status):
    true_home = Collection.home
    monkeypatch.setattr(
        Collection, "home", lambda opened, *of: replace(true_home(opened, *of), status=status)
    )
    assert machine.recall("remind", "--now") == (0, "", "")


@pytest.mark.parametrize("words", [["--at", "8.30"], ["--days", "fry"], ["--as", "at"]])
def test_words_that_are_off_are_explained(machine, words):
    said = machine.recall("remind", *words)
    assert said.code == 2
    assert "Traceback" not in said.err


def test_a_database_named_is_the_one_reminded_of(machine):
    said = machine.recall("remind", "--as", "cron", "--database", "/data/team.sqlite3")
    assert "remind --now --database /data/team.sqlite3\n" in said.out
