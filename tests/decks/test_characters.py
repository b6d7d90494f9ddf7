"""Bytes and characters: only clean UTF-8 text gets into a deck, and each fault has its place."""

from __future__ import annotations

import pytest

from recall.decks.clean import FORBIDDEN, clean, one_line
from recall.decks.read import read_bytes

HEAD = b"recall: 1\ndeck: team\ntitle: Team\ncards:\n  - id: a\n    a: b\n    q: "
FORBIDDEN_SIGNS = [
    *"\x00\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\x9f\u2028\u2029",
    *"\u202a\u202e\u2066\u2069\ufffe\uffff",
]


@pytest.mark.parametrize("sign", FORBIDDEN_SIGNS)
def test_a_forbidden_character_is_an_error_at_its_place(sign):
    reading = read_bytes(HEAD + f"ab{sign}c".encode() + b"\n", "team.yaml")
    (problem,) = reading.problems
    assert (problem.line, problem.column, problem.rule) == (7, 10, "forbidden-character")
    assert f"U+{ord(sign):04X}" in problem.message
    assert not FORBIDDEN.search(problem.render())


@pytest.mark.parametrize("escape", ["\\e", "\\0", "\\a", "\\N", "\\L", "\\u202e", "\\x9b"])
def test_a_forbidden_character_written_as_an_escape_is_an_error_too(escape):
    reading = read_bytes(HEAD + f'"ab{escape}c"'.encode(), "team.yaml")
    (problem,) = reading.problems
    assert (problem.line, problem.column, problem.rule) == (7, 8, "forbidden-character")


def test_a_tab_and_a_carriage_return_become_harmless():
    deck = read_bytes(HEAD + b'"a\\tb\\rc\\r\\nd"', "team.yaml").deck
    assert deck
    assert deck.cards[0].text == "a b\nc\nd"


def test_every_byte_that_is_not_utf8_is_named():
    reading = read_bytes(HEAD + "café, ü".encode("latin-1"), "team.yaml")
    found = [(each.line, each.column, each.rule) for each in reading.problems]
    assert found == [(7, 11, "encoding"), (7, 14, "encoding")]
    assert "0xE9" in reading.problems[0].message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf16_is_refused_and_called_by_its_name(encoding):
    reading = read_bytes(HEAD.decode().encode(encoding), "team.yaml")
    assert reading.deck is None
    assert reading.problems[0].rule in ("encoding", "forbidden-character")
    if encoding != "utf-32":
        assert "UTF-16" in reading.problems[0].message


def test_clean_text_cannot_move_a_cursor_or_hide_text():
    assert clean("a\x1b[2Jb\u202ec\x9b31m\ud800") == "a\ufffd[2Jb\ufffdc\ufffd31m\ufffd"
    assert clean("two\nlines") == "two\nlines"
    assert one_line("two\n\x1b lines " * 20).endswith("…")
    assert "\n" not in one_line("two\nlines")
