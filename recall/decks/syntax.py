"""What libyaml says about broken YAML, in words that help an author."""

from __future__ import annotations

from typing import Any

from recall.decks.clean import one_line
from recall.decks.source import Source

_MENDS = (
    ("mapping values are not allowed", "put a text that holds ': ' in quotes, or in a block: >-"),
    ("that cannot start any token", "put the text in quotes; indent with spaces, never with tabs"),
    ("found a tab character", "indent with spaces, never with tabs"),
    ("unexpected end of stream", "close the quote; write a quote within the text twice"),
    ("unknown escape character", "write \\\\ for a backslash, or use single quotes"),
    ("did not find expected ',' or", "close the bracket, or put the text in quotes"),
    ("did not find expected key", "check the indentation of this line and the quotes above it"),
    ("did not find expected '-' indicator", "check the indentation of this line"),
    ("could not find expected ':'", "a key needs a ':' and a space after it"),
    ("did not find expected <document start>", "check the indentation of this line"),
)


def explained(source: Source, fault: Any) -> None:
    """Note a syntax error, where the parser stumbled."""
    problem = one_line(str(getattr(fault, "problem", None) or fault), 120)
    context = getattr(fault, "context", None)
    began = getattr(fault, "context_mark", None)
    mark = getattr(fault, "problem_mark", None) or began
    message = f"this is not YAML: {problem}"
    if context and began and mark and began.line != mark.line:
        message += f" ({context}, begun on line {began.line + 1})"
    mend = next((help for words, help in _MENDS if words in problem), "")
    if "end of stream" in problem and began:
        mark, message = began, f"this is not YAML: {context or problem}, and its end is missing"
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    source.error("syntax", line, column, message, help=mend)
