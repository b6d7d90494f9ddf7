"""The database inside an Anki package, copied out as far as it is worth reading, and no further.

A package is a zip file. Only the collection in it is read, by its known name, and streamed into a
temporary file with a bound: what the zip says of sizes is never believed, no path in it is used.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any

from recall.errors import RecallError
from recall.transfer.files import unreadable

NEWEST = "collection.anki21b"
MEMBERS = (NEWEST, "collection.anki21", "collection.anki2")
MOST_BYTES = 512 * 1024 * 1024
"""Of a collection, in the temporary file."""
MOST_GROWTH = 100
"""A collection that is so many times larger than its packed bytes is a bomb, from 32 MiB on."""
MOST_DIRECTORY = 32 * 1024 * 1024

_FREE = 32 * 1024 * 1024
_CHUNK = 1024 * 1024
_END, _END_SIZE = b"PK\x05\x06", 22
_LONGEST_COMMENT = 0xFFFF


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The collection of a package as a file of its own, gone again at the end.

    Raises:
        RecallError: no package, a damaged or encrypted one, or one made to do harm.
    """
    with TemporaryDirectory(prefix="recall-") as folder:
        target = Path(folder) / "collection.sqlite"
        try:
            with path.open("rb") as file:
                _check_file(file, path)
                with zipfile.ZipFile(file) as package:
                    _copy(package, _member(package, path), target, path)
        except (zipfile.BadZipFile, zlib.error, EOFError, struct.error) as fault:
            raise _damaged(path, fault) from None
        except NotImplementedError as fault:
            raise _refused(path, f"it is packed in a way that is not known ({fault})") from None
        except OSError as fault:
            raise unreadable(path, fault) from None
        yield target


def _check_file(file: IO[bytes], path: Path) -> None:
    """Look at the end of the file before the list of all members is read into memory."""
    size = file.seek(0, 2)
    if not size:
        raise RecallError("the file is empty", where=str(path), mend="export it from Anki again")
    file.seek(max(0, size - _END_SIZE - _LONGEST_COMMENT))
    tail = file.read()
    place = tail.rfind(_END)
    file.seek(0)
    begins = file.read(4)
    if place < 0 or len(tail) - place < _END_SIZE:
        if begins[:2] == b"PK":
            raise _damaged(path, "its end is missing")
        raise _refused(path, "it is not a zip file", "export it from Anki as .apkg")
    (directory,) = struct.unpack_from("<I", tail, place + 12)
    if directory > MOST_DIRECTORY:
        raise _refused(path, "its list of members is too long")


def _member(package: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    members = {}
    for info in package.infolist():
        name = info.filename.replace("\\", "/")
        if name.startswith("/") or ":" in name.split("/")[0] or ".." in name.split("/"):
            raise _refused(path, f"it holds a member with an unsafe name, {info.filename[:60]!r}")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise _refused(path, f"it holds a symbolic link, {info.filename[:60]!r}")
        members[info.filename] = info
    found = next((members[name] for name in MEMBERS if name in members), None)
    if found is None:
        raise _refused(path, "there is no Anki collection in it", "export it from Anki as .apkg")
    if found.flag_bits & 1:
        raise _refused(path, "it is encrypted", "export it from Anki again, without a password")
    return found


def _copy(package: zipfile.ZipFile, member: zipfile.ZipInfo, target: Path, path: Path) -> None:
    packed = member.compress_size
    most = min(MOST_BYTES, max(_FREE, packed * MOST_GROWTH))
    with package.open(member) as file, target.open("wb") as copy:
        if member.filename == NEWEST:
            from recall.transfer.zstd import unpacking

            with unpacking(file, path) as plain:
                _stream(plain, copy, most, path)
        else:
            _stream(file, copy, most, path)


def _stream(source: Any, copy: IO[bytes], most: int, path: Path) -> None:
    total = 0
    while chunk := source.read(_CHUNK):
        total += len(chunk)
        if total > most:
            size = f"{most // (1024 * 1024)} MiB"
            mend = "export fewer decks from Anki at a time"
            raise _refused(path, f"what it holds grows beyond {size} when unpacked", mend)
        copy.write(chunk)


def _damaged(path: Path, fault: object) -> RecallError:
    mend = "copy or download it again, or export it from Anki again"
    return RecallError(f"the package is damaged or not whole: {fault}", where=str(path), mend=mend)


def _refused(path: Path, why: str, mend: str = "") -> RecallError:
    return RecallError(f"this Anki package is not read: {why}", where=str(path), mend=mend)
