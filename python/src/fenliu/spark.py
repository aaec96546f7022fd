"""Routes columns of Spark data frames: ``mapInArrow`` and a pandas UDF over the wheel.

Each Python worker opens a pack once, whatever the number of its tasks. A pack is given by id, which
the wheel on the workers carries, or by a path that every worker can read::

    calls = SparkSession.builder.getOrCreate().read.parquet("calls")
    route(calls, "chengkou").groupBy("category").count().show()
    calls.select(route_udf("chengkou")("text").alias("decision"))
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
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
Packs = Pack | Mapping[str, Pack]


def schema() -> StructType:
    """The fields of `fenliu.Row` as Spark types."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(pa.schema(struct_type(dictionary=False)))


def route(
    calls: DataFrame,
    pack: Packs,
    *,
    text: str = "text",
    at: str | None = None,
    keep: Iterable[str] | None = None,
) -> DataFrame:
    """The calls with the fields of their decisions beside them, by ``mapInArrow``.

    `pack` is one, or several by what goes before the names of their fields: ``{"old_": "a.pack",
    "new_": "b.pack"}`` puts two decisions beside each call in one pass. `text` names the column of
    texts, `at` the one of times (timestamp or RFC 3339), `keep` the columns that go along: all if
    None. A missing text has no decision: its fields are null.

    Raises ValueError if a column that goes along has the name of a field.
    """
    from pyspark.sql.types import StructField, StructType

    kept = list(calls.columns if keep is None else keep)
    # Spark reads, and brings to the workers, only what is named here.
    narrow = calls.select(*dict.fromkeys([*kept, text, *([at] if at else [])]))
    fields = [narrow.schema[name] for name in kept]
    for prefix in by_prefix(pack):
        fields += [StructField(prefix + field.name, field.dataType) for field in schema()]
    names = [field.name for field in fields]
    if twice := {name for name in names if names.count(name) > 1}:
        raise ValueError(
            f"{', '.join(sorted(twice))}: both a column of the calls and a field of the decision; "
            "leave it out of keep, or give the pack a prefix: {'decided_': pack}"
        )
    batches = route_batches(pack, text=text, at=at, keep=kept)
    return narrow.mapInArrow(batches, StructType(fields))


def route_batches(
    pack: Packs, *, text: str = "text", at: str | None = None, keep: Iterable[str] = ()
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """A function for ``mapInArrow``: record batches with a column of texts in, decisions out.

    Parameters as those of `route`.
    """
    packs, kept = by_prefix(pack), list(keep)

    def batches(incoming: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        routers = {prefix: open_once(path) for prefix, path in packs.items()}
        for batch in incoming:
            columns = {name: batch.column(name) for name in kept}
            texts = batch.column(text)
            times = batch.column(at) if at is not None else None
            for prefix, router in routers.items():
                decisions = router.route_many(texts, times).to_arrow(dictionary=False)
                names = (prefix + field.name for field in decisions.type)
                columns |= zip(names, decisions.flatten(), strict=True)
            yield pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))

    return batches


def by_prefix(pack: Packs) -> dict[str, str]:
    """Packs by what goes before the names of their fields: nothing for one alone."""
    if isinstance(pack, Mapping):
        return {prefix: os.fspath(path) for prefix, path in pack.items()}
    return {"": os.fspath(pack)}


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
