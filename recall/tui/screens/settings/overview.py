"""The list of all settings, made of their table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from recall.settings.kinds import Flag, Whole
from recall.settings.table import Setting, settings_table
from recall.tui.draw.settings import Row
from recall.tui.screens.settings.listing import ListView

ONLY_THERE = "It can be changed in the file alone."


class SettingsView(ListView):
    """Every setting with its value; those of many values open a list of their own."""

    heading = "Settings"
    steps = True

    def rows(self) -> Sequence[Row]:
        """A line for each setting."""
        return [self._row(each) for each in settings_table()]

    def _row(self, setting: Setting) -> Row:
        value = getattr(self._steering.settings, setting.field)
        note = f"{setting.sentence} {ONLY_THERE}" if setting.file_only else setting.sentence
        return Row(setting.title, setting.kind.say(value), note)

    def change(self, by: int) -> None:
        """Turn a switch, count up or down, or open the list behind the line."""
        setting = settings_table()[self._selected]
        if setting.file_only:
            self._host.say(ONLY_THERE)
            self._host.redraw()
            return
        value = getattr(self._steering.settings, setting.field)
        if isinstance(setting.kind, Flag):
            self.save(setting.name, not value)
        elif isinstance(setting.kind, Whole):
            after = stepped(setting.kind, value, by or 1)
            if after != value:
                self.save(setting.name, setting.kind.stored(after))
        elif by >= 0:
            self._open(setting)

    def _open(self, setting: Setting) -> None:
        view: Any
        if setting.field == "theme":
            from recall.tui.screens.settings.themes import ThemesView as view
        elif setting.field == "decks_off":
            from recall.tui.screens.settings.decks import DecksView as view
        else:
            from recall.tui.screens.settings.keys import KeysView as view
        self._host.show(view(self._steering, partial(self._host.show, self)))


def stepped(kind: Whole, value: int | None, by: int) -> int | None:
    """A number one less or one more, within its range; below the lowest stands no number, where
    there may be none."""
    if value is None:
        return kind.low if by > 0 else None
    after = value + by
    if after < kind.low and kind.nothing:
        return None
    return min(max(after, kind.low), kind.high)
