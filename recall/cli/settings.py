"""``recall settings``: the values in force, and each of them changed by one command."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from recall.cli.say import say
from recall.errors import RecallError, UsageError
from recall.settings.kinds import Kind, OneOf, Whole, refused
from recall.settings.lists import KeyList, Keys
from recall.settings.read import read_settings
from recall.settings.table import Setting, Settings, by_name, settings_table
from recall.settings.write import save_setting, setting_named, write_commented

NONE = ("", "none")


def _setting_names(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    return [CompletionItem(name) for name in by_name() if name.startswith(incomplete)]


@click.command("settings")
@click.argument("name", required=False, shell_complete=_setting_names)
@click.argument("value", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--init", is_flag=True, help="Write the commented file, where there is none yet.")
@click.pass_context
def command(
    ctx: click.Context, name: str | None, value: tuple[str, ...], as_json: bool, init: bool
) -> int:
    """Print the settings in force, and the file that holds them; or set one.

    With NAME alone: that setting, what it does and what it may be. With NAME and VALUE it is
    written to the file, whose comments and layout stay as they are. Keys are set by action:
    recall settings keys.undo z ctrl+z (and keys.undo none gives it its own keys back).
    """
    from recall.paths import settings_file

    path = settings_file()
    if init:
        made = write_commented(path)
        say(f"{path} {'is written' if made else 'is there already: it stays as it is'}.")
        return 0
    if name is not None and value:
        settings = _set(path, name, " ".join(value))
    else:
        settings = read_settings(path)
    if as_json:
        click.echo(json.dumps(_figures(path, settings, name), ensure_ascii=False))
    elif name is not None:
        say("\n".join(_one(setting_named(name), settings, name)))
    else:
        say("\n".join(_all(path, settings)))
    if settings.problem:
        raise RecallError(settings.problem, mend="correct the file, or move it away")
    return 0


def _set(path: Path, name: str, words: str) -> Settings:
    setting = setting_named(name)
    kind: Kind = setting.kind
    if isinstance(kind, Keys):
        if name == setting.name:
            raise UsageError("keys are set by action", mend=f"as in: recall settings {name}.undo z")
        kind = kind.one
    if isinstance(kind, KeyList) and words in NONE:
        return save_setting(path, name, None)
    try:
        value = kind.parse(words)
        kind.check(value)
    except ValueError:
        raise refused(name, kind, "") from None
    _check_name(setting, name, value, path)
    return save_setting(path, name, value)


def _check_name(setting: Setting, name: str, value: Any, path: Path) -> None:
    """Names of decks, themes and keys are looked up where they are known."""
    if setting.field == "decks_off":
        from recall.cli.names import deck_names

        known = deck_names()
        for each in value:
            _known(each, known, "deck", "recall decks lists them")
    elif setting.field == "theme" and value:
        from recall.tui.theme import theme_names

        _known(value, theme_names(), "theme", "the settings screen shows them")
    elif setting.field == "keys":
        from recall.tui.keymap import Keymap

        keys = read_settings(path).keys
        known_problems = Keymap(keys).problems
        for problem in Keymap({**keys, name.partition(".")[2]: tuple(value)}).problems:
            if problem not in known_problems:
                raise UsageError(problem)


def _known(name: str, names: list[str], what: str, mend: str) -> None:
    if name in names:
        return
    near = get_close_matches(name, names, 1)
    raise UsageError(
        f"no {what} is called {name}", mend=f"did you mean {near[0]}?" if near else mend
    )


def _all(path: Path, settings: Settings) -> list[str]:
    there = "" if path.exists() else " (not there yet: these are the defaults)"
    lines = [f"{path}{there}"]
    for setting in settings_table():
        lines += ["", *_one(setting, settings, setting.name)]
    return lines


def _one(setting: Setting, settings: Settings, name: str) -> list[str]:
    value = getattr(settings, setting.field)
    said = setting.kind.say(value)
    allowed = f" It is {setting.kind.allowed}." if isinstance(setting.kind, Whole | OneOf) else ""
    action = name.partition(".")[2] if isinstance(setting.kind, Keys) else ""
    if action:
        said = " ".join(value.get(action, ())) or "as shipped"
    return [f"{name}: {said}", f"  {setting.sentence}{allowed}"]


def _figures(path: Path, settings: Settings, name: str | None) -> dict[str, Any]:
    wanted = settings_table() if name is None else (setting_named(name),)
    return {
        "file": str(path),
        "exists": path.exists(),
        "problem": settings.problem or None,
        "settings": {each.name: each.kind.stored(getattr(settings, each.field)) for each in wanted},
    }
