"""Statements of the paths that must be quick: compiled once, run without ceremony.

SQLAlchemy spends 25 to 45 microseconds on each execution; a grade has three, beside a sync to disk
of 200. On SQLite they go to the driver as they were compiled. On PostgreSQL the way to the server
costs more than that, and SQLAlchemy notices lost connections: there nothing is changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Insert, Select, Update

Statement = Select[Any] | Insert | Update
Change = Callable[[Any], Any]


class _Form(NamedTuple):
    """The words of a statement, how each value goes in and what it is where the caller names none,
    and which columns come out changed."""

    words: str
    takes: tuple[tuple[str, Change, Any], ...]
    gives: tuple[tuple[int, Change], ...]


class Prepared:
    """A statement whose values are named by the caller, or stand in it."""

    def __init__(self, statement: Statement) -> None:
        self._statement = statement
        self._form: _Form | None = None

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Iterable[Any]:
        """Executes it and gives its rows, to be read once; none for an insert or update.

        Raises:
            sqlite3.Error, DBAPIError: as the database complains.
        """
        if connection.dialect.name != "sqlite":
            result = connection.execute(self._statement, values)
            return result if result.returns_rows else ()
        form = self._form = self._form or _compiled(self._statement, connection.dialect)
        raw: Any = connection.connection.dbapi_connection
        found = raw.execute(
            form.words, [change(values.get(name, own)) for name, change, own in form.takes]
        )
        return (_changed(row, form.gives) for row in found) if form.gives else found


def _compiled(statement: Statement, dialect: Dialect) -> _Form:
    compiled = statement.compile(dialect=dialect)
    names: Sequence[str] = getattr(compiled, "positiontup", None) or ()
    binds: Mapping[str, Any] = getattr(compiled, "binds", {})
    takes = [
        (name, binds[name].type.bind_processor(dialect) or _as_it_is, binds[name].value)
        for name in names
    ]
    columns = statement.selected_columns if isinstance(statement, Select) else ()
    changes = [each.type.result_processor(dialect, None) for each in columns]
    gives = [(place, change) for place, change in enumerate(changes) if change]
    return _Form(str(compiled), tuple(takes), tuple(gives))


def _changed(row: Sequence[Any], gives: Sequence[tuple[int, Change]]) -> Sequence[Any]:
    values = list(row)
    for place, change in gives:
        values[place] = change(values[place])
    return values


def _as_it_is(value: Any) -> Any:
    return value
