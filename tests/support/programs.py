"""Programs that tests start beside themselves, to be killed, to race, or to hold a lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

_OPEN = """
import os, sys
from pathlib import Path
from recall.clock import system_clock
from recall.memory.events import Draft, REVIEW
from recall.memory.scheduler import Scheduler
from recall.store.open import open_store

def opened():
    named = sys.argv[1]
    url, file = (named, None) if "://" in named else (None, Path(named))
    return open_store(url, file=file, clock=system_clock, randomness=os.urandom,
                      scheduler=Scheduler())

def say(word):
    print(word, flush=True)

def wait():
    sys.stdin.readline()
"""


def start(body: str, *words: object) -> subprocess.Popen[str]:
    """Starts Python on ``body``, which may use ``opened() say(word) wait()``; words are its argv.

    ``opened()`` opens the database that the first word names.
    """
    return subprocess.Popen(
        [sys.executable, "-c", _OPEN + body, *map(str, words)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def heard(program: subprocess.Popen[str]) -> str:
    """The next line that a program says."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def go_on(program: subprocess.Popen[str]) -> None:
    """Lets a program go on that waits."""
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()


def finished(program: subprocess.Popen[str]) -> str:
    """What else a program said until its end, which must be a good one."""
    out, errors = program.communicate(timeout=120)
    assert program.returncode == 0, errors
    return out
