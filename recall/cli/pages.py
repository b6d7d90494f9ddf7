"""Writing a page that a command made, without taking the place of what somebody else made."""

from __future__ import annotations

import sys
from pathlib import Path

from recall.errors import RecallError
from recall.files import replace_file


def write_page(target: Path, page: bytes, *, made_by: str, what: str, force: bool = False) -> bool:
    """Write a page to a file, or to standard output where that is called ``-`` (gives False).

    Args:
        made_by: the mark that pages of this command bear near their beginning.
        what: what such a page is called (``handout``).
        force: overwrite whatever is there.

    Raises:
        RecallError: a file is there that does not bear the mark, or it cannot be written.
    """
    if target == Path("-"):
        sys.stdout.buffer.write(page)
        sys.stdout.buffer.flush()
        return False
    if not force:
        _keep_others(target, made_by, what)
    replace_file(target, page)
    return True


def _keep_others(target: Path, made_by: str, what: str) -> None:
    try:
        with target.open("rb") as file:
            head = file.read(2000)
    except FileNotFoundError:
        return
    if head and made_by.encode() not in head:
        raise RecallError(
            f"this file is there already and is no {what}",
            where=str(target),
            mend="name another with --output, or overwrite it with --force",
        )
