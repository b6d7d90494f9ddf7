"""The table of rules for people and for scripts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from recall.decks.lint.rules import RULES, Rule


def as_text(rules: Sequence[Rule] = RULES) -> str:
    """The rules for people to read."""
    return "\n\n".join(
        f"{rule.name}  ({rule.severity}{_scope(rule)})\n"
        f"  finds  {rule.finds}\n  why    {rule.why}\n  mend   {rule.mend}"
        for rule in rules
    )


def as_json(rules: Sequence[Rule] = RULES) -> list[dict[str, Any]]:
    """The rules as plain values."""
    return [
        {
            "name": rule.name,
            "severity": rule.severity,
            "finds": rule.finds,
            "why": rule.why,
            "mend": rule.mend,
            "languages": list(rule.languages),
            "release": rule.release,
        }
        for rule in rules
    ]


def _scope(rule: Rule) -> str:
    languages = f"; only {', '.join(rule.languages)}" if rule.languages else ""
    return languages + ("; only with --release" if rule.release else "")
