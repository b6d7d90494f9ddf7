"""Which schemas this version of the app knows. Plain text, so that start-up needs no Alembic."""

from __future__ import annotations

REVISIONS = ("0001",)
"""Every revision from the first to the newest; each is a file in ``migrations/versions``."""

HEAD = REVISIONS[-1]

VERSION_TABLE = "recall_revision"
"""Our own name for Alembic's table: on a shared server another app may have the usual one."""
