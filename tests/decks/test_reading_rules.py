"""What YAML may not do in a deck, and where the message points."""

from __future__ import annotations

import pytest

HEAD = "recall: 1\ndeck: team\ntitle: Team\n"
CARD = "cards:\n  - {id: a, q: Why?, a: Because}\n"


def places(problems):
    return [(each.line, each.column, each.rule) for each in problems]


@pytest.mark.parametrize("value", ["no", "08", "12:30", "1.10", "2026-13-45", "~", "null", "0x1F"])
def test_every_value_stays_the_text_that_was_typed(card_of, value):
    assert card_of(f"- {{id: a, q: Which?, a: {value}}}").answer == value


@pytest.mark.parametrize(
    ("cards", "rule", "column"),
    [
        ("- {id: a, q: Why?, a: b, q: Who?}", "duplicate-key", 28),
        ("- {id: a, q: &x Why?, a: b}", "anchor", 16),
        ("- {id: a, q: *x , a: b}", "alias", 16),
        ("- {id: a, q: !!str Why?, a: b}", "tag", 16),
        ("- {id: a, q: ! Why?, a: b}", "tag", 16),
        ("- {<<: {q: Why?}, id: a, a: b}", "merge-key", 6),
        ("- {[x]: y, id: a, q: Why?, a: b}", "complex-key", 6),
    ],
)
def test_what_yaml_can_and_a_deck_may_not_is_refused_at_its_place(found_in, cards, rule, column):
    assert found_in(cards) == [(5, column, rule)]


def test_a_duplicate_key_names_both_lines(problems_of):
    (problem,) = problems_of(HEAD + "title: Again\n" + CARD)
    assert (problem.line, problem.rule) == (4, "duplicate-key")
    assert "line 3" in problem.message


def test_a_directive_and_a_second_document_are_refused(problems_of):
    found = problems_of("%YAML 1.1\n---\n" + HEAD + CARD + "---\na: b\n")
    assert places(found) == [(1, 1, "directive"), (8, 1, "second-document")]


def test_a_document_start_and_end_are_allowed(problems_of):
    assert problems_of("---\n" + HEAD + CARD + "...\n") == []


def test_sixteen_levels_are_read_and_seventeen_refused(problems_of):
    deepest = HEAD + "x: " + "[" * 15 + "]" * 15
    assert "too-deep" not in [each.rule for each in problems_of(deepest)]
    deeper = HEAD + "x: " + "[" * 16 + "]" * 16
    assert (4, 19, "too-deep") in places(problems_of(deeper))


@pytest.mark.parametrize("key", ["q", "a", "why", "hint", "case"])
def test_words_lost_to_a_comment_are_an_error(found_in, key):
    others = {name: f"{name}: x" for name in ("q", "a", "why", "hint", "case")}
    others[key] = f"{key}: use tag #1 here"
    cards = "- id: c\n  " + "\n  ".join(others.values())
    assert [rule for _, _, rule in found_in(cards)] == ["text-cut"]


@pytest.mark.parametrize(
    "cards",
    [
        "- id: c\n  term: a #1\n  means: b",
        "- id: c\n  term: a\n  means: b #1",
        "- id: c\n  cloze: a {{b}} #1",
        "- id: c\n  q: a\n  typed: b\n  accept:\n    - c #1",
        "- id: c\n  q: a\n  options:\n    - right: b #1\n    - wrong: c",
        "- id: c\n  order: a\n  items:\n    - b #1\n    - c",
        "- id: c\n  compare: [a, b]\n  rows:\n    size: [c,\n      d #1\n      ]",
        "- id: c\n  q: #1 of the rules\n  a: b",
    ],
)
def test_words_lost_to_a_comment_are_an_error_in_every_text(found_in, cards):
    assert "text-cut" in [rule for _, _, rule in found_in(cards)]


@pytest.mark.parametrize(
    "cards",
    [
        "- id: c  # a name\n  q: 'a' # quoted\n  a: |  # a block\n    b\n  tags: [x] # a list",
        "- id: c\n  q: C#\n  a: a#b\n  source: book # not a text of the card",
    ],
)
def test_other_comments_are_comments(found_in, cards):
    head = HEAD + "sources: {book: A book}\n"
    assert found_in(cards, head) == []


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(problems_of):
    assert problems_of("\ufeff" + (HEAD + CARD).replace("\n", "\r\n")) == []


def test_columns_count_characters_after_windows_line_ends_and_wide_signs(problems_of):
    text = HEAD + "cards:\n  - {改善: x, q: a, a: b, hnit: c}\n"
    found = places(problems_of(text.replace("\n", "\r\n")))
    assert found == [(5, 6, "unknown-key"), (5, 25, "unknown-key")]


def test_a_syntax_error_ends_the_reading_and_what_came_before_is_reported(problems_of):
    found = places(problems_of(HEAD + "levl: x\ncards:\n  - {q: a, b: c}\n  - q: a: b\n"))
    assert found == [
        (4, 1, "unknown-key"),
        (6, 6, "missing-key"),
        (6, 12, "unknown-key"),
        (7, 9, "syntax"),
    ]


def test_what_a_broken_end_hides_is_not_called_missing(problems_of):
    found = problems_of('recall: 1\ncards:\n  - q: "open\n')
    assert places(found) == [(3, 8, "syntax")]
    assert "quote" in found[0].help


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("q: Note: this", "quotes"),
        ("\tq: a", "spaces"),
        ("q: @home", "quotes"),
        ("q: [a", "bracket"),
    ],
)
def test_common_slips_of_yaml_come_with_their_mend(problems_of, line, help):
    (mend,) = (each.help for each in problems_of(f"{line}\na: b\n") if each.rule == "syntax")
    assert help in mend
