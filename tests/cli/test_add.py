"""``recall add``: a deck is checked, copied to the learner's own, and the change is said."""

from tests.cli.conftest import MINI


def test_a_new_deck_is_copied_and_counted(machine):
    said = machine.recall("add", machine.write())
    assert said == (0, "Mini was added: 2 questions.\n", "")
    copies = list((machine.folder / "home").rglob("mini.yaml"))
    assert [copy.read_text() for copy in copies] == [MINI]


def test_a_deck_added_again_says_what_changed(machine):
    machine.recall("add", machine.write())
    more = (
        MINI.replace("Beta.", "The letter beta.") + "  - id: gamma\n    q: Third?\n    a: Gamma.\n"
    )
    said = machine.recall("add", machine.write(more))
    assert said.out == "Mini was updated: 1 new, 1 reworded, progress kept.\n"


def test_a_deck_that_did_not_change_says_so(machine):
    machine.recall("add", machine.write())
    assert machine.recall("add", machine.write()).out == "Mini was updated: nothing changed.\n"


def test_a_card_that_left_is_said_to_be_left_out(machine):
    machine.recall("add", machine.write())
    fewer = MINI[: MINI.index("  - id: beta")]
    assert "1 left out" in machine.recall("add", machine.write(fewer)).out


def test_a_broken_deck_is_not_added_and_its_problems_are_shown(machine):
    said = machine.recall("add", machine.write(MINI.replace("q: What", "qq: What")))
    assert said.code == 1
    assert "unknown-key" in said.err
    assert not list((machine.folder / "home").rglob("*.yaml"))


def test_the_same_deck_under_another_name_takes_the_place_of_the_first(machine):
    machine.recall("add", machine.write())
    machine.recall("add", machine.write(MINI.replace("Mini", "Maxi"), "renamed.yaml"))
    copies = list((machine.folder / "home").rglob("*.yaml"))
    assert len(copies) == 1
    assert "Maxi" in copies[0].read_text()


def test_another_deck_under_the_same_name_takes_no_place(machine):
    machine.recall("add", machine.write())
    said = machine.recall("add", machine.write(MINI.replace("deck: mini", "deck: other")))
    assert said.code == 1
    assert "rename" in said.err
    assert "deck: mini" in next((machine.folder / "home").rglob("*.yaml")).read_text()


def test_a_file_that_is_not_there_is_said(machine):
    said = machine.recall("add", "nowhere.yaml")
    assert said.code == 1
    assert "nowhere.yaml" in said.err


def test_an_added_deck_is_among_the_decks(machine):
    machine.recall("add", machine.write())
    assert "mini" in [deck["deck"] for deck in machine.recall("decks", "--json").json]


def test_a_deck_that_recall_decks_hides_is_said_to_be_hidden(machine):
    machine.set("RECALL_DECKS", machine.write(name="shared/mini.yaml").parent)
    assert "RECALL_DECKS" in machine.recall("add", machine.write()).err


PATHS = (
    "recall: 1\npaths:\n  - id: short\n    title: Short way\n    steps:\n      - decks: [mini]\n"
)


def test_a_file_of_learning_paths_is_added_and_can_be_started(machine):
    machine.recall("add", machine.write())
    said = machine.recall("add", machine.write(PATHS, "paths.yaml"))
    assert said == (0, "1 learning path: Short way.\nStart one: recall path start short\n", "")
    assert "Short way: 0 of 2 cards met." in machine.recall("path", "start", "short").out


def test_a_broken_file_of_learning_paths_is_not_added(machine):
    said = machine.recall("add", machine.write(PATHS.replace("steps", "stesp"), "paths.yaml"))
    assert said.code == 1
    assert "unknown-key" in said.err
