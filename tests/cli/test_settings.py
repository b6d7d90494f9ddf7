"""``recall settings``: what the settings screen does, on the command line."""

from __future__ import annotations

import pytest

from recall.paths import settings_file
from recall.settings import read_settings
from recall.settings.document import commented_file
from recall.settings.table import settings_table


def test_all_settings_are_printed_with_the_file_and_what_they_do(machine):
    said = machine.recall("settings")
    assert said.code == 0
    assert said.out.startswith(f"{settings_file()} (not there yet")
    for setting in settings_table():
        assert f"\n{setting.name}: {setting.kind.say(setting.default)}\n" in said.out
        assert setting.sentence in said.out


def test_as_json_they_stand_as_in_the_file(machine):
    figures = machine.recall("settings", "--json").json
    assert figures["file"] == str(settings_file())
    assert figures["exists"] is False
    assert figures["problem"] is None
    assert figures["settings"]["new_a_day"] == "planner"
    assert set(figures["settings"]) == {each.name for each in settings_table()}


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (["minutes", "3"], "minutes", 3),
        (["new_a_day", "0"], "new_a_day", 0),
        (["new_a_day", "planner"], "new_a_day", None),
        (["two_buttons", "on"], "two_buttons", True),
        (["clock", "off"], "clock", False),
        (["theme", "high-contrast"], "theme", "high-contrast"),
        (["theme", ""], "theme", ""),
        (["depth", "breadth"], "depth", "breadth"),
        (["decks.off", "pdca,", "scenarios"], "decks_off", ("pdca", "scenarios")),
        (["decks.off", "none"], "decks_off", ()),
        (["keys.undo", "z", "ctrl+z"], "keys", {"undo": ("z", "ctrl+z")}),
    ],
)
def test_a_setting_is_set_and_kept_in_the_commented_file(machine, words, field, value):
    said = machine.recall("settings", *words)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"{words[0]}: ")
    assert getattr(read_settings(settings_file()), field) == value
    assert "# A session ends after" in settings_file().read_text(encoding="utf-8")


def test_keys_can_be_given_back(machine):
    machine.recall("settings", "keys.undo", "z")
    assert machine.recall("settings", "keys.undo", "none").out.startswith("keys.undo: as shipped")
    assert read_settings(settings_file()).keys == {}


def test_keys_that_clash_with_chosen_ones_are_named(machine):
    machine.recall("settings", "keys.undo", "z")
    assert "z is already" in machine.recall("settings", "keys.mark", "z").err
    assert read_settings(settings_file()).keys == {"undo": ("z",)}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["minuets"], "did you mean minutes?"),
        (["minuets", "3"], "did you mean minutes?"),
        (["minutes", "many"], "a whole number from 1 to 120"),
        (["minutes", "900"], "a whole number from 1 to 120"),
        (["clock", "maybe"], "true or false"),
        (["depth", "deep"], "breadth, balanced, depth"),
        (["decks.off", "pdac"], "did you mean pdca?"),
        (["theme", "nrod"], "did you mean nord?"),
        (["keys.undoo", "z"], "did you mean undo?"),
        (["keys.undo", "zz"], '"zz" is not the name of a key'),
        (["keys.undo", "h"], "h was hint"),
        (["keys", "z"], "recall settings keys.undo z"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(machine, words, says):
    said = machine.recall("settings", *words)
    assert said.code == 2
    assert says in said.err
    assert not settings_file().exists()


def test_a_broken_file_is_explained_and_left_alone(machine):
    path = settings_file()
    path.parent.mkdir(parents=True)
    path.write_text("minutes = 3\ntheme = nord\n", encoding="utf-8")
    said = machine.recall("settings")
    assert said.code == 1
    assert f"{path}:2:9: " in said.err
    assert "minutes: 5 minutes" in said.out
    said = machine.recall("settings", "minutes", "4")
    assert said.code == 2
    assert f"{path}:2:9: " in said.err
    assert path.read_text(encoding="utf-8") == "minutes = 3\ntheme = nord\n"


def test_the_commented_file_is_written_on_request_and_never_over_another(machine):
    assert machine.recall("settings", "--init").out == f"{settings_file()} is written.\n"
    assert settings_file().read_text(encoding="utf-8") == commented_file()
    machine.recall("settings", "minutes", "4")
    assert "stays as it is" in machine.recall("settings", "--init").out
    assert read_settings(settings_file()).minutes == 4


def test_a_folder_that_cannot_be_written_is_named(machine):
    path = settings_file()
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    said = machine.recall("settings", "minutes", "4")
    assert said.code == 1
    assert str(path.parent) in said.err
    assert machine.recall("settings", "--init").code == 1
