"""Styled text in lines, cut and aligned by terminal cells, never by markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from recall.tui.signs import signs_of

ELLIPSIS = "…"


class Run(NamedTuple):
    """A stretch of text in one style; clicking on it does ``act`` (the name of an action)."""

    text: str
    style: str = ""
    act: str = ""


Line = tuple[Run, ...]
BLANK: Line = ()


def line(text: str, style: str = "", act: str = "") -> Line:
    """A line in one style."""
    return (Run(text, style, act),) if text else BLANK


def width_of(runs: Iterable[Run]) -> int:
    """Cells that a line takes."""
    return sum(cell_len(run.text) for run in runs)


def plain(runs: Iterable[Run]) -> str:
    """The text of a line without its styles."""
    return "".join(run.text for run in runs)


def indent(lines: Iterable[Line], cells: int) -> list[Line]:
    """Lines moved to the right; empty ones stay empty."""
    return [(Run(" " * cells), *runs) if runs and cells else runs for runs in lines]


def pad_to(runs: Line, cells: int) -> Line:
    """A line filled up with blanks to a width."""
    missing = cells - width_of(runs)
    return (*runs, Run(" " * missing)) if missing > 0 else runs


def place(*parts: tuple[int, Line]) -> Line:
    """Pieces at columns of one line; a piece that would overlap follows after one blank."""
    result: Line = BLANK
    for column, runs in parts:
        if not runs:
            continue
        taken = width_of(result)
        gap = column - taken if column >= taken else 1
        result = (*result, Run(" " * gap), *runs) if gap else (*result, *runs)
    return result


def ends(left: Line, right: Line, cells: int) -> Line:
    """One line with a part at each end; the left one is cut where both do not fit."""
    room = cells - width_of(right) - (2 if right else 0)
    left = cut(left, max(0, room))
    return (*pad_to(left, cells - width_of(right)), *right) if right else left


def cut(runs: Line, cells: int) -> Line:
    """A line of at most so many cells, ending in ``…`` where something was cut off."""
    if width_of(runs) <= cells:
        return runs
    if cells <= 0:
        return BLANK
    kept: list[Run] = []
    left = cells - 1
    for run in runs:
        text = head_of(run.text, left)
        kept.append(run._replace(text=text))
        left -= cell_len(text)
        if text != run.text:
            break
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip() + ELLIPSIS)
    return tuple(kept)


def head_of(text: str, cells: int) -> str:
    """The longest beginning of a text that fits so many cells."""
    if cell_len(text) <= cells:
        return text
    used = end = 0
    for sign in signs_of(text):
        used += cell_len(sign)
        if used > cells:
            break
        end += len(sign)
    return text[:end]


def joined(runs: Sequence[Run]) -> Line:
    """A line with neighbours of one style and act made one run."""
    result: list[Run] = []
    for run in runs:
        if result and result[-1].style == run.style and result[-1].act == run.act:
            result[-1] = run._replace(text=result[-1].text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)
