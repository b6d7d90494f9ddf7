"""Column types that mean the same on SQLite and on PostgreSQL, to the bit."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Dialect, Double, LargeBinary, String, Text, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite (half of its text, and sorted alike), ``uuid`` on PostgreSQL."""

    impl = LargeBinary
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """The type that the database itself has."""
        return dialect.type_descriptor(Uuid() if dialect.name == "postgresql" else LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """What is handed to the driver."""
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    def result_processor(
        self, dialect: Dialect, coltype: object
    ) -> Callable[[Any], UUID | None] | None:
        """What makes a UUID of a value from the driver; psycopg makes one itself.

        In place of ``process_result_value``, which costs two calls more for each of 100,000 rows.
        """
        return _uuid if dialect.name == "sqlite" else None


class Details(TypeDecorator[Mapping[str, Any]]):
    """The open part of an event: JSON as text, null where it is empty.

    Written in pure ASCII: a typed answer may hold a NUL or half a surrogate pair, which a database
    refuses (so does ``jsonb``), but which their escapes bring back unchanged.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> str | None:
        """The JSON text."""
        return json.dumps(dict(value), allow_nan=False, separators=(",", ":")) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> dict[str, Any]:
        """The parsed object; empty for null."""
        return json.loads(value) if value else {}


def _uuid(value: bytes | None) -> UUID | None:
    return None if value is None else UUID(bytes=value)


Name = String().with_variant(Text(collation="C"), "postgresql")
"""A name that ranges are asked of (all prompts of a card), so sorted by its bytes everywhere."""

Real: Double[float] = Double()
"""64-bit floating point on both, so that a memory comes back to the bit."""
