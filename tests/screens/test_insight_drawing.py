"""Insight's pictures: every row fits, whatever the titles and however many decks there are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from recall.insight.growth import DeckPortion, Portion
from recall.tui.draw.insight.rows import Row, rows_of
from recall.tui.draw.insight.sections import SECTIONS, section, text_of
from recall.tui.draw.text import plain
from recall.tui.signs import to_ascii
from tests.support.insights import MURA, SAMPLE

TITLES = (
    "改善の基礎と標準化のための長い題名です",
    "أساسيات كايزن للمبتدئين في المصنع",
    "Kaizen 🚀👩‍👩‍👧 teams 🇯🇵",
)


def with_titles(*titles: str):
    decks = tuple(
        DeckPortion(
            Portion(f"d{number}", title, 7.0, 5.0, 9, 12),
            tuple(Portion(f"m{at}", title, 3.0, 2.0, 4, 6) for at in range(2)),
        )
        for number, title in enumerate(titles)
    )
    growth = SAMPLE.growth._replace(decks=decks)
    named = {key: each._replace(question=titles[0] * 3) for key, each in SAMPLE.named.items()}
    return replace(SAMPLE, growth=growth, named=named)


@pytest.mark.parametrize("width", [29, 39, 64])
@pytest.mark.parametrize("title", TITLES)
def test_wide_titles_move_no_column(width, title):
    insight = with_titles(title)
    for line in text_of(insight, width):
        assert cell_len(line) <= width, line
    lines = [plain(each) for each in section(insight, 0, width).lines]
    figures = [cell_len(each) for each in lines if each.endswith(("7  5  12", "3  2   6"))]
    assert len(figures) == 3
    assert len(set(figures)) == 1


def test_a_thousand_decks_are_a_row_each():
    insight = with_titles(*(f"Deck {number}" for number in range(1_000)))
    lines = [plain(each) for each in section(insight, 0, 39).lines]
    assert sum(each.startswith("Deck ") for each in lines) == 1_000


def test_what_there_is_any_of_shows_and_what_there_is_not_does_not():
    rows = rows_of([Row("a", 0.01, 0.0, ("1",)), Row("b", 0.0, 0.0, ("0",))], 39)
    assert [plain(each).count("█") for each in rows] == [1, 0]
    assert rows_of([], 39) == []


def test_no_answer_is_told_by_colour_alone():
    """The same signs and words stand there once every style is gone."""
    for number in range(len(SECTIONS)):
        for line in section(SAMPLE, number, 39).lines:
            assert all(run.style in ("", "accent", "dim") for run in line)
    text = "\n".join(text_of(SAMPLE, 39))
    assert to_ascii(text).isascii()
    assert "34  31  38" in text
    assert "too early" in text


def test_questions_are_named_in_words_and_lead_to_their_card():
    answer = section(SAMPLE, 4, 64)
    at, key = answer.picks[0]
    assert key == MURA
    assert plain(answer.lines[at]).startswith("  Orders pile up every Friday")
