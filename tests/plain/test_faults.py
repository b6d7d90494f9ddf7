"""Plain mode when something goes wrong: a full disk, a reader that has gone, an interrupt."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from recall.errors import StoreError
from recall.plain.session import run_plain

ROOT = Path(__file__).resolve().parents[2]
RECALL = [sys.executable, "-m", "recall"]


def sit_on_a_full_disk(desk, given, failures):
    """A sitting in which the first so many grades cannot be written."""
    collection = desk.open()
    write = collection.store.record_review
    left = [failures]

    def record(draft):
        if left[0]:
            left[0] -= 1
            raise StoreError("the disk is full", mend="free some space")
        return write(draft)

    collection.store.record_review = record
    sink = io.StringIO()
    source = io.BytesIO(given)
    desk.line_ms = 0
    code = run_plain(collection, ["tag:basic"], source=source, sink=sink)
    grades = [event.grade for event in collection.store.events() if event.kind == "review"]
    collection.close()
    return code, sink.getvalue(), grades


def test_a_grade_that_could_not_be_saved_is_kept_and_saved_on_enter(desk):
    code, text, grades = sit_on_a_full_disk(desk, b"\n2\n\n\nq\n", failures=2)
    assert text.count("This answer could not be saved: the disk is full.") == 2
    assert (code, grades) == (0, [2])


def test_leaving_without_saving_it_says_so_by_its_exit_code(desk):
    code, _, grades = sit_on_a_full_disk(desk, b"\n2\nq\n", failures=9)
    assert (code, grades) == (3, [])


def test_the_end_of_input_while_it_cannot_be_saved_ends_too(desk):
    code, _, grades = sit_on_a_full_disk(desk, b"\n2\n\n\n", failures=99)
    assert (code, grades) == (3, [])


def test_u_takes_a_grade_back_that_could_not_be_saved(desk):
    code, _, grades = sit_on_a_full_disk(desk, b"\n2\nu\n3\nq\n", failures=1)
    assert (code, grades) == (0, [3])


@pytest.fixture
def process(tmp_path, monkeypatch):
    """Starts ``recall review --plain`` with an empty HOME and pipes."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in list(os.environ):
        if name.startswith(("RECALL_", "XDG_")):
            monkeypatch.delenv(name)
    running = []

    def start(*words):
        pipe = subprocess.PIPE
        child = subprocess.Popen(
            [*RECALL, *words], cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )
        running.append(child)
        return child

    yield start
    for child in running:
        child.kill()
        child.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT cannot be sent to another process")
def test_an_interrupt_ends_it_without_a_traceback_and_loses_nothing(process):
    child = process("review", "--plain")
    while "An empty line shows the answer" not in child.stdout.readline():
        pass
    child.stdin.write("\n3\n")
    child.stdin.flush()
    while "[3 " not in child.stdout.readline():
        pass
    while "An empty line shows the answer" not in child.stdout.readline():
        pass
    child.send_signal(signal.SIGINT)
    # Its input ends only after it: the end of the input would end the session as well.
    child.wait(timeout=60)
    _, err = child.communicate(timeout=60)
    assert (child.returncode, err.strip()) == (130, "")
    out, _ = process("log").communicate(timeout=60)
    assert "Got it" in out


def test_a_reader_that_has_gone_ends_it_without_a_traceback(process):
    child = process("review", "--plain")
    child.stdout.readline()
    child.stdout.close()
    child.stdout = None
    _, err = child.communicate("\n3\n" * 5, timeout=60)
    assert err == ""
    assert child.returncode == 1


def test_a_terminal_without_the_letters_gets_stand_ins(process, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    out, err = process("review", "--plain").communicate("\n3\n" * 5, timeout=60)
    assert err == ""
    assert "[3 Got it]" in out
