"""What an editor makes of YAML: values as YAML 1.2 has them, and the decks it is tried with."""

from __future__ import annotations

import re
from typing import Any

import yaml

from recall.decks.read import read_deck
from recall.paths import shipped_decks_folder

HEAD = "recall: 1\ndeck: team\ntitle: Team\n"
ONE = "cards: [{id: c, q: a, a: b}]\n"

GOOD = (
    HEAD + ONE,
    HEAD + "cards: []\n",
    HEAD + "modules: []\n",
    HEAD + "modules:\n  - {id: m, title: M, after: [n], cards: [{q: a, a: b}]}\n",
    "recall: '1'\ndeck: 2024\ntitle: 5\nversion: 1.2.0\nlanguage: pt-BR\nlevel: expert\n" + ONE,
    HEAD + "authors: [A, B]\ntags: [1, two]\nneeds: [x]\nwas: [y]\nsources: {a: b, 1: 2}\n" + ONE,
    HEAD + "description: |\n  Long.\n\nworkshop: W\nlicence: CC0\n" + ONE,
    *(
        f"{HEAD}sources: {{imai: I}}\ncards:\n  - {card}\n"
        for card in (
            "{q: 1, a: no}",
            "{q: a, a: 08}",
            "{q: a, a: 12:30}",
            "{q: a, a: 2026-01-31, source: 'imai, p. 12'}",
            "{q: a, typed: true, accept: [b, 3]}",
            "{q: a, options: [right: True, wrong: False]}",
            "{q: a, options: [{right: b, why: c}, {wrong: d, why: e}, right: f], shuffle: false}",
            "{case: x, q: a, a: b, why: d}",
            "{case: x, q: a, options: [right: b, wrong: c], why: d}",
            "{term: a, means: b}",
            "{cloze: 'a {{b}} { } {{c|d}} {{{e}}'}",
            "{order: a, items: [x, 2], cycle: true, ask: [all, next]}",
            "{compare: [A, B], rows: {Size: [x, y], 7: [z, w, v]}, ask: [which, why]}",
            "{id: a, was: [old, other/older], rev: 3, q: a, a: b, tags: [], hint: h, why: w}",
            "{q: a, a: b, lang: de, draft: true, lint-ok: [x], note: n, group: g, rev: '08'}",
            "{q: a, a: b, after: [nobody]}",
        )
    ),
)
"""Decks without errors."""

BAD = (
    "title: x\n",
    "- a\n",
    "recall: 1\ndeck: team\n" + ONE,
    HEAD.replace("1", "2") + ONE,
    HEAD.replace("team", "Our Team") + ONE,
    HEAD,
    HEAD + ONE + "modules: []\n",
    HEAD + "cards: {}\n",
    HEAD + "modules: [{id: m, title: M}]\n",
    HEAD + "modules: [{id: m, title: M, card: [], cards: []}]\n",
    HEAD + "cards:\n",
    *(
        HEAD + line + "\n" + ONE
        for line in ("autor: A", "authors: A", "version: 1.2", "version: 1")
    ),
    *(HEAD + line + "\n" + ONE for line in ("level: high", "language: deutsch!", "needs: [A b]")),
    *(HEAD + line + "\n" + ONE for line in ("sources: [a]", "sources: {a: [b]}", "was: [a/b]")),
    *(
        f"{HEAD}cards:\n  - {card}\n"
        for card in (
            "{id: c}",
            "just words",
            "{}",
            "{q: a}",
            "{id: c, a: b}",
            "{term: a}",
            "{means: a}",
            "{items: [a, b]}",
            "{compare: [A, B]}",
            "{q: a, a: b, typed: c}",
            "{q: a, a: b, accept: [c]}",
            "{q: a, a: b, cloze: '{{c}}'}",
            "{case: x, q: a, a: b}",
            "{case: x, term: a, means: b, why: c}",
            "{q: a, a: ''}",
            "{q: a, a: ' '}",
            "{q: a, a: }",
            "{q: [a], a: b}",
            "{q: a, a: {b: c}}",
            "{q: a, a: b, hnit: c}",
            "{q: a, a: b, tags: x}",
            "{q: a, a: b, rev: 0}",
            "{q: a, a: b, rev: 1.5}",
            "{q: a, a: b, draft: yes}",
            "{id: C, q: a, a: b}",
            "{id: 1.1, q: a, a: b}",
            "{q: a, a: b, was: [a/b/c]}",
            "{q: a, a: b, lang: deutsch!}",
            "{cloze: no gap}",
            "{cloze: 'a {{b'}",
            "{cloze: 'a {{ |b}}'}",
            "{cloze: 'a {{b {{c}} }}'}",
            "{order: a, items: [x]}",
            "{order: a, items: [x, y], ask: [left]}",
            "{order: a, items: [x, y], ask: []}",
            "{compare: [A], rows: {a: [x, y]}}",
            "{compare: [A, B], rows: {a: [x]}}",
            "{compare: [A, B], rows: {}}",
            "{compare: [A, B], rows: {a: [x, y]}, ask: [all]}",
            "{q: a, options: [right: b]}",
            "{q: a, options: [wrong: b, wrong: c]}",
            "{q: a, options: [right: b, {right: c, wrong: d}]}",
            "{q: a, options: [right: b, {why: c}]}",
            "{q: a, options: [right: b, {wrong: c, hint: d}]}",
            "{q: a, options: [right: b, c]}",
        )
    ),
)
"""Decks with an error that a schema can tell."""

SHIPPED = tuple(
    path.read_text(encoding="utf-8")
    for path in sorted(shipped_decks_folder().glob("*.yaml"))
    if not read_deck(path).is_paths
)
"""The decks that come with the app."""

BEYOND = frozenset(
    ("duplicate-id", "unknown-source", "duplicate-option", "asks-nothing", "text-cut")
)
"""Rules that no schema can tell; the YAML that no deck may hold is not among what is tried."""


class _Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, which editors use: no ``yes``, no dates, no octal ``010``."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("null", r"(~|null|Null|NULL|)\Z", "~nN"),
    ("bool", r"(true|True|TRUE|false|False|FALSE)\Z", "tTfF"),
    ("int", r"([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)\Z", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z", "-+.0123456789"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), [*_first, *([""] * (_tag == "null"))]
    )


def _whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(node.value, 0 if node.value[:2] in ("0x", "0o") else 10)


_Loader.add_constructor("tag:yaml.org,2002:int", _whole)


def values(text: str) -> Any:
    """The values of a YAML text, as JSON has them: every key is a text."""
    return _with_text_keys(yaml.load(text, _Loader))


def _with_text_keys(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text_keys(each) for key, each in value.items()}
    return [_with_text_keys(each) for each in value] if isinstance(value, list) else value
