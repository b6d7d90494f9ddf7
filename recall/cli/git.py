"""Deck files as they are in a revision of git; asked of the ``git`` program, which only reads."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from recall.decks.deck_bytes import MOST_BYTES
from recall.decks.library import SUFFIX
from recall.decks.read import Reading, read_bytes
from recall.errors import RecallError


def readings_at(revision: str, path: Path) -> Iterator[Reading]:
    """A file, or the decks of a folder, as they are in a revision; nothing where it had none.

    A file that has another name there is found by its deck's id.

    Raises:
        RecallError: no git, no repository, or no such revision.
    """
    folder = path if path.is_dir() else path.parent
    tree = _tree(revision, folder)
    if path.is_dir():
        names = [name for name in _listed(tree, folder) if _is_deck(name)]
    else:
        names = _named(tree, path)
    for name in names:
        yield read_bytes(_shown(f"{tree}:{name}", folder), f"{revision}:{name}")


def _tree(revision: str, folder: Path) -> str:
    """The id of the revision's tree: from here on nothing that a user typed reaches git."""
    if revision.startswith("-") or not revision:
        raise RecallError(f"{revision} is no revision", mend="name a commit, a tag or a branch")
    inside = _git(folder, "rev-parse", "--git-dir")
    if inside.returncode:
        raise RecallError("this folder is in no git repository", where=str(folder))
    found = _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{tree}}")
    if found.returncode:
        raise RecallError(
            f"git knows no revision {revision}", where=str(folder), mend="git log lists them"
        )
    return found.stdout.decode().strip()


def _listed(tree: str, folder: Path) -> list[str]:
    """The files in a folder of the tree, named from the top."""
    listed = _git(folder, "ls-tree", "-z", "--name-only", "--full-name", tree, "./")
    return [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]


def _named(tree: str, path: Path) -> list[str]:
    """The file in the tree, by its path, else by the deck id that it has now."""
    listed = _git(
        path.parent, "ls-tree", "-z", "--name-only", "--full-name", tree, f"./{path.name}"
    )
    names = [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]
    return names or _same_deck(tree, path)


def _same_deck(tree: str, path: Path) -> list[str]:
    from recall.decks.read import read_deck

    deck = read_deck(path).deck_id
    if not deck:
        return []
    pattern = f"^deck:[ \t]*[\"']?{deck}[\"']?[ \t]*(#.*)?\r?$"
    top = Path(os.fsdecode(_git(path.parent, "rev-parse", "--show-toplevel").stdout).rstrip("\n"))
    found = _git(top, "grep", "-z", "-l", "-E", "-e", pattern, tree, "--", f"*{SUFFIX}")
    names = [os.fsdecode(name) for name in found.stdout.split(b"\0") if name]
    return [name.partition(":")[2] for name in names][:1]


def _is_deck(name: str) -> bool:
    base = name.rpartition("/")[2]
    return base.endswith(SUFFIX) and not base.startswith(".")


def _shown(place: str, folder: Path) -> bytes:
    shown = _git(folder, "show", place, most=MOST_BYTES + 1)
    if shown.returncode:
        raise RecallError("git cannot show this file", where=place.partition(":")[2])
    return shown.stdout


def _git(folder: Path, *words: str, most: int = 1 << 26) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder; of what it says at most so many bytes are kept.

    Raises:
        RecallError: there is no git, or no such folder.
    """
    command = ["git", "--no-pager", *words]
    calm = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    try:
        with subprocess.Popen(
            command,
            cwd=folder,
            env=calm,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        ) as running:
            assert running.stdout is not None
            said = running.stdout.read(most)
            running.stdout.close()
            code = running.wait()
    except FileNotFoundError:
        if not folder.is_dir():
            raise RecallError("there is no such folder", where=str(folder)) from None
        raise RecallError("git is not installed", mend="compare two files instead") from None
    # Where it said more than is kept, the closed pipe ends it: what was read is what counts.
    return subprocess.CompletedProcess(command, 0 if len(said) == most else code, said)
