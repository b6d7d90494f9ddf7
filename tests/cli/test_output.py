"""Output that nobody takes: a full disk is said in a sentence, a reader that has gone is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")


def recall(home: Path, *words: str, stdout: int) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-m", "recall", *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        env=surroundings,
        text=True,
    )


@pytest.mark.skipif(not FULL.exists(), reason="only some systems have a disk that is always full")
@pytest.mark.parametrize(
    "words",
    [["due"], ["stats", "--json"], ["browse", "--plain"], ["review", "--plain"], ["--help"]],
)
def test_output_on_a_full_disk_is_one_sentence(words: list[str], tmp_path: Path) -> None:
    with FULL.open("w") as full:
        ran = recall(tmp_path, *words, stdout=full.fileno())
    said = "recall: what was to be printed could not be written: no space left on device\n"
    assert (ran.returncode, ran.stderr) == (1, said)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_has_gone_is_not_told(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = recall(tmp_path, "stats", stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, "")
