"""Which database is meant: a file of SQLite, or a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from recall.errors import StoreError

FORMS = "give a file, or postgresql://user@host/database"


class Address(NamedTuple):
    """Where a store lives: a ``file`` of SQLite, or a ``url`` (naming psycopg) of PostgreSQL."""

    file: Path | None
    url: str = ""

    @property
    def where(self) -> str:
        """How messages call it; a password is never shown."""
        return str(self.file) if self.file else _without_password(self.url)


def address(url: str | None, file: Path | None) -> Address:
    """The database that ``url`` names (a URL or a plain path); without one, SQLite at ``file``.

    Raises:
        StoreError: a URL of another kind of database, or neither of the two given.
    """
    if not url:
        if file is None:
            raise StoreError("no database was named", mend=FORMS)
        return Address(file)
    scheme, separator, rest = url.partition("://")
    if not separator:
        return Address(Path(url).expanduser())
    if scheme == "sqlite" and rest.startswith("/") and len(rest) > 1:
        return Address(Path(rest[1:]).expanduser())
    if scheme in ("postgresql", "postgres", "postgresql+psycopg"):
        return Address(None, f"postgresql+psycopg://{rest}")
    raise StoreError(
        f"a database of the kind {scheme!r} is not supported",
        where=_without_password(url),
        mend=FORMS,
    )


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    login, at, place = rest.rpartition("@")
    place = place.partition("?")[0]
    return f"{scheme.partition('+')[0]}://{login.partition(':')[0]}{at}{place}"
