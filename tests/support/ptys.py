"""A program on a pty of its own for benchmarks: bytes in, bytes out, and the time between."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE_SECONDS = 20.0
QUIET_SECONDS = 0.03


class Pty:
    """A program that runs while the ``with`` lasts."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._end, its_end = pty.openpty()
        fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=its_end,
            stdout=its_end,
            stderr=its_end,
            env=environment,
            # Not in the checkout: the installed app is meant, with its byte code.
            cwd=environment["HOME"],
        )
        os.close(its_end)

    def __enter__(self) -> Pty:
        return self

    def __exit__(self, *fault: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    @property
    def resident_kib(self) -> int:
        """The memory that the program holds; 0 where the system does not tell."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text()
        except OSError:
            return 0
        return next(int(line.split()[1]) for line in status.splitlines() if "VmRSS" in line)

    def wait_for(self, words: bytes) -> float:
        """Read until the words were written; gives seconds since the program began."""
        seen = b""
        deadline = time.perf_counter() + PATIENCE_SECONDS
        while words not in seen:
            ready, _, _ = select.select([self._end], [], [], 1.0)
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{words!r} was not written:\n{seen[-2000:]!r}")
            if ready:
                seen += os.read(self._end, 65_536)
        return time.perf_counter() - self.began

    def press(self, key: bytes) -> None:
        """Type a key."""
        os.write(self._end, key)

    def answer(self, key: bytes, words: bytes) -> float:
        """Seconds from a key until the words were written, begun when the program is quiet."""
        while select.select([self._end], [], [], QUIET_SECONDS)[0]:
            os.read(self._end, 65_536)
        before = time.perf_counter()
        os.write(self._end, key)
        self.wait_for(words)
        return time.perf_counter() - before
