"""The list of actions: press a key for one, or give it its own keys back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recall.settings import Settings
from recall.tui.actions import ACTIONS, BY_NAME, Action
from recall.tui.draw.settings import Row
from recall.tui.key_words import key_word
from recall.tui.keymap import Keymap
from recall.tui.places import KEY_LIST, KEYING, WAITING
from recall.tui.screens.settings.listing import ListView
from recall.tui.steering import Steering, switched_off

NOTE = "Enter, then the key that shall do it. Backspace gives it its own keys back."
PRESS = "Press the key for it now. Esc leaves it as it is."


class KeysView(ListView):
    """Every action with its keys; a key that means something else there already is not taken."""

    heading = "Keys"
    lines_place = KEY_LIST

    def __init__(self, steering: Steering, back: Callable[[], None]) -> None:
        super().__init__(steering, back)
        off = switched_off(steering.settings)
        self._actions: list[Action] = [each for each in ACTIONS if each.name not in off]
        self._pressing = False

    @property
    def place(self) -> str:
        """A key that is being chosen means itself."""
        if self._saving:
            return WAITING
        return KEYING if self._pressing else KEY_LIST

    def rows(self) -> Sequence[Row]:
        """A line for each action."""
        keymap = self._host.keymap
        return [
            Row(each.label, keymap.all(each.name) or "no key", PRESS if self._pressing else NOTE)
            for each in self._actions
        ]

    def act(self, name: str) -> None:
        """Choose an action, wait for its key, take the key."""
        if name.startswith("key:"):
            self._pressing = False
            self._take(name.partition(":")[2])
        elif self._pressing:
            self._pressing = False
            self._host.redraw()
        elif name == "own_keys":
            action = self._actions[self._selected]
            if action.name in self._steering.settings.keys:
                self.save(f"keys.{action.name}", None)
        else:
            super().act(name)

    def change(self, by: int) -> None:
        """Wait for the key."""
        if by == 0:
            self._pressing = True
            self._host.redraw()

    def _take(self, key: str) -> None:
        action = self._actions[self._selected]
        clash = clashes(self._steering.settings, action.name, key)
        if clash:
            self._host.say(f"Not changed. {clash}.")
            self._host.redraw()
        else:
            self.save(f"keys.{action.name}", [key])


def clashes(settings: Settings, name: str, key: str) -> str:
    """What is in the way of a key for an action, in words; "" where nothing is."""
    off = switched_off(settings)
    keymap = Keymap(settings.keys, off)
    for place in BY_NAME[name].places:
        other = keymap.action(place, key)
        if other not in (None, name):
            return f"{key_word(key)} already means: {BY_NAME[str(other)].label}"
    problems = Keymap({name: (key,)}, off).problems
    return problems[0].partition(": ")[2] if problems else ""
