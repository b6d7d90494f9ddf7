"""The learner's own editor: which program it is, and how it is told to open a file at a line."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from recall.errors import RecallError

VARIABLES = ("VISUAL", "EDITOR")
_SUFFIXES = (".exe", ".cmd", ".bat", ".com")
_SET_ONE = "set one, for example: export EDITOR=nano"


class Way(NamedTuple):
    """How an editor is called: ``line`` and ``file`` stand for themselves in ``words``.

    ``window`` editors have a window of their own; with ``wait`` they return once it is closed.
    """

    words: tuple[str, ...]
    wait: tuple[str, ...] = ()
    window: bool = False


_PLUS = Way(("+{line}", "{file}"))
_COLON = Way(("{file}:{line}",))
_GOTO = Way(("--goto", "{file}:{line}"), ("--wait",), True)
_WINDOW_COLON = Way(("{file}:{line}",), ("--wait",), True)
_PLAIN = Way(("{file}",))

_WAYS: Mapping[str, Way] = {
    **dict.fromkeys(
        ("vi", "vim", "nvim", "vim.basic", "vim.tiny", "nano", "pico", "emacs", "emacsclient"),
        _PLUS,
    ),
    **dict.fromkeys(("micro", "kak", "joe", "jmacs", "jstar", "ne", "mcedit", "mg"), _PLUS),
    **dict.fromkeys(("hx", "helix"), _COLON),
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"), _GOTO),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), _WINDOW_COLON),
    **dict.fromkeys(("gvim", "mvim"), Way(("+{line}", "{file}"), ("--nofork",), True)),
    **dict.fromkeys(("gedit", "xed"), Way(("+{line}", "{file}"), ("--wait",), True)),
    "bbedit": Way(("+{line}", "{file}"), ("--wait",), True),
    "kate": Way(("--line", "{line}", "{file}"), ("--block",), True),
    "mate": Way(("--line", "{line}", "{file}"), ("--wait",), True),
    "notepad++": Way(("-n{line}", "{file}"), ("-multiInst",), True),
    "notepad": Way(("{file}",), (), True),
}
_SHORT = {"--wait": "-w", "--nofork": "-f", "--block": "-b"}


class EditorCall(NamedTuple):
    """A program with its arguments; ``name`` is what people call it."""

    words: tuple[str, ...]
    name: str
    window: bool


def editor_call(
    path: Path,
    line: int,
    environment: Mapping[str, str],
    find: Callable[[str], str | None],
    *,
    windows: bool = os.name == "nt",
) -> EditorCall:
    """How to open a file at a line, from 1, in the editor of ``$VISUAL`` or ``$EDITOR``.

    Args:
        find: where a program is, as ``shutil.which`` tells; None where there is none.

    Raises:
        RecallError: none is set and there is no usual one, or there is no such program.
    """
    variable = next((name for name in VARIABLES if environment.get(name, "").strip()), "")
    if variable:
        words = _words(environment[variable].strip(), variable, find, windows)
        program = find(words[0])
        if program is None:
            raise RecallError(
                f"there is no program {words[0]}", where=f"${variable}", mend="name another editor"
            )
    else:
        words = ["notepad"] if windows else ["nano"]
        program = find(words[0])
        if program is None:
            raise RecallError("no editor is set ($EDITOR)", mend=_SET_ONE)
    name = _name(words[0])
    way = _WAYS.get(name, _PLAIN)
    wait = [each for each in way.wait if not {each, _SHORT.get(each)} & set(words)]
    target = [each.format(line=max(1, line), file=path) for each in way.words]
    return EditorCall((program, *words[1:], *wait, *target), name, way.window)


def _words(
    written: str, variable: str, find: Callable[[str], str | None], windows: bool
) -> list[str]:
    """The program and its arguments; a path with blanks that is a program needs no quotes."""
    if find(written) is not None:
        return [written]
    try:
        # A backslash is part of a path there, not a mark that the next letter is meant.
        words = shlex.split(written, posix=not windows)
    except ValueError:
        words = []
    if not words:
        raise RecallError(
            f"it cannot be understood: {written}", where=f"${variable}", mend="close its quotes"
        )
    return [word.strip("\"'") for word in words] if windows else words


def _name(program: str) -> str:
    """The name of a program by which its ways are known."""
    name = program.replace("\\", "/").rpartition("/")[2].lower()
    suffix = next((each for each in _SUFFIXES if name.endswith(each)), "")
    return name.removesuffix(suffix)
