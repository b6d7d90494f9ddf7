"""The command palette: what can be done here, by name, in words and signs of any terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.app import SystemCommand
from textual.command import CommandInput, CommandList, CommandPalette
from textual.containers import Horizontal, Vertical
from textual.strip import Strip
from textual.widgets import LoadingIndicator

from recall.tui.actions import ACTIONS
from recall.tui.signs import to_ascii

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from recall.tui.keymap import Keymap

SIGN = "▸ "


def offered(
    place: str, keymap: Keymap, do: Callable[[str], None], ascii_only: bool
) -> Iterator[SystemCommand]:
    """Every action that can be done in a place, with its keys."""
    for action in ACTIONS:
        if place in action.places and action.name not in {"back", *keymap.off}:
            keys = keymap.all(action.name)
            keys = to_ascii(keys) if ascii_only else keys
            yield SystemCommand(action.label, keys, partial(do, action.name))


class Rows(CommandList):
    """The actions: a sign marks the chosen one, and reverse video where there are no colours."""

    def __init__(self, sign: str) -> None:
        super().__init__()
        self._sign = sign

    def render_line(self, y: int) -> Strip:
        """One row: an action's name, or its keys below it."""
        strip = super().render_line(y)
        at = self.scroll_offset.y + y
        action, row = self._lines[at] if at < len(self._lines) else (None, 0)
        if action is None or action != self.highlighted:
            return strip
        width = len(self._sign)
        margin, words = strip.crop(0, width), strip.crop(width)
        if self.app.no_color:
            # Textual leaves reverse video out of the styles of its options.
            words = words.apply_style(Style(reverse=True))
        if row == 0:
            margin = Strip([Segment(self._sign, next(iter(margin)).style)])
        return Strip.join([margin, words])


class Commands(CommandPalette):
    """Textual's palette without its picture in front, with the rows of this app."""

    def __init__(self, ascii_only: bool) -> None:
        super().__init__(id="--command-palette")
        self._sign = to_ascii(SIGN) if ascii_only else SIGN

    def compose(self) -> ComposeResult:
        """What is typed, and the actions that it finds."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder="Search for an action", select_on_focus=False)
            with Vertical(id="--results"):
                yield Rows(self._sign)
                yield LoadingIndicator()
