"""Zstandard, which new Anki packages are packed with; in the extra ``anki``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from recall.errors import RecallError

MOST_WINDOW = 1 << 27
"""Bytes that a stream may ask to keep in memory (128 MiB); Anki's ask for 8 MiB at most."""


@contextmanager
def unpacking(file: IO[bytes], path: Path) -> Iterator[Any]:
    """A stream of what a Zstandard stream holds; its ``read(n)`` gives at most n bytes.

    Raises:
        RecallError: the package ``zstandard`` is missing, or the stream is damaged.
    """
    try:
        import zstandard
    except ImportError:
        mend = (
            "pip install 'recall[anki]', or export it from Anki with "
            "“Support older Anki versions” ticked"
        )
        raise RecallError(
            "reading new Anki packages needs the extra 'anki'", where=str(path), mend=mend
        ) from None
    try:
        decompressor = zstandard.ZstdDecompressor(max_window_size=MOST_WINDOW)
        with decompressor.stream_reader(file, read_across_frames=True) as plain:
            yield plain
    except zstandard.ZstdError as fault:
        mend = "copy or download it again, or export it from Anki again"
        what = f"the package is damaged or not whole: {fault}"
        raise RecallError(what, where=str(path), mend=mend) from None
