"""Finds and loads ``libfenliu.so.1`` and declares its functions.

Calls through `ctypes.CDLL` let go of the interpreter's lock while they run.
"""

from __future__ import annotations

import ctypes
import os
from ctypes import c_char_p, c_int32, c_size_t, c_void_p
from pathlib import Path

from . import _abi
from .errors import BY_CODE, FenliuError

SONAME = "libfenliu.so.1"


def _path() -> str:
    """FENLIU_LIBRARY, what the wheel carries, or what the system's loader finds, in this order."""
    if named := os.environ.get("FENLIU_LIBRARY"):
        return named
    carried = Path(__file__).parent / "_native" / SONAME
    return str(carried) if carried.exists() else SONAME


PATH = _path()
try:
    _library = ctypes.CDLL(PATH)
    # Its own copies of the functions, which keep errno.
    _with_errno = ctypes.CDLL(PATH, use_errno=True)
except OSError as failure:
    raise ImportError(
        f"cannot load {PATH}: {failure}. Install the wheel of fenliu, which carries it, or say "
        "where the library is in FENLIU_LIBRARY."
    ) from failure

error_message = _library.fenliu_error_message
error_message.argtypes = [c_int32]
error_message.restype = c_char_p

version = _library.fenliu_version
version.argtypes = []
version.restype = c_char_p

abi_version = _library.fenliu_abi_version
abi_version.argtypes = []
abi_version.restype = c_int32

# Before anything else, of which an older library may lack a function.
if abi_version() < _abi.ABI_VERSION:
    raise ImportError(
        f"{PATH} is older than this package: it has interface {abi_version()}, "
        f"{_abi.ABI_VERSION} is needed. Install library and package of one release."
    )

open_file = _with_errno.fenliu_open
open_file.argtypes = [c_char_p, ctypes.POINTER(c_void_p)]
open_file.restype = c_int32

open_bytes = _library.fenliu_open_bytes
open_bytes.argtypes = [c_char_p, c_size_t, ctypes.POINTER(c_void_p)]
open_bytes.restype = c_int32

close = _library.fenliu_close
close.argtypes = [c_void_p]
close.restype = None

pack = _library.fenliu_pack
pack.argtypes = [c_void_p, ctypes.POINTER(_abi.PackInfo)]
pack.restype = c_int32

table_count = _library.fenliu_table_count
table_count.argtypes = [c_void_p, c_int32, ctypes.POINTER(c_size_t)]
table_count.restype = c_int32

table_text = _library.fenliu_table_text
table_text.argtypes = [c_void_p, c_int32, c_size_t, c_int32, ctypes.POINTER(_abi.String)]
table_text.restype = c_int32

scratch_create = _library.fenliu_scratch_create
scratch_create.argtypes = [ctypes.POINTER(c_void_p)]
scratch_create.restype = c_int32

scratch_destroy = _library.fenliu_scratch_destroy
scratch_destroy.argtypes = [c_void_p]
scratch_destroy.restype = None

route = _library.fenliu_route
route.argtypes = [c_void_p, c_void_p, c_char_p, c_size_t, c_char_p, c_void_p]
route.restype = c_int32

route_call = _library.fenliu_route_call
route_call.argtypes = [c_void_p, c_void_p, ctypes.POINTER(_abi.Call), c_void_p]
route_call.restype = c_int32

route_column = _library.fenliu_route_column
route_column.argtypes = [
    c_void_p,
    c_void_p,
    c_void_p,
    c_void_p,
    c_size_t,
    c_void_p,
    c_void_p,
    c_size_t,
]
route_column.restype = c_int32

call_json = _library.fenliu_call_json
call_json.argtypes = [c_void_p, c_void_p, ctypes.POINTER(_abi.Call), ctypes.POINTER(_abi.String)]
call_json.restype = c_int32


def error(status: int, detail: str = "") -> FenliuError:
    """The exception for an error code."""
    message = error_message(status).decode()
    kind = BY_CODE.get(status, FenliuError)
    result = kind(f"{detail}: {message}" if detail else message)
    result.code = status
    return result


def check(status: int, detail: str = "") -> None:
    """Raises what an error code stands for; other statuses pass."""
    if status < 0:
        raise error(status, detail)
