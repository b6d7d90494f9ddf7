"""The real Anki: it imports what is written here, and what it writes is read here."""

import pytest

from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED
from recall.transfer.anki_in import read_package
from recall.transfer.anki_text import anki_text_bytes
from recall.transfer.asked import prompts_of
from recall.transfer.deck_file import deck_bytes
from recall.transfer.making import Wanted

anki = pytest.importorskip("anki.collection", reason="Anki does not install on this Python")
pytest.importorskip("genanki", reason="genanki is not installed")

NOTES = (
    ("Basic", ["Who <i>is</i> it?", "You &amp; me"]),
    ("Basic (and reversed card)", ["gemba", "the place"]),
    ("Cloze", ["A {{c1::gap::hint}} and {{c2::more}}", "So"]),
    ("Basic (type in the answer)", ["Which?", "muda"]),
)


@pytest.fixture
def opened(tmp_path):
    collection = anki.Collection(str(tmp_path / "collection.anki2"))
    yield collection
    collection.close()


def import_package(collection, path):
    options = collection._backend.get_import_anki_package_presets()
    request = anki.ImportAnkiPackageRequest(package_path=str(path), options=options)
    return collection.import_anki_package(request).log


def import_text(collection, path):
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(anki.ImportCsvRequest(path=str(path), metadata=metadata)).log


def test_it_imports_the_package_and_a_second_time_adds_nothing(opened, every_kind, tmp_path):
    from recall.transfer.anki_out import apkg_bytes

    path = tmp_path / "team.apkg"
    path.write_bytes(apkg_bytes(every_kind))
    asked = list(prompts_of(every_kind))
    assert len(import_package(opened, path).new) == len(asked)
    assert len(import_package(opened, path).new) == 0
    assert opened.note_count() == opened.card_count() == len(asked)
    assert {opened.get_note(each).guid for each in opened.find_notes("")} == {
        each.guid for each in asked
    }


def test_it_updates_a_reworded_question_and_keeps_its_note(
    opened, deck_with, tmp_path, monkeypatch
):
    import time

    from recall.transfer.anki_out import apkg_bytes

    path = tmp_path / "team.apkg"
    path.write_bytes(apkg_bytes(deck_with("Who?", "You")))
    import_package(opened, path)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100)
    path.write_bytes(apkg_bytes(deck_with("Who is it?", "You")))
    assert len(import_package(opened, path).updated) == 1
    (note,) = opened.find_notes("")
    assert opened.get_note(note).fields[0] == "Who is it?"


def test_it_shows_questions_gaps_and_answers(opened, every_kind, tmp_path):
    from recall.transfer.anki_out import apkg_bytes

    path = tmp_path / "team.apkg"
    path.write_bytes(apkg_bytes(every_kind))
    import_package(opened, path)
    found = {
        note.guid.split("/", 1)[1]: note.cards()[0]
        for note in map(opened.get_note, opened.find_notes(""))
    }
    assert "[what makes drift visible]" in found["gaps/standard"].question()
    assert "Without" in found["gaps/standard"].question()
    assert "Everyone who sees a problem." in found["who/main"].answer()
    assert "A problem = news; {braces} #1 ~ and -&gt; too." in found["who/main"].answer()


def test_it_imports_the_text_and_a_second_time_updates(opened, every_kind, deck_with, tmp_path):
    path = tmp_path / "team.txt"
    path.write_bytes(anki_text_bytes(every_kind))
    number = len(list(prompts_of(every_kind)))
    assert len(import_text(opened, path).new) == number
    assert len(import_text(opened, path).new) == 0
    assert opened.note_count() == number
    path.write_bytes(anki_text_bytes(deck_with("Who?", "You")))
    assert len(import_text(opened, path).new) == 1
    path.write_bytes(anki_text_bytes(deck_with("Who is it?", 'You, "too"\nand <me>')))
    assert len(import_text(opened, path).updated) == 1
    notes = {note.guid: note for note in map(opened.get_note, opened.find_notes(""))}
    assert notes["recall:team/one/main"].fields == ["Who is it?", 'You, "too"<br>and &lt;me&gt;']


@pytest.mark.parametrize("legacy", [False, True], ids=["new package", "old package"])
def test_what_it_writes_is_read_with_its_reviews(opened, tmp_path, legacy):
    pytest.importorskip("zstandard", reason="zstandard is not installed")
    opened.set_config("fsrs", True)
    home = opened.decks.id("Lang::Verbs")
    for name, fields in NOTES:
        note = opened.new_note(opened.models.by_name(name))
        note.fields = fields
        note.tags = ["one"]
        opened.add_note(note, home)
    opened.decks.set_current(home)
    for _ in range(4):
        card = opened.sched.getCard()
        card.start_timer()
        opened.sched.answerCard(card, 3)
    path = tmp_path / "out.apkg"
    options = anki.ExportAnkiPackageOptions(with_scheduling=True, legacy=legacy)
    opened.export_anki_package(out_path=str(path), options=options, limit=None)

    found = read_package(path, Wanted("out.apkg"), history=True)
    cards = found.imported.deck.cards
    assert [(card.kind, card.text, card.answer) for card in cards] == [
        (BASIC, "Who is it?", "You & me"),
        (REVERSED, "gemba", "the place"),
        (CLOZE, "A {{gap|hint}} and {{more}}", ""),
        (TYPED, "Which?", "muda"),
    ]
    assert found.imported.deck.title == "Verbs"
    assert deck_bytes(found.imported.deck, "x.yaml")
    assert len(found.past) == 4
    assert all(each.grade == 3 and each.state for each in found.past)


def test_a_package_of_this_app_comes_back_with_its_names(every_kind, tmp_path):
    from recall.transfer.anki_out import apkg_bytes

    path = tmp_path / "team.apkg"
    path.write_bytes(apkg_bytes(every_kind))
    deck = read_package(path, Wanted("team.apkg")).imported.deck
    assert deck_bytes(deck, "x.yaml")
    cards = {card.id: card for card in deck.cards}
    assert cards["who"].hint == "Not only the boss."
    assert cards["who"].why == "A problem = news; {braces} #1 ~ and -> too."
    assert cards["mu"].kind == TYPED
    assert cards["gaps-standard"].kind == CLOZE
    assert cards["gaps-standard"].parts == ("standard",)
