"""One setting changed in the file, and nothing else: comments, order and layout stay.

``tomlkit`` is imported here alone, when something is written.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from recall.errors import RecallError
from recall.files import make_folder, replace_file
from recall.settings.document import commented_file
from recall.settings.lists import Keys
from recall.settings.read import decoded, parse_settings, unknown
from recall.settings.table import Setting, Settings, by_name


def save_setting(path: Path, name: str, value: Any) -> Settings:
    """Write one setting and give back all that are in force then.

    The file is read anew, so that what an editor saved meanwhile stays; where there is none yet the
    commented one is made. A file that is broken is left alone, unless the change mends it.

    Args:
        name: as the file has it: ``minutes``, ``decks.off``, ``keys.undo``.
        value: as the file holds it; None takes the keys of an action out again.

    Raises:
        UsageError: the file is broken, there is no such setting, or the value is not allowed.
        RecallError: the file cannot be written.
    """
    setting_named(name)
    before = _bytes(path)
    after = changed(before if before is not None else commented_file().encode(), name, value, path)
    settings = parse_settings(after, path)
    make_folder(path.parent)
    replace_file(path, after, expected=before)
    return settings


def setting_named(name: str) -> Setting:
    """The setting of a name; that of all keys where it is one action's keys.

    Raises:
        UsageError: there is none, with the one that may have been meant.
    """
    table, _, rest = name.partition(".")
    found = by_name().get(table if rest and _holds_keys(table) else name)
    if found is None:
        raise unknown(name)
    return found


def _holds_keys(table: str) -> bool:
    found = by_name().get(table)
    return found is not None and isinstance(found.kind, Keys)


def write_commented(path: Path) -> bool:
    """Write the commented file where there is none; whether it was written.

    Raises:
        RecallError: it cannot be written.
    """
    if path.exists():
        return False
    make_folder(path.parent)
    replace_file(path, commented_file().encode())
    return True


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise RecallError(f"it cannot be read: {fault.strerror}", where=str(path)) from None


def changed(data: bytes, name: str, value: Any, path: Path) -> bytes:
    """The bytes of a settings file with one setting changed.

    Raises:
        UsageError: the bytes are no TOML.
        RecallError: the file is laid out so that the setting cannot be changed for sure.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = decoded(data)
        wanted: dict[str, Any] = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        parse_settings(data, path)
        raise
    windows = 0 < text.count("\n") == text.count("\r\n")
    try:
        _put(wanted, name.split("."), value)
        document = tomlkit.parse(text.replace("\r\n", "\n") if windows else text)
        _put_said(document, name.split("."), value)
        result = tomlkit.dumps(document)
        kept = tomllib.loads(result) == wanted
    except (TOMLKitError, tomllib.TOMLDecodeError, TypeError, AttributeError):
        kept = False
    if not kept:
        raise RecallError(
            f"{name} cannot be changed in a file laid out like this",
            where=str(path),
            mend="change it there in an editor",
        )
    result = result.replace("\n", "\r\n") if windows else result
    mark = data[: len(data) - len(text.encode())]
    return mark + result.encode()


def _put(values: dict[str, Any], path: list[str], value: Any) -> None:
    """Change a value in parsed TOML."""
    for table in path[:-1]:
        values = values.setdefault(table, {})
    if value is None:
        values.pop(path[-1], None)
    else:
        values[path[-1]] = value


def _put_said(document: Any, path: list[str], value: Any) -> None:
    """The same in a document of tomlkit; what is new there gets its sentence as a comment."""
    import tomlkit

    old = _at(document, path)
    if isinstance(value, list) and isinstance(old, list) and _edited(old, value):
        return
    setting = by_name().get(".".join(path))
    if old is None and value is not None and setting is not None:
        value = tomlkit.item(value)
        value.comment(setting.sentence)
    _put(document, path, value)


def _at(values: Any, path: list[str]) -> Any:
    for name in path:
        values = values.get(name)
        if values is None:
            return None
    return values


def _edited(old: list[Any], new: list[Any]) -> bool:
    """Make one list the other item by item, so that what stays keeps the comments beside it; False
    where the order differs."""
    kept = [each for each in old if each in new]
    if kept != new[: len(kept)]:
        return False
    for each in [each for each in old if each not in new]:
        old.remove(each)
    old.extend(new[len(kept) :])
    return True
