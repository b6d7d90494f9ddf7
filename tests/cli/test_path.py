"""``recall path``: the learning paths, and what in their files means nothing."""

import re
from datetime import date, timedelta

from tests.cli.test_deck_check import PATHS


def test_a_path_that_names_an_unknown_card_says_so(machine, monkeypatch):
    machine.write(name="decks/mini.yaml")
    file = machine.write(PATHS, "decks/paths.yaml")
    monkeypatch.setenv("RECALL_DECKS", str(machine.folder / "decks"))
    said = machine.recall("path")
    assert said.code == 0
    assert "short" in said.out
    told = 'paths.yaml, line 6: the deck "mini" has no card "gama".\n'
    told += f"All of it: recall deck check {file}\n"
    assert said.err == told
    said = machine.recall("path", "start", "short")
    assert (said.out, said.err) == ("Short way: 0 of 2 cards met.\n", told)
    (problem,) = machine.recall("path", "--json").json["problems"]
    assert (problem["rule"], problem["line"], problem["column"]) == ("unknown-card", 6, 29)


def test_a_broken_file_of_paths_is_named(machine, monkeypatch):
    machine.write(PATHS.replace("title:", "titel:"), "decks/paths.yaml")
    monkeypatch.setenv("RECALL_DECKS", str(machine.folder / "decks"))
    said = machine.recall("path")
    assert 'paths.yaml, line 4: unknown key "titel".' in said.err
    assert "short" not in said.out


def test_the_shipped_paths_have_nothing_to_tell(machine):
    assert machine.recall("path").err == ""


def test_a_path_begun_with_a_date_says_what_it_takes_a_day(machine):
    until = date.today() + timedelta(days=9)
    said = machine.recall("path", "start", "workshop", "--until", until.isoformat()).out
    takes = r"To meet all of it by then takes about [45] minutes a day\."
    assert re.fullmatch(takes, said.splitlines()[1]), said
