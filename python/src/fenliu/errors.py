"""Errors: one class for each documented error code of the library, all of them `FenliuError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _abi

if TYPE_CHECKING:
    from .decision import Decision


class FenliuError(Exception):
    """What the library cannot do, with its error code (negative, as in ``fenliu.h``)."""

    code: int = 0


class NullArgumentError(FenliuError):
    """Something that must be given was not: a mistake in this package."""

    code = _abi.ERROR_NULL_ARGUMENT


class StructSizeError(FenliuError):
    """Library and package do not fit together."""

    code = _abi.ERROR_STRUCT_SIZE


class BufferTooSmallError(FenliuError):
    """A buffer had too little room: a mistake in this package, which grows its buffers."""

    code = _abi.ERROR_BUFFER_TOO_SMALL


class PackIOError(FenliuError, OSError):
    """The pack file cannot be read, or no pack has this id; ``errno`` and ``filename`` say more."""

    code = _abi.ERROR_IO


class PackError(FenliuError, ValueError):
    """The pack can be read, not used."""


class NotAPackError(PackError):
    """The file is no pack."""

    code = _abi.ERROR_NOT_A_PACK


class PackNewerError(PackError):
    """The pack was compiled by a newer fenliu: install that, or compile the pack with this one."""

    code = _abi.ERROR_PACK_NEWER


class PackOlderError(PackError):
    """The pack was compiled by an older fenliu: compile it again."""

    code = _abi.ERROR_PACK_OLDER


class PackDamagedError(PackError):
    """The pack is cut short, altered, or lacks something."""

    code = _abi.ERROR_PACK_DAMAGED


class TimestampError(FenliuError, ValueError):
    """`at` is not RFC 3339, or a datetime that has no time zone."""

    code = _abi.ERROR_BAD_TIMESTAMP


class ClosedError(FenliuError, ValueError):
    """The router was closed."""

    code = _abi.ERROR_CLOSED


class TextTooLongError(FenliuError, ValueError):
    """The text has 2³² bytes or more."""

    code = _abi.ERROR_TEXT_TOO_LONG


class BadIndexError(FenliuError, IndexError):
    """No such row: a mistake in this package."""

    code = _abi.ERROR_BAD_INDEX


class UnsupportedHostError(FenliuError):
    """Packs are little-endian; this machine is not."""

    code = _abi.ERROR_UNSUPPORTED_HOST


class NotUTF8Error(FenliuError, ValueError):
    """The text is not well-formed UTF-8, and the router is strict.

    The decision was made all the same; it is in `decision`, or None from `route_json`,
    `explain` and `route_many`.
    """

    code = _abi.WARNING_NOT_UTF8

    def __init__(self, message: str, decision: Decision | None = None) -> None:
        super().__init__(message)
        self.decision = decision


BY_CODE: dict[int, type[FenliuError]] = {
    kind.code: kind
    for kind in (
        NullArgumentError,
        StructSizeError,
        BufferTooSmallError,
        PackIOError,
        NotAPackError,
        PackNewerError,
        PackOlderError,
        PackDamagedError,
        TimestampError,
        ClosedError,
        TextTooLongError,
        BadIndexError,
        UnsupportedHostError,
    )
}
