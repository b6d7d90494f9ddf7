"""Words on a terminal end between words; what scripts read stays as it is."""

from __future__ import annotations

import os
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from recall.cli.say import broken
from recall.decks.read import read_bytes

DECK = """\
recall: 1
deck: d
title: D
cards:
  - id: c
    q: What is it that nobody ever asks on the line and everybody should? # rest
    a: 改善 改善 改善 改善 改善 改善
    hnit: 改善
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("short enough", ["short enough"]),
        ("a sentence that is too long", ["a sentence that is", "too long"]),
        ("    indented words that go on", ["    indented words", "      that go on"]),
        ("  id     the text of a card here", ["  id     the text of", "         a card here"]),
        ("a/path/without/any/blank and on", ["a/path/without/any/blank", "and on"]),
        ("改善改善改善 改善改善 kaizen", ["改善改善改善", "改善改善 kaizen"]),
    ],
)  # fmt: skip
def test_a_line_is_broken_between_words_below_its_text(line: str, expected: list[str]) -> None:
    assert broken(line, 20) == expected
    assert broken(line, 0) == [line]


def test_an_excerpt_is_cut_around_its_place_so_that_the_carets_stand_under_it() -> None:
    cut, unknown = read_bytes(DECK.encode(), "d.yaml").problems[:2]
    rows = cut.render(40).split("\n")
    assert max(map(len, rows)) <= 40
    excerpt, carets = next((a, b) for a, b in pairwise(rows) if "^" in b)
    assert excerpt.startswith("    6 | ")
    assert "What" in excerpt[carets.index("^") :]
    assert "did you mean 'hint'?" in unknown.render(40)
    assert cut.render(0) == cut.render(500)


def test_a_late_place_of_a_long_line_is_in_the_excerpt() -> None:
    text = DECK.replace(" # rest", "").replace("a: 改善", "a: [改善").replace("hnit: 改善\n", "")
    text = text.replace("q: What", "q: What: a")
    (problem, *_) = read_bytes(text.encode(), "d.yaml").problems
    rows = problem.render(30).split("\n")
    marked = next((a, b) for a, b in pairwise(rows) if "^" in b)
    assert len(marked[0]) <= 30
    assert len(marked[1]) <= 30


@pytest.mark.skipif(sys.platform == "win32", reason="this needs a pty")
def test_on_a_narrow_terminal_no_word_is_torn(tmp_path: Path) -> None:
    from tests.support.terminal import Terminal

    file = tmp_path / "d.yaml"
    file.write_text(DECK, encoding="utf-8")
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, "-m", "recall", "deck", "check", str(file.name)]
    words = ["sh", "-c", f"cd {tmp_path} && exec {' '.join(command)}"]
    environment = {"PYTHONPATH": str(root), "HOME": os.fspath(tmp_path)}
    with Terminal(words, environment, rows=40, columns=40) as terminal:
        terminal.wait_for("1 deck checked")
        assert "begins\na comment: what follows is lost to 'q'\n" in terminal.text
        assert "unknown\nkey 'hnit'\n" in terminal.text
