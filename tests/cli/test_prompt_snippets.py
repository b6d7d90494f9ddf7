"""The snippets of the README, in the shells that they are for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
SNIPPETS = {
    first: body
    for _, first, body in re.findall(r"^```(\w+)\n# (.*?): .*?\n(.*?)^```$", README, re.M | re.S)
}


def run(machine, *command: str) -> str:
    """What a program says in a shell whose learner has something to recall today."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    machine.recall("due")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"}
    ran = subprocess.run(command, capture_output=True, env=environment, timeout=30, check=True)
    assert ran.stderr == b""
    return ran.stdout.decode()


def words(machine) -> str:
    machine.recall("due")
    return machine.recall("due", "--short").out.strip()


@pytest.mark.parametrize("name", ["bash", "bash 5"])
def test_bash_shows_it_before_the_prompt(machine, name):
    script = f"PS1='$ '\n{SNIPPETS[name]}\nprintf '%s' \"${{PS1@P}}\""
    assert run(machine, "bash", "--norc", "-c", script) == f"[{words(machine)}] $ "


@pytest.mark.parametrize("name", ["bash", "bash 5"])
def test_bash_shows_nothing_where_nothing_is_known(machine, name, monkeypatch):
    script = f"PS1='$ '\n{SNIPPETS[name]}\nprintf '%s' \"${{PS1@P}}\""
    monkeypatch.setenv("HOME", str(machine.folder / "nobody"))
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    ran = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, timeout=30)
    assert (ran.stdout, ran.stderr) == (b"$ ", b"")


def test_zsh_shows_it_on_the_right(machine):
    script = f'{SNIPPETS["zsh"]}\nprint -P -- "$RPROMPT"'
    assert run(machine, "zsh", "-f", "-c", script).strip() == words(machine)


def test_fish_shows_it_on_the_right(machine):
    script = f"{SNIPPETS['fish']}\nfish_right_prompt"
    assert run(machine, "fish", "--no-config", "-c", script).strip() == words(machine)


def test_tmux_takes_it_into_its_status_line(machine, tmp_path):
    file = tmp_path / "tmux.conf"
    file.write_text(SNIPPETS["tmux"])
    name = f"recall-{os.getpid()}"
    try:
        run(machine, "tmux", "-L", name, "-f", str(file), "new-session", "-d", "sleep 20")
        shown = run(machine, "tmux", "-L", name, "show", "-g", "status-right")
        assert "#(recall due --short)" in shown
    finally:
        if shutil.which("tmux"):
            subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True)


def test_the_snippet_for_starship_is_sound():
    module = tomllib.loads(SNIPPETS["starship"])["custom"]["recall"]
    assert (module["command"], module["when"]) == ("recall due --short", True)
