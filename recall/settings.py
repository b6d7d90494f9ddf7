"""What a learner may change, read from one TOML file; without the file the defaults serve."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from recall.errors import UsageError

DEPTHS = {"breadth": 1.5, "balanced": 2.0, "depth": 2.5}


@dataclass(frozen=True)
class Settings:
    """The learner's choices.

    Attributes:
        minutes: length of a session, 1 to 120.
        depth: how much a half-known question is worth: a key of ``DEPTHS``.
        rollover_hour: local hour at which a study day begins, 0 to 12.
        decks_off: ids of decks that stay out of plans.
        optional: whether cards tagged ``optional`` enter plans.
        theme: name of a Textual theme; empty for the app's own.
        keys: action name -> keys that trigger it, in place of the default ones.
        problem: why the settings file could not be used; empty where it could.
    """

    minutes: int = 5
    depth: str = "balanced"
    rollover_hour: int = 4
    decks_off: tuple[str, ...] = ()
    optional: bool = False
    theme: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problem: str = ""

    @property
    def exponent(self) -> float:
        """The power of recall that the planner maximises."""
        return DEPTHS[self.depth]


def read_settings(path: Path) -> Settings:
    """The settings of a file; the defaults where there is none.

    A file that cannot be used gives the defaults too, with ``problem`` saying why and where.
    """
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8")
        return settings_from(tomllib.loads(text), str(path))
    except FileNotFoundError:
        return Settings()
    except UnicodeDecodeError:
        return Settings(problem=f"{path}: the settings file is not UTF-8; the defaults are in use")
    except OSError as fault:
        return Settings(problem=f"{path}: {fault.strerror}; the defaults are in use")
    except tomllib.TOMLDecodeError as fault:
        return Settings(problem=f"{_located(path, str(fault))}; the defaults are in use")
    except UsageError as fault:
        return Settings(problem=f"{fault}; the defaults are in use")


def settings_from(values: Mapping[str, Any], where: str = "settings") -> Settings:
    """Settings from parsed TOML.

    Raises:
        UsageError: an unknown name, or a value of the wrong kind or size.
    """
    settings = Settings()
    for name, value in values.items():
        if name == "decks":
            settings = replace(settings, decks_off=_decks_off(value, where))
        elif name == "keys":
            settings = replace(settings, keys=_keys(value, where))
        elif name in _CHECKS:
            settings = replace(settings, **{name: _CHECKS[name](name, value, where)})
        else:
            raise _unknown(name, [*_CHECKS, "decks", "keys"], where)
    return settings


def _whole(low: int, high: int) -> Any:
    def check(name: str, value: Any, where: str) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise UsageError(f"{name} must be a whole number from {low} to {high}", where=where)
        return value

    return check


def _flag(name: str, value: Any, where: str) -> bool:
    if not isinstance(value, bool):
        raise UsageError(f"{name} must be true or false", where=where)
    return value


def _text(name: str, value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise UsageError(f"{name} must be a text in quotes", where=where)
    return value


def _depth(name: str, value: Any, where: str) -> str:
    if value not in DEPTHS:
        raise UsageError(f"{name} must be one of: {', '.join(DEPTHS)}", where=where)
    return str(value)


_CHECKS = {
    "minutes": _whole(1, 120),
    "depth": _depth,
    "rollover_hour": _whole(0, 12),
    "optional": _flag,
    "theme": _text,
}


def _decks_off(value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, dict):
        raise UsageError("decks must be a table: [decks]", where=where)
    for name in value:
        if name != "off":
            raise _unknown(f"decks.{name}", ["decks.off"], where)
    return _texts("decks.off", value.get("off", []), where)


def _keys(value: Any, where: str) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise UsageError("keys must be a table: [keys]", where=where)
    return {
        name: (keys,) if isinstance(keys, str) else _texts(f"keys.{name}", keys, where)
        for name, keys in value.items()
    }


def _texts(name: str, value: Any, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise UsageError(f"{name} must be a list of texts in quotes", where=where)
    return tuple(value)


def _unknown(name: str, known: list[str], where: str) -> UsageError:
    near = get_close_matches(name, known, 1)
    hint = f", did you mean {near[0]}?" if near else ""
    return UsageError(f"unknown setting {name}{hint}", where=where)


def _located(path: Path, message: str) -> str:
    place = re.search(r" \(at line (\d+), column (\d+)\)", message)
    if not place:
        return f"{path}: {message}"
    return f"{path}:{place[1]}:{place[2]}: {message[: place.start()]}"
