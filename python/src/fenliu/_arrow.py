"""A batch as Arrow has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from . import _abi
from .results import Row

if TYPE_CHECKING:
    from .batch import Batch

_NAMES = pa.dictionary(pa.int32(), pa.string())

_KINDS: dict[str, pa.DataType] = {
    "urgent": pa.bool_(),
    "confidence": pa.float32(),
    "review": pa.bool_(),
    "review_reasons": pa.list_(pa.string()),
    "ill_formed": pa.bool_(),
}


def struct_type(*, dictionary: bool = True) -> pa.StructType:
    """The fields of `Row` as Arrow types."""
    names = _NAMES if dictionary else pa.string()
    return pa.struct([(field, _KINDS.get(field, names)) for field in Row._fields])


def to_arrow(batch: Batch, missing: list[int], dictionary: bool) -> pa.StructArray:
    """See `Batch.to_arrow`. O(rows)."""
    rows = batch.to_numpy()

    def named(field: str) -> pa.Array:
        places, names = _dictionary(batch, field)
        indices = rows[{"category_name": "category", "township_code": "township"}.get(field, field)]
        array = pa.DictionaryArray.from_arrays(pa.array(places[indices], mask=indices < 0), names)
        return array if dictionary else array.dictionary_decode()

    plain: dict[str, Any] = {
        "urgent": lambda: pa.array(rows["urgent"] != 0),
        "confidence": lambda: pa.array(np.ascontiguousarray(rows["confidence"])),
        "review": lambda: pa.array(rows["review_reasons"] != 0),
        "review_reasons": lambda: _reasons(batch, rows["review_reasons"]),
        "ill_formed": lambda: pa.array(rows["status"] == _abi.WARNING_NOT_UTF8),
    }
    fields = list(Row._fields)
    arrays = [plain[field]() if field in plain else named(field) for field in fields]
    mask = None
    if missing:
        gone = np.zeros(len(rows), bool)
        gone[missing] = True
        mask = pa.array(gone)
    return pa.StructArray.from_arrays(
        arrays, fields=list(struct_type(dictionary=dictionary)), mask=mask
    )


def _dictionary(batch: Batch, field: str) -> tuple[Any, pa.Array]:
    """The names of a field, and by index the place of each. Made once."""
    made = batch._handle.dictionaries.get(field)
    if made is None:
        names = batch.names(field)
        # Villages of different townships share names; a dictionary has each once.
        places = {name: place for place, name in enumerate(dict.fromkeys(names))}
        # One more, so that the index of none (-1) leads somewhere too.
        unique = np.array([*(places[name] for name in names), 0], np.int32)
        made = batch._handle.dictionaries[field] = unique, pa.array(list(places), pa.string())
    return made


def _reasons(batch: Batch, bits: Any) -> pa.Array:
    """Lists of names; there are few different ones."""
    from .batch import reason_names

    kinds, which = np.unique(bits, return_inverse=True)
    lists = [list(reason_names(batch._handle, int(kind))) for kind in kinds]
    return pa.array(lists, pa.list_(pa.string())).take(pa.array(which))
