"""``recall deck check``: every problem, with its place, and an exit code for scripts."""

from tests.support.modules import modules_after

BROKEN = """\
recall: 1
deck: team
title: Team
cards:
  - id: one
    q: Who?
    a: 改善 people
    hnit: 改善, third
  - id: one
    q: Where?
    a: At the gemba.
"""


def test_a_sound_deck_passes(machine):
    said = machine.recall("deck", "check", machine.write())
    assert said == (0, "1 deck checked, no problems.\n", "")


def test_all_problems_of_a_file_are_shown_with_their_places(machine):
    said = machine.recall("deck", "check", machine.write(BROKEN, "team.yaml"))
    assert said.code == 1
    assert "team.yaml:8:5: error[unknown-key]: unknown key 'hnit'" in said.err
    assert "did you mean 'hint'?" in said.err
    assert "team.yaml:9:" in said.err
    assert "1 deck checked: 2 errors." in said.err


def test_json_gives_one_problem_a_line(machine):
    said = machine.recall("deck", "check", "--json", machine.write(BROKEN, "team.yaml"))
    assert said.code == 1
    first = said.lines[0]
    assert (first["line"], first["column"], first["rule"]) == (8, 5, "unknown-key")
    assert first["severity"] == "error"
    assert first["file"].endswith("team.yaml")
    assert said.err == ""


def test_a_folder_means_the_decks_in_it(machine):
    machine.write(name="decks/mini.yaml")
    machine.write(BROKEN, "decks/team.yaml")
    machine.write("not a deck", "decks/readme.txt")
    said = machine.recall("deck", "check", "decks")
    assert said.code == 1
    assert "2 decks checked: 2 errors." in said.err


def test_a_path_that_is_not_there_is_named(machine):
    said = machine.recall("deck", "check", "nowhere.yaml")
    assert said.code == 1
    assert said.err.startswith("recall: nowhere.yaml: there is no such file")


def test_an_empty_folder_is_said(machine):
    (machine.folder / "empty").mkdir()
    assert machine.recall("deck", "check", "empty").code == 1


def test_no_path_at_all_is_a_usage_error(machine):
    assert machine.recall("deck", "check").code == 2


def test_checking_a_deck_opens_no_store(machine):
    path = machine.write()
    loaded = modules_after(
        f"from recall.cli.main import run; run(['deck', 'check', {str(path)!r}])"
    )
    assert "recall.decks.read" in loaded
    assert not loaded & {"sqlalchemy", "textual", "fsrs", "recall.store", "recall.collection"}
    assert not (machine.folder / "home" / "data" / "recall").exists()


POOR = """\
recall: 1
deck: poor
title: Poor
cards:
  - q: Is kaizen only for factories?
    a: No.
"""


def test_warnings_are_shown_and_leave_0(machine):
    said = machine.recall("deck", "check", machine.write(POOR, "poor.yaml"))
    assert said.code == 0
    assert "poor.yaml:6:8: warning[yes-no]: the answer is a 'No'" in said.err
    assert "= help: ask what, why or how" in said.err
    assert "1 deck checked: 1 warning." in said.err


def test_strict_counts_warnings(machine):
    path = machine.write(POOR, "poor.yaml")
    assert machine.recall("deck", "check", "--strict", path).code == 1
    assert machine.recall("deck", "check", "--strict", machine.write()).code == 0


def test_a_release_wants_ids_and_sources(machine):
    said = machine.recall("deck", "check", "--release", "--json", machine.write())
    assert said.code == 1
    assert [(each["rule"], each["severity"]) for each in said.lines] == [
        ("missing-source", "error"),
        ("missing-source", "error"),
    ]


def test_a_release_takes_a_warning_for_a_reason_to_stop(machine):
    text = POOR.replace("cards:\n  - q", "sources: {k: K}\ncards:\n  - id: a\n    source: k\n    q")
    said = machine.recall("deck", "check", "--release", machine.write(text, "poor.yaml"))
    assert said.code == 1
    assert "1 warning." in said.err


def test_the_rules_are_listed_with_what_why_and_mend(machine):
    said = machine.recall("deck", "check", "--rules")
    assert said.code == 0
    assert "yes-no  (warning; only en)\n  finds  " in said.out
    names = [each["name"] for each in machine.recall("deck", "check", "--rules", "--json").lines]
    assert len(names) == len(set(names)) >= 20
    assert [name for name in names if f"{name}  (" not in said.out] == []


def test_the_shipped_decks_are_clean_and_silence_next_to_nothing(machine):
    from recall.decks.read import read_deck
    from recall.paths import shipped_decks_folder

    folder = shipped_decks_folder()
    said = machine.recall("deck", "check", "--strict", folder)
    assert (said.code, said.err) == (0, "")
    decks = [read_deck(path).deck for path in sorted(folder.glob("*.yaml"))]
    silenced = [card for deck in decks if deck for card in deck.cards if card.lint_ok]
    assert len(silenced) <= 6
    assert all(card.note for card in silenced)


PATHS = """\
recall: 1
paths:
  - id: short
    title: Short way
    steps:
      - cards: [mini/alpha, mini/gama, pdca/pdca-01a]
"""


def test_a_path_is_checked_against_the_decks_beside_it_and_those_of_the_app(machine):
    machine.write(name="decks/mini.yaml")
    machine.write(PATHS, "decks/paths.yaml")
    said = machine.recall("deck", "check", "decks/paths.yaml")
    assert said.code == 0
    assert "paths.yaml:6:29: warning[unknown-card]: the deck 'mini' has no card 'gama'" in said.err
    assert "1 path file checked: 1 warning." in said.err
    assert machine.recall("deck", "check", "--release", "decks").code == 1
    machine.write(PATHS.replace("gama", "beta"), "decks/paths.yaml")
    said = machine.recall("deck", "check", "decks")
    assert said == (0, "1 deck and 1 path file checked, no problems.\n", "")


def test_a_path_may_name_decks_of_another_folder_that_is_checked_with_it(machine):
    machine.write(PATHS.replace("gama", "beta"), "paths/paths.yaml")
    assert "no deck at hand is called 'mini'" in machine.recall("deck", "check", "paths").err
    machine.write(name="decks/mini.yaml")
    assert machine.recall("deck", "check", "decks", "paths").err == ""


def test_a_fault_in_the_form_of_a_path_is_an_error(machine):
    machine.write(PATHS.replace("steps:", "stpes:"), "paths.yaml")
    said = machine.recall("deck", "check", "paths.yaml")
    assert said.code == 1
    assert "did you mean 'steps'?" in said.err
