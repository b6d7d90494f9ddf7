"""Text broken into lines between its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from recall.tui.draw.text import BLANK, Line, Run, head_of, joined, width_of
from recall.tui.signs import signs_of


class _Word(NamedTuple):
    runs: tuple[Run, ...]
    spaced: bool

    @property
    def width(self) -> int:
        return sum(cell_len(run.text) for run in self.runs)


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
    return bool(text) and not text.isascii() and cell_len(text) == 2 * len(signs_of(text))


def _breakable(token: str) -> list[str]:
    """A word in parts between which a line may end: after each wide sign, else nowhere."""
    if token.isascii():
        return [token]
    parts: list[str] = []
    for sign in signs_of(token):
        closing = sign in "、。」』）！？，．" or not cell_len(sign)
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
            head = head_of(text, left)
            if not head and pieces[-1]:
                pieces.append([])
                continue
            head = head or signs_of(text)[0]
            pieces[-1].append(run._replace(text=head))
            text = text[len(head) :]
    return pieces
