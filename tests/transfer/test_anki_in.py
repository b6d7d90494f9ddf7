"""What an Anki package holds becomes a deck: notes of every type, decks within decks, reviews."""

import pytest

from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED
from recall.transfer.anki_cloze import cloze_of
from recall.transfer.anki_in import read_package
from recall.transfer.deck_file import deck_bytes
from recall.transfer.html_text import text_of
from recall.transfer.making import Wanted
from tests.support import packages

DAY = 86_400_000


@pytest.fixture
def read(tmp_path):
    def read(notes, reviews=(), **more):
        file = packages.collection(tmp_path / "c.sqlite", notes, reviews, **more)
        path = packages.package(tmp_path / "team.apkg", file)
        found = read_package(path, Wanted("team.apkg"), history=True)
        assert deck_bytes(found.imported.deck, "x.yaml")
        return found

    return read


def cards(found):
    return [(card.kind, card.text, card.answer) for card in found.imported.deck.cards]


def test_notes_of_every_common_type_become_cards(read):
    found = read(
        [
            (packages.BASIC, "a", ["Who <b>is</b> it?", "You &amp; me<br>both"]),
            (packages.REVERSED, "b", ["gemba", "the place"]),
            (packages.CLOZE, "c", ["A {{c1::gap::hint}} and {{c2::more}}", "So"]),
            (packages.TYPED, "d", ["Which?", "muda"]),
        ]
    )
    assert cards(found) == [
        (BASIC, "Who is it?", "You & me\nboth"),
        (REVERSED, "gemba", "the place"),
        (CLOZE, "A {{gap|hint}} and {{more}}", ""),
        (TYPED, "Which?", "muda"),
    ]
    assert found.imported.deck.title == "Team"
    assert {card.tags for card in found.imported.deck.cards} == {("tag",)}


def test_a_note_has_the_same_id_every_time_and_whatever_its_words(read):
    (old,) = read([(packages.BASIC, "gU1d", ["Who?", "You"])]).imported.deck.cards
    (new,) = read([(packages.BASIC, "gU1d", ["Who is it?", "Me"])]).imported.deck.cards
    assert old.id == new.id


def test_what_no_card_can_be_made_of_is_told(read):
    found = read(
        [
            (packages.BASIC, "a", ["Who?", "You"]),
            (packages.BASIC, "b", ["Who?", "<br>"]),
            (packages.CLOZE, "c", ["{{c1::image-occlusion:rect}}", ""]),
            (packages.BASIC, "d", ['<img src="x.png">', "[sound:a.mp3]See"]),
        ]
    )
    assert cards(found)[1:] == [(BASIC, "[x.png]", "See")]
    assert any("without an answer: note 2" in each for each in found.imported.notices)
    assert any("picture: note 3" in each for each in found.imported.notices)
    assert any("1 note with pictures" in each for each in found.imported.notices)


def test_decks_within_a_deck_are_modules(tmp_path):
    import json
    import sqlite3

    notes = [(packages.BASIC, "a", ["A?", "a"]), (packages.BASIC, "b", ["B?", "b"])]
    file = packages.collection(tmp_path / "c.sqlite", notes)
    with sqlite3.connect(file) as database:
        names = {"2": {"name": "Lang::One"}, "3": {"name": "Lang::Two::Deep"}}
        database.execute("UPDATE col SET decks = ?", [json.dumps(names)])
        database.execute("UPDATE cards SET did = 3 WHERE nid = 2")
    path = packages.package(tmp_path / "x.apkg", file)
    deck = read_package(path, Wanted("x.apkg")).imported.deck
    assert deck.title == "Lang"
    assert [module.title for module in deck.modules] == ["One", "Two / Deep"]


def test_reviews_belong_to_the_prompts_that_cards_became(read):
    found = read(
        [(packages.REVERSED, "a", ["gemba", "place"]), (packages.CLOZE, "b", ["{{c1::x}}", ""])],
        [(10, DAY, 3, 0), (11, 2 * DAY, 1, 0), (20, 3 * DAY, 4, 1)],
    )
    names = [each.prompt.split("/")[2] for each in found.past]
    assert names == ["forward", "back", "x"]
    assert [(each.at_ms, each.grade) for each in found.past] == [
        (DAY, 3),
        (2 * DAY, 1),
        (3 * DAY, 4),
    ]


def test_cramming_and_what_was_before_a_reset_do_not_count(read):
    found = read(
        [(packages.BASIC, "a", ["A?", "a"])],
        [(10, DAY, 1, 0), (10, 2 * DAY, 0, 4), (10, 3 * DAY, 3, 0), (10, 4 * DAY, 3, 3)],
    )
    assert [each.at_ms for each in found.past] == [3 * DAY]


def test_three_grades_of_the_first_scheduler_are_four_of_today(read):
    notes = [(packages.BASIC, "a", ["A?", "a"])]
    reviews = [(10, DAY, 2, 0), (10, 2 * DAY, 3, 0), (10, 3 * DAY, 2, 1)]
    assert [each.grade for each in read(notes, reviews, scheduler=1).past] == [3, 4, 2]
    assert [each.grade for each in read(notes, reviews).past] == [2, 3, 2]


def test_what_fsrs_held_comes_with_the_last_review(read):
    notes = [(packages.BASIC, "a", ["A?", "a"])]
    reviews = [(10, DAY, 3, 0), (10, 2 * DAY, 3, 1)]
    states = [each.state for each in read(notes, reviews, data={10: '{"s":12.5,"d":4.5}'}).past]
    assert states == [None, (12.5, 4.5)]
    for odd in ('{"s":-1,"d":5}', '{"s":"x","d":5}', '{"s":1,"d":99}', '{"s"', '["s"]'):
        assert read(notes, reviews, data={10: odd}).past[-1].state is None


@pytest.mark.parametrize(
    ("anki", "text", "numbers"),
    [
        ("{{c1::a}} b", "{{a}} b", [{1}]),
        ("{{c1::a::h|i}}", "{{a|h/i}}", [{1}]),
        ("{{c1::a {{c2::b}} c}}", "{{a b c}}", [{1}]),
        ("{{c1,2::a}}", "{{a}}", [{1, 2}]),
        ("x {{c1::\\frac{a} }} {y", "x {{\\frac{a} }} {y", [{1}]),
        ("{{{c1::a}}}", "{ {{a}}}", [{1}]),
        ("{{c1::a}} {{b}}", "{{a}} { {b} }", [{1}]),
    ],
)
def test_gaps_keep_their_words_and_numbers(anki, text, numbers):
    found = cloze_of(anki)
    assert found is not None
    assert (found.text, [set(each) for each in found.numbers]) == (text, numbers)


@pytest.mark.parametrize("text", ["no gap", "{{c1::open", "{{c1::}}", "{{c1::image-occlusion:x}}"])
def test_what_has_no_gap_is_no_cloze(text):
    assert cloze_of(text) is None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<br><br>b&nbsp;c", "a\n\nb c"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<style>x</style>a<script>b</script>", "a"),
        ("1 < 2 &lt;b&gt; &amp;amp;", "1 < 2 <b> &amp;"),
        ("a[sound:x.mp3]", "a"),
    ],
)
def test_html_becomes_text(html, text):
    assert text_of(html) == text
