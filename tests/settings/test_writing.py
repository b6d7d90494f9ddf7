"""Changing one setting in the file: everything else in it stays as its owner left it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.errors import RecallError, UsageError
from recall.settings import Settings, read_settings, settings_from
from recall.settings.table import settings_table
from recall.settings.write import changed, save_setting, write_commented

FILE = Path("settings.toml")
MINE = b"""# mine
minutes   =  3   # few

[decks]
off = [
  'pdca', # read it all
  "x",
]
# the end
"""

EXACT = settings(deadline=None, derandomize=True, max_examples=150)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
VALUES = st.one_of(
    st.tuples(st.just("minutes"), st.integers(1, 120)),
    st.tuples(st.just("new_a_day"), st.just("planner") | st.integers(0, 999)),
    st.tuples(st.sampled_from(["clock", "confidence", "two_buttons", "optional"]), st.booleans()),
    st.tuples(st.just("theme"), WORDS),
    st.tuples(st.just("depth"), st.sampled_from(["breadth", "balanced", "depth"])),
    st.tuples(st.just("decks.off"), st.lists(WORDS, max_size=4, unique=True)),
    st.tuples(st.sampled_from(["keys.undo", "keys.help"]), st.lists(WORDS, min_size=1, max_size=3)),
)
COMMENT = WORDS.map(lambda words: f"# {words}\n")
BLANKS = st.sampled_from(["", "\n", "\n\n"])


@st.composite
def files(draw):
    """A settings file as people write them: some of the settings, comments, odd blanks."""
    lines = []
    for line in draw(
        st.lists(
            st.sampled_from(
                ["minutes =3", "clock= false", "theme  =  'nord'", 'depth = "depth"', "x = 1"]
            ),
            unique=True,
        )
    ):
        if line != "x = 1":
            lines += [draw(BLANKS), draw(COMMENT), f"{line} {draw(COMMENT)}"]
    for table, line in (("decks", "off = ['a', 'b',]"), ("keys", "undo = 'z'")):
        if draw(st.booleans()):
            lines += [draw(BLANKS), draw(COMMENT), f"[{table}]{draw(COMMENT)}", draw(COMMENT)]
            lines += [f"{line} {draw(COMMENT)}"] if draw(st.booleans()) else []
    return "".join([*lines, draw(BLANKS)])


@EXACT
@given(files(), VALUES, st.booleans())
def test_a_change_changes_one_value_and_keeps_every_comment(text, change, windows):
    name, value = change
    data = (text.replace("\n", "\r\n") if windows else text).encode()
    expected = tomllib.loads(text)
    table, _, key = name.rpartition(".")
    (expected.setdefault(table, {}) if table else expected)[key] = value
    after = changed(data, name, value, FILE).decode()
    assert tomllib.loads(after) == expected
    assert [each for each in _comments(text) if each not in after] == []
    assert ("\r\n" in after) == (windows and "\n" in text)
    kept = [line for line in text.splitlines() if key not in line and line.strip()]
    assert [line for line in kept if line not in after.splitlines()] == []


def _comments(text: str) -> list[str]:
    return [line[line.index("# ") :].strip() for line in text.split("\n") if "# " in line]


@EXACT
@given(st.lists(VALUES, max_size=6))
def test_what_was_written_is_what_is_read(changes):
    data = b""
    wanted = {}
    for name, value in changes:
        data = changed(data, name, value, FILE)
        wanted[name] = value
    found = settings_from(tomllib.loads(data.decode()))
    for name, value in wanted.items():
        if name.startswith("keys."):
            assert found.keys[name[5:]] == tuple(value)
        else:
            (setting,) = [each for each in settings_table() if each.name == name]
            assert setting.kind.stored(getattr(found, setting.field)) == value


def test_the_same_value_again_changes_not_a_byte():
    assert changed(MINE, "decks.off", ["pdca", "x"], FILE) == MINE
    assert changed(MINE, "minutes", 3, FILE) == MINE


def test_a_deck_that_goes_on_takes_only_its_own_line_along():
    after = changed(MINE, "decks.off", ["pdca", "new"], FILE).decode()
    assert after == MINE.decode().replace('  "x",\n', '  "new",\n')


def test_keys_of_an_action_can_be_taken_out_again():
    with_keys = changed(MINE, "keys.undo", ["z"], FILE)
    assert settings_from(tomllib.loads(with_keys.decode())).keys == {"undo": ("z",)}
    assert (
        settings_from(tomllib.loads(changed(with_keys, "keys.undo", None, FILE).decode())).keys
        == {}
    )


def test_what_is_new_in_a_file_gets_its_sentence():
    after = changed(b"minutes = 3\n", "clock", False, FILE).decode()
    assert after.startswith("minutes = 3\nclock = false # Show the minutes left")


def test_the_first_change_writes_the_commented_file(tmp_path):
    file = tmp_path / "recall" / "settings.toml"
    settings = save_setting(file, "minutes", 7)
    assert settings == Settings(minutes=7)
    assert read_settings(file) == settings
    for setting in settings_table():
        assert setting.sentence.split()[0] in file.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.joinpath("recall").iterdir()] == ["settings.toml"]


def test_the_commented_file_is_written_once(tmp_path):
    file = tmp_path / "recall" / "settings.toml"
    assert write_commented(file)
    file.write_text("minutes = 9\n", encoding="utf-8")
    assert not write_commented(file)
    assert read_settings(file).minutes == 9


@pytest.mark.parametrize(
    "data", [b"minutes = [", b"\xff\xfe", b"minutes = 900\n", b"minuets = 3\n", b"[keys]\nu = 1\n"]
)
def test_a_broken_file_is_never_overwritten(tmp_path, data):
    file = tmp_path / "settings.toml"
    file.write_bytes(data)
    with pytest.raises(UsageError, match=r"settings\.toml"):
        _save_and_show(file, "clock", False)
    assert file.read_bytes() == data


def _save_and_show(file, name, value):
    try:
        save_setting(file, name, value)
    except UsageError as fault:
        raise UsageError(str(fault)) from None


def test_a_change_that_mends_the_file_is_welcome(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b"minutes = 900 # oops\n")
    assert save_setting(file, "minutes", 9).minutes == 9
    assert file.read_bytes() == b"minutes = 9 # oops\n"


def test_a_layout_that_cannot_take_the_change_is_left_alone(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_bytes(b"decks = 3\n")
    with pytest.raises(RecallError):
        save_setting(file, "decks.off", ["a"])
    assert file.read_bytes() == b"decks = 3\n"


def test_what_an_editor_saved_meanwhile_is_kept(tmp_path):
    file = tmp_path / "settings.toml"
    save_setting(file, "minutes", 7)
    file.write_text("clock = false\n", encoding="utf-8")
    assert save_setting(file, "minutes", 8) == Settings(minutes=8, clock=False)


def test_an_unknown_setting_is_no_change(tmp_path):
    file = tmp_path / "settings.toml"
    with pytest.raises(UsageError, match="did you mean minutes"):
        save_setting(file, "minuets", 3)
    assert not file.exists()
