"""``recall deck diff``: two files, against git, against what this learner last had."""

import shutil
import subprocess

import pytest

from tests.cli.conftest import MINI
from tests.support.modules import modules_after

SAFE = MINI.replace("Beta.", "The letter beta.") + "  - id: gamma\n    q: Third?\n    a: Gamma.\n"
LOSING = MINI.replace("id: alpha", "id: one").replace("comes first?", "is the first one?")
MENDED = LOSING.replace("id: one", "id: one\n    was: [alpha]")


def test_a_safe_version_is_told_in_words_and_leaves_zero(machine):
    said = machine.recall("deck", "diff", machine.write(), machine.write(SAFE, "new.yaml"))
    assert said.code == 0
    assert "Added: 1 card. 1 new question in all." in said.out
    assert "    gamma  Third?" in said.out
    assert "Reworded a little: 1 card." in said.out
    assert said.out.endswith("No history is lost.\n")


def test_scenarios_are_told_apart_by_their_cases(machine):
    case = "  - id: {0}\n    case: A line {0}.\n    q: Why?\n    a: So.\n    why: Therefore.\n"
    both = MINI + case.format("stops") + case.format("starts")
    said = machine.recall("deck", "diff", machine.write(), machine.write(both, "new.yaml"))
    assert "    stops   A line stops." in said.out
    assert "    starts  A line starts." in said.out


def test_a_version_that_loses_a_history_leaves_one_with_the_mend(machine):
    said = machine.recall("deck", "diff", machine.write(), machine.write(LOSING, "new.yaml"))
    assert said.code == 1
    assert "one (line 6): it reads like alpha" in said.out
    assert "add 'was: [alpha]' to it" in said.out
    assert said.out.endswith("Learners would lose the history of 1 question.\n")
    assert said.err == ""


def test_the_mend_mends(machine):
    said = machine.recall("deck", "diff", machine.write(), machine.write(MENDED, "new.yaml"))
    assert said.code == 0
    assert "alpha  → one  'was' says so" in said.out


def test_json_has_all_of_it(machine):
    old, new = machine.write(), machine.write(LOSING, "new.yaml")
    said = machine.recall("deck", "diff", "--json", old, new)
    assert said.code == 1
    assert said.json["lost"] == ["mini/alpha/main"]
    (deck,) = said.json["decks"]
    assert (deck["deck"], deck["added"], deck["retired"]) == ("mini", [], [])
    (risk,) = deck["at_risk"]
    assert (risk["rule"], risk["now"], risk["line"]) == ("renamed", "mini/one", 6)


def test_folders_are_compared_deck_by_deck(machine):
    machine.write(name="old/mini.yaml")
    machine.write(MINI.replace("deck: mini", "deck: other"), "old/other.yaml")
    machine.write(SAFE, "new/renamed-file.yaml")
    said = machine.recall("deck", "diff", "old", "new")
    assert said.code == 0
    assert "gamma" in said.out
    assert "Mini (other) is not there now." in said.out


def test_a_broken_version_is_not_judged(machine):
    new = machine.write(MINI.replace("    a: Beta.", "    aa: Beta."), "new.yaml")
    said = machine.recall("deck", "diff", machine.write(), new)
    assert said.code == 1
    assert "unknown-key" in said.err
    assert "new.yaml: this deck has errors" in said.err
    assert said.out == ""


@pytest.mark.parametrize("words", [(), ("a", "b", "c"), ("--against", "HEAD", "a", "b")])
def test_too_few_or_too_many_files_are_a_usage_error(machine, words):
    assert machine.recall("deck", "diff", *words).code == 2


def test_a_file_that_is_not_there_is_named(machine):
    said = machine.recall("deck", "diff", machine.write(), "nowhere.yaml")
    assert said.code == 1
    assert "nowhere.yaml: there is no such file" in said.err


def test_nothing_raw_from_a_deck_reaches_the_terminal(machine):
    new = machine.write(SAFE.replace("Third?", '"\\e[31mThird\\x07?"'), "new.yaml")
    said = machine.recall("deck", "diff", machine.write(), new)
    assert "\x1b" not in said.out + said.err


def test_comparing_two_files_opens_no_store(machine):
    words = ["deck", "diff", str(machine.write()), str(machine.write(SAFE, "new.yaml"))]
    loaded = modules_after(f"from recall.cli.main import run; run({words!r})")
    assert not loaded & {"sqlalchemy", "fsrs", "recall.store", "recall.collection"}
    assert not (machine.folder / "home" / "data" / "recall").exists()


class TestAgainstGit:
    @pytest.fixture
    def repository(self, machine):
        if shutil.which("git") is None:
            pytest.skip("git is not installed")
        machine.set("GIT_CONFIG_GLOBAL", machine.folder / "no-config")
        machine.set("GIT_CEILING_DIRECTORIES", machine.folder.parent)
        self.git("init", "-q", cwd=machine.folder)
        machine.write(name="decks/mini.yaml")
        self.git("add", "decks", cwd=machine.folder)
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.git(*author, "commit", "-q", "-m", "First", cwd=machine.folder)
        return machine

    def git(self, *words, cwd):
        subprocess.run(["git", *words], cwd=cwd, check=True, capture_output=True)

    def test_the_working_file_is_compared_with_a_revision(self, repository):
        path = repository.write(LOSING, "decks/mini.yaml")
        said = repository.recall("deck", "diff", "--against", "HEAD", path)
        assert said.code == 1
        assert "reads like alpha" in said.out

    def test_a_folder_is_too_from_inside_it_and_from_the_top(self, repository, monkeypatch):
        repository.write(SAFE, "decks/mini.yaml")
        assert "gamma" in repository.recall("deck", "diff", "--against", "HEAD", "decks").out
        monkeypatch.chdir(repository.folder / "decks")
        assert "gamma" in repository.recall("deck", "diff", "--against", "HEAD", ".").out
        assert "gamma" in repository.recall("deck", "diff", "--against", "HEAD", "mini.yaml").out

    def test_a_file_that_was_moved_is_found_by_its_deck(self, repository):
        (repository.folder / "decks/mini.yaml").unlink()
        path = repository.write(SAFE, "elsewhere/better name.yaml")
        said = repository.recall("deck", "diff", "--against", "HEAD", path)
        assert "Reworded a little: 1 card." in said.out

    def test_a_deck_that_the_revision_had_not_is_new(self, repository):
        path = repository.write(MINI.replace("deck: mini", "deck: other"), "decks/other.yaml")
        said = repository.recall("deck", "diff", "--against", "HEAD", path)
        assert said.code == 0
        assert "A deck that was not there before: 2 cards" in said.out

    @pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "HEAD^5", ""])
    def test_a_revision_that_is_none_is_said(self, repository, revision):
        said = repository.recall("deck", "diff", f"--against={revision}", "decks/mini.yaml")
        assert said.code == 1
        assert not (repository.folder / "stolen").exists()

    def test_a_broken_old_version_is_named_with_its_revision(self, repository):
        path = repository.write(MINI.replace("q: What", "qq: What"), "decks/mini.yaml")
        author = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        self.git(*author, "commit", "-q", "-a", "-m", "Broken", cwd=repository.folder)
        repository.write(name="decks/mini.yaml")
        said = repository.recall("deck", "diff", "--against", "HEAD", path)
        assert said.code == 1
        assert "HEAD:decks/mini.yaml" in said.err

    def test_outside_of_a_repository_that_is_said(self, machine):
        machine.set("GIT_CEILING_DIRECTORIES", machine.folder.parent)
        said = machine.recall("deck", "diff", "--against", "HEAD", machine.write())
        assert said.code == 1
        assert "in no git repository" in said.err

    def test_without_git_that_is_said(self, machine):
        machine.set("PATH", machine.folder)
        said = machine.recall("deck", "diff", "--against", "HEAD", machine.write())
        assert said.code == 1
        assert "git is not installed" in said.err


class TestAgainstWhatTheLearnerLastHad:
    @pytest.fixture
    def learner(self, machine):
        machine.recall("add", machine.write())
        assert machine.recall("due").code == 0
        return machine

    def test_the_last_version_read_is_the_old_one(self, learner):
        said = learner.recall("deck", "diff", learner.write(LOSING))
        assert said.code == 1
        assert "reads like alpha" in said.out

    def test_looking_adopts_nothing_and_remembers_nothing(self, learner):
        path = learner.write(SAFE)
        first = learner.recall("deck", "diff", path)
        assert first.code == 0
        assert "gamma" in first.out
        assert learner.recall("deck", "diff", path) == first
        assert learner.recall("log", "--json").out == ""

    def test_a_deck_renamed_in_its_file_is_known_by_the_file(self, learner):
        copy = next((learner.folder / "home").rglob("mini.yaml"))
        copy.write_text(MINI.replace("deck: mini", "deck: maxi"))
        said = learner.recall("deck", "diff", copy)
        assert said.code == 1
        assert "add 'was: [mini]' to the deck" in said.out

    def test_a_deck_never_had_is_new_and_no_store_is_made_by_looking(self, machine):
        said = machine.recall("deck", "diff", machine.write())
        assert said.code == 0
        assert "You have not had the deck mini yet" in said.err
        assert not list((machine.folder / "home").rglob("*.sqlite3"))
