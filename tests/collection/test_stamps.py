"""Stamps of deck files: they change with whatever could change what the decks say."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recall.collection.stamps import stamp_of

LATER_NS = 10**19


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "a.yaml").write_text("one")
    return tmp_path / "decks"


def stamp(*folders: Path) -> str:
    return stamp_of([(folder, "user") for folder in folders], LATER_NS)


def test_untouched_files_have_the_same_stamp(folder):
    assert stamp(folder) == stamp(folder) != ""


def test_an_edit_of_the_same_length_changes_it(folder):
    before = stamp(folder)
    file = folder / "a.yaml"
    changed = file.stat().st_mtime_ns
    file.write_text("two")
    os.utime(file, ns=(changed + 1, changed + 1))
    assert stamp(folder) != before


def test_a_file_put_back_with_its_old_time_changes_it(folder):
    before, file = stamp(folder), folder / "a.yaml"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    other = folder / "b"
    other.write_text("two")
    os.utime(other, ns=times)
    os.replace(other, file)
    assert stamp(folder) != before


@pytest.mark.parametrize("change", ["add", "remove", "rename", "folder gone", "other order"])
def test_every_other_change_of_the_files_changes_it(folder, tmp_path, change):
    second = tmp_path / "second"
    second.mkdir()
    before = stamp(folder, second)
    match change:
        case "add":
            (second / "b.yaml").write_text("")
        case "remove":
            (folder / "a.yaml").unlink()
        case "rename":
            (folder / "a.yaml").rename(folder / "b.yaml")
        case "folder gone":
            second.rmdir()
        case "other order":
            folder, second = second, folder
    assert stamp(folder, second) != before


def test_files_that_are_no_decks_do_not_count(folder):
    before = stamp(folder)
    (folder / "notes.txt").write_text("x")
    assert stamp(folder) == before


def test_a_file_changed_just_now_cannot_be_trusted_yet(folder):
    changed = (folder / "a.yaml").stat().st_ctime_ns
    assert stamp_of([(folder, "user")], changed + 1_000_000_000) == ""
    assert stamp_of([(folder, "user")], changed + 3_000_000_000) != ""


def test_what_cannot_be_read_has_a_stamp_too(folder):
    (folder / "b.yaml").symlink_to(folder / "nowhere")
    assert stamp(folder, folder / "a.yaml", folder / "missing", Path("\0")) != ""
