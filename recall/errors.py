"""The one family of errors that a user may see: what, where, and how to mend it."""

from __future__ import annotations


class RecallError(Exception):
    """Something a user can cause and mend.

    Args:
        what: what is wrong, a plain sentence without a full stop at the end.
        where: a file, ``file:line:column`` or a setting; empty where there is none.
        mend: what to do about it; empty where nothing can be said.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", mend: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        return f"{place}{self.what}"


class UsageError(RecallError):
    """The words of a command or a setting are off."""

    exit_code = 2


class StoreError(RecallError):
    """The database cannot be opened, read or written."""

    exit_code = 3


class NewerDatabase(StoreError):
    """The database was written by a newer version of the app."""


class BusyStore(StoreError):
    """Another process holds the database; trying again may succeed."""
