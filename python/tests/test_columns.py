"""Columns come in many kinds and give the same decisions."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import fenliu
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from conftest import CALLS

BYTES = [call.encode() for call in CALLS]
AROUND = ["前", *CALLS, "后"]

COLUMNS = {
    "list": list(CALLS),
    "tuple": CALLS,
    "iterator": lambda: iter(CALLS),
    "bytes": BYTES,
    "views": [memoryview(call) for call in BYTES],
    "numpy objects": np.array(CALLS, object),
    "numpy text": np.array(CALLS),
    "numpy strings": np.array(CALLS, np.dtypes.StringDType()),
    "pandas": pd.Series(CALLS),
    "pandas objects": pd.Series(CALLS, dtype=object),
    "pandas Arrow": pd.Series(CALLS, dtype=pd.ArrowDtype(pa.string())),
    "Arrow string": pa.array(CALLS, pa.string()),
    "Arrow large": pa.array(CALLS, pa.large_string()),
    "Arrow view": pa.array(CALLS, pa.string_view()),
    "Arrow binary": pa.array(BYTES, pa.binary()),
    "Arrow large binary": pa.array(BYTES, pa.large_binary()),
    "Arrow dictionary": pa.array(CALLS).dictionary_encode(),
    "Arrow chunks": pa.chunked_array([CALLS[:3], CALLS[3:]]),
    "Arrow slice": pa.array(AROUND, pa.string()).slice(1, len(CALLS)),
    "Arrow large slice": pa.array(AROUND, pa.large_string()).slice(1, len(CALLS)),
}


@pytest.mark.parametrize("kind", COLUMNS)
def test_same_decisions_from_each_kind(kind, router):
    column = COLUMNS[kind]
    batch = router.route_many(column() if callable(column) else column)
    assert list(batch) == list(router.route_many(list(CALLS)))
    assert len(set(batch)) > len(CALLS) // 2


MISSING = {
    "list": ["路灯坏了", None, float("nan"), ""],
    "numpy": np.array(["路灯坏了", None, np.nan, ""], object),
    "pandas": pd.Series(["路灯坏了", None, None, ""]),
    "Arrow": pa.array(["路灯坏了", None, None, ""]),
    "Arrow large": pa.array(["路灯坏了", None, None, ""], pa.large_string()),
    "Arrow dictionary": pa.array(["路灯坏了", None, None, ""]).dictionary_encode(),
    "Arrow dictionary values": pa.DictionaryArray.from_arrays(
        pa.array([0, 1, None, 2], pa.int8()), pa.array(["路灯坏了", None, ""])
    ),
    "Arrow view": pa.array(["路灯坏了", None, None, ""], pa.string_view()),
    "Arrow binary": pa.array(["路灯坏了".encode(), None, None, b""], pa.binary()),
    "Arrow binary view": pa.array(["路灯坏了".encode(), None, None, b""], pa.binary_view()),
}


@pytest.mark.parametrize("kind", MISSING)
def test_missing_texts_are_missing_in_the_result(kind, router):
    batch = router.route_many(MISSING[kind])
    assert [row is None for row in batch] == [False, True, True, False]
    assert batch[1] is None
    assert batch.to_arrow().is_valid().to_pylist() == [True, False, False, True]


ILL_FORMED = ["路灯坏了".encode()[:-1], "路灯坏了".encode()]

BINARIES = {
    "list": ILL_FORMED,
    "binary": pa.array(ILL_FORMED, pa.binary()),
    "large": pa.array(ILL_FORMED, pa.large_binary()),
    "view": pa.array(ILL_FORMED, pa.binary_view()),
    "dictionary": pa.array(ILL_FORMED, pa.binary()).dictionary_encode(),
    "large dictionary": pa.array(ILL_FORMED, pa.large_binary()).dictionary_encode(),
}


@pytest.mark.parametrize("kind", BINARIES)
def test_texts_that_are_not_utf8_are_routed(kind, router):
    batch = router.route_many(BINARIES[kind])
    assert [row.ill_formed for row in batch] == [True, False]


@pytest.mark.parametrize("empty", [[], (), pa.array([], pa.string()), np.array([], object)])
def test_no_texts(empty, router):
    batch = router.route_many(empty)
    assert (len(batch), list(batch), len(batch.to_arrow())) == (0, [], 0)


def test_nothing_but_missing_texts(router):
    assert list(router.route_many(pa.nulls(3))) == [None] * 3


@pytest.mark.parametrize("column", [[1, 2], pa.array([1, 2]), np.array([1.5, 2.5])])
def test_what_is_no_text(column, router):
    with pytest.raises(TypeError):
        router.route_many(column)


@pytest.mark.parametrize("threads", [1, 2, 3, 8, 1000])
def test_threads_share_a_column(threads, router, training_calls):
    alone = router.route_many(training_calls)
    assert list(router.route_many(training_calls, threads=threads)) == list(alone)


def test_at_least_one_thread(router):
    with pytest.raises(ValueError, match="threads=0"):
        router.route_many(["路灯坏了"], threads=0)


def test_batch_is_a_sequence(router):
    batch = router.route_many(CALLS)
    assert batch[0] == next(iter(batch))
    assert batch[-1] == list(batch)[-1]
    assert batch[1:3] == list(batch)[1:3]
    assert batch[0] in batch
    with pytest.raises(IndexError):
        batch[len(CALLS)]


def test_numpy_holds_indices(router):
    batch = router.route_many(CALLS)
    rows = batch.to_numpy()
    for field in ("policing", "category", "intent", "place_status"):
        names = [batch.names(field)[index] for index in rows[field]]
        assert names == [getattr(row, field) for row in batch]
    assert [row.township for row in batch] == [
        batch.names("township")[i] if i >= 0 else None for i in rows["township"]
    ]


@pytest.mark.parametrize("dictionary", [True, False])
def test_arrow_has_the_rows(dictionary, router, training_calls):
    batch = router.route_many([*training_calls[:300], None])
    rows = batch.to_arrow(dictionary=dictionary).to_pylist()
    for found, row in zip(rows, batch, strict=True):
        if row is None:
            assert found is None
            continue
        assert found == {
            **row._asdict(),
            "review_reasons": list(row.review_reasons),
            "confidence": pytest.approx(row.confidence),
        }


def test_pandas_has_categoricals(router):
    frame = router.route_many(CALLS).to_pandas()
    assert list(frame.columns) == list(fenliu.Row._fields)
    assert frame["category"].dtype == "category"
    assert frame["policing"].tolist() == [row.policing for row in router.route_many(CALLS)]


CHINA = timezone(timedelta(hours=8))
# Before the plan of the pack came into force, on a day of it, unknown.
TIMES = [datetime(2018, 6, 30, 23, 0, tzinfo=CHINA), datetime(2026, 11, 21, tzinfo=CHINA), None]
NAIVE = [time.astimezone(timezone.utc).replace(tzinfo=None) if time else None for time in TIMES]

TIME_COLUMNS = {
    "datetimes": TIMES,
    "RFC 3339": [time.isoformat() if time else None for time in TIMES],
    "RFC 3339, Z": ["2018-06-30T15:00:00Z", "2026-11-20T16:00:00.5z", None],
    "numpy": np.array(NAIVE, "datetime64[us]"),
    "numpy days": np.array(["2018-06-30", "2026-11-21", "NaT"], "datetime64[D]"),
    "pandas": pd.Series(pd.to_datetime(TIMES, utc=True)),
    "pandas without zone": pd.Series(NAIVE),
    "Arrow": pa.array(TIMES, pa.timestamp("us", "Asia/Shanghai")),
    "Arrow nanoseconds": pa.array(NAIVE, pa.timestamp("ns")),
    "Arrow seconds": pa.array(NAIVE, pa.timestamp("s")),
    "Arrow chunks": pa.chunked_array([pa.array(NAIVE, pa.timestamp("ms"))]),
}


@pytest.mark.parametrize("kind", TIME_COLUMNS)
def test_times_go_along(kind, router):
    reasons = [
        row.review_reasons for row in router.route_many(["路灯坏了"] * 3, TIME_COLUMNS[kind])
    ]
    expected = [router.route("路灯坏了", at=time).review_reasons for time in TIMES]
    assert reasons == expected
    assert ["not-in-force" in names for names in reasons] == [True, False, False]


def test_one_time_for_all(router):
    batch = router.route_many(["路灯坏了"] * 3, "2018-06-30T23:00:00+08:00")
    assert all("not-in-force" in row.review_reasons for row in batch)


def test_times_before_1970_round_down(router):
    from fenliu._times import time_column

    half = pa.array([-500, 500, None], pa.timestamp("ms"))
    assert list(time_column(half, 3)) == [-1, 0, -(2**63)]
    assert list(time_column(["1969-12-31T23:59:59.5Z"], 1)) == [-1]


def test_as_many_times_as_texts(router):
    with pytest.raises(ValueError, match="2 times for 3 texts"):
        router.route_many(["路灯坏了"] * 3, TIMES[:2])
