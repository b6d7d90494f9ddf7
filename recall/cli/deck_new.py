"""``recall deck new``: a deck to begin with, and the schema for the editor beside it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from recall.cli.say import say
from recall.decks.clean import clean
from recall.errors import RecallError, UsageError
from recall.files import make_folder, replace_file
from recall.ids import ID_PATTERN, slug

SUFFIX = ".yaml"


@click.command("new")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--title", default="", help="The deck's title; else made from the file's name.")
@click.option("--id", "deck", default="", help="The deck's id; else made from the file's name.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made as a JSON object.")
def command(file: Path, title: str, deck: str, as_json: bool) -> None:
    """Write a deck to begin with: one card of each kind, with remarks.

    The schema for your editor is put beside it. A file that is there already is never touched.
    """
    path = _deck_file(file)
    name = deck or slug(path.stem)
    if not ID_PATTERN.match(name):
        raise UsageError(
            f"{clean(name)!r} is no id", mend="use lower-case letters, digits and '-', at most 64"
        )
    data = _scaffold(name, title.strip() or _title(path.stem), path)
    make_folder(path.parent)
    replace_file(path, data)
    if not as_json:
        say(f"{clean(str(path))} was written: a deck with one card of each kind.")
    schema, fresh = _write_schema(path.parent)
    if as_json:
        click.echo(json.dumps({"deck": str(path), "id": name, "schema": str(schema)}))
        return
    if fresh:
        say(f"{clean(str(schema))} was written: it lets your editor help you.")
    say(f"Open it in your editor; then: recall deck check {clean(str(path))}")


def _deck_file(file: Path) -> Path:
    """The file to make; ``.yaml`` may be left out.

    Raises:
        RecallError: it is there already, or could not be found as a deck.
    """
    if file.is_dir():
        raise RecallError(
            "this is a folder", where=str(file), mend=f"name a file: {file / 'my-deck.yaml'}"
        )
    if file.suffix == ".yml":
        raise RecallError("a deck file ends in .yaml", where=str(file))
    path = file if file.suffix == SUFFIX else file.with_name(f"{file.name}{SUFFIX}")
    if path.name.startswith("."):
        raise RecallError("a hidden file is not found among decks", where=str(path))
    if path.exists() or path.is_symlink():
        raise RecallError("there is a file of this name already", where=str(path))
    return path


def _title(stem: str) -> str:
    words = stem.replace("-", " ").replace("_", " ").split()
    text = " ".join(words) or stem
    return text[:1].upper() + text[1:]


def _scaffold(deck: str, title: str, path: Path) -> bytes:
    """The deck's bytes, read back.

    Raises:
        UsageError: the title holds what no deck may hold.
    """
    from recall.decks.read import read_bytes
    from recall.decks.scaffold import scaffold

    data = scaffold(deck, title, path.name).encode("utf-8", "replace")
    reading = read_bytes(data, path.name)
    if not reading.deck or reading.deck.title != title:
        raise UsageError(
            "this name or title cannot stand in a deck", mend="use letters, digits and spaces"
        )
    return data


def _write_schema(folder: Path) -> tuple[Path, bool]:
    """Put the schema into a folder, or renew it; where it is, and whether anything was written.

    Raises:
        RecallError: something else has that name.
    """
    from recall.decks.schema import FILE_NAME, TITLE, schema_text

    path = folder / FILE_NAME
    new = schema_text().encode()
    old = path.read_bytes() if path.exists() else None
    if old == new:
        return path, False
    if old is not None and f'"title": "{TITLE}"'.encode() not in old:
        raise RecallError(
            "this is no schema of recall, so it was left alone",
            where=str(path),
            mend=f"move it away; then: recall deck schema --output {FILE_NAME}",
        )
    replace_file(path, new, expected=old)
    return path, True
