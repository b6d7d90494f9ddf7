"""Every theme can be read: the quiet text of the app's own and of Textual's, too."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from recall.tui.contrast import READABLE, contrast
from recall.tui.theme import ANY, DARK, LIGHT, STARK, STARK_LIGHT, THEMES, Palette, theme_names

BLACK, WHITE = Color(0, 0, 0), Color(255, 255, 255)
TERMINALS = {
    ANY: ("#000000", "#ffffff"),
    DARK: ("#000000", "#1e1e1e", "#300a24", "#282c34"),
    LIGHT: ("#ffffff", "#fdf6e3", "#e8e8e8"),
}
"""Backgrounds that people's terminals have, for the themes that leave theirs to the terminal."""
COLOURS = ("dim", "accent", "right", "wrong")


def variables(name: str) -> dict[str, str]:
    theme = THEMES.get(name) or BUILTIN_THEMES[name]
    return {**theme.to_color_system().generate(), **theme.variables}


def lowest(name: str, backgrounds: list[Color]) -> float:
    palette = Palette(variables(name))
    return min(
        contrast(palette.style(each).foreground, ground)
        for each in COLOURS
        for ground in backgrounds
    )


def test_black_and_white_are_as_far_apart_as_can_be():
    assert contrast(BLACK, WHITE) == contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, BLACK) == 1


@pytest.mark.parametrize("name", sorted(TERMINALS))
def test_the_own_themes_can_be_read_on_the_terminals_that_they_are_for(name):
    assert lowest(name, [Color.parse(each) for each in TERMINALS[name]]) >= READABLE


@pytest.mark.parametrize("name", [STARK, STARK_LIGHT])
def test_high_contrast_is_seven_to_one_and_more(name):
    assert lowest(name, [Color.parse(variables(name)["background"])]) >= 7


@pytest.mark.parametrize("name", [each for each in BUILTIN_THEMES if not each.startswith("ansi")])
def test_colours_of_other_themes_are_moved_until_they_can_be_read(name):
    assert lowest(name, [Color.parse(variables(name)["background"])]) >= READABLE


def test_every_theme_of_textual_can_be_chosen():
    assert set(BUILTIN_THEMES) < set(theme_names())
    assert len(set(theme_names())) == len(theme_names())
