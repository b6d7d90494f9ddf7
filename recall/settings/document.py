"""The commented settings file, as it is written the first time: made of the table."""

from __future__ import annotations

from typing import Any

from recall.settings.kinds import Flag, Kind
from recall.settings.lists import KeyList, Keys
from recall.settings.table import Setting, settings_table

WIDTH = 88
HEAD = (
    "Settings of recall. Change a value and save the file: it is read when the app starts.",
    'The settings screen and the command "recall settings" write here too; what you note in '
    "lines like these stays.",
)


def commented_file() -> str:
    """The text of a settings file that holds every default, each with what it does."""
    lines = [each for text in HEAD for each in comment(text)]
    table = ""
    for setting in settings_table():
        name, within = setting.name, ""
        if "." in name or isinstance(setting.kind, Keys):
            within, _, name = name.partition(".")
        lines.append("")
        if within and within != table:
            table = within
            lines.append(f"[{within}]")
        lines += [each for text in _said(setting) for each in comment(text)]
        if name:
            lines.append(f"{name} = {toml(setting.kind.stored(setting.default))}")
    return "\n".join([*lines, ""])


def _said(setting: Setting) -> list[str]:
    said = [f"{setting.sentence}{_values(setting.kind)}"]
    return [*said, setting.example] if setting.example else said


def _values(kind: Kind) -> str:
    """What may stand there, where neither sentence nor value shows it."""
    if isinstance(kind, Flag | Keys | KeyList):
        return ""
    return f" ({kind.allowed})"


def comment(text: str) -> list[str]:
    """A text as lines of comment."""
    from textwrap import wrap

    return [f"# {line}" for line in wrap(text, WIDTH, break_long_words=False)]


def toml(value: Any) -> str:
    """A flag, a number, a text or a list of texts as the file spells it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(toml(each) for each in value)}]"
    import json

    # A TOML text is a JSON text but for one letter that JSON need not escape.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
