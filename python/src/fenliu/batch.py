"""The decisions about many calls, in columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast, overload

from . import _abi, _library
from ._handle import Handle
from .errors import NotUTF8Error
from .results import Intent, PlaceStatus, Policing, Row

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    import pyarrow as pa

_SIZE = _abi.ROW.size


class Batch(Sequence["Row | None"]):
    """One `Row` a text, in the order of the texts; None where a text is missing.

    Rows are made when they are read. Whole columns: `to_arrow`, `to_pandas`, `to_numpy`.
    """

    __slots__ = ("_handle", "_missing", "_rows")

    def __init__(self, handle: Handle, rows: bytearray, missing: list[int]) -> None:
        self._handle = handle
        self._rows = rows
        self._missing = frozenset(missing)

    def __len__(self) -> int:
        return len(self._rows) // _SIZE

    @overload
    def __getitem__(self, index: int) -> Row | None: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row | None]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row | None] | None:
        if isinstance(index, slice):
            return [self[i] for i in range(len(self))[index]]
        at = range(len(self))[index]
        if at in self._missing:
            return None
        return next(self._made([_abi.ROW.unpack_from(self._rows, at * _SIZE)]))

    def __iter__(self) -> Iterator[Row | None]:
        rows = self._made(_abi.ROW.iter_unpack(self._rows))
        if not self._missing:
            return rows
        return (None if i in self._missing else row for i, row in enumerate(rows))

    def __repr__(self) -> str:
        return f"<Batch of {len(self)}>"

    def __reduce__(self) -> str:
        raise TypeError(
            "a Batch holds on to its router's pack: send batch.to_arrow() or list(batch) to "
            "another process"
        )

    def _made(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
        handle = self._handle
        ids, categories = self.names("category"), self.names("category_name")
        policings, intents = self.names("policing"), self.names("intent")
        statuses = self.names("place_status")
        # -1 picks the last: none.
        levels, units = (*self.names("level"), None), (*self.names("lead"), None)
        codes, townships = (*self.names("township_code"), None), (*self.names("township"), None)
        reasons: dict[int, tuple[str, ...]] = {}
        for row in rows:
            status, policing, category, urgent, level, intent, lead = row[:7]
            place, township, village, bits, confidence = row[7:]
            if bits not in reasons:
                reasons[bits] = reason_names(handle, bits)
            yield Row(
                cast(Policing, policings[policing]),
                ids[category],
                categories[category],
                urgent != 0,
                levels[level],
                cast(Intent, intents[intent]),
                units[lead],
                cast(PlaceStatus, statuses[place]),
                codes[township],
                townships[township],
                self.names("village")[village] if village >= 0 else None,
                confidence,
                bits != 0,
                reasons[bits],
                status == _abi.WARNING_NOT_UTF8,
            )

    def to_numpy(self) -> np.ndarray[Any, np.dtype[np.void]]:
        """The numbers as a structured array, not copied: fields as in ``fenliu_row``.

        Indices stand for what `names` lists, -1 for none. Rows of missing texts are those of an
        empty text.
        """
        import numpy as np

        kinds = ["i4"] * 10 + ["u4", "f4"]
        return np.frombuffer(self._rows, dtype=list(zip(FIELDS, kinds, strict=True)))

    def names(self, field: str) -> tuple[str, ...]:
        """What the indices in a field of `to_numpy` stand for: categories by id, units by name.

        The names of ``category`` are those of ``category_name``, the codes of ``township`` those
        of ``township_code``. Raises KeyError for a field that holds no indices.
        """
        return self._handle.names(*TABLES[field])

    def to_arrow(self, *, dictionary: bool = True) -> pa.StructArray:
        """The batch as one Arrow array of structs, with the fields of `Row`.

        Names are dictionary-encoded, or strings if not `dictionary` (Spark wants those).
        """
        from ._arrow import to_arrow

        return to_arrow(self, sorted(self._missing), dictionary)

    def to_pandas(self) -> pd.DataFrame:
        """The batch as a frame, names as categoricals. Needs pyarrow."""
        import pyarrow as pa

        return pa.Table.from_struct_array(self.to_arrow()).to_pandas()

    def check(self, strict: bool) -> None:
        """Raises what the first text stands for that could not be routed.

        `strict`: or that is not well-formed UTF-8.
        """
        statuses = memoryview(self._rows).cast("i")[:: _SIZE // 4]
        if not any(statuses):
            return
        for index, status in enumerate(statuses):
            if status < 0:
                raise _library.error(status, f"text {index}")
            if status and strict:
                raise NotUTF8Error(f"text {index} is not well-formed UTF-8")


FIELDS = (
    "status",
    "policing",
    "category",
    "urgent",
    "level",
    "intent",
    "lead",
    "place_status",
    "township",
    "village",
    "review_reasons",
    "confidence",
)

TABLES = {
    "policing": (_abi.POLICING, _abi.COLUMN_NAME),
    "category": (_abi.CATEGORIES, _abi.COLUMN_ID),
    "category_name": (_abi.CATEGORIES, _abi.COLUMN_NAME),
    "level": (_abi.LEVELS, _abi.COLUMN_NAME),
    "intent": (_abi.INTENTS, _abi.COLUMN_NAME),
    "lead": (_abi.UNITS, _abi.COLUMN_NAME),
    "place_status": (_abi.PLACE_STATUSES, _abi.COLUMN_NAME),
    "township_code": (_abi.TOWNSHIPS, _abi.COLUMN_ID),
    "township": (_abi.TOWNSHIPS, _abi.COLUMN_NAME),
    "village": (_abi.PLACES, _abi.COLUMN_NAME),
}


def reason_names(handle: Handle, bits: int) -> tuple[str, ...]:
    """The reasons for a review, by name."""
    names = handle.names(_abi.REVIEW_REASONS)
    return tuple(name for bit, name in enumerate(names) if bits >> bit & 1)
