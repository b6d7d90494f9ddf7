"""An editor for tests: a script that is told what to do to the file it is given."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from recall.tui.app import RecallApp

_SCRIPT = """
import json, pathlib, sys
folder = pathlib.Path(sys.argv[0]).parent
words = sys.argv[1:]
(folder / "called.json").write_text(json.dumps(words))
file = pathlib.Path(words[-1])
old, new = json.loads((folder / "change.json").read_text())
text = file.read_text(encoding="utf-8")
file.write_text(text.replace(old, new) if old else text, encoding="utf-8")
sys.exit(int((folder / "code.txt").read_text()))
"""


class EditorScript:
    """The learner's editor: it makes one change, and ends with a code."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._script = folder / "nano"
        self._script.write_text(f"#!{sys.executable}\n{_SCRIPT}", encoding="utf-8")
        self._script.chmod(0o755)
        self.does("", "")

    def does(self, old: str, new: str, code: int = 0) -> None:
        """What it will do when it is next called."""
        import json

        (self._folder / "change.json").write_text(json.dumps([old, new]), encoding="utf-8")
        (self._folder / "code.txt").write_text(str(code), encoding="utf-8")
        (self._folder / "called.json").unlink(missing_ok=True)

    @property
    def command(self) -> str:
        """For $EDITOR."""
        return str(self._script)

    @property
    def called(self) -> Sequence[str] | None:
        """The words that it was called with; None where it was not."""
        import json

        path = self._folder / "called.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def give_the_terminal_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a test's app, which has no terminal, run another program as if it had."""
    monkeypatch.setattr(RecallApp, "aside", lambda self, run: run())
