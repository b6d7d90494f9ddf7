"""Values that are lists: names of decks, and keys by action (``kinds`` has the single ones)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; ``empty`` says in words what an empty one means."""

    empty: str

    @property
    def allowed(self) -> str:
        """A list of texts."""
        return "a list of texts in quotes"

    def check(self, value: Any) -> tuple[str, ...]:
        """The names."""
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValueError
        return tuple(value)

    def parse(self, words: str) -> list[str]:
        """Names with commas or blanks between them; "" and ``none`` are none."""
        return [] if words == "none" else words.replace(",", " ").split()

    def stored(self, value: Any) -> list[str]:
        """The names as a list."""
        return list(value)

    def say(self, value: Any) -> str:
        """The names with commas between them."""
        return ", ".join(value) or self.empty


@dataclass(frozen=True, slots=True)
class KeyList:
    """The keys of one action."""

    @property
    def allowed(self) -> str:
        """A text or a list of texts."""
        return "a key in quotes, or a list of them"

    def check(self, value: Any) -> tuple[str, ...]:
        """The keys; a single one need not be a list."""
        return (value,) if isinstance(value, str) else Names("").check(value)

    def parse(self, words: str) -> list[str]:
        """Keys with blanks between them."""
        return words.split()

    def stored(self, value: Any) -> list[str]:
        """The keys as a list."""
        return list(value)

    def say(self, value: Any) -> str:
        """The keys with blanks between them."""
        return " ".join(value)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of every action that has others than those that it is shipped with."""

    one: KeyList = KeyList()

    @property
    def allowed(self) -> str:
        """A table of lists."""
        return "a table: [keys]"

    def check(self, value: Any) -> dict[str, tuple[str, ...]]:
        """The keys by the name of their action."""
        if not isinstance(value, Mapping):
            raise ValueError
        return {name: self.one.check(keys) for name, keys in value.items()}

    def parse(self, words: str) -> Any:
        """Nothing: keys are set action by action."""
        raise ValueError

    def stored(self, value: Any) -> dict[str, list[str]]:
        """Lists by action."""
        return {name: list(keys) for name, keys in value.items()}

    def say(self, value: Any) -> str:
        """``undo: z ctrl+z``."""
        return (
            "; ".join(f"{name}: {' '.join(keys)}" for name, keys in value.items()) or "as shipped"
        )
