"""Bytes of other programs' text files become text; what was guessed is said."""

from __future__ import annotations

from typing import NamedTuple

from recall.errors import RecallError

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)


class Decoded(NamedTuple):
    """A text, the name of its encoding, and what the author should look at ("" for nothing)."""

    text: str
    encoding: str
    notice: str = ""


def decode(data: bytes, name: str, encoding: str = "") -> Decoded:
    """The text of a file: in the encoding said, else UTF-8, UTF-16 with a mark, or cp1252.

    Raises:
        RecallError: an encoding that does not exist, or bytes that are not in it.
    """
    if encoding:
        return Decoded(_as(data, name, encoding), encoding)
    for mark, codec, known in _MARKS:
        if data.startswith(mark):
            return Decoded(_as(data, name, codec), known)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _older(data, name, fault.start)
    if "\0" in text:
        mend = "save it as text (CSV, UTF-8), or say --from for another format"
        raise RecallError("this is no text file", where=name, mend=mend)
    return Decoded(text, "UTF-8")


def _older(data: bytes, name: str, start: int) -> Decoded:
    line = data.count(b"\n", 0, start) + 1
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        what = f"byte 0x{data[fault.start]:02X} is neither UTF-8 nor Windows-1252"
        mend = "save it as UTF-8, or name its encoding: --encoding NAME"
        raise RecallError(what, where=f"{name}:{line}", mend=mend) from None
    shown = text.splitlines()[line - 1].strip()[:60] if text.splitlines() else ""
    notice = (
        f"not UTF-8, so read as Windows-1252 (cp1252). Look at line {line}: {shown!r}. "
        "If its letters are wrong, name the encoding: --encoding NAME"
    )
    return Decoded(text, "Windows-1252", notice)


def _as(data: bytes, name: str, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        mend = "for example utf-8, cp1252, latin-1, utf-16"
        raise RecallError(
            f"there is no encoding {encoding!r}", where="--encoding", mend=mend
        ) from None
    except UnicodeError as fault:
        start = getattr(fault, "start", 0)
        line = data.count(b"\n", 0, start) + 1
        what = f"the bytes are not in the encoding {encoding}"
        mend = "save it as UTF-8, or name its encoding: --encoding NAME"
        raise RecallError(what, where=f"{name}:{line}", mend=mend) from None
