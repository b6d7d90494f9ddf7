"""Files of learning paths: read with every problem located."""

from __future__ import annotations

import pytest

from recall.decks.deck_bytes import holds_paths
from recall.decks.path_file import read_paths

GOOD = """\
recall: 1
paths:
  - id: one
    title: One
    steps:
      - title: First
        cards:
          - pdca/plan
"""


@pytest.fixture
def reading(tmp_path):
    def read(text: str):
        file = tmp_path / "paths.yaml"
        file.write_text(text, encoding="utf-8")
        return read_paths(file)

    return read


def test_a_path_has_steps_of_cards(reading):
    (path,) = reading(GOOD).paths
    assert (path.id, path.title) == ("one", "One")
    assert path.steps[0].cards == ("pdca/plan",)


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("title: One", "titel: One", 4, "unknown-key"),
        ("- pdca/plan", "- plan", 8, "bad-id"),
        ("id: one", "id: One Path", 3, "bad-id"),
        ("        cards:\n          - pdca/plan\n", "", 6, "missing-key"),
        ("paths:", "pahts:", 1, "missing-key"),
        (GOOD[17:], GOOD[17:] * 2, 9, "duplicate-id"),
    ],
)
def test_every_problem_has_its_place(reading, old, new, line, rule):
    found = reading(GOOD.replace(old, new))
    assert found.paths == ()
    assert (line, rule) in [(problem.line, problem.rule) for problem in found.problems]


def test_a_file_of_paths_is_told_from_a_deck_without_reading_it():
    assert holds_paths(GOOD.encode())
    assert holds_paths(b"\xef\xbb\xbfpaths:\n")
    assert not holds_paths(b"deck: paths\ntitle: a\n")
    assert not holds_paths(b"recall: 1\ndeck: a\ndescription: |\n  paths: none\n")
