"""``fmt`` writes ids where they are missing; every byte that the author typed stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.adoption import ID, Adoption, adoptions
from recall.decks.formatting import formatted
from recall.decks.read import read_bytes
from recall.ids import ID_PATTERN, card_name, prompt_name

HEAD = "recall: 1\ndeck: team\ntitle: Team\n"


def done(text: str) -> str:
    """The text after ``fmt``."""
    return formatted(text.encode(), "team.yaml").data.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cards:\n  - q: Why?\n    a: b\n", "cards:\n  - id: why\n    q: Why?\n    a: b\n"),
        ("cards:\n- q: Why?\n  a: b", "cards:\n- id: why\n  q: Why?\n  a: b"),
        ("cards:\n-   q: Why?\n    a: b\n", "cards:\n-   id: why\n    q: Why?\n    a: b\n"),
        (
            "cards:\n  -\n    q: Why?\n    a: b\n",
            "cards:\n  -\n    id: why\n    q: Why?\n    a: b\n",
        ),
        (
            "cards:\n- # first\n  # of two\n  q: 'Why?' # ah\n  a: b\n",
            "cards:\n- # first\n  # of two\n  id: why\n  q: 'Why?' # ah\n  a: b\n",
        ),
        ("cards:\n- ? q\n  : Why?\n  a: b\n", "cards:\n- id: why\n  ? q\n  : Why?\n  a: b\n"),
        ("cards:\n- {q: Why?, a: b}\n", "cards:\n- {id: why, q: Why?, a: b}\n"),
        ("cards:\n- { q: Why?, a: b }\n", "cards:\n- { id: why, q: Why?, a: b }\n"),
        (
            "cards: [{ # x\n q: Why?, a: b}]\n",
            "cards: [{id: why, # x\n q: Why?, a: b}]\n",
        ),
        ("cards: [{? q : Why?, a: b}]\n", "cards: [{id: why, ? q : Why?, a: b}]\n"),
        (
            'cards: [cloze: "a {{b}} \\" \'", {q: Why?, a: b}]\n',
            'cards: [{id: a-b, cloze: "a {{b}} \\" \'"}, {id: why, q: Why?, a: b}]\n',
        ),
        (
            "cards: [cloze: 'a ''{{b}}''' ]\n",
            "cards: [{id: a-b, cloze: 'a ''{{b}}'''} ]\n",
        ),
        (
            'cards: [\n  {\n    "q": "Why?",\n    "a": "b"\n  }\n]\n',
            'cards: [\n  {\n    "id": "why",\n    "q": "Why?",\n    "a": "b"\n  }\n]\n',
        ),
        (
            "modules:\n- {id: m, title: M, cards: [{q: Why?, a: b}]}\n",
            "modules:\n- {id: m, title: M, cards: [{id: why, q: Why?, a: b}]}\n",
        ),
    ],
)
def test_the_id_is_written_where_the_card_begins_in_the_style_it_has(before, after):
    assert done(HEAD + before) == HEAD + after


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_endings_and_the_byte_order_mark_stay(end, mark):
    before = f"{mark}{HEAD}cards:\n  - q: 改善?\n    a: better\n  - q: Why?\n    a: c"
    after = before.replace("- q: 改", "- id: better\n    q: 改").replace(
        "- q: W", "- id: why\n    q: W"
    )
    assert done(before.replace("\n", end)) == after.replace("\n", end)


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ("{q: 'Who may pull the cord, and when?', a: b}", "who-may-pull-the-cord-and-when"),
        ("{q: 'Who is expected to make improvements under kaizen?', a: b}", None),
        ("{cloze: 'A {{gain|what}} slides back'}", "a-gain-slides-back"),
        ("{compare: [Kaizen, Breakthrough], rows: {a: [b, c]}}", "kaizen-vs-breakthrough"),
        ("{term: 現場, means: the actual place}", "the-actual-place"),
        ("{term: Änderung, means: change}", "anderung"),
        ("{order: Put the 5 S in order., items: [a, b]}", "put-the-5-s-in-order"),
        ("{q: '2001?', a: b}", '"2001"'),
        ("{q: 'Null?', a: b}", '"null"'),
    ],
)
def test_an_id_says_what_the_card_asks_in_whole_words(card, name):
    name = name or "who-is-expected-to-make-improvements"
    assert f"id: {name}," in done(f"{HEAD}cards: [{card}]\n")


def test_a_card_without_a_letter_gets_an_id_all_the_same():
    assert ", ? " not in done(f"{HEAD}cards: [{{q: 改善, a: 良}}]\n")
    (got,) = formatted(f"{HEAD}cards: [{{q: 改善, a: 良}}]\n".encode(), "t").given
    assert ID_PATTERN.match(got.id)


def test_no_id_is_given_that_means_something_already():
    text = HEAD + (
        "modules:\n"
        "- {id: why, title: M, cards: [{id: why-2, q: a, a: b, was: [o/why-3], after: [why-4]}]}\n"
        "- {id: n, title: N, cards: [{q: Why?, a: c}, {q: Why?, a: d}]}\n"
    )
    assert [each.id for each in formatted(text.encode(), "t").given] == ["why-5", "why-6"]


def test_a_deck_whose_cards_have_ids_stays_as_it_is():
    data = (HEAD + "cards: [{id: a, q: b, a: c}]").encode()
    assert formatted(data, "t")[:2] == (data, ())


def test_a_broken_deck_stays_as_it_is_and_says_why():
    result = formatted(b"recall: 1\ncards: [{q: a}]\n", "t")
    assert result.data == b"recall: 1\ncards: [{q: a}]\n"
    assert result.reading.is_broken


def test_learning_paths_are_no_deck_and_stay_as_they_are():
    data = b"recall: 1\npaths: []\n"
    assert formatted(data, "t")[:2] == (data, ())


def test_lines_are_told_as_they_were_and_as_they_are():
    found = formatted((HEAD + "cards:\n- q: a\n  a: b\n- q: c\n  a: d\n").encode(), "t").given
    assert [(each.line, each.now) for each in found] == [(5, 5), (7, 8)]


words = st.sampled_from(["Why?", "Who, then?", "改善とは?", "a 'b' c", "5 S", "It's: so", "Émile"])
blank = st.sampled_from(["", "", "    ", "  # a remark: {[\"'"])


@st.composite
def block_cards(draw, indent):
    """A card in block style, as somebody might type it."""
    dash = draw(st.sampled_from(["- ", "-   ", "- # x\n", "-\n", "-  \n\n"]))
    inner = indent + (len(dash) if "\n" not in dash else draw(st.integers(1, 5)))
    text = draw(words)
    style = draw(st.sampled_from(["plain", "single", "double", "folded", "cloze", "explicit"]))
    quoted = "'" + text.replace("'", "''") + "'"
    pad = " " * inner
    question = {
        "plain": f"q: x{text.replace(':', '')}   ",
        "single": f'"q": {quoted} # why',
        "double": f'q: "{text} \\u00e9\n\n{pad} more"',
        "folded": f"q: >-\n{pad}   {text}\n\n{pad}   # no comment",
        "cloze": f"cloze: 'a {{{{gap}}}} {text.replace(chr(39), '')}'",
        "explicit": f"? q\n{pad}: {quoted}",
    }[style]
    lines = [question] + ([] if style == "cloze" else [f"a: {draw(st.integers(0, 9))}"])
    if draw(st.booleans()):
        lines.insert(draw(st.integers(0, len(lines))), f"id: {draw(ids)}")
    if "\n" in dash:
        return " " * indent + dash + "\n".join(f"{pad}{line}" for line in lines)
    return " " * indent + dash + f"\n{pad}".join(lines)


ids = st.uuids(version=4).map(lambda one: f"c-{one.hex[:12]}")


@st.composite
def flow_cards(draw):
    """A card in braces, or a lone pair."""
    text = "'" + draw(words).replace("'", "''") + "'"
    gap = draw(st.sampled_from(["", " ", "\n     ", " # x\n      "]))
    kind = draw(st.sampled_from(["plain", "json", "pair", "id"]))
    if kind == "pair":
        return f"cloze: 'a {{{{b}}}} {text[1:]}"
    if kind == "json":
        return f'{{{gap}"q": "Why?",{gap or " "}"a":"b"}}'
    name = f", id: {draw(ids)}" if kind == "id" else ""
    return f"{{{gap}q: {text} , a: [{'x'}]{name}}}".replace("[x]", "x")


@st.composite
def files(draw):
    """A deck file without errors, as bytes."""
    indent = draw(st.integers(0, 4))
    if draw(st.booleans()):
        cards = [draw(block_cards(indent)) for _ in range(draw(st.integers(1, 5)))]
        body = "cards:\n" + f"\n{draw(blank)}\n".join(cards)
    else:
        cards = [draw(flow_cards()) for _ in range(draw(st.integers(1, 5)))]
        body = "cards: [" + draw(st.sampled_from([", ", " ,\n   ", ", # x\n  "])).join(cards) + " ]"
    if draw(st.booleans()):
        body = "modules:\n- id: m\n  title: M\n" + "\n".join(f"  {x}" for x in body.split("\n"))
    text = HEAD + body + draw(st.sampled_from(["", "\n", "\n\n# the end", "\n...\n"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return (mark + text.replace("\n", end)).encode()


def is_within(short: bytes, long: bytes) -> bool:
    """Whether ``long`` is ``short`` with insertions."""
    rest = iter(long)
    return all(byte in rest for byte in short)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(files())
def test_all_that_was_typed_stays_and_means_the_same(data):
    before = read_bytes(data, "t").deck
    assert before, [each.render() for each in read_bytes(data, "t").problems]
    result = formatted(data, "t")
    after = read_bytes(result.data, "t").deck
    assert after
    assert is_within(data, result.data)
    assert not [card.id for card in after.cards if card.provisional]
    for old, new in zip(before.cards, after.cards, strict=True):
        assert new._replace(line=0) == old._replace(
            line=0, id=new.id if old.provisional else old.id
        )
    assert formatted(result.data, "t").given == ()
    assert result.data.count(b"\n") - data.count(b"\n") <= len(result.given)


@settings(deadline=None, derandomize=True, max_examples=100)
@given(files())
def test_whoever_learnt_a_card_before_it_had_an_id_keeps_the_progress(data):
    before = read_bytes(data, "t").deck
    after = read_bytes(formatted(data, "t").data, "t").deck
    assert before
    assert after
    moved = [pair for pair in zip(before.cards, after.cards, strict=True) if pair[0].provisional]
    expected = set()
    for old, new in moved:
        names = [(card_name("team", old.id), card_name("team", new.id))]
        names += [
            (prompt_name("team", old.id, x), prompt_name("team", new.id, x)) for x in old.parts
        ]
        expected |= {Adoption(now, was, ID) for was, now in names}
    known = frozenset(each.source for each in expected)
    assert set(adoptions({"team": before}, {"team": after}, known)) == expected
    # The app may have been updated between the two and know the old deck no more.
    assert set(adoptions({}, {"team": after}, known)) == expected
