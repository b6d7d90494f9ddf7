"""What a trainer sees while typing a deck in VS Code, or wherever yaml-language-server helps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recall.decks.scaffold import scaffold
from recall.decks.schema import FILE_NAME, schema_text
from tests.support.editors import BAD, GOOD, HEAD, SHIPPED
from tests.support.language_server import Editor, editor, server_command


@pytest.fixture(scope="module")
def at_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor in a folder that holds the schema."""
    command = server_command(tmp_path_factory.mktemp("server"))
    folder = tmp_path_factory.mktemp("desk")
    (folder / FILE_NAME).write_text(schema_text(), encoding="utf-8")
    with editor(command, folder) as started:
        yield started


def messages(found):
    return [each["message"] for each in found]


def test_nothing_is_underlined_in_a_sound_deck(at_desk):
    texts = [*GOOD, *SHIPPED, scaffold("team", "Team", "team.yaml")]
    for text, found in zip(texts, at_desk.underlined(texts), strict=True):
        assert messages(found) == [], text


def test_something_is_underlined_in_every_broken_one(at_desk):
    for text, found in zip(BAD, at_desk.underlined(list(BAD)), strict=True):
        assert found, text


def test_a_mistake_is_underlined_where_it_stands(at_desk):
    text = HEAD + "cards:\n  - id: a\n    q: Why?\n    a: So.\n    hnit: Think.\n"
    ((found,),) = at_desk.underlined([text])
    assert "hnit" in found["message"]
    assert found["range"]["start"] == {"line": 8, "character": 4}


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("q: Why?", "add 'a', 'typed' or 'options'"),
        ("id: c", "this card asks nothing"),
        ("cloze: no gap", "needs at least one gap"),
        ("{q: Why?, a: b, id: My Card}", "an id has lower-case letters"),
        ("{q: Why?, a: b, draft: yes}", "true or false"),
        ("{compare: A, rows: {a: [b, c]}}", "exactly two sides"),
        ("{q: Why?, options: [wrong: b, wrong: c]}", "none of the options is right"),
    ],
)
def test_the_editor_says_what_is_wrong_in_the_words_of_the_check(at_desk, card, said):
    (found,) = at_desk.underlined([f"{HEAD}cards:\n  - {card}\n"])
    assert said in "\n".join(messages(found))


def test_the_keys_that_can_follow_are_offered_and_no_others(at_desk):
    cards = HEAD + "cards:\n"
    question = at_desk.offered(cards + "  - q: Why?\n    ¦\n")
    assert {"a", "typed", "options", "case", "hint", "source"} <= question
    assert not question & {"means", "rows", "cycle", "title"}
    sequence = at_desk.offered(
        cards + "  - order: Sort.\n    items:\n      - a\n      - b\n    ¦\n"
    )
    assert {"cycle", "ask", "why"} <= sequence
    assert not sequence & {"a", "typed", "options"}
    assert {"modules", "level", "sources"} <= at_desk.offered(HEAD + "¦\n")


def test_the_values_of_a_key_are_offered(at_desk):
    assert at_desk.offered(HEAD + "level: ¦\n") == {"foundation", "practitioner", "expert"}
    ask = HEAD + "cards:\n  - order: A\n    items: [a, b]\n    ask:\n      - ¦\n"
    assert at_desk.offered(ask) == {"all", "next"}
    assert at_desk.offered(HEAD + "cards:\n  - q: ¦\n") == set()


def test_a_key_is_explained_under_the_pointer(at_desk):
    text = HEAD + "cards:\n  - q: Why?\n    a: b\n    gr¦oup: twins\n"
    assert "at most four of them are new in a day" in at_desk.told(text)
