"""Columns of texts as the library takes them: bytes end to end, and where each text begins."""

from __future__ import annotations

import ctypes
import sys
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from ._texts import utf8

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(slots=True)
class TextColumn:
    """Text i is the bytes from ``offsets[i]`` to ``offsets[i + 1]`` of what `data` points to."""

    data: int
    offsets: int
    """Address of `count` + 1 64-bit integers."""
    count: int
    missing: list[int]
    """Indices of texts that are not there; they have no bytes either."""
    keep: tuple[object, ...]
    """Owns the memory."""


def text_column(texts: Any) -> TextColumn:
    """A column of texts from an Arrow array, a numpy array, a pandas Series or any iterable.

    Arrow's large strings are not copied. None, NaN and Arrow's nulls are missing. Raises TypeError
    for one text, or for what is no text. O(bytes).
    """
    if isinstance(texts, (str, bytes, bytearray)):
        raise TypeError("route_many takes many texts; route takes one")
    if arrow := as_arrow(texts):
        return _from_arrow(arrow)
    if hasattr(texts, "tolist"):  # numpy, pandas
        texts = texts.tolist()
    return _from_iterable(texts)


def as_arrow(values: Any) -> pa.Array | None:
    """The values as one Arrow array, if that is what they are inside and pyarrow is in use.

    pandas has strings of Arrow's and its own; its own go through lists.
    """
    pyarrow = sys.modules.get("pyarrow")
    if pyarrow is None:
        return None
    if not isinstance(values, (pyarrow.Array, pyarrow.ChunkedArray)):
        kind = getattr(values, "array", None)
        if not hasattr(kind, "__arrow_array__") or not hasattr(values, "dtype"):
            return None
        values = pyarrow.array(kind)
    if isinstance(values, pyarrow.ChunkedArray):
        values = values.combine_chunks()
    return values


def _from_arrow(texts: pa.Array) -> TextColumn:
    import pyarrow as pa

    kind = texts.type.value_type if pa.types.is_dictionary(texts.type) else texts.type
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    is_text = is_text or pa.types.is_string_view(kind)
    # Kept as bytes: as strings, Arrow would refuse what is not UTF-8.
    is_binary = pa.types.is_binary(kind) or pa.types.is_large_binary(kind)
    is_binary = is_binary or pa.types.is_binary_view(kind)
    if pa.types.is_null(kind):
        texts = texts.cast(pa.large_string())
    elif not (is_text or is_binary):
        raise TypeError(f"a column of calls is text, not {texts.type}")
    if not (pa.types.is_large_string(texts.type) or pa.types.is_large_binary(texts.type)):
        texts = texts.cast(pa.large_binary() if is_binary else pa.large_string())
    if texts.null_count:
        missing = [i for i, here in enumerate(texts.is_valid().to_pylist()) if not here]
        # A null may have bytes; without them nothing is routed there.
        texts = texts.fill_null(b"" if is_binary else "")
    else:
        missing = []
    _, offsets, data = texts.buffers()
    if len(texts) == 0 or offsets is None:
        return _from_iterable(())
    return TextColumn(
        data=data.address if data else 0,
        offsets=offsets.address + 8 * texts.offset,
        count=len(texts),
        missing=missing,
        keep=(texts,),
    )


def _from_iterable(texts: Iterable[Any]) -> TextColumn:
    texts = list(texts)
    missing: list[int] = []
    try:
        encoded = list(map(str.encode, texts))
    except (TypeError, UnicodeEncodeError):
        missing = [i for i, text in enumerate(texts) if text is None or text != text]
        for index in missing:
            texts[index] = b""
        encoded = list(map(utf8, texts))
    data = b"".join(encoded)
    offsets = array("q", accumulate(map(len, encoded), initial=0))
    pointer = ctypes.cast(ctypes.c_char_p(data), ctypes.c_void_p).value
    return TextColumn(
        data=pointer or 0,
        offsets=offsets.buffer_info()[0],
        count=len(encoded),
        missing=missing,
        keep=(data, offsets),
    )
