"""The formats by name: which file has which, and what makes a deck of it or it of a deck."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from recall.decks.model import Deck
from recall.errors import UsageError

CSV, TSV, QUIZLET, MARKDOWN = "csv", "tsv", "quizlet", "markdown"
ANKI_TEXT, APKG, GIFT = "anki-text", "apkg", "gift"


class Target(NamedTuple):
    """A format that decks are written in: the ending of its files, and what it is."""

    ending: str
    about: str


TARGETS = {
    CSV: Target(".csv", "table for Excel and other spreadsheets"),
    TSV: Target(".tsv", "table with tabs"),
    QUIZLET: Target(".quizlet.txt", "question, tab, answer: for Quizlet's import"),
    MARKDOWN: Target(".md", "Q: and A: lines"),
    ANKI_TEXT: Target(".anki.txt", "text for Anki's File > Import"),
    APKG: Target(".apkg", "Anki package"),
    GIFT: Target(".gift", "questions for Moodle"),
}
SOURCES = (CSV, TSV, MARKDOWN, APKG)
_ENDINGS = {
    **{".csv": CSV, ".tsv": TSV, ".tab": TSV, ".txt": TSV},
    **{".md": MARKDOWN, ".markdown": MARKDOWN, ".apkg": APKG, ".colpkg": APKG},
}


def source_format(path: Path, begins: bytes) -> str:
    """The format of a file to import: by its ending, else by how it begins.

    Raises:
        UsageError: it cannot be told.
    """
    if begins.startswith(b"PK\x03\x04"):
        return APKG
    found = _ENDINGS.get(path.suffix.lower())
    if found == TSV and path.suffix.lower() == ".txt" and _is_markdown(begins):
        return MARKDOWN
    if found is None:
        mend = f"say what it is: --from {'|'.join(SOURCES)}"
        raise UsageError("the ending does not tell its format", where=str(path), mend=mend)
    return found


def target_format(path: Path) -> str:
    """The format of a file to export to, by its ending; the longest known one counts.

    Raises:
        UsageError: no format has it.
    """
    name = path.name.lower()
    known = sorted(TARGETS, key=lambda each: -len(TARGETS[each].ending))
    for each in known:
        if name.endswith(TARGETS[each].ending):
            return each
    mend = f"say what it should be: --to {'|'.join(TARGETS)}"
    raise UsageError("the ending does not tell a format", where=str(path), mend=mend)


def writer(target: str) -> Callable[[Deck], bytes]:
    """What makes the bytes of a format; its module is imported now."""
    if target == APKG:
        from recall.transfer.anki_out import apkg_bytes

        return apkg_bytes
    from recall.transfer import anki_text, gift, markdown_out, table_out

    writers: dict[str, Callable[[Deck], bytes]] = {
        CSV: table_out.csv_bytes,
        TSV: table_out.tsv_bytes,
        QUIZLET: table_out.quizlet_bytes,
        MARKDOWN: markdown_out.markdown_bytes,
        ANKI_TEXT: anki_text.anki_text_bytes,
        GIFT: gift.gift_bytes,
    }
    return writers[target]


def _is_markdown(data: bytes) -> bool:
    return (data.startswith(b"#") and b"\t" not in data) or b"\nA:" in data
