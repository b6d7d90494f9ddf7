"""A file is replaced whole or not at all."""

from __future__ import annotations

import os
import sys

import pytest

from recall.errors import RecallError
from recall.files import replace_file


def test_a_new_file_is_written(tmp_path):
    replace_file(tmp_path / "new.yaml", b"a\r\n")
    assert (tmp_path / "new.yaml").read_bytes() == b"a\r\n"
    assert os.listdir(tmp_path) == ["new.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such permissions")
def test_permissions_and_links_stay_what_they_are(tmp_path):
    file, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"old")
    file.chmod(0o640)
    link.symlink_to(file)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640


def test_newer_work_of_somebody_else_is_not_overwritten(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"newer")
    with pytest.raises(RecallError, match="changed while"):
        replace_file(file, b"mine", expected=b"old")
    assert file.read_bytes() == b"newer"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_when_the_place_cannot_be_taken_the_old_file_is_whole(tmp_path, monkeypatch):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(RecallError, match="cannot be written: permission denied"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a.yaml"]


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(RecallError, match="cannot be written"):
        replace_file(tmp_path / "nowhere" / "a.yaml", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no read-only folders")
def test_a_read_only_folder_is_said(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this user may write everywhere")
        with pytest.raises(RecallError, match="cannot be written"):
            replace_file(file, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert file.read_bytes() == b"old"
