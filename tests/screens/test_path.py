"""Home while a learning path is on: where the learner is on it, as a bar and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from recall.collection.home import PathLine
from recall.tui.draw.home import home_page
from recall.tui.draw.room import Room
from recall.tui.draw.text import plain
from recall.tui.keymap import Keymap
from tests.support.screens import USUAL

WORKSHOP = PathLine("workshop", "Four-week workshop", 30, 90, "Week 2, day 1", date(2026, 12, 18))


def rows(size: tuple[int, int], path: PathLine | None) -> list[str]:
    home = replace(USUAL, path=path)
    page = home_page(Room(*size), home, Keymap({}), None, home.sentence, "")
    return [plain(line).strip() for line in page.lines]


@pytest.mark.parametrize("size", [(40, 15), (80, 24), (160, 50)])
def test_the_title_of_the_path_stands_whole_beside_its_bar(size):
    (row,) = [row for row in rows(size, WORKSHOP) if row.startswith("Four-week workshop ")]
    assert "30 of 90" in row
    assert row.count("█") == round((row.count("█") + row.count("░")) / 3) > 0


def test_where_there_is_room_the_next_step_and_the_day_are_told():
    assert "Next: Week 2, day 1. Until 18 December." in rows((80, 24), WORKSHOP)
    assert "Until 18 December." in rows((80, 24), replace(WORKSHOP, met=90, step=""))


def test_without_a_path_nothing_is_said_of_one():
    assert not [row for row in rows((80, 24), None) if "workshop" in row]
