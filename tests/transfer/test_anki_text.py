"""The text for Anki: one note a question, known again by its name."""

import csv
import io

from recall.transfer.anki_text import anki_text_bytes
from recall.transfer.asked import prompts_of
from recall.transfer.making import Wanted
from recall.transfer.table_in import table_deck


def rows_of(deck):
    lines = anki_text_bytes(deck).decode().split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return list(csv.reader(io.StringIO(body), delimiter="\t"))


def test_every_question_has_its_own_lasting_guid(every_kind):
    guids = [row[0] for row in rows_of(every_kind)]
    assert guids == [f"recall:{each.name}" for each in prompts_of(every_kind)]
    assert len(set(guids)) == len(guids)


def test_a_reworded_question_keeps_its_guid(deck_with):
    (old,), (new,) = rows_of(deck_with("Who?", "You")), rows_of(deck_with("Who is it?", "You"))
    assert old[0] == new[0]
    assert old[1] != new[1]


def test_text_stays_text_and_tags_have_no_blanks(every_kind, deck_with):
    ((_, front, back, _),) = rows_of(deck_with('a < b\n& "c"', "<b>"))
    assert (front, back) == ('a &lt; b<br>&amp; "c"', "&lt;b&gt;")
    assert rows_of(every_kind)[0][3] == "cord two_words team"


def test_it_comes_back_with_its_ids(every_kind):
    imported = table_deck(anki_text_bytes(every_kind), Wanted("x.txt"))
    assert imported.deck.title == "Team: the basics"
    assert [card.id for card in imported.deck.cards][:3] == ["who", "gemba-forward", "gemba-back"]
