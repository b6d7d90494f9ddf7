"""Colours: one accent, one quiet grey, right and wrong; the background is the terminal's.

The grey keeps a contrast of 4.5:1 or more on the backgrounds that a theme is for. With ``NO_COLOR``
Textual drops every colour, so that quiet text becomes normal text and nothing is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.color import Color
from textual.style import Style
from textual.theme import BUILTIN_THEMES, Theme

DARK, LIGHT, ANY = "recall-dark", "recall-light", "recall"


def _theme(name: str, dark: bool, quiet: str, accent: str, right: str, wrong: str) -> Theme:
    base = BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"]
    own = {
        "recall-quiet": quiet,
        "recall-accent": accent,
        "recall-right": right,
        "recall-wrong": wrong,
    }
    return replace(base, name=name, variables={**base.variables, **own})


THEMES = {
    theme.name: theme
    for theme in (
        _theme(DARK, True, "#9a9a9a", "#3fb8b8", "#5fb37a", "#ef8080"),
        _theme(LIGHT, False, "#5f5f5f", "#006b6b", "#1a6e35", "#b3261e"),
        _theme(ANY, True, "#767676", "#0a8080", "#2e8540", "#d04545"),
    )
}
"""For dark and light terminals, and for those that do not say which they are."""


def own_theme(environment: Mapping[str, str]) -> str:
    """The theme for a terminal, by what it says of its background (``COLORFGBG``)."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdigit():
        return ANY
    return LIGHT if int(background) in (7, *range(9, 16)) else DARK


class Palette:
    """The styles by name; each also carries what clicking on it does."""

    def __init__(self, variables: Mapping[str, str]) -> None:
        def colour(name: str, fallback: str) -> Style:
            named = variables.get(f"recall-{name}") or variables.get(fallback, "")
            return Style(foreground=Color.parse(named)) if named else Style()

        self._styles = {
            "": Style(),
            "bold": Style(bold=True),
            "dim": colour("quiet", "text-muted-plain"),
            "accent": colour("accent", "accent"),
            "right": colour("right", "success"),
            "wrong": colour("wrong", "error"),
            "mark": Style(reverse=True),
            "grade": colour("accent", "accent") + Style(reverse=True),
        }
        self._made: dict[tuple[str, str], Style] = {}

    def style(self, name: str, act: str = "") -> Style:
        """The style of a name, with an action to click on."""
        made = self._made.get((name, act))
        if made is None:
            made = self._styles[name]
            if act:
                made = made + Style.from_meta({"act": act})
            self._made[name, act] = made
        return made
