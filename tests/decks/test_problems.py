"""A problem prints like a compiler's message, and points where it means."""

from __future__ import annotations

from recall.decks.problems import Problem, cells
from recall.decks.read import read_bytes

TEXT = """\
recall: 1
deck: kaizen
title: Kaizen
cards:
  - id: a
    q: Why?
    a: Because
    why: So
    # a remark
    hnit: 改善, third sign
"""


def test_a_message_shows_the_line_the_place_and_the_mend():
    (problem,) = read_bytes(TEXT.encode(), "kaizen.yaml").problems
    assert problem.render() == (
        "kaizen.yaml:10:5: error[unknown-key]: unknown key 'hnit'\n"
        "   10 |     hnit: 改善, third sign\n"
        "      |     ^^^^\n"
        "      = help: did you mean 'hint'?"
    )
    assert problem.short() == 'kaizen.yaml, line 10: unknown key "hnit"'


def test_carets_stand_under_wide_signs():
    text = "recall: 1\ndeck: k\ntitle: K\ncards: [{改善: x, 'よい': y, q: a, a: b}]\n"
    lines = read_bytes(text.encode(), "k.yaml").problems[1].render().splitlines()
    assert lines[1].index("'よい'") + 2 == lines[2].index("^")
    assert lines[2].count("^") == 6


def test_plain_values_have_the_fields_of_the_message():
    (problem,) = read_bytes(TEXT.encode(), "kaizen.yaml").problems
    assert problem.as_json() == {
        "file": "kaizen.yaml",
        "line": 10,
        "column": 5,
        "severity": "error",
        "rule": "unknown-key",
        "message": "unknown key 'hnit'",
        "excerpt": "    hnit: 改善, third sign",
        "length": 4,
        "help": "did you mean 'hint'?",
    }


def test_of_a_very_long_line_the_part_around_the_place_is_shown():
    text = f"recall: 1\ndeck: k\ntitle: K\ncards: [{{q: {'long ' * 500}, a: b, hnit: c}}]\n"
    (problem,) = read_bytes(text.encode(), "k.yaml").problems
    _, excerpt, carets, _ = problem.render().splitlines()
    assert len(excerpt) < 140
    assert excerpt[carets.index("^") :].startswith("hnit")


def test_a_file_name_cannot_reach_the_terminal_raw():
    problem = Problem("a\x1b[2J\n.yaml", 0, 0, "error", "unreadable", "it cannot be read")
    assert "\x1b" not in problem.render() + problem.short()
    assert "\n" not in problem.render() + problem.short()


def test_widths_are_those_of_a_terminal():
    assert (cells("abc"), cells("改善"), cells("e\u0301")) == (3, 4, 1)
    assert (cells("👩\u200d🔬"), cells("👍🏽"), cells("❤\ufe0f")) == (2, 2, 2)
    assert cells("👨\u200d👩\u200d👧 ok") == 5
