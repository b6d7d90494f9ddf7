"""Column types that mean the same on SQLite and on PostgreSQL, to the bit."""

from __future__ import annotations

import json
from collections.abc import Mapping
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

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """What came from the driver, as a UUID."""
        return UUID(bytes=value) if isinstance(value, bytes) else value


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


Name = String().with_variant(Text(collation="C"), "postgresql")
"""A name that ranges are asked of (all prompts of a card), so sorted by its bytes everywhere."""

Real: Double[float] = Double()
"""64-bit floating point on both, so that a memory comes back to the bit."""
