"""Re-routes calls under two versions of a pack and counts what changed.

    reroute.py BEFORE.pack AFTER.pack CALLS.parquet [--workers N]

CALLS has a column `text`. Prints the counts, one a line, then the rate to stderr.
"""

import argparse
import os
import sys
import time
from pathlib import Path

from fenliu.spark import route
from pyspark.sql import SparkSession
from pyspark.sql.functions import col, count, count_if

FIELDS = ("policing", "category", "urgent", "lead", "township_code")


def main() -> None:
    parser = argparse.ArgumentParser(description="Counts what a change of the lexicons changes.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("calls")
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()

    # On a cluster the master says how many; the workers need the wheel and the packs' paths.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    spark = (
        SparkSession.builder.master(f"local[{arguments.workers}]")
        .config("spark.ui.enabled", False)
        .config("spark.ui.showConsoleProgress", False)
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    calls = spark.read.parquet(arguments.calls)
    packs = {"before_": arguments.before.resolve(), "after_": arguments.after.resolve()}
    both = route(calls, packs, keep=[])
    # A first job, so that starting Spark and its workers is not measured.
    nothing = spark.range(arguments.workers).selectExpr("'' AS text")
    route(nothing, packs, keep=[]).collect()

    start = time.monotonic()
    # Two missing values are the same value (eqNullSafe).
    changed = [
        count_if(~col(f"before_{field}").eqNullSafe(col(f"after_{field}"))).alias(field)
        for field in FIELDS
    ]
    counts = both.agg(count("*").alias("calls"), *changed).first()
    seconds = time.monotonic() - start
    assert counts is not None
    for name, number in counts.asDict().items():
        print(f"{name}\t{number}")
    rate = counts.calls / seconds
    print(
        f"workers: {arguments.workers}, calls: {counts.calls}, each routed twice: {seconds:.1f} s, "
        f"{rate:.0f} calls/s, so 10 million take {10_000_000 / rate / 60:.0f} min",
        file=sys.stderr,
    )
    spark.stop()


if __name__ == "__main__":
    main()
