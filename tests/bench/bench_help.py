"""``recall --help`` against ``python -c pass``: at most 5 times (bare click alone is 4.4).

usage: python tests/bench/bench_help.py [ROUNDS]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

sys.path.append(str(Path(__file__).resolve().parents[2]))

from tests.support.verdict import judge

ROUNDS = 40
AT_MOST = 5.0


def main(rounds: int) -> None:
    """Time the three in turn, so that a busy machine slows all of them alike."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import click'": [sys.executable, "-c", "import click"],
        "recall --help": [sys.executable, "-m", "recall", "--help"],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds + 1):
        for name, command in commands.items():
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=True)
            seconds[name].append(time.perf_counter() - begin)
    # The first round writes byte code and fills the disk cache.
    medians = {name: median(times[1:]) for name, times in seconds.items()}
    bare = medians["python -c pass"]
    for name, value in medians.items():
        print(f"{name:26} {value * 1000:7.1f} ms   {value / bare:5.2f} x")
    judge("recall --help / python -c pass", medians["recall --help"] / bare, AT_MOST)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
