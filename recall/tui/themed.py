"""What an app wears: one of Textual's themes or its own, by setting, terminal and ``NO_COLOR``."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from textual.app import App
from textual.constants import TEXTUAL_ANIMATIONS
from textual.theme import Theme

from recall.settings import Settings
from recall.tui.signs import speaks_utf8
from recall.tui.theme import THEMES, Palette, own_theme

if TYPE_CHECKING:
    from textual.types import AnimationLevel

STILL: AnimationLevel = "none"


class ThemedApp(App[int]):
    """An app in the colours, the signs and with the motion that settings and terminal ask for.

    ``palette`` holds the styles of the theme in force, ``ascii_only`` says whether the terminal
    lacks signs, and ``theme_problems`` are sentences.
    """

    def __init__(self, settings: Settings, *, ascii_only: bool | None = None) -> None:
        # Without colours the app's own theme is used, which leaves colours to the terminal.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.theme_problems: list[str] = []
        self.ascii_only = _ascii_only() if ascii_only is None else ascii_only
        self.set_reactive(App.theme, self._theme_for(settings.theme))
        self._refresh_truecolor_filter(self.ansi_theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.palette = Palette(self.theme_variables)
        self.keep_still(settings.reduced_motion)

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and the app's own."""
        return {**super().available_themes, **THEMES}

    def _theme_for(self, wanted: str) -> str:
        self.theme_problems.clear()
        own = own_theme(os.environ)
        if wanted and wanted not in self.available_themes:
            self.theme_problems.append(f'theme: there is no theme called "{wanted}"')
            wanted = ""
        # Without colours only the app's own themes lose nothing.
        return own if self.no_color else wanted or own

    def wear(self, theme: str) -> None:
        """Show a theme; "" is the one that suits the terminal."""
        self.theme = self._theme_for(theme)

    def _watch_theme(self, theme_name: str) -> None:
        super()._watch_theme(theme_name)
        self.get_css_variables()
        self.palette = Palette(self.theme_variables)

    @property
    def still(self) -> bool:
        """Whether nothing moves."""
        return self.animation_level == STILL

    def keep_still(self, wanted: bool) -> None:
        """Move nothing where the learner, or ``TEXTUAL_ANIMATIONS``, says so."""
        self.animation_level = STILL if wanted else TEXTUAL_ANIMATIONS


def _ascii_only() -> bool:
    stream = sys.__stderr__ if sys.platform != "win32" else sys.__stdout__
    return not speaks_utf8(os.environ, getattr(stream, "encoding", None))
