"""``recall deck import``: a deck out of a table, Markdown or an Anki package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from recall.cli.say import say
from recall.errors import UsageError

if TYPE_CHECKING:
    from recall.transfer.making import Imported, Package, Wanted

FORMATS = ("csv", "tsv", "markdown", "apkg")
SEPARATORS = ("comma", "semicolon", "tab", "pipe")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", metavar="FILE", type=click.Path(path_type=Path), help="The deck to write."
)
@click.option("--from", "source", type=click.Choice(FORMATS), help="What it is (else: its ending).")
@click.option("--deck", default="", metavar="ID", help="The deck's id (else: of its title).")
@click.option("--title", default="", help="The deck's title (else: what the file says).")
@click.option("--language", default="", metavar="TAG", help="Its language, like en or pt-BR.")
@click.option("--columns", default="", metavar="LIST", help="What the columns are: q,a,-,tags")
@click.option("--as", "kind", type=click.Choice(("basic", "term", "typed")), help="What a row is.")
@click.option("--separator", type=click.Choice(SEPARATORS), help="What stands between cells.")
@click.option("--header/--no-header", default=None, help="Whether the first row names columns.")
@click.option("--encoding", default="", metavar="NAME", help="UTF-8 if not said, else cp1252.")
@click.option("--history", is_flag=True, help="Add the reviews in an .apkg to your progress.")
@click.option("--database", metavar="FILE|URL", help="Whose progress: with --history.")
@click.option("--dry-run", is_flag=True, help="Show how it is understood; write nothing.")
@click.option("--force", is_flag=True, help="Replace the deck file if there is one.")
@click.option("-y", "--yes", is_flag=True, help="Do not ask before writing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.pass_context
def command(ctx: click.Context, /, file: Path, **said: Any) -> int:
    """Make a deck out of FILE: CSV, TSV (Excel, Quizlet, Anki text), Markdown, or .apkg.

    Separator, encoding and columns are guessed and shown first. Columns are q, a, term, means,
    typed, cloze, hint, why, source, tags, id, module, accept, lang; - leaves one out. Markdown
    holds Q: and A: lines, or headings with the answer below. A file that is there already is
    replaced only with --force.

    --history adds the reviews in an Anki package, and what its FSRS knew, to your own progress;
    doing it again adds only what is new. Nothing else here touches anybody's progress.
    """
    from recall.cli.deck_import_words import report, show
    from recall.files import replace_file
    from recall.transfer.deck_file import deck_bytes
    from recall.transfer.files import free_to_write

    imported, past = _read(file, said)
    target: Path = said["output"] or Path(f"{imported.deck.id}.yaml")
    comment = f"Imported from {file.name}. Check it: recall deck check"
    data = deck_bytes(imported.deck, str(target), comment)
    if not said["as_json"]:
        show(imported, past if said["history"] else None)
    joined = None
    if not said["dry_run"]:
        free_to_write(target, replace=said["force"])
        if _asks(said) and not click.confirm(f"Write {target}?", default=True, err=True):
            say("Nothing was written.", err=True)
            return 1
        replace_file(target, data)
        if said["history"]:
            from recall.cli.deck_import_past import join

            joined = join(ctx, said["database"], past)
    report(imported, target, joined, written=not said["dry_run"], as_json=said["as_json"])
    return 0


def _read(file: Path, said: dict[str, Any]) -> Package:
    from recall.transfer.files import first_bytes, read_whole
    from recall.transfer.formats import APKG, MARKDOWN, source_format
    from recall.transfer.making import Package, Wanted

    if said["language"]:
        _check_language(said["language"])
    wanted = Wanted(file.name, said["deck"], said["title"], said["language"])
    source = said["source"] or source_format(file, first_bytes(file))
    if source == APKG:
        from recall.transfer.anki_in import read_package

        return read_package(file, wanted, history=said["history"])
    if said["history"]:
        raise UsageError("only Anki packages hold a history", where=str(file))
    data = read_whole(file)
    if source == MARKDOWN:
        from recall.transfer.markdown_in import markdown_deck

        return Package(markdown_deck(data, wanted, said["encoding"]))
    return Package(_table(data, source, wanted, said))


def _table(data: bytes, source: str, wanted: Wanted, said: dict[str, Any]) -> Imported:
    from recall.transfer.table_dialect import SEPARATORS as SIGNS
    from recall.transfer.table_in import TableWords, table_deck

    words = TableWords(
        separator=SIGNS.get(said["separator"] or "", ""),
        encoding=said["encoding"],
        columns=said["columns"],
        header=said["header"],
        kind=said["kind"] or "",
    )
    return table_deck(data, wanted, words)


def _check_language(tag: str) -> None:
    from recall.decks.fields import LANGUAGE

    if not LANGUAGE.match(tag):
        mend = "a language tag is one like en, de or pt-BR"
        raise UsageError(f"{tag!r} is no language tag", where="--language", mend=mend)


def _asks(said: dict[str, Any]) -> bool:
    return not (said["yes"] or said["as_json"]) and sys.stdin.isatty() and sys.stderr.isatty()
