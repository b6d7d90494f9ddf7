"""``recall completion``: a script for the shell that completes commands, options, decks, tags."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print a script that completes commands, options, decks and tags with Tab.

    \b
    bash   eval "$(recall completion bash)"              in ~/.bashrc
    zsh    eval "$(recall completion zsh)"               in ~/.zshrc
    fish   recall completion fish | source               in ~/.config/fish/config.fish
    """
    found = get_completion_class(shell)
    assert found is not None, shell
    root = ctx.find_root().command
    click.echo(found(root, {}, "recall", "_RECALL_COMPLETE").source())
