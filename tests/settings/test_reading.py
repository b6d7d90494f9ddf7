"""The settings file: read whole, explained where it is broken, never in the way."""

from __future__ import annotations

import pytest

from recall.errors import UsageError
from recall.settings import Settings, read_settings, settings_from


def test_without_a_file_the_defaults_serve(tmp_path):
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_every_setting_is_read(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text(
        "minutes = 3\ndepth = 'depth'\nrollover_hour = 5\noptional = true\ntheme = 'nord'\n"
        "[decks]\noff = ['pdca']\n[keys]\nundo = 'z'\nhelp = ['f1', '?']\n"
    )
    settings = read_settings(file)
    assert (settings.minutes, settings.exponent, settings.rollover_hour) == (3, 2.5, 5)
    assert (settings.optional, settings.theme, settings.decks_off) == (True, "nord", ("pdca",))
    assert settings.keys == {"undo": ("z",), "help": ("f1", "?")}
    assert settings.problem == ""


def test_a_broken_file_is_explained_with_line_and_column_and_the_defaults_serve(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("minutes = 3\ntheme = nord\n")
    settings = read_settings(file)
    assert settings.minutes == 5
    assert settings.problem.startswith(f"{file}:2:9: ")
    assert settings.problem.endswith("the defaults are in use")


@pytest.mark.parametrize("data", [b"\xff\xfe", b"minutes = 900", b"[keys]\nundo = 1", b"decks = 1"])
def test_no_file_stops_the_app(tmp_path, data):
    file = tmp_path / "settings.toml"
    file.write_bytes(data)
    assert str(file) in read_settings(file).problem


def test_a_folder_in_its_place_is_explained(tmp_path):
    assert str(tmp_path) in read_settings(tmp_path).problem


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"minuets": 5}, "did you mean minutes"),
        ({"minutes": True}, "whole number from 1 to 120"),
        ({"depth": "deep"}, "breadth, balanced, depth"),
        ({"optional": "yes"}, "true or false"),
        ({"decks": {"of": []}}, "did you mean decks.off"),
        ({"theme": 3}, "text in quotes"),
    ],
)
def test_a_wrong_value_names_what_would_be_right(values, says):
    with pytest.raises(UsageError, match=says):
        settings_from(values)
