"""What callers give as text and time, as the library takes it."""

from __future__ import annotations

from datetime import datetime

from . import _abi
from .errors import TimestampError

Text = str | bytes | bytearray | memoryview

Call = tuple[bytes, "bytes | None", "bytes | None"]
"""Text, time and place."""


def call_of(text: Text, at: str | datetime | None, place: Text | None) -> Call:
    """A call as the library takes it. Raises `TimestampError`, TypeError."""
    return (
        utf8(text),
        None if at is None else rfc3339(at),
        None if place is None else utf8(place),
    )


def utf8(text: Text) -> bytes:
    """A text as bytes. Surrogates, which no UTF-8 holds, become bytes that are not well-formed."""
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    if isinstance(text, bytes):
        return text
    if isinstance(text, (bytearray, memoryview)):
        return bytes(text)
    raise TypeError(f"a call is str or UTF-8 bytes, not {type(text).__name__}")


def rfc3339(at: str | datetime) -> bytes:
    """A time as the library takes it, which checks strings itself."""
    if isinstance(at, datetime):
        if at.utcoffset() is None:
            raise bad_time(at, "it has no time zone: give it one, say ZoneInfo('Asia/Shanghai')")
        return at.isoformat(timespec="seconds").encode()
    if isinstance(at, str):
        if "\0" in at:
            raise bad_time(at, "it is not RFC 3339")
        return at.encode("utf-8", "surrogatepass")
    raise TypeError(f"at is a datetime or RFC 3339, not {type(at).__name__}")


def bad_time(at: object, reason: str) -> TimestampError:
    error = TimestampError(f"at={at!r}: {reason}")
    error.code = _abi.ERROR_BAD_TIMESTAMP
    return error
