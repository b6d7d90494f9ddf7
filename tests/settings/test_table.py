"""One table defines the settings; the commented file is made of it."""

from __future__ import annotations

import tomllib

import pytest

from recall.settings import Settings, settings_from
from recall.settings.document import commented_file
from recall.settings.lists import Keys
from recall.settings.table import settings_table

TABLE = [pytest.param(each, id=each.name) for each in settings_table()]


@pytest.mark.parametrize("setting", TABLE)
def test_every_setting_says_in_one_sentence_what_it_does(setting):
    assert setting.sentence.endswith(".")
    assert ". " not in setting.sentence
    assert len(setting.sentence) <= 120
    assert len(setting.title) <= 22
    assert setting.sentence in " ".join(commented_file().replace("\n# ", " ").split())


@pytest.mark.parametrize("setting", TABLE)
def test_a_default_is_allowed_and_comes_back_from_the_file(setting):
    stored = setting.kind.stored(setting.default)
    assert setting.kind.check(stored) == setting.default
    if not isinstance(setting.kind, Keys):
        assert setting.kind.say(setting.default)


def test_the_commented_file_holds_all_defaults():
    assert settings_from(tomllib.loads(commented_file())) == Settings()
    assert max(map(len, commented_file().splitlines())) <= 90


def test_the_examples_of_the_commented_file_work():
    lines = commented_file().splitlines()
    table = ""
    for line in lines:
        table = f"{line}\n" if line.startswith("[") else table
        if line.startswith("# ") and "=" in line:
            assert settings_from(tomllib.loads(table + line[2:])) != Settings()
