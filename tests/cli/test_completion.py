"""Completion with ``Tab``."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(machine, shell):
    said = machine.recall("completion", shell)
    assert said.code == 0
    assert "_RECALL_COMPLETE" in said.out


def test_an_unknown_shell_is_refused(machine):
    assert machine.recall("completion", "cmd").code == 2


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("recall rev", "review"), ("recall review pd", "pdca"), ("recall review --mi", "--minutes")],
)
def test_commands_decks_and_options_are_completed(typed, offered):
    assert f"plain,{offered}" in completed(typed)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("recall review xsm", ["plain,xsmall"]),
        ("recall due gre", ["plain,greek"]),
        ("recall review tag:x", ["plain,tag:xsecond", "plain,tag:xsmall"]),
        ("recall review deck:mi", ["plain,deck:mini"]),
        ("recall review tag : x", ["plain,xsecond", "plain,xsmall"]),
        ("recall review deck : mi", ["plain,mini"]),
        ("recall review mi", ["plain,mini", "plain,mine.yaml"]),
        ("recall review ./mi", ["file,./mi"]),
        ("recall review zzz", ["file,zzz"]),
    ],
)
def test_tags_decks_and_deck_files_are_completed(typed, offered, tmp_path):
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "mini.yaml").write_text(
        "recall: 1\ndeck: mini\ntitle: Mini\ntags: [xsmall, 'two words']\ncards:\n"
        "  - id: a\n    tags:\n      - greek\n      - xsecond\n    q: Q?\n    a: A.\n"
    )
    (tmp_path / "mine.yaml").touch()
    (decks / "broken.yaml").write_bytes(b"deck: \xff tags: [")
    assert completed(typed, tmp_path, RECALL_DECKS=str(decks)) == offered


def test_each_command_is_offered_with_its_sentence_whole_and_none_is_imported():
    code = (
        "import sys, click, recall.cli.main as main\n"
        "found = main.cli.shell_complete(click.Context(main.cli), '')\n"
        "assert {each.value: each.help for each in found if each.value in main.ENTRIES} == {\n"
        "    name: entry.help for name, entry in main.ENTRIES.items()}\n"
        "assert not [entry for entry in main.ENTRIES.values() if entry.module in sys.modules]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_completing_imports_no_screen_and_no_database():
    code = (
        "import sys, recall.cli.main, recall.cli.review, recall.cli.due, recall.cli.scope_words\n"
        "print([name for name in ('sqlalchemy', 'textual', 'yaml') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def completed(typed, folder=None, **surroundings):
    """What bash is offered for these words, the last of them unfinished."""
    words = {"COMP_WORDS": typed, "COMP_CWORD": str(typed.count(" "))}
    done = subprocess.run(
        [sys.executable, "-m", "recall"],
        env={**os.environ, **words, "_RECALL_COMPLETE": "bash_complete", **surroundings},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout.splitlines()
