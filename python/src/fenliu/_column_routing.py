"""Routes a column of texts, in threads."""

from __future__ import annotations

import ctypes
from array import array
from concurrent.futures import ThreadPoolExecutor

from . import _abi, _library
from ._columns import TextColumn
from ._handle import Handle
from .batch import Batch

_SIZE = _abi.ROW.size


def route_column(handle: Handle, column: TextColumn, at: array[int] | None, threads: int) -> Batch:
    """Routes a column, in as many parts as threads, each with a workspace of its own."""
    if threads < 1:
        raise ValueError(f"threads={threads}: at least one is needed")
    rows = bytearray(column.count * _SIZE)
    if column.count:
        pin = (ctypes.c_char * len(rows)).from_buffer(rows)
        address = ctypes.addressof(pin)
        times = at.buffer_info()[0] if at is not None else None

        def part(first: int, end: int) -> None:
            workspace = handle.idle()
            try:
                status = _library.route_column(
                    handle.pointer,
                    workspace.scratch,
                    column.data,
                    column.offsets + 8 * first,
                    end - first,
                    times + 8 * first if times is not None else None,
                    address + _SIZE * first,
                    _SIZE,
                )
            finally:
                handle.workspaces.append(workspace)
            _library.check(status)

        threads = min(threads, column.count)
        bounds = [column.count * i // threads for i in range(threads + 1)]
        if threads == 1:
            part(0, column.count)
        else:
            with ThreadPoolExecutor(threads, thread_name_prefix="fenliu") as pool:
                list(pool.map(part, bounds, bounds[1:]))
        del pin
    return Batch(handle, rows, column.missing)
