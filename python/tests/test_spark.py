"""Spark decides what `fenliu route` decides; on a real local Spark, in two Python workers."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime, timezone

import fenliu
import pytest
from conftest import CALLS
from fenliu.spark import open_once, route, route_udf, schema
from pyspark.sql import Row, SparkSession
from pyspark.sql.types import StringType, StructField, StructType, TimestampType

NIGHT = datetime(2018, 6, 30, 15, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def spark():
    # The workers' Python is that of the tests.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", False)
        .config("spark.ui.showConsoleProgress", False)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def calls(spark):
    rows = [(str(n), call, NIGHT if n == 0 else None) for n, call in enumerate((*CALLS, None))]
    kinds = StructType(
        [
            StructField("id", StringType(), False),
            StructField("text", StringType()),
            StructField("at", TimestampType()),
        ]
    )
    return spark.createDataFrame(rows, kinds).repartition(2)


def expected(pack: str) -> dict[str, fenliu.Row | None]:
    batch = fenliu.Router(pack).route_many([*CALLS, None])
    return {str(n): row for n, row in enumerate(batch)}


def plain(row: Row) -> dict[str, object]:
    fields = row.asDict()
    return {name: fields[name] for name in fenliu.Row._fields}


def assert_same(found: dict[str, object], row: fenliu.Row | None) -> None:
    if row is None:
        assert set(found.values()) == {None}
        return
    wanted = row._asdict()
    wanted["review_reasons"] = list(row.review_reasons)
    wanted["confidence"] = pytest.approx(row.confidence)
    assert found == wanted


def test_schema_has_the_fields_of_a_row():
    kinds = {field.name: field.dataType.simpleString() for field in schema()}
    assert tuple(kinds) == fenliu.Row._fields
    assert {kinds["urgent"], kinds["category"], kinds["confidence"]} == {
        "boolean",
        "string",
        "float",
    }


@pytest.mark.parametrize("pack", ["chengkou", "anhua"])
def test_map_in_arrow(pack, calls):
    rows = {row.id: plain(row) for row in route(calls, pack, keep=["id"]).collect()}
    assert rows.keys() == expected(pack).keys()
    for id, row in expected(pack).items():
        assert_same(rows[id], row)


@pytest.mark.parametrize("pack", ["chengkou", "anhua"])
def test_pandas_udf(pack, calls):
    rows = calls.select("id", route_udf(pack)("text").alias("decision")).collect()
    found = {row.id: plain(row.decision) for row in rows}
    assert found.keys() == expected(pack).keys()
    for id, row in expected(pack).items():
        assert_same(found[id], row)


def test_times_and_columns_go_along(calls):
    decided = route(calls, "chengkou", at="at")
    assert decided.columns == ["id", "text", "at", *fenliu.Row._fields]
    rows = {row.id: row for row in decided.collect()}
    assert "not-in-force" in rows["0"].review_reasons
    assert "not-in-force" not in rows["1"].review_reasons
    assert rows["0"].text == CALLS[0]


def test_two_packs_side_by_side(calls):
    both = route(calls, {"before_": "chengkou", "after_": "anhua"}, keep=["id"])
    assert len(both.columns) == 1 + 2 * len(fenliu.Row._fields)
    for row in both.collect():
        before, after = expected("chengkou")[row.id], expected("anhua")[row.id]
        assert row.before_category == (before and before.category)
        assert row.after_category == (after and after.category)


def test_counts_are_those_of_the_command(spark, tmp_path, route_command, training_calls):
    lines = "\n".join(training_calls) + "\n"
    wanted: dict[str, int] = {}
    for line in route_command("chengkou", lines, "--format", "plain"):
        category = json.loads(line)["category"]
        wanted[category] = wanted.get(category, 0) + 1
    folder = str(tmp_path / "calls.parquet")
    spark.createDataFrame([(text,) for text in training_calls], "text string").write.parquet(folder)
    decided = route(spark.read.parquet(folder), "chengkou", keep=[])
    counts = decided.groupBy("category").count().collect()
    assert {row["category"]: row["count"] for row in counts} == wanted


def test_a_worker_opens_a_pack_once_until_it_is_replaced(tmp_path, pack_file):
    file = tmp_path / "today.pack"
    file.write_bytes(pack_file.read_bytes())
    first = open_once(str(file))
    assert open_once(str(file)) is first
    new = tmp_path / "new.pack"
    new.write_bytes((pack_file.parent / "anhua.pack").read_bytes())
    new.rename(file)
    assert open_once(str(file)).pack.id == "anhua"
    assert first.pack.id == "chengkou"


def test_an_unknown_pack_is_refused_with_its_name(calls):
    with pytest.raises(Exception, match="atlantis"):
        route(calls, "atlantis").collect()


def test_a_column_with_the_name_of_a_field(calls):
    named = calls.withColumnRenamed("id", "level")
    with pytest.raises(ValueError, match="level: both a column"):
        route(named, "chengkou")
    decided = route(named, {"decided_": "chengkou"}, keep=["level"])
    assert decided.columns == ["level", *("decided_" + field for field in fenliu.Row._fields)]
