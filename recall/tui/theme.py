"""Colours: one accent, one quiet grey, right and wrong.

Every colour keeps a contrast of 4.5:1 or more on the backgrounds that a theme is for. The app's own
themes leave the background to the terminal, but for the two of high contrast. With ``NO_COLOR``
Textual drops every colour, so that quiet text becomes normal text and nothing is missing.

The terminal is not asked for its background (OSC 11): where it does not answer, or answers late,
parts of the answer would arrive as keys, and digits grade.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.color import Color
from textual.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from recall.tui.contrast import readable

DARK, LIGHT, ANY = "recall-dark", "recall-light", "recall"
STARK, STARK_LIGHT = "high-contrast", "high-contrast-light"
FADED = 0.35
"""How far quiet text goes towards the background, where it may."""


def _theme(name: str, dark: bool, quiet: str, accent: str, right: str, wrong: str) -> Theme:
    base = BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"]
    own = {
        "recall-quiet": quiet,
        "recall-accent": accent,
        "recall-right": right,
        "recall-wrong": wrong,
    }
    return replace(base, name=name, variables={**base.variables, **own})


def _stark(name: str, dark: bool, quiet: str, accent: str, right: str, wrong: str) -> Theme:
    back, front = ("#000000", "#ffffff") if dark else ("#ffffff", "#000000")
    return Theme(
        name=name,
        primary=accent,
        secondary=accent,
        accent=accent,
        success=right,
        warning=accent,
        error=wrong,
        foreground=front,
        background=back,
        surface=back,
        panel=back,
        dark=dark,
        variables={"recall-quiet": quiet, "border": front, "border-blurred": quiet},
    )


THEMES = {
    theme.name: theme
    for theme in (
        _theme(ANY, True, "#767676", "#0a8383", "#2e8540", "#d04545"),
        _theme(DARK, True, "#9a9a9a", "#3fb8b8", "#5fb37a", "#ef8080"),
        _theme(LIGHT, False, "#5f5f5f", "#006b6b", "#1a6e35", "#b3261e"),
        _stark(STARK, True, "#d6d6d6", "#ffe066", "#8dffa0", "#ffb3b3"),
        _stark(STARK_LIGHT, False, "#2b2b2b", "#00287a", "#00440f", "#7d0000"),
    )
}
"""For terminals that do not say which they are, for dark and for light ones; and of high contrast,
7:1 and more, on a background of their own."""


def theme_names() -> list[str]:
    """Every theme: the app's own, then Textual's."""
    return [*THEMES, *sorted(BUILTIN_THEMES)]


def describe(name: str) -> str:
    """What a theme is like, in a word or two; "" is the one that suits the terminal."""
    theme = THEMES.get(name) or BUILTIN_THEMES.get(name)
    if theme is None or name == ANY:
        return "" if theme is None else "dark or light"
    return "dark" if theme.dark else "light"


def own_theme(environment: Mapping[str, str]) -> str:
    """The theme for a terminal, by what it says of its background (``COLORFGBG``)."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdigit():
        return ANY
    return LIGHT if int(background) in (7, *range(9, 16)) else DARK


class Palette:
    """The styles by name; each also carries what clicking on it does."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables
        accent = self._colour("accent", "accent")
        self._styles = {
            "": Style(),
            "bold": Style(bold=True),
            "dim": self._quiet(),
            "accent": accent,
            "right": self._colour("right", "success"),
            "wrong": self._colour("wrong", "error"),
            "mark": Style(reverse=True),
            "grade": accent + Style(reverse=True),
        }
        self._made: dict[tuple[str, str], Style] = {}

    def _colour(self, name: str, fallback: str) -> Style:
        """A colour of the app's own themes as it is, one of another theme made readable."""
        own = self._variables.get(f"recall-{name}")
        if own:
            return Style(foreground=Color.parse(own))
        named = self._variables.get(fallback)
        if not named:
            return Style()
        return Style(foreground=self._readable(Color.parse(named)))

    def _quiet(self) -> Style:
        """The theme's foreground, moved towards its background as far as it stays readable."""
        own = self._variables.get("recall-quiet")
        if own:
            return Style(foreground=Color.parse(own))
        ground = self._ground()
        if ground is None:
            return Style(dim=True)
        background, foreground = ground
        faded = foreground.blend(background, FADED)
        return Style(foreground=readable(faded, background, foreground))

    def _readable(self, colour: Color) -> Color:
        ground = self._ground()
        return colour if ground is None else readable(colour, *ground)

    def _ground(self) -> tuple[Color, Color] | None:
        """Background and foreground; None where they are the terminal's own."""
        named = (self._variables.get("background", ""), self._variables.get("foreground", ""))
        if not all(named) or any("ansi" in each for each in named):
            return None
        background, foreground = map(Color.parse, named)
        return background, foreground

    def style(self, name: str, act: str = "") -> Style:
        """The style of a name, with an action to click on."""
        made = self._made.get((name, act))
        if made is None:
            made = self._styles[name]
            if act:
                made = made + Style.from_meta({"act": act})
            self._made[name, act] = made
        return made
