"""The settings file read: whole, or explained with line and column while the defaults serve."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from recall.errors import UsageError
from recall.settings.kinds import Kind, refused
from recall.settings.lists import Keys
from recall.settings.table import Settings, by_name

DEFAULTS_SERVE = "the defaults are in use"
_LOCATED = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)
_BOM = "\ufeff"
_PLAINLY = {
    "Invalid value": 'this is no value; a text needs quotes, as in theme = "nord"',
    "Cannot overwrite a value": "this setting stands here a second time",
    "Invalid statement": "this is no setting; write name = value",
}
"""What ``tomllib`` says, in words that help."""


class WrongSetting(UsageError):
    """A value or a name of the file that is not allowed; ``path`` leads to it in the file."""

    def __init__(self, fault: UsageError, path: tuple[str, ...]) -> None:
        super().__init__(fault.what, where=fault.where, mend=fault.mend)
        self.path = path


def read_settings(path: Path) -> Settings:
    """The settings of a file; the defaults where there is none.

    A file that cannot be used gives the defaults too, with ``problem`` saying why and where.
    """
    try:
        return parse_settings(path.read_bytes(), path)
    except FileNotFoundError:
        return Settings()
    except OSError as fault:
        return Settings(problem=f"{path}: {fault.strerror}; {DEFAULTS_SERVE}")
    except UsageError as fault:
        return Settings(problem=f"{fault}; {DEFAULTS_SERVE}")


def parse_settings(data: bytes, path: Path) -> Settings:
    """The settings in the bytes of a file.

    Raises:
        UsageError: it is no TOML, or a name or value is wrong; ``where`` has line and column.
    """
    import tomllib

    try:
        text = decoded(data)
        return settings_from(tomllib.loads(text), str(path))
    except UnicodeDecodeError:
        raise UsageError("the settings file is not UTF-8", where=str(path)) from None
    except tomllib.TOMLDecodeError as fault:
        what, place = _located(str(fault), text)
        raise UsageError(what, where=f"{path}{place}") from None
    except WrongSetting as fault:
        fault.where = f"{path}{place_of(fault.path, text)}"
        raise


def decoded(data: bytes) -> str:
    """The text of a file, without the mark that some editors put before it."""
    return data.decode("utf-8").removeprefix(_BOM)


def settings_from(values: Mapping[str, Any], where: str = "settings") -> Settings:
    """Settings from parsed TOML.

    Raises:
        UsageError: an unknown name, or a value of the wrong kind or size.
    """
    found: dict[str, Any] = {}
    for path, value in _leaves(values):
        name = ".".join(path)
        setting = by_name().get(name)
        if setting is None:
            raise WrongSetting(unknown(name, where), path)
        kind = setting.kind
        if isinstance(kind, Keys) and isinstance(value, dict):
            for each, keys in value.items():
                _checked(f"{name}.{each}", kind.one, keys, (*path, each), where)
        found[setting.field] = _checked(name, kind, value, path, where)
    return Settings(**found)


def _leaves(values: Mapping[str, Any]) -> list[tuple[tuple[str, ...], Any]]:
    """Every value that might be a setting's, with the names that lead to it."""
    tables = {name.partition(".")[0] for name in by_name() if "." in name}
    found: list[tuple[tuple[str, ...], Any]] = []
    for name, value in values.items():
        if name in tables and isinstance(value, dict):
            found += [((name, inner), each) for inner, each in value.items()]
        else:
            found.append(((name,), value))
    return found


def _checked(name: str, kind: Kind, value: Any, path: tuple[str, ...], where: str) -> Any:
    try:
        return kind.check(value)
    except ValueError:
        raise WrongSetting(refused(name, kind, where), path) from None


def unknown(name: str, where: str = "") -> UsageError:
    """The error for a name that is no setting, with the one that it may have been meant to be."""
    near = get_close_matches(name, by_name(), 1)
    hint = f", did you mean {near[0]}?" if near else ""
    mend = "" if near else "recall settings lists them"
    return UsageError(f"unknown setting {name}{hint}", where=where, mend=mend)


def _located(message: str, text: str) -> tuple[str, str]:
    """What is wrong with a file that is no TOML, and ``:line:column``."""
    found = _LOCATED.fullmatch(message)
    if found:
        return _PLAINLY.get(found[1], found[1]), f":{found[2]}:{found[3]}"
    lines = text.split("\n")
    what = message.removesuffix(" (at end of document)")
    return _PLAINLY.get(what, what), f":{len(lines)}:{len(lines[-1]) + 1}"


def place_of(path: tuple[str, ...], text: str) -> str:
    """Where a value stands in a file, as ``:line:column``; "" where it cannot be said.

    ``tomllib`` gives no places. A name that, changed to another, is missing from what is read then
    is the one looked for.
    """
    for name in (path[-1], ".".join(path)):
        pattern = re.compile(rf"(?<![\w.\"'-])(['\"]?)({re.escape(name)})\1(?=\s*[=.\]])")
        for found in pattern.finditer(text):
            if _is_gone(path, f"{text[: found.start(2)]}x{text[found.start(2) :]}"):
                before = text[: found.start()]
                line = before.count("\n") + 1
                return f":{line}:{found.start() - before.rfind(chr(10))}"
    return ""


def _is_gone(path: tuple[str, ...], text: str) -> bool:
    import tomllib

    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    for name in path:
        if not isinstance(value, dict) or name not in value:
            return True
        value = value[name]
    return False
