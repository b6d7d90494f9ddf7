"""What was last read of each deck, so that a broken file has a last good version."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, insert, select

from recall.store.schema import catalogue
from recall.store.values import CatalogueEntry

_mine = catalogue.c.learner_id == bindparam("learner")

_LIST = select(
    catalogue.c.deck, catalogue.c.path, catalogue.c.digest, catalogue.c.reader_version
).where(_mine)
_DATA = select(catalogue.c.data).where(_mine, catalogue.c.digest == bindparam("of")).limit(1)
_FORGET = delete(catalogue).where(_mine, catalogue.c.deck == bindparam("of"))
_INSERT = insert(catalogue)


def read_catalogue(connection: Connection, learner_id: UUID) -> dict[str, CatalogueEntry]:
    """The entry of every deck id."""
    found = connection.execute(_LIST, {"learner": learner_id})
    return {row[0]: CatalogueEntry(*row[1:]) for row in found}


def read_data(connection: Connection, learner_id: UUID, digest: str) -> bytes | None:
    """The parsed cards kept for a file's digest; None where there are none."""
    found = connection.execute(_DATA, {"learner": learner_id, "of": digest}).scalar()
    return None if found is None else bytes(found)


def write_entry(
    connection: Connection, learner_id: UUID, deck: str, entry: CatalogueEntry, data: bytes
) -> None:
    """Keeps what was read of a deck, in place of what was kept before."""
    connection.execute(_FORGET, {"learner": learner_id, "of": deck})
    row = {"learner_id": learner_id, "deck": deck, **entry._asdict(), "data": data}
    # A file name that is no UTF-8 holds half surrogates, which a database refuses as text.
    row["path"] = entry.path.encode("utf-8", "backslashreplace").decode()
    connection.execute(_INSERT, row)
