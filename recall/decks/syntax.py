"""What libyaml says about broken YAML, in words that help an author."""

from __future__ import annotations

from typing import Any

from recall.decks.clean import one_line
from recall.decks.source import Source
from recall.decks.stumbles import Stumble, stumble_of

MOST_DEPTH = 16
TOO_DEEP = f"nested deeper than {MOST_DEPTH} levels"


def explained(source: Source, fault: Any) -> None:
    """Note a syntax error: where its cause is, if that can be told, else where reading stopped."""
    problem = one_line(str(getattr(fault, "problem", None) or fault), 120)
    context = str(getattr(fault, "context", None) or "")
    began = getattr(fault, "context_mark", None)
    mark = getattr(fault, "problem_mark", None) or began
    stumble = None
    if mark and "nesting depth" in problem:
        # libyaml gives up before the reader has come so far: what it looks ahead at is too deep.
        source.error("too-deep", mark.line + 1, mark.column + 1, TOO_DEEP)
        return
    if mark:
        start = (began.line + 1, began.column + 1) if began else (0, 0)
        stumble = stumble_of(source, problem, context, (mark.line + 1, mark.column + 1), start)
    said = stumble or _plainly(problem, context, mark)
    note(source, said)


def note(source: Source, slip: Stumble) -> None:
    """Note a slip of syntax, once."""
    for each in source.problems:
        if each.rule == "syntax" and (each.line, each.column) == (slip.line, slip.column):
            return
    source.error("syntax", slip.line, slip.column, slip.message, slip.length, slip.help)


def _plainly(problem: str, context: str, mark: Any) -> Stumble:
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    message = f"this is not YAML: {problem}" + (f" ({context})" if context else "")
    return Stumble(line, column, message, "put the text in quotes, or check its indentation")
