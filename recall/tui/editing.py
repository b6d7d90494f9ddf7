"""From a card to its line in the learner's own editor, and back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from recall.editor import EditorCall, editor_call
from recall.errors import RecallError
from recall.tui.screens.view import Host


def edit_card(host: Host, path: Path, line: int) -> str:
    """Open a deck's file at a line, and come back once the editor is closed.

    Returns:
        What to say, "" where all went well. Nothing is lost whatever happened.
    """
    try:
        if not path.is_file():
            return f"There is no such file any more: {path}"
        if not os.access(path, os.W_OK):
            return f"{path.name} is read-only, so it cannot be edited: {path.parent}"
        call = editor_call(path, line, os.environ, shutil.which)
        return host.aside(lambda: _run(call))
    except RecallError as fault:
        return _sentence(fault)


def editor_missing(environment: Mapping[str, str]) -> str:
    """Why there is no editor to open anything in, "" where there is one."""
    try:
        editor_call(Path(), 1, environment, shutil.which)
    except RecallError as fault:
        return _sentence(fault)
    return ""


def _sentence(fault: RecallError) -> str:
    what = f"{fault.where}: {fault.what}" if fault.where else fault.what
    mend = f" {fault.mend[:1].upper()}{fault.mend[1:]}." if fault.mend else ""
    return f"{what[:1].upper()}{what[1:]}.{mend}"


def _run(call: EditorCall) -> str:
    """Run the editor on the terminal; what went wrong, "" where nothing did."""
    if call.window:
        print(f"Waiting for {call.name}: close the file there to go on here.", flush=True)
    try:
        with _deaf_to_interrupts():
            code = subprocess.run(call.words, check=False).returncode
    except OSError as fault:
        return f"{call.name} cannot be started: {(fault.strerror or str(fault)).lower()}."
    if not code:
        return ""
    how = f"signal {-code}" if code < 0 else f"code {code}"
    return f"The editor ended with an error ({call.name}, {how})."


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Ctrl-C is the editor's while it runs: it must not end the app that waits for it.

    A function, not ``SIG_IGN``, which the editor would inherit.
    """

    def nothing(number: int, frame: FrameType | None) -> None:
        """Take the signal, and go on."""

    before = signal.signal(signal.SIGINT, nothing)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
