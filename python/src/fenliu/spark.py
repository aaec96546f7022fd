"""Routes columns of Spark data frames: ``mapInArrow`` and a pandas UDF over the wheel.

Each Python worker opens a pack once, whatever the number of its tasks. A pack is given by id, which
the wheel on the workers carries, or by a path that every worker can read::

    calls = SparkSession.builder.getOrCreate().read.parquet("calls")
    route(calls, "chengkou").groupBy("category").count().show()
    calls.select(route_udf("chengkou")("text").alias("decision"))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from ._arrow import struct_type
from ._packs import resolve
from .router import Router

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructType

Pack = str | os.PathLike[str]


def schema() -> StructType:
    """The fields of `fenliu.Row` as Spark types."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(pa.schema(struct_type(dictionary=False)))


def route(
    calls: DataFrame,
    pack: Pack,
    *,
    text: str = "text",
    at: str | None = None,
    keep: Iterable[str] | None = None,
    prefix: str = "",
) -> DataFrame:
    """The calls with the fields of their decisions beside them, by ``mapInArrow``.

    `text` names the column of texts, `at` the one of times (timestamp or RFC 3339). `keep` names
    the columns that go along, all if None; `prefix` goes before each field of the decision, so that
    two packs' decisions may stand side by side. A missing text has no decision: its fields are
    null.
    """
    from pyspark.sql.types import StructField, StructType

    kept = list(calls.columns if keep is None else keep)
    # Spark reads, and brings to the workers, only what is named here.
    narrow = calls.select(*dict.fromkeys([*kept, text, *([at] if at else [])]))
    fields = [narrow.schema[name] for name in kept]
    fields += [StructField(prefix + field.name, field.dataType) for field in schema()]
    batches = route_batches(pack, text=text, at=at, keep=kept, prefix=prefix)
    return narrow.mapInArrow(batches, StructType(fields))


def route_batches(
    pack: Pack,
    *,
    text: str = "text",
    at: str | None = None,
    keep: Iterable[str] = (),
    prefix: str = "",
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for ``mapInArrow``: record batches with a column of texts in, decisions out.

    Parameters as those of `route`.
    """
    pack, kept = os.fspath(pack), list(keep)

    def batches(incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        router = open_once(pack)
        for batch in incoming:
            times = batch.column(at) if at is not None else None
            decisions = router.route_many(batch.column(text), times).to_arrow(dictionary=False)
            columns = [*(batch.column(name) for name in kept), *decisions.flatten()]
            names = [*kept, *(prefix + field.name for field in decisions.type)]
            yield pa.RecordBatch.from_arrays(columns, names=names)

    return batches


def route_udf(pack: Pack) -> Any:
    """A pandas UDF: a column of texts in, a struct with the fields of `fenliu.Row` out.

    A null text has fields that are null.
    """
    from pyspark.sql.pandas.functions import pandas_udf

    pack = os.fspath(pack)

    def decide(incoming: Iterator[pd.Series]) -> Iterator[pd.DataFrame]:
        router = open_once(pack)
        for texts in incoming:
            decisions = router.route_many(texts).to_arrow(dictionary=False)
            yield pa.Table.from_arrays(
                decisions.flatten(), names=[field.name for field in decisions.type]
            ).to_pandas()

    # Spark reads the types from here; text annotations would not do.
    import pandas as pd

    decide.__annotations__ = {"incoming": Iterator[pd.Series], "return": Iterator[pd.DataFrame]}
    return pandas_udf(decide, returnType=schema())  # type: ignore[call-overload]


def open_once(pack: str) -> Router:
    """A router that this process keeps: the same one until the pack's file is another."""
    path = resolve(pack)
    about = os.stat(path)
    return _open(path, about.st_ino, about.st_mtime_ns)


@lru_cache(maxsize=8)
def _open(path: str, inode: int, changed: int) -> Router:
    return Router(path)
