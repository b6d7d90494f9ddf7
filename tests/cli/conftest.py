"""A newcomer's machine: an empty home, no settings, and the command line called in this process."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from recall.cli.main import run

MINI = """\
recall: 1
deck: mini
title: Mini
tags: [small]
cards:
  - id: alpha
    q: What comes first?
    a: Alpha.
  - id: beta
    q: What comes second?
    a: Beta.
"""


class Said(NamedTuple):
    """What a call of the command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output as one JSON document."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The output as one JSON document a line."""
        return [json.loads(line) for line in self.out.splitlines()]


class Machine:
    """Where the newcomer works."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
        self.folder = folder
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def recall(self, *words: object, given: str | bytes = b"") -> Said:
        """Call ``recall WORDS`` with ``given`` on standard input."""
        data = given.encode() if isinstance(given, str) else given
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        self._capsys.readouterr()
        code = run([str(word) for word in words])
        return Said(code, *self._capsys.readouterr())

    def write(self, text: str = MINI, name: str = "mini.yaml") -> Path:
        """A file in the folder at hand."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def set(self, name: str, value: object) -> None:
        """Set an environment variable."""
        self._monkeypatch.setenv(name, str(value))


@pytest.fixture
def machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Machine:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("RECALL_DECKS", "RECALL_DATABASE_URL", "RECALL_LEARNER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.chdir(tmp_path)
    return Machine(tmp_path, monkeypatch, capsys)
