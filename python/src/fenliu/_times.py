"""Columns of times as the library takes them: seconds since 1970-01-01T00:00:00Z."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from . import _abi
from ._columns import as_arrow
from ._texts import bad_time

Times = Any
"""None, one time (RFC 3339 or an aware datetime), or a column of times and Nones."""


def time_column(at: Times, count: int) -> array[int] | None:
    """`count` times, or None if there are none.

    Raises `TimestampError` for what is no time, ValueError for another number of times.
    """
    if at is None:
        return None
    if isinstance(at, (str, datetime)):
        return array("q", [_seconds(at)]) * count
    if (arrow := as_arrow(at)) is not None and str(arrow.type).startswith("timestamp"):
        times = _from_numpy(arrow.to_numpy(zero_copy_only=False))
    elif str(getattr(at, "dtype", "")).startswith("datetime64["):
        times = _from_numpy(at)
    else:
        times = _from_iterable(at.tolist() if hasattr(at, "tolist") else at)
    if len(times) != count:
        raise ValueError(f"{len(times)} times for {count} texts")
    return times


def _from_numpy(times: Any) -> array[int]:
    """Times of numpy and pandas; not a time (NaT) is Int64's least number, as FENLIU_NO_TIME."""
    import numpy as np

    if getattr(times.dtype, "tz", None) is not None:
        times = times.dt.tz_convert("UTC").dt.tz_localize(None)
    seconds = np.asarray(times).astype("datetime64[s]").astype(np.int64)
    return array("q", np.ascontiguousarray(seconds).tobytes())


def _from_iterable(times: Iterable[Any]) -> array[int]:
    return array("q", (_abi.NO_TIME if t is None or t != t else _seconds(t) for t in times))


def _seconds(at: Any) -> int:
    if isinstance(at, str):
        try:
            time = datetime.fromisoformat(at[:-1] + "+00:00" if at[-1:] in "Zz" else at)
        except ValueError as error:
            raise bad_time(at, "it is not RFC 3339 (2026-11-21T20:43:00+08:00)") from error
    elif isinstance(at, datetime):
        time = at
    else:
        raise TypeError(f"a time is a datetime or RFC 3339, not {type(at).__name__}")
    if time.utcoffset() is None:
        raise bad_time(at, "it has no time zone")
    return int(time.timestamp() // 1)
