"""Which key does what, from the registry and the learner's settings."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from recall.tui.actions import ACTIONS, BY_NAME
from recall.tui.key_words import KEY_NAMES, key_word
from recall.tui.places import KEYING, NUMBERED, TEXT_PLACES

_ALIASES = {"return": "enter", "esc": "escape", "page_up": "pageup", "page_down": "pagedown"}
_FUNCTION_KEYS = {f"f{number}" for number in range(1, 13)}
_NAMED = {*KEY_NAMES, *_FUNCTION_KEYS}


class Keymap:
    """The keys in force, and what is wrong with the settings for them.

    ``problems`` are sentences: unknown actions, unknown keys, keys given twice. A key that the
    settings give to an action is taken from the action that had it by default. Actions that are
    ``off`` have no key and cannot be done.
    """

    def __init__(
        self, chosen: Mapping[str, tuple[str, ...]], off: frozenset[str] = frozenset()
    ) -> None:
        self.problems: list[str] = []
        self.off = off
        self.keys: dict[str, tuple[str, ...]] = {each.name: each.keys for each in ACTIONS}
        self._chosen = {name: self._checked(name, keys) for name, keys in chosen.items()}
        self._chosen = {name: keys for name, keys in self._chosen.items() if keys}
        self.keys |= self._chosen
        self.keys |= dict.fromkeys(off, ())
        self._actions: dict[tuple[str, str], str] = {}
        for name in sorted(self.keys, key=lambda each: each not in self._chosen):
            self._bind(name)
        self._report_keyless()

    def action(self, place: str, key: str, character: str | None = None) -> str | None:
        """The action that a key press means in a place, None where it means nothing."""
        found = self._actions.get((place, key))
        if found is None and character:
            found = self._actions.get((place, character))
        return found

    def meaning(self, place: str, key: str, character: str | None) -> str | None:
        """What a key press asks for in a place: an action, ``number:3`` where numbers pick, or
        ``key:…`` where the key itself is asked for; None where it means nothing."""
        if place == KEYING:
            return "back" if key == "escape" else f"key:{_written(key, character)}"
        if place in NUMBERED and character and character in "123456789":
            return f"number:{character}"
        return self.action(place, key, character)

    def first(self, name: str, place: str = "") -> str:
        """The key to name on the screen for an action, "" where it has none."""
        for key in self.keys[name]:
            if not place or self._actions.get((place, key)) == name:
                return key_word(key)
        return ""

    def all(self, name: str) -> str:
        """All keys of an action, for help."""
        places = BY_NAME[name].places
        live = [
            key
            for key in self.keys[name]
            if any(self._actions.get((place, key)) == name for place in places)
        ]
        return " ".join(key_word(key) for key in live)

    def _checked(self, name: str, keys: tuple[str, ...]) -> tuple[str, ...]:
        if name not in BY_NAME:
            near = get_close_matches(name, BY_NAME, 1)
            hint = f", did you mean {near[0]}?" if near else ""
            self.problems.append(f"keys.{name}: there is no such action{hint}")
            return ()
        good = []
        for written in keys:
            key = _key(written)
            if key is None:
                self.problems.append(f'keys.{name}: "{written}" is not the name of a key')
            else:
                good.append(key)
        return tuple(good)

    def _bind(self, name: str) -> None:
        for place in BY_NAME[name].places:
            for key in self.keys[name]:
                if place in TEXT_PLACES and len(key) == 1:
                    continue  # A letter is text there.
                other = self._actions.setdefault((place, key), name)
                both = other != name and name in self._chosen and other in self._chosen
                clash = f"keys.{name}: {key_word(key)} is already {other}"
                if both and clash not in self.problems:
                    self.problems.append(clash)

    def _lacks_key(self, name: str) -> bool:
        """Whether an action has no key in one of its places."""
        return not all(self.first(name, place) for place in BY_NAME[name].places)

    def _report_keyless(self) -> None:
        for name in self.keys:
            if name not in self._chosen and name not in self.off and self._lacks_key(name):
                lost = key_word(self.keys[name][0])
                owner = next(
                    (each for each, keys in self._chosen.items() if self.keys[name][0] in keys), ""
                )
                self.problems.append(f"keys.{owner}: {lost} was {name}, which has no key now")


def _written(key: str, character: str | None) -> str:
    """A key as the settings file has it: by what it types, where that can be seen."""
    return character if character and character.isprintable() and character != " " else key


def _key(written: str) -> str | None:
    """A key as Textual names it, None where there is no such key."""
    if len(written) == 1:
        return "space" if written == " " else written if written.isprintable() else None
    key = written.strip().lower()
    key = _ALIASES.get(key, key)
    if key in _NAMED:
        return key
    if key.startswith("ctrl+") and len(key) == 6 and key[5].isalpha():
        return key
    return None
