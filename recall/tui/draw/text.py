"""Styled text in lines: wrapping, cutting and aligning by terminal cells, never by markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

ELLIPSIS = "…"


class Run(NamedTuple):
    """A stretch of text in one style; clicking on it does ``act`` (the name of an action)."""

    text: str
    style: str = ""
    act: str = ""


Line = tuple[Run, ...]
BLANK: Line = ()


class _Word(NamedTuple):
    runs: tuple[Run, ...]
    spaced: bool

    @property
    def width(self) -> int:
        return sum(cell_len(run.text) for run in self.runs)


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
        text = _head(run.text, left)
        kept.append(run._replace(text=text))
        left -= cell_len(text)
        if text != run.text:
            break
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip() + ELLIPSIS)
    return tuple(kept)


def paragraphs(text: str, width: int, style: str = "", act: str = "") -> list[Line]:
    """Text in lines; empty lines of the text part its paragraphs, single line ends do not."""
    result: list[Line] = []
    for part in re.split(r"\n[ \t]*\n", text.strip()):
        if result:
            result.append(BLANK)
        result += wrap([Run(" ".join(part.split()), style, act)], width)
    return result


def wrap(runs: Sequence[Run], width: int) -> list[Line]:
    """Runs in lines of at most ``width`` cells, broken between words; at least one line."""
    width = max(1, width)
    lines: list[Line] = []
    current: list[Run] = []
    used = 0
    for word in _words(runs):
        gap = 1 if word.spaced and current else 0
        if current and used + gap + word.width > width:
            lines.append(joined(current))
            current, used, gap = [], 0, 0
        for piece in _pieces(word, width):
            size = width_of(piece)
            if current and used + gap + size > width:
                lines.append(joined(current))
                current, used, gap = [], 0, 0
            if gap:
                current.append(_space(current[-1], piece[0]))
            current += piece
            used += gap + size
            gap = 0
    lines.append(joined(current))
    return lines


def _space(before: Run, after: Run) -> Run:
    same = before.style == after.style
    return Run(" ", before.style if same else "", before.act if before.act == after.act else "")


def _words(runs: Sequence[Run]) -> Iterable[_Word]:
    pending: list[Run] = []
    spaced = next_spaced = False
    for run in runs:
        for token in re.findall(r"\s+|[^\s]+", run.text):
            if token.isspace():
                if pending:
                    yield _Word(tuple(pending), spaced)
                    pending = []
                next_spaced = True
                continue
            for index, part in enumerate(_breakable(token)):
                if index and pending:
                    yield _Word(tuple(pending), spaced)
                    pending = []
                if not pending:
                    spaced, next_spaced = next_spaced, False
                pending.append(run._replace(text=part))
    if pending:
        yield _Word(tuple(pending), spaced)


def _wide(text: str) -> bool:
    return bool(text) and not text.isascii() and cell_len(text) == 2 * len(text)


def _breakable(token: str) -> list[str]:
    """A word in parts between which a line may end: after each wide sign, else nowhere."""
    if token.isascii():
        return [token]
    parts: list[str] = []
    for sign in token:
        closing = sign in "、。」』）！？，．"
        if parts and (closing or not (_wide(sign) or _wide(parts[-1]))):
            parts[-1] += sign
        else:
            parts.append(sign)
    return parts


def _pieces(word: _Word, width: int) -> list[list[Run]]:
    """A word as it is, or in pieces of ``width`` cells where it is longer than a line."""
    if word.width <= width:
        return [list(word.runs)]
    pieces: list[list[Run]] = [[]]
    for run in word.runs:
        text = run.text
        while text:
            left = width - width_of(pieces[-1])
            head = _head(text, left)
            if not head and pieces[-1]:
                pieces.append([])
                continue
            head = head or text[0]
            pieces[-1].append(run._replace(text=head))
            text = text[len(head) :]
    return pieces


def _head(text: str, cells: int) -> str:
    """The longest beginning of a text that fits so many cells."""
    if cell_len(text) <= cells:
        return text
    used = 0
    for index, sign in enumerate(text):
        used += cell_len(sign)
        if used > cells:
            return text[:index]
    return text


def joined(runs: Sequence[Run]) -> Line:
    """A line with neighbours of one style and act made one run."""
    result: list[Run] = []
    for run in runs:
        if result and result[-1].style == run.style and result[-1].act == run.act:
            result[-1] = run._replace(text=result[-1].text + run.text)
        elif run.text:
            result.append(run)
    return tuple(result)
