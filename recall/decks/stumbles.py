"""The slips of writing YAML that trainers make, told from where and over what libyaml stumbled.

It often stumbles far from the slip: over a key, lines below the quote that was never closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from recall.decks.kinds import KEYS
from recall.decks.source import Source

_QUOTES = "put the whole text in quotes, or on the next line in a block: >-"
_BLOCK = "put the whole text on the next line in a block: >-"
_SPACES = "indent with spaces, never with tabs"
_LINE_UP = "line it up with the keys that it belongs to; use spaces only"
_BRACES = "YAML takes a text that begins with '{{' for brackets of its own"

_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[^\s'\"\[{#][^'\"\[{#]*?:[ \t]+)?(?=\S)")
_KEY = re.compile(r"[ \t]*(?:- +)*([\w-]+):(?=[ \t]|\Z)")
_NO_SPACE = re.compile(r"[ \t]*(?:- +)*([\w-]+):(?=[^\s:/])")
_WORD = re.compile(r"[ \t]*(?:- +)*([\w-]+)")
_CLOSING = {'"': re.compile(r"\\.|\""), "'": re.compile("''|'")}
_FARTHEST = 200
"""So many lines up an opening quote is looked for."""


class Stumble(NamedTuple):
    """A slip: its place from 1, what it is, and its mend."""

    line: int
    column: int
    message: str
    help: str
    length: int = 1


class _Fault(NamedTuple):
    """What libyaml said: the words, and two places from 1 (line 0 where there is none)."""

    source: Source
    problem: str
    context: str
    line: int
    column: int
    began_line: int
    began_column: int

    @property
    def sign(self) -> str:
        """The character at the place."""
        return self.source.line(self.line)[self.column - 1 : self.column]


def braces_at(line: int, column: int) -> Stumble:
    """A text that begins with a gap and stands in no quotes."""
    return Stumble(line, column, _BRACES, _QUOTES, 2)


def stumble_of(
    source: Source, problem: str, context: str, mark: tuple[int, int], began: tuple[int, int]
) -> Stumble | None:
    """The slip behind a fault; None where it cannot be told."""
    fault = _Fault(source, problem, context, *mark, *began)
    return next((slip for look in _LOOKS if (slip := look(fault))), None)


def _tab(fault: _Fault) -> Stumble | None:
    if "tab character" not in fault.problem and fault.sign != "\t":
        return None
    rest = fault.source.line(fault.line)[fault.column - 1 :]
    tabs = max(1, len(rest) - len(rest.lstrip("\t")))
    message = "a tab stands here, and YAML counts spaces"
    return Stumble(fault.line, fault.column, message, _SPACES, tabs)


def _never_closed(fault: _Fault) -> Stumble | None:
    if "end of stream" not in fault.problem or "quoted" not in fault.context:
        return None
    place = (fault.began_line, fault.began_column)
    message = "the quote that opens here is never closed"
    return Stumble(*place, message, "close the quote where the text ends")


def _braces(fault: _Fault) -> Stumble | None:
    for number in (fault.line, fault.began_line):
        text = fault.source.line(number)
        value = _VALUE.match(text)
        if value and text.startswith("{{", value.end()):
            return braces_at(number, value.end() + 1)
    return None


def _closed_late(fault: _Fault) -> Stumble | None:
    """A quote not closed on its line ends at the next one, lines below: the rest makes no sense."""
    for number in range(fault.line - 1, max(0, fault.line - _FARTHEST), -1):
        opening = _opening(fault.source.line(number))
        if opening < 0:
            continue
        line, column = _closing(fault.source, number, opening)
        if line == number:
            continue
        if line == fault.line and column < fault.column:
            message = f"the quote that opens here is closed only on line {line}"
            help = "close the quote where the text ends"
            return Stumble(number, opening + 1, message, help)
        return None
    return None


def _closed_early(fault: _Fault) -> Stumble | None:
    """``'What's this?'`` and ``"Kaizen" means what?``"""
    text = fault.source.line(fault.line)
    opening = _opening(text)
    if opening < 0:
        return None
    line, column = _closing(fault.source, fault.line, opening)
    rest = text[column:]
    if line != fault.line or not rest.strip() or rest.lstrip().startswith("#"):
        return None
    if text[opening] == "'" and rest[:1].isalnum():
        message = "the text ends at this apostrophe, because it began with one"
        return Stumble(line, column, message, "put the text in double quotes, or write ''")
    message = "the text goes on after its closing quote"
    return Stumble(line, column, message, _BLOCK)


def _colon(fault: _Fault) -> Stumble | None:
    if "mapping values are not allowed" not in fault.problem:
        return None
    key = _KEY.match(fault.source.line(fault.line))
    if key and key.end() == fault.column and key[1] in KEYS:
        message = f"'{key[1]}' is indented further than the key above, so it is no key"
        return Stumble(fault.line, key.start(1) + 1, message, _LINE_UP, len(key[1]))
    message = "a colon and a space within a text make YAML take it for a key"
    return Stumble(fault.line, fault.column, message, _QUOTES)


def _sign(fault: _Fault) -> Stumble | None:
    """A text that begins with a sign of YAML's own."""
    line, column, sign = fault.line, fault.column, fault.sign
    if "scanning an alias" in fault.context or "scanning an anchor" in fault.context:
        line, column = fault.began_line, fault.began_column
        sign = fault.source.line(line)[column - 1 : column]
    elif "entries are not allowed" not in fault.problem and not (
        "cannot start any token" in fault.problem or "mapping keys are not" in fault.problem
    ):
        return None
    return Stumble(line, column, f"a text cannot begin with '{sign}'", _QUOTES)


def _bracket(fault: _Fault) -> Stumble | None:
    """``[`` that is not closed, or a text that begins with it."""
    if "',' or" in fault.problem:
        text = fault.source.line(fault.began_line)
        opening = text[fault.began_column - 1 : fault.began_column]
        if fault.line == fault.began_line:
            closing = "}" if opening == "{" else "]"
            message = f"a ',' or the closing '{closing}' is missing before this"
            return Stumble(fault.line, fault.column, message, "put a text with brackets in quotes")
        message = f"the '{opening}' that opens here is not closed"
        help = "close the bracket, or put the text in quotes"
        return Stumble(fault.began_line, fault.began_column, message, help)
    value = _VALUE.match(fault.source.line(fault.line))
    if value and value.end() < fault.column:
        sign = fault.source.line(fault.line)[value.end()]
        if sign in "[{":
            message = f"YAML takes a text that begins with '{sign}' for a list or a map"
            return Stumble(fault.line, value.end() + 1, message, _QUOTES)
    return None


def _block_header(fault: _Fault) -> Stumble | None:
    told = "line break" in fault.problem or "indentation indicators" in fault.problem
    if "block scalar" not in fault.context or not told:
        return None
    sign = fault.source.line(fault.began_line)[fault.began_column - 1 : fault.began_column]
    message = f"after '{sign}' the text must begin on the next line"
    help = f"write '{sign}-' alone, and the text below it, indented"
    return Stumble(fault.line, fault.column, message, help)


def _no_colon(fault: _Fault) -> Stumble | None:
    if "expected ':'" not in fault.problem:
        return None
    line = fault.began_line or fault.line
    text = fault.source.line(line)
    tight = _NO_SPACE.match(text)
    if tight:
        message = f"a space is missing after '{tight[1]}:'"
        return Stumble(line, tight.end(), message, f"write '{tight[1]}: …'")
    word = _WORD.match(text)
    if word and word[1] in KEYS:
        message = f"a ':' is missing after '{word[1]}'"
        return Stumble(line, word.start(1) + 1, message, f"write '{word[1]}: …'", len(word[1]))
    start = len(text) - len(text.lstrip())
    message = "this line is no 'key: value', and no part of the text above it"
    help = "indent it further than the key of its text, or put the whole text in a block: >-"
    return Stumble(line, start + 1, message, help, len(text.strip()))


def _escape(fault: _Fault) -> Stumble | None:
    if "escape character" not in fault.problem:
        return None
    text = fault.source.line(fault.line)
    column = max(1, text.rfind("\\", 0, fault.column) + 1)
    message = f"'{text[column - 1 : column + 1]}' means nothing within double quotes"
    return Stumble(
        fault.line, column, message, "write \\\\ for a backslash, or use single quotes", 2
    )


def _askew(fault: _Fault) -> Stumble | None:
    """A line that begins where no line above it does."""
    text = fault.source.line(fault.line)
    indent = len(text) - len(text.lstrip(" "))
    if indent != fault.column - 1 or not text.strip():
        return None
    message = "this line does not line up with what stands above it"
    return Stumble(fault.line, fault.column, message, _LINE_UP, len(text.strip()))


def _opening(text: str) -> int:
    """Where the value of a line opens with a quote, from 0; -1 where it does not."""
    value = _VALUE.match(text)
    start = value.end() if value else 0
    return start if text[start : start + 1] in ("'", '"') and start < len(text) else -1


def _closing(source: Source, number: int, opening: int) -> tuple[int, int]:
    """Line and column, both from 1, of the quote that closes the one at ``opening`` (from 0) of a
    line; (0, 0) where none does."""
    quote = source.line(number)[opening]
    for line, start, text in _lines_from(source, number, opening + 1):
        for found in _CLOSING[quote].finditer(text, start):
            if found[0] == quote:
                return line, found.end()
    return 0, 0


def _lines_from(source: Source, number: int, start: int) -> Iterator[tuple[int, int, str]]:
    yield number, start, source.line(number)
    for line in range(number + 1, min(number + _FARTHEST, len(source.lines)) + 1):
        yield line, 0, source.line(line)


_LOOKS: tuple[Callable[[_Fault], Stumble | None], ...] = (
    *(_tab, _never_closed, _braces, _closed_late, _closed_early, _colon, _sign, _bracket),
    *(_block_header, _no_colon, _escape, _askew),
)
"""From the surest to the vaguest."""
