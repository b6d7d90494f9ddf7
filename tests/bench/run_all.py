"""Every benchmark, one table: what, figure, what it may be at most, and whether it is that.

usage: python tests/bench/run_all.py [--python PYTHON] [NAME ...]

Measure on a quiet machine, on an installation as learners have it: not editable, with its byte
code. Without --python one is made for the run: a virtual environment with a current pip, into which
this checkout is installed with the extras that the benchmarks need. NAME is part of a file's name
(``start``, ``short``); all are run otherwise, in turn. Each benchmark runs what it compares
interleaved, so that ratios hold on any machine, and can be run alone; its docstring says how.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
VERDICTS = ("reached", "MISSED")


def main() -> int:
    """Run them; 1 where a target was missed or a benchmark failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--python", help="the Python of an installation")
    parser.add_argument("names", nargs="*")
    asked = parser.parse_args()
    files = [
        file
        for file in sorted(HERE.glob("bench_*.py"))
        if not asked.names or any(name in file.name for name in asked.names)
    ]
    # What is measured writes its byte code, and finds no settings of whoever measures.
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE" and not name.startswith(("RECALL_D", "RECALL_L"))
    }
    with tempfile.TemporaryDirectory() as folder:
        python = asked.python or install(Path(folder), environment)
        rows = [row for file in files for row in run(python, file, environment)]
    print("\n" + "\n".join(rows))
    return int(any(row.endswith("MISSED") for row in rows))


def install(folder: Path, environment: dict[str, str]) -> str:
    """A virtual environment with this checkout in it; gives its Python."""
    subprocess.run([sys.executable, "-m", "venv", folder / "venv"], check=True)
    python = next(
        each
        for each in (folder / "venv/bin/python", folder / "venv/Scripts/python.exe")
        if each.exists()
    )
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # An older pip writes a start script that imports "re", a third of the time of a short answer.
    subprocess.run([*pip, "--upgrade", "pip"], check=True, env=environment)
    subprocess.run([*pip, f"{ROOT}[anki]"], check=True, env=environment)
    return str(python)


def run(python: str, file: Path, environment: dict[str, str]) -> list[str]:
    """Run a benchmark, show what it prints, and give its lines that carry a verdict."""
    print(f"\n== {file.name}", flush=True)
    rows = []
    program = subprocess.Popen(
        [python, str(file)], stdout=subprocess.PIPE, text=True, env=environment, cwd=file.parent
    )
    assert program.stdout
    for line in program.stdout:
        print(line, end="", flush=True)
        if line.rstrip().endswith(VERDICTS):
            rows.append(line.strip().removeprefix("= "))
    if program.wait():
        rows.append(f"{file.name} failed: MISSED")
    return rows


if __name__ == "__main__":
    sys.exit(main())
