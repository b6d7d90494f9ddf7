"""Files made to break a reader: each gives a located message, and nothing raw is printed.

None may hang or crash: a reader that takes quadratic time on one of them would stop the suite.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.clean import FORBIDDEN
from recall.decks.deck_bytes import MOST_BYTES
from recall.decks.library import Place, load_library
from recall.decks.problems import Problem
from recall.decks.read import Reading, read_bytes, read_deck
from recall.decks.source import MOST_PROBLEMS

HEAD = "recall: 1\ndeck: d\ntitle: T\n"
SHIPPED = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def is_sound(problem: Problem) -> bool:
    """Whether a message is located, and safe to print."""
    printed = problem.render() + problem.short()
    return bool(problem.rule and problem.message) and not FORBIDDEN.search(printed)


def is_handled(reading: Reading) -> bool:
    """Whether a reading gives either a deck or errors, of which each is sound."""
    return (reading.deck is None) == reading.is_broken and all(map(is_sound, reading.problems))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (HEAD + "cards: " + "[" * 100_000, "too-deep"),
        (HEAD + "cards: " + "{" * 100_000, "too-deep"),
        ("- " * 100_000, "too-deep"),
        ("? " * 100_000, "too-deep"),
        (HEAD + "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "alias"),
        (HEAD + "tags: [" + "*a," * 100_000 + "]", "alias"),
        (HEAD + "tags: [" + "a," * 1_000_001 + "]", "too-many"),
        (HEAD + "cards:\n- {id: a, cloze: '" + "{{a}}" * 100_000 + "'}", "cloze-gap"),
        (HEAD + "cards:\n- {id: a, cloze: '" + "{{a|" * 100_000 + "'}", "cloze-gap"),
        (HEAD + "cards:\n- {id: a, order: x, items: [" + "a," * 100_000 + "]}", "too-many"),
        (HEAD + "cards:\n" + "- {}\n" * 100_000, "too-many-problems"),
        ("k: 1\n" * 100_000, "too-many-problems"),
        ("".join(f"k{n}: 1\n" for n in range(20_000)), "too-many-problems"),
        ("\x1b[2J" * 100_000, "forbidden-character"),
        ("a: '" + "x" * 1_000_000, "syntax"),
    ],
    ids=lambda value: value[:24] if "\n" in value or len(value) > 24 else value,
)
def test_a_text_made_to_exhaust_the_reader_is_refused(text, rule):
    reading = read_bytes(text.encode(), "hostile.yaml")
    assert is_handled(reading)
    assert rule in [problem.rule for problem in reading.problems]
    assert len(reading.problems) <= MOST_PROBLEMS + 1


@given(st.binary(max_size=400))
@settings(deadline=None, derandomize=True, max_examples=300)
def test_any_bytes_at_all_are_handled(data):
    assert is_handled(read_bytes(data, "any.yaml"))


@given(st.data())
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_deck_damaged_anywhere_is_handled(data):
    text = SHIPPED[0].read_bytes()[:4000]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    filling = data.draw(st.one_of(st.binary(max_size=8), st.sampled_from(YAML_SIGNS)))
    assert is_handled(read_bytes(text[:start] + filling + text[end:], "damaged.yaml"))


YAML_SIGNS = [
    b": ",
    b" #",
    b"- ",
    b"&a ",
    b"*a",
    b"!t ",
    b"{",
    b"[",
    b'"',
    b"|\n",
    b"\n\t",
    b"<<: ",
]


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (problem,) = read_deck(path).problems
    assert problem.rule == "too-large"
    assert "50,000,000 bytes" in problem.message


def test_bytes_over_the_limit_are_refused_before_they_are_parsed():
    (problem,) = read_bytes(b"#" * (MOST_BYTES + 1), "large.yaml").problems
    assert problem.rule == "too-large"


@posix_only
def test_a_pipe_does_not_make_the_reader_wait(tmp_path):
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    (problem,) = read_deck(path).problems
    assert problem.rule == "not-a-file"
    (broken,) = load_library([Place(tmp_path, "user")], lambda digest: None).broken
    assert broken.problems[0].rule == "not-a-file"


@posix_only
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null"])
def test_a_device_is_no_deck(device):
    (problem,) = read_deck(Path(device)).problems
    assert problem.rule == "not-a-file"


def test_a_folder_called_like_a_deck_is_named(tmp_path):
    folder = tmp_path / "folder.yaml"
    folder.mkdir()
    (problem,) = read_deck(folder).problems
    assert problem.rule == "not-a-file"


@posix_only
def test_links_that_lead_in_a_circle_or_nowhere_are_named(tmp_path):
    (tmp_path / "one.yaml").symlink_to(tmp_path / "two.yaml")
    (tmp_path / "two.yaml").symlink_to(tmp_path / "one.yaml")
    (tmp_path / "lost.yaml").symlink_to(tmp_path / "nowhere")
    (tmp_path / "round").symlink_to(tmp_path)
    library = load_library([Place(tmp_path, "user")], lambda digest: None)
    assert {broken.problems[0].rule for broken in library.broken} == {"unreadable"}
    looped = tmp_path / "loop"
    looped.symlink_to(looped)
    (broken,) = load_library([Place(looped, "extra")], lambda digest: None).broken
    assert is_sound(broken.problems[0])


@posix_only
def test_a_file_name_of_escapes_is_printed_harmless(tmp_path):
    path = tmp_path / "\x1b[31mred\x07.yaml"
    path.write_text("hnit: x\n", encoding="utf-8")
    assert all(map(is_sound, read_deck(path).problems))


@pytest.mark.parametrize("name", ["nul\0l.yaml", "x" * 5000 + ".yaml", "missing.yaml"])
def test_a_name_that_no_file_can_have_is_an_error_and_no_crash(tmp_path, name):
    (problem,) = read_deck(tmp_path / name).problems
    assert problem.rule == "unreadable"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (HEAD + "cards: " + "[" * 100_000, "too-deep"),
        (HEAD + 'cards: [{id: a, q: "\\ud800", a: b}]', "forbidden-character"),
        (HEAD + 'cards: [{id: a, q: "\\U99999999", a: b}]', "syntax"),
        (HEAD + "cards: [{id: a, q: &x b, a: *x}]", "alias"),
        (HEAD + "cards:\n- {id: a, q: b #c\n, a: d}\n", "text-cut"),
        ("%YAML " + "9" * 5000 + ".1\n---\na\n", "syntax"),
    ],
    ids=range(6),
)
def test_without_libyaml_the_same_is_refused(monkeypatch, text, rule):
    import yaml

    monkeypatch.delattr(yaml, "CLoader", raising=False)
    reading = read_bytes(text.encode(), "hostile.yaml")
    assert is_handled(reading)
    assert rule in [problem.rule for problem in reading.problems]


def test_without_libyaml_the_shipped_decks_are_the_same(monkeypatch):
    import yaml

    expected = [read_deck(path).deck for path in SHIPPED]
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert [read_deck(path).deck for path in SHIPPED] == expected
