"""A terminal for tests: a program on a pty, and what its screen shows."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence

import pexpect
import pyte

PATIENCE_SECONDS = 60.0


class Terminal:
    """A program that runs on a pty of its own; use it with ``with``, so that it always ends."""

    def __init__(
        self,
        command: Sequence[str],
        environment: Mapping[str, str] | None = None,
        *,
        rows: int = 24,
        columns: int = 80,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        variables = {**os.environ, **(environment or {}), "TERM": "xterm-256color"}
        # They would tell of another terminal than this one, whatever size it gets.
        for name in ("COLUMNS", "LINES"):
            variables.pop(name, None)
        self._child = pexpect.spawn(
            command[0], list(command[1:]), env=variables, dimensions=(rows, columns), timeout=5
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *fault: object) -> None:
        self._child.close(force=True)

    @property
    def pid(self) -> int:
        """The program's process id."""
        return int(self._child.pid)

    @property
    def text(self) -> str:
        """What the screen shows now, or showed when the program had ended."""
        if not self._child.closed:
            self._take(0.05)
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, *texts: str, seconds: float = PATIENCE_SECONDS) -> str:
        """Wait until the screen shows one of the texts; that text.

        Raises:
            AssertionError: it does not, with what the screen shows instead.
        """
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            shown = self.text
            for text in texts:
                if text in shown:
                    return text
            if not self._child.isalive() and not self._take(0.2):
                break
        raise AssertionError(f"none of {texts} on the screen:\n{self.text}")

    def wait_until(self, holds: Callable[[str], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until something holds of what the screen shows: a frame may be half written.

        Raises:
            AssertionError: it does not, with what the screen shows.
        """
        end = time.monotonic() + seconds
        while not holds(self.text):
            assert time.monotonic() < end, f"it does not come to hold:\n{self.text}"

    def press(self, keys: str) -> None:
        """Type keys, as a person would."""
        self._child.send(keys)

    def wipe(self) -> None:
        """Forget what the screen shows, as where another program had it."""
        self._take(0.05)
        self._screen.reset()

    def resize(self, rows: int, columns: int) -> None:
        """Change the window's size."""
        self._child.setwinsize(rows, columns)
        self._screen.resize(rows, columns)

    def end(self, seconds: float = PATIENCE_SECONDS) -> int:
        """Wait for the program to end by itself; its exit code (negative: the signal)."""
        deadline = time.monotonic() + seconds
        while self._child.isalive():
            self._take(0.1)
            assert time.monotonic() < deadline, f"still running:\n{self.text}"
        self._take(0.05)
        self._child.close()
        status = self._child.exitstatus
        return -int(self._child.signalstatus or 0) if status is None else int(status)

    def _take(self, seconds: float) -> bool:
        """Read what has arrived; whether there was anything."""
        got = False
        try:
            while True:
                self._stream.feed(self._child.read_nonblocking(65536, seconds))
                got, seconds = True, 0.02
        except (pexpect.TIMEOUT, pexpect.EOF):
            return got
