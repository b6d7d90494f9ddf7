"""What ``Tab`` offers where a command takes decks, tags and paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from recall.cli.names import deck_names, tag_names

NAMES = {"deck": deck_names, "tag": tag_names}


def scope_words(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Decks, tags and deck files that begin so; any file where none does."""
    before = ctx.params.get(param.name or "") or ()
    found = list(dict.fromkeys(_offered(before, incomplete)))
    return [CompletionItem(word) for word in found] or [CompletionItem(incomplete, type="file")]


def _offered(before: Sequence[str], incomplete: str) -> Iterator[str]:
    if incomplete == ":" or before[-1:] == (":",):
        # bash parts words at a colon, and puts in what follows it.
        label = before[-1 if incomplete == ":" else -2] if before else ""
        yield from _beginning(NAMES[label]() if label in NAMES else [], incomplete.strip(":"))
        return
    label, colon, begun = incomplete.partition(":")
    if colon and label in NAMES:
        yield from (f"{label}:{name}" for name in _beginning(NAMES[label](), begun))
        return
    yield from _beginning([*deck_names(), *tag_names(), *_deck_files()], incomplete)


def _deck_files() -> list[str]:
    return sorted(path.name for path in Path().glob("*.yaml"))


def _beginning(names: Sequence[str], begun: str) -> Iterator[str]:
    return (name for name in names if name.startswith(begun))
