"""What values a setting may take: checked from the file, read from words, shown in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from recall.errors import UsageError

ON = ("on", "yes", "true")
OFF = ("off", "no", "false")


class Kind(Protocol):
    """The values of a setting."""

    @property
    def allowed(self) -> str:
        """What a value must be, to follow "must be"."""

    def check(self, value: Any) -> Any:
        """A value of the file as the app uses it; ``ValueError`` where it is not allowed."""

    def parse(self, words: str) -> Any:
        """What somebody typed, as the file holds it; ``ValueError`` where it makes no sense."""

    def stored(self, value: Any) -> Any:
        """A value of the app as the file holds it."""

    def say(self, value: Any) -> str:
        """A value of the app in words."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within a range.

    Attributes:
        unit: its noun, or
        form: how it is written (``{}:00``).
        nothing: the file's word for no number at all (None), and ``said`` the screen's.
    """

    low: int
    high: int
    unit: str = ""
    nothing: str = ""
    said: str = ""
    form: str = "{}"

    @property
    def allowed(self) -> str:
        """The range, and the word that may stand in its place."""
        other = f', or "{self.nothing}"' if self.nothing else ""
        return f"a whole number from {self.low} to {self.high}{other}"

    def check(self, value: Any) -> int | None:
        """The number; None for the word."""
        if self.nothing and value == self.nothing:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueError
        if not self.low <= value <= self.high:
            raise ValueError
        return value

    def parse(self, words: str) -> int | str:
        """A number in digits, or the word."""
        return self.nothing if self.nothing and words == self.nothing else int(words)

    def stored(self, value: Any) -> int | str:
        """The number; the word for None."""
        return self.nothing if value is None else int(value)

    def say(self, value: Any) -> str:
        """``5 minutes``."""
        if value is None:
            return self.said or self.nothing
        if not self.unit:
            return self.form.format(value)
        return f"{value} {self.unit}" if value == 1 else f"{value} {self.unit}s"


@dataclass(frozen=True, slots=True)
class Flag:
    """On or off."""

    @property
    def allowed(self) -> str:
        """How the file spells it."""
        return "true or false"

    def check(self, value: Any) -> bool:
        """The value itself."""
        if not isinstance(value, bool):
            raise ValueError
        return value

    def parse(self, words: str) -> bool:
        """``on`` and ``off``, or as people say it."""
        if words.lower() in ON:
            return True
        if words.lower() in OFF:
            return False
        raise ValueError

    def stored(self, value: Any) -> bool:
        """The value itself."""
        return bool(value)

    def say(self, value: Any) -> str:
        """``on`` or ``off``."""
        return "on" if value else "off"


@dataclass(frozen=True, slots=True)
class OneOf:
    """One word of a few."""

    words: tuple[str, ...]

    @property
    def allowed(self) -> str:
        """The words."""
        return f"one of: {', '.join(self.words)}"

    def check(self, value: Any) -> str:
        """The word itself."""
        if value not in self.words:
            raise ValueError
        return str(value)

    def parse(self, words: str) -> str:
        """The word itself."""
        return words

    def stored(self, value: Any) -> str:
        """The word itself."""
        return str(value)

    def say(self, value: Any) -> str:
        """The word itself."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Name:
    """A name that others know; ``empty`` says in words what no name means."""

    empty: str

    @property
    def allowed(self) -> str:
        """A text."""
        return "a text in quotes"

    def check(self, value: Any) -> str:
        """The name itself."""
        if not isinstance(value, str):
            raise ValueError
        return value

    def parse(self, words: str) -> str:
        """The name itself."""
        return words

    def stored(self, value: Any) -> str:
        """The name itself."""
        return str(value)

    def say(self, value: Any) -> str:
        """The name, or what none means."""
        return str(value) or self.empty


def refused(name: str, kind: Kind, where: str, mend: str = "") -> UsageError:
    """The error for a value that is not allowed."""
    return UsageError(f"{name} must be {kind.allowed}", where=where, mend=mend)
