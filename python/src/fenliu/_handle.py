"""A router of the library with its tables and working memory."""

from __future__ import annotations

import ctypes
import os
import struct
import weakref
from collections.abc import Sequence
from ctypes import byref, c_size_t, c_void_p, string_at
from datetime import date, timedelta
from typing import Any

from . import _abi, _library
from ._texts import Call
from .errors import PackIOError
from .results import PackInfo

_EPOCH = date(1970, 1, 1)
_OPEN_END = 2**31 - 1
_STRUCT_SIZE = struct.Struct("@I")
_DECISION_SIZE = ctypes.sizeof(_abi.Decision)
_CALL_SIZE = ctypes.sizeof(_abi.Call)


class Workspace:
    """A scratch of the library and room for one decision. One call at a time.

    `address` is that of `decision`.
    """

    __slots__ = ("_pin", "address", "decision", "scratch")

    def __init__(self) -> None:
        scratch = c_void_p()
        _library.check(_library.scratch_create(byref(scratch)))
        self.scratch = scratch.value
        self.decision = bytearray(_DECISION_SIZE)
        self._pin = (ctypes.c_char * _DECISION_SIZE).from_buffer(self.decision)
        self.address = ctypes.addressof(self._pin)
        _STRUCT_SIZE.pack_into(self.decision, 0, _DECISION_SIZE)

    def __del__(self, destroy: object = _library.scratch_destroy) -> None:
        destroy(getattr(self, "scratch", None))  # type: ignore[operator]


class Handle:
    """Owns a ``fenliu_router``; lets go of it when nobody holds the handle any more.

    `workspaces` are those idle now: a call takes one out (`list.pop` is atomic) and puts it back,
    so that threads, signal handlers and finalizers never share one, and a forked child finds only
    whole ones. There are as many as there were calls at once.
    """

    __slots__ = (
        "__weakref__",
        "_tables",
        "_texts",
        "dictionaries",
        "pack",
        "pointer",
        "workspaces",
    )

    def __init__(self, pointer: int) -> None:
        self.pointer = pointer
        self.workspaces: list[Workspace] = []
        self._texts: dict[tuple[int, int], str] = {}
        self._tables: dict[tuple[int, int], tuple[str | None, ...]] = {}
        # By field of a row: where its indices lead in the Arrow array of its names, and that array.
        self.dictionaries: dict[str, tuple[Any, Any]] = {}
        # Not at exit: other threads may still be routing then.
        weakref.finalize(self, _library.close, pointer).atexit = False
        self.pack = self.info()

    @classmethod
    def open(cls, path: str) -> Handle:
        pointer = c_void_p()
        ctypes.set_errno(0)
        status = _library.open_file(os.fsencode(path), byref(pointer))
        if status == _abi.ERROR_IO:
            number = ctypes.get_errno()
            raise PackIOError(number, os.strerror(number), path)
        _library.check(status, path)
        assert pointer.value
        return cls(pointer.value)

    @classmethod
    def open_bytes(cls, pack: bytes) -> Handle:
        pointer = c_void_p()
        _library.check(_library.open_bytes(pack, len(pack), byref(pointer)))
        assert pointer.value
        return cls(pointer.value)

    def info(self) -> PackInfo:
        """Which pack the router has."""
        info = _abi.PackInfo(struct_size=ctypes.sizeof(_abi.PackInfo))
        _library.check(_library.pack(self.pointer, byref(info)))
        last = info.effective_to
        return PackInfo(
            id=optional(info.id.bytes, info.id.length) or "",
            name=optional(info.name.bytes, info.name.length) or "",
            code=optional(info.code.bytes, info.code.length) or "",
            digest=optional(info.digest.bytes, info.digest.length) or "",
            format_version=info.format_version,
            byte_count=info.byte_count,
            effective_from=_EPOCH + timedelta(days=info.effective_from),
            effective_to=None if last == _OPEN_END else _EPOCH + timedelta(days=last),
        )

    def column(self, table: int, column: int) -> tuple[str | None, ...]:
        """All texts of a table's column, by row. Read once."""
        key = (table, column)
        found = self._tables.get(key)
        if found is None:
            found = self._tables[key] = self._read(table, column)
        return found

    def names(self, table: int, column: int = _abi.COLUMN_NAME) -> tuple[str, ...]:
        """A column in which no text is missing."""
        return self.column(table, column)  # type: ignore[return-value]

    def _read(self, table: int, column: int) -> tuple[str | None, ...]:
        count = c_size_t()
        _library.check(_library.table_count(self.pointer, table, byref(count)))
        text = _abi.String()
        result: list[str | None] = []
        for row in range(count.value):
            _library.check(_library.table_text(self.pointer, table, row, column, byref(text)))
            result.append(optional(text.bytes, text.length))
        return tuple(result)

    def text(self, address: int, length: int) -> str | None:
        """A text that lies in the pack, read once."""
        key = (address, length)
        found = self._texts.get(key)
        if found is None and address:
            found = self._texts[key] = string_at(address, length).decode()
        return found

    def idle(self) -> Workspace:
        """A workspace; give it back to `workspaces`."""
        try:
            return self.workspaces.pop()
        except IndexError:
            return Workspace()

    def route(self, call: Call, workspace: Workspace) -> int:
        """Routes a call into a workspace and returns the status, unless it is an error."""
        text, at, place = call
        if place is None:
            status: int = _library.route(
                self.pointer, workspace.scratch, text, len(text), at, workspace.address
            )
        else:
            made = make_call(text, at, place)
            status = _library.route_call(
                self.pointer, workspace.scratch, byref(made), workspace.address
            )
        if status < 0:
            raise _library.error(status, f"at={at.decode(errors='replace')!r}" if at else "")
        return status

    def json(self, call: Call, id: bytes | None, want: int) -> tuple[str, int]:
        """One call as a line of JSON, and the status."""
        made = make_call(*call, id, want)
        json = _abi.String()
        workspace = self.idle()
        try:
            status = _library.call_json(self.pointer, workspace.scratch, byref(made), byref(json))
            _library.check(status, f"at={call[1].decode(errors='replace')!r}" if call[1] else "")
            return string_at(json.bytes, json.length).decode(), status
        finally:
            self.workspaces.append(workspace)


def make_call(
    text: bytes,
    at: bytes | None,
    place: bytes | None,
    id: bytes | None = None,
    want: int = 0,
) -> _abi.Call:
    """A ``fenliu_call``; it keeps its texts alive."""
    call = _abi.Call(struct_size=_CALL_SIZE, want=want, at=at)
    call.keep = (text, place, id)
    for field, value in ((call.text, text), (call.place, place), (call.id, id)):
        if value is not None:
            field.bytes = ctypes.cast(ctypes.c_char_p(value), c_void_p)
            field.length = len(value)
    return call


def optional(address: int | None, length: int) -> str | None:
    """A ``fenliu_string``; None where it has no bytes."""
    return string_at(address, length).decode() if address else None


def pick(names: Sequence[str | None], index: int) -> str | None:
    """The text at an index of a decision, -1 standing for none."""
    return names[index] if index >= 0 else None
