"""``recall undo``: take back the newest answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from recall.cli.starting import collection, database_option

if TYPE_CHECKING:
    from recall.collection.collection import Collection
    from recall.memory.events import Event


@click.command("undo")
@database_option
@click.pass_context
def command(ctx: click.Context, database: str | None) -> int:
    """Take back the newest answer (or mark, or card put away).

    Again takes back the one before it. Nothing is lost: the log keeps both. Exits with 1 where
    there is nothing to undo.
    """
    from recall.session.words import WORDS

    with collection(ctx, database) as opened:
        undone = opened.undo()
        click.echo(_sentence(opened, undone) if undone else WORDS["nothing to undo"])
    return 0 if undone else 1


def _sentence(opened: Collection, undone: Event) -> str:
    from recall.memory.events import Grade
    from recall.session.words import grade_word, kind_word
    from recall.session.words import undone as sentence

    shown = str(undone.details.get("shown", ""))
    if undone.grade is None:
        word = kind_word(undone.kind)
    else:
        word = grade_word(Grade(undone.grade), shown)
    return sentence(word, _text(opened, undone.prompt or ""))


def _text(opened: Collection, prompt: str) -> str:
    """The question of a prompt as it is read, of a card its first one; its name if it is gone."""
    from recall.decks.clean import one_line
    from recall.decks.questions import question

    found = opened.find(prompt)
    if found is None:
        return one_line(prompt)
    deck, card = found
    part = prompt.split("/", 2)[2] if prompt.count("/") == 2 else card.parts[0]
    if part not in card.parts:
        return one_line(prompt)
    return one_line(question(deck, card, part, seed=0).text)
