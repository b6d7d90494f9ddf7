"""``recall due --short`` against reading a small file with the barest Python: at most 2 times.

usage: python tests/bench/bench_short.py [ROUNDS]

The reference is ``python -I -S`` that prints the status file. Both answer from the same file; the
command is the installed script, if there is one beside this Python.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).resolve().parents[2]))

from recall.status import Span, owner_of, written
from tests.support.verdict import judge

ROUNDS = 100
AT_MOST = 2.0
WORDS = "8+9 · 5 min"


def main(rounds: int) -> None:
    """Time the two in turn, so that a busy machine slows both alike."""
    with TemporaryDirectory() as home:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        environment = {**kept, "HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home}
        file = Path(home, "recall", "status")
        file.parent.mkdir()
        spans = [Span(0, 2**40, WORDS), Span(2**40, 2**41, "recall")]
        file.write_text(written(owner_of(environment), spans), encoding="utf-8")
        script = Path(sys.executable).with_name("recall")
        own = [str(script)] if script.exists() else [sys.executable, "-m", "recall"]
        bare = f"import sys; sys.stdout.write(open({str(file)!r}, encoding='utf-8').read())"
        commands = {
            "python -I -S reads the file": [sys.executable, "-I", "-S", "-c", bare],
            "python -c pass": [sys.executable, "-c", "pass"],
            "recall due --short": [*own, "due", "--short"],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds + 1):
            for name, command in commands.items():
                begin = time.perf_counter()
                said = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
                seconds[name].append(time.perf_counter() - begin)
        assert said.stdout.decode().strip() == WORDS
    medians = {name: median(times[1:]) for name, times in seconds.items()}
    least, _, ours = medians.values()
    for name, value in medians.items():
        print(f"{name:28} {value * 1000:7.1f} ms   {value / least:5.2f} x")
    judge("recall due --short / bare reading of the file", ours / least, AT_MOST)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
