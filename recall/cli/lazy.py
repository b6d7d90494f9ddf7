"""A group of commands that imports a command only when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Entry(NamedTuple):
    """Where a command is (the module holds it as ``command``), and its one line of help."""

    module: str
    help: str


class LazyGroup(click.Group):
    """Commands by name; listing them or suggesting the nearest name imports none."""

    def __init__(self, *args: Any, entries: Mapping[str, Entry], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the help page."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            return None
        command = import_module(entry.module).command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names.

        Raises:
            click.UsageError: no such command, with the nearest ones.
        """
        word = args[0]
        if word not in self.entries and not word.startswith("-"):
            raise click.UsageError(f"there is no command {word!r}. {self._advice(word)}", ctx)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The names that begin so, each with its one line of help, and the group's own options."""
        from click.shell_completion import CompletionItem

        named = [
            CompletionItem(name, help=entry.help)
            for name, entry in self.entries.items()
            if name.startswith(incomplete)
        ]
        return [*named, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.entries.items()])

    def _advice(self, word: str) -> str:
        if "/" in word or "\\" in word or word.endswith(".yaml"):
            return f"To study a deck: recall review {word}"
        from difflib import get_close_matches

        near = get_close_matches(word, self.entries, 2, 0.5)
        return f"Did you mean {' or '.join(near)}?" if near else "recall --help lists them."
