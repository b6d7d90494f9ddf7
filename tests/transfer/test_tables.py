"""Tables: what is guessed, what is said, and what comes back."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recall.decks.model import BASIC, CLOZE, REVERSED, TYPED
from recall.errors import RecallError, UsageError
from recall.transfer.asked import prompts_of
from recall.transfer.formulas import as_written, neutral
from recall.transfer.making import Wanted
from recall.transfer.table_in import TableWords, table_deck
from recall.transfer.table_out import csv_bytes, quizlet_bytes, tsv_bytes


def read(text, name="words.csv", **words):
    data = text if isinstance(text, bytes) else text.encode()
    return table_deck(data, Wanted(name), TableWords(**words))


def pairs(imported):
    return [(card.text, card.answer) for card in imported.deck.cards]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_separator_is_guessed(sign):
    text = f'Front{sign}Back\n"What, is; this"{sign}A thing\nWhy{sign}So\n'
    assert pairs(read(text)) == [("What, is; this", "A thing"), ("Why", "So")]


def test_excel_may_say_its_separator_in_the_first_line():
    assert pairs(read("sep=;\nWho, me?;You\n")) == [("Who, me?", "You")]


def test_columns_are_known_by_name_in_any_order_and_shown():
    imported = read('Tags,Antwort,Frage,Seite\n"a, b",Ja,Ist das so?,12\n')
    (card,) = imported.deck.cards
    assert (card.text, card.answer, card.tags) == ("Ist das so?", "Ja", ("a", "b"))
    assert "comma between cells" in imported.seen[0]
    assert [line.split()[2] for line in imported.seen[1:4]] == ["tags", "a", "q"]
    assert "left out" in imported.seen[4]


def test_without_names_the_first_two_columns_count():
    imported = read("Who?\tYou\nWhy?\tSo\n")
    assert pairs(imported) == [("Who?", "You"), ("Why?", "So")]
    assert "no row names the columns" in imported.seen[0]


def test_what_is_said_wins_over_what_is_guessed():
    imported = read("front,back\nx,y\n", columns="a,q", header=False)
    assert pairs(imported) == [("back", "front"), ("y", "x")]


def test_rows_can_be_terms_typed_answers_and_gaps():
    assert read("a,b\n", kind="term").deck.cards[0].kind == REVERSED
    assert read("term,definition\na,b\n").deck.cards[0].kind == REVERSED
    assert read("a,b\n", kind="typed").deck.cards[0].kind == TYPED
    (card,) = read("cloze,why\nA {{gap}} here,So\n").deck.cards
    assert (card.kind, card.parts, card.why) == (CLOZE, ("gap",), "So")
    assert read("a,b\n").deck.cards[0].kind == BASIC


def test_rows_without_question_or_answer_are_left_out_and_told():
    imported = read("q,a\nWho?,You\n,x\ny,\n\n")
    assert len(imported.deck.cards) == 1
    assert imported.notices == (
        "1 left out, without a question: line 3.",
        "1 left out, without an answer: line 4.",
    )


def test_cp1252_is_read_and_told():
    imported = read("q,a\nOù ?,là – ici\n".encode("cp1252"))
    assert pairs(imported) == [("Où ?", "là – ici")]
    assert "cp1252" in imported.notices[0]
    assert "line 2" in imported.notices[0]


def test_utf16_of_excel_is_read():
    assert pairs(read("q\ta\nOù ?\tlà\n".encode("utf-16"))) == [("Où ?", "là")]


def test_bytes_of_no_known_encoding_are_refused_with_their_line():
    with pytest.raises(RecallError, match="0x81") as fault:
        read(b"q,a\nx,\x81\n")
    assert fault.value.where == "words.csv:2"
    assert pairs(read(b"q,a\nx,\x81y\n", encoding="latin-1"))


def test_an_unclosed_quote_is_refused_where_it_begins():
    with pytest.raises(RecallError, match="quote") as fault:
        read('q,a\nx,y\n"z,y\nw,y\n')
    assert fault.value.where == "words.csv:3"


def test_in_a_table_with_tabs_a_stray_quote_is_a_quote():
    assert pairs(read('"Hi" he said\ty\n')) == [('"Hi" he said', "y")]


def test_a_column_that_there_is_not_is_refused():
    with pytest.raises(UsageError, match="colour"):
        read("a,b\n", columns="q,colour")
    with pytest.raises(UsageError, match="question"):
        read("a,b\n", columns="a,-")


def test_a_table_without_cards_is_refused():
    with pytest.raises(RecallError, match="no cards"):
        read("q,a\n,\nx,\n")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1", "'=1"])
def test_no_cell_that_leaves_is_a_formula(cell, deck_with):
    for make, separator in ((csv_bytes, ","), (tsv_bytes, "\t")):
        text = make(deck_with("q", cell)).decode("utf-8-sig")
        row = list(csv.reader(io.StringIO(text), delimiter=separator))[1]
        assert row[2] == "'" + cell
    assert quizlet_bytes(deck_with("q", cell)).decode().partition("\t")[2][0] == "'"


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("=+-@' \tab")))
def test_neutral_cells_come_back_as_they_were(cell):
    assert as_written(neutral(cell)) == cell


@pytest.mark.parametrize("make", [csv_bytes, tsv_bytes])
def test_an_exported_table_comes_back(every_kind, make):
    imported = table_deck(make(every_kind), Wanted("x.csv"))
    asked = list(prompts_of(every_kind))
    assert pairs(imported) == [(each.front, each.back) for each in asked]
    assert [card.hint for card in imported.deck.cards] == [each.question.hint for each in asked]
    assert [card.tags for card in imported.deck.cards] == [each.card.tags for each in asked]
    assert [module.title for module in imported.deck.modules] == ["One / two", "Three"]
    assert imported.deck.cards[0].id == "who"
    assert dict(imported.deck.sources)[imported.deck.cards[0].source].endswith("p. 12")


def test_csv_opens_in_excel(every_kind):
    data = csv_bytes(every_kind)
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data


def test_quizlet_gets_two_columns_and_one_line_a_question(every_kind):
    lines = quizlet_bytes(every_kind).decode().splitlines()
    assert len(lines) == len(list(prompts_of(every_kind)))
    assert {line.count("\t") for line in lines} == {1}
