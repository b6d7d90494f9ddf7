"""What libyaml stumbles over is told as the slip that it was, where it was."""

import pytest

from recall.decks.read import read_bytes

HEAD = "recall: 1\ndeck: t\ntitle: T\ncards:\n"


def said(text):
    """Line, column and message of what the cards' text brings, lines counted in it from 1."""
    problems = read_bytes((HEAD + text).encode(), "t.yaml").problems
    return [
        (each.line - HEAD.count("\n"), each.column, each.message)
        for each in problems
        if each.rule == "syntax"
    ]


def card(*lines):
    return "  - id: a\n" + "".join(f"    {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        (card("q: What is PDCA: a cycle?", "a: b"), 2, 20, "a colon and a space"),
        (card("q: What is", "  PDCA: a cycle?", "a: b"), 3, 11, "a colon and a space"),
        (card("options:", "  - right: Plan: first"), 3, 20, "a colon and a space"),
        (card("cloze: {{PDCA}} is a cycle."), 2, 12, "begins with '{{'"),
        (card("cloze: {{PDCA}}"), 2, 12, "begins with '{{'"),
        (card("cloze: {{PDCA is", "  a cycle", "why: b"), 2, 12, "begins with '{{'"),
        ("  - id: a\n\tq: b\n", 2, 1, "a tab"),
        ("  - id: a\n    q: >-\n\tWhat\n", 3, 1, "a tab"),
        ("  -\tid: a\n", 1, 4, "a tab"),
        (card('q: "What is it?', "a: b"), 2, 8, "never closed"),
        (card('q: "What is it?', 'a: "Kaizen"'), 2, 8, "closed only on line 7"),
        (card("q: 'What is it?", "a: It's kaizen"), 2, 8, "closed only on line 7"),
        (card('q: "What is it?', "a: b", "why: c", 'hint: "d"'), 2, 8, "closed only on line 9"),
        (card("q: 'What's kaizen?'", "a: b"), 2, 13, "apostrophe"),
        (card('q: "Kaizen" means what?', "a: b"), 2, 15, "goes on after its closing quote"),
        (card("q: @home"), 2, 8, "cannot begin with '@'"),
        (card("q: *what* is it"), 2, 8, "cannot begin with '*'"),
        (card("q: & b"), 2, 8, "cannot begin with '&'"),
        (card("q: - b"), 2, 8, "cannot begin with '-'"),
        (card("q: > What"), 2, 10, "after '>'"),
        (card("q:What", "a: b"), 2, 6, "a space is missing after 'q:'"),
        (card("q", "a: b"), 2, 5, "a ':' is missing after 'q'"),
        (card("tags: [a, b", "q: What"), 2, 11, "'[' that opens here is not closed"),
        (card("q: [Kaizen] is what?"), 2, 8, "begins with '['"),
        (card('q: "50\\% of what?"'), 2, 11, "means nothing within double quotes"),
        (card(" q: What", "a: b"), 2, 6, "'q' is indented further"),
        ("  - id: a\n   q: What\n", 2, 4, "does not line up"),
        (card("q: x") + "text\n", 3, 1, "no 'key: value'"),
    ],
)
def test_a_slip_is_named_where_it_was_made(text, line, column, words):
    ((at, place, message),) = said(text)
    assert (at, place) == (line, column)
    assert words in message


@pytest.mark.parametrize("text", ["cloze: {{a}} b", "q: [a] b", "q: {a} b"])
def test_what_follows_from_a_slip_is_not_told_as_well(text):
    rules = [each.rule for each in read_bytes((HEAD + card(text)).encode(), "t").problems]
    assert rules.count("syntax") == 1
    assert not {"wrong-type", "cloze-gap", "complex-key"} & set(rules)


def test_quotes_that_close_on_another_line_as_they_may_are_not_blamed():
    text = card('q: "What is', '  \\"it\\" really?"', "a: 'It''s", "  this'", "why: a: b")
    assert said(text) == [(6, 11, "a colon and a space within a text make YAML take it for a key")]


def test_the_caret_stands_under_the_place_behind_wide_characters():
    (problem,) = read_bytes((HEAD + card("q: 改善 is: what")).encode(), "t").problems
    excerpt, carets = problem.render().splitlines()[1:3]
    # Each of the two signs before the colon takes two cells.
    assert carets.index("^") == excerpt.index(": what") + 2
