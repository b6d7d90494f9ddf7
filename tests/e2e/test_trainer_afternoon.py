"""A trainer's whole afternoon in one terminal: from no deck to one that is sent out again."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("these need a pty", allow_module_level=True)

from tests.support.terminal import Terminal

PROMPT = "trainer$ "

UNREADABLE = """\
  - q: Who stops the line: the operator or the leader?
    a: The operator.
    source: liker04
"""
SLIPS = """\
  - q: How many minutes does the leader have to answer an andon call? # takt
    a: Two minutes.
    hnit: Less than a takt.
    source: liker4
  - q: Is the board kept up to date?
    a: Yes
    source: liker04
"""
SOUND = """\
  # Two of our own.
  - q: How many minutes does the leader have to answer an andon call?
    a: Two minutes.
    hint: Less than a takt.
    source: liker04
  - q: How often does the crew update its board?
    a: Once a shift
    source: liker04
"""


class Shell:
    """A shell on a pty, in which a trainer types commands and reads what they say."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._commands = 0
        terminal.wait_for(PROMPT.strip())

    def run(self, words: str) -> tuple[int, str]:
        """Type a command; its exit code, and all that is on the screen after it."""
        # The number tells the end of this command from that of the one before it.
        self._commands += 1
        end = f"end-{self._commands}="
        self._terminal.press(f"printf '\\033[2J\\033[H'; {words}; echo {end}$?=\r")
        self._terminal.wait_for(*(f"{end}{code}=" for code in range(4)))
        said, _, rest = self._terminal.text.rpartition(end)
        return int(rest.partition("=")[0]), said


class Editor:
    """The deck's file as an editor in another window has it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    @property
    def text(self) -> str:
        return self.file.read_bytes().decode()

    def save(self, text: str) -> None:
        self.file.write_bytes(text.encode())

    def replace(self, old: str, new: str) -> None:
        assert self.text.count(old) == 1, old
        self.save(self.text.replace(old, new))


def test_a_trainer_writes_checks_and_sends_out_a_deck_in_an_afternoon(home: Path) -> None:
    folder = home / "my decks"
    folder.mkdir()
    shell_words = ["env", f"PS1={PROMPT}", "sh", "-c", f'cd "{folder}" && exec sh -i']
    with Terminal(shell_words, {"ENV": "", "COLUMNS": "100"}, rows=50, columns=100) as terminal:
        shell = Shell(terminal)
        deck = Editor(folder / "our-standards.yaml")

        begins(shell, deck)
        writes_with_mistakes(shell, deck)
        gives_ids(shell, deck)
        looks_at_it_as_learners_will(terminal, deck, home / "bin" / "pen")
        sends_it_out_and_learns(shell)
        changes_it_without_losing_progress(shell, deck)
        hands_it_out(shell, folder)

        code, said = shell.run("recall add our-standards.yaml")
        assert code == 0
        assert "Our standards was updated:" in said
        assert "progress kept" in said
        terminal.press("exit\r")
        terminal.end()


def begins(shell: Shell, deck: Editor) -> None:
    code, said = shell.run('recall deck new our-standards.yaml --title "Our standards"')
    assert code == 0
    assert "our-standards.yaml was written" in said
    assert deck.text.startswith("# yaml-language-server: $schema=./recall-deck.schema.json\n")
    assert (deck.file.parent / "recall-deck.schema.json").is_file()
    assert shell.run("recall deck check our-standards.yaml")[0] == 0


def writes_with_mistakes(shell: Shell, deck: Editor) -> None:
    begun = deck.text
    deck.save(begun + UNREADABLE)
    code, said = shell.run("recall deck check our-standards.yaml")
    assert code == 1
    line = begun.count("\n") + 1
    assert f"our-standards.yaml:{line}:" in said
    assert "put the whole text in quotes" in said

    deck.save(begun + SLIPS)
    code, said = shell.run("recall deck check our-standards.yaml")
    assert code == 1
    assert "error[text-cut]" in said
    assert "did you mean 'hint'?" in said
    assert "did you mean 'liker04'?" in said

    deck.replace(" # takt", "")
    deck.replace("hnit", "hint")
    deck.replace("source: liker4\n", "source: liker04\n")
    code, said = shell.run("recall deck check our-standards.yaml")
    assert code == 0
    assert "warning[yes-no]" in said
    assert shell.run("recall deck check --release our-standards.yaml")[0] == 1

    deck.save(begun + SOUND)
    code, said = shell.run("recall deck check our-standards.yaml")
    assert (code, "no problems" in said) == (0, True)


def gives_ids(shell: Shell, deck: Editor) -> None:
    before = deck.text
    assert shell.run("recall deck fmt --check our-standards.yaml")[0] == 1
    assert deck.text == before
    code, said = shell.run("recall deck fmt our-standards.yaml")
    assert code == 0
    assert "3 ids written" in said
    added = [line for line in deck.text.splitlines() if line not in before.splitlines()]
    assert sum("id: " in line for line in added) == 3
    assert "  # Two of our own.\n" in deck.text
    assert shell.run("recall deck check --release our-standards.yaml")[0] == 0


PEN = """\
#!{python}
import pathlib, sys
file = pathlib.Path(sys.argv[-1])
text = file.read_bytes()
assert text.count(b"update its board?") == 1, sys.argv
file.write_bytes(text.replace(b"update its board?", b"bring its board up to date?"))
input("Enter closes this editor: ")
"""


def looks_at_it_as_learners_will(terminal: Terminal, deck: Editor, pen: Path) -> None:
    pen.write_text(PEN.format(python=sys.executable), encoding="utf-8")
    pen.chmod(0o755)
    before = deck.text
    terminal.press("EDITOR=pen recall deck preview our-standards.yaml; echo previewed=$?=\r")
    terminal.wait_for("Preview: Our standards")
    terminal.press("/")
    terminal.wait_for("Find")
    terminal.press("update its board")
    terminal.wait_for("▸ how-often-does")
    terminal.press("\r")
    terminal.wait_for("card 10 of 10")
    terminal.press(" ")
    terminal.wait_for("Once a shift")

    deck.replace("Once a shift", "Once in each shift")
    terminal.wait_for("Once in each shift")
    deck.replace("    hint: Less than a takt.", "    hnit: Less than a takt.")
    terminal.wait_for("unknown key 'hnit'")
    terminal.wait_for("Below is the last good version.")
    deck.replace("    hnit:", "    hint:")
    terminal.wait_for("nothing is recorded")

    terminal.press("e")
    terminal.wait_for("Enter closes this editor:")
    terminal.press("\r")
    terminal.wait_for("bring its board up to date?")
    terminal.press("q")
    terminal.wait_for("previewed=0=")
    deck.save(before)


def sends_it_out_and_learns(shell: Shell) -> None:
    assert "19 questions" in shell.run("cp our-standards.yaml sent.yaml; recall add sent.yaml")[1]
    learn = "recall review our-standards --plain --cards 3"
    code, said = shell.run(f"printf '\\n3\\n\\n3\\n\\n3\\nq\\n' | {learn} | tail -n 5")
    assert code == 0
    assert "3 new questions met" in said


def changes_it_without_losing_progress(shell: Shell, deck: Editor) -> None:
    deck.replace("q: Who may pull the andon cord on a Toyota line?", "q: Who calls for help?")
    deck.replace("id: andon-who", "id: help-who")
    code, said = shell.run("recall deck diff sent.yaml our-standards.yaml")
    assert code == 1
    assert "was: [andon-who]" in said
    assert shell.run("recall deck diff our-standards.yaml")[0] == 1
    deck.replace("id: help-who", "id: help-who\n    was: [andon-who]")
    code, said = shell.run("recall deck diff sent.yaml our-standards.yaml")
    assert code == 0
    assert "'was' says so" in said
    assert "No history is lost." in shell.run("recall deck diff our-standards.yaml")[1]


def hands_it_out(shell: Shell, folder: Path) -> None:
    assert shell.run("recall deck handout our-standards.yaml")[0] == 0
    page = (folder / "our-standards.html").read_text(encoding="utf-8")
    assert "Who calls for help?" in page
    assert "<script" not in page
    assert shell.run("recall deck export our-standards.yaml --to csv")[0] == 0
    rows = list(csv.DictReader((folder / "our-standards.csv").open(encoding="utf-8-sig")))
    assert len(rows) == 19
    assert shell.run("recall deck export our-standards.yaml --to anki-text")[0] == 0
    assert "#guid" in (folder / "our-standards.anki.txt").read_text(encoding="utf-8")
    code, said = shell.run("recall deck import our-standards.csv --dry-run | tail -n 3")
    assert (code, "19 cards" in said) == (0, True)
