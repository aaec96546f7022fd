"""Writes a Parquet folder of calls: the lines of a file over and over.

make_calls.py LINES COUNT FOLDER
"""

import itertools
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

# Files are what Spark hands to its workers: more of them than workers.
FILES = 16


def main() -> None:
    lines, count, folder = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    folder.mkdir(parents=True)
    calls = itertools.cycle(lines.read_text(encoding="utf-8").splitlines())
    for number in range(FILES):
        size = count * (number + 1) // FILES - count * number // FILES
        texts = pa.array(itertools.islice(calls, size), pa.string(), size=size)
        # Small groups: a worker's record batches are as long as it likes.
        pq.write_table(pa.table({"text": texts}), folder / f"part-{number:02}.parquet")


if __name__ == "__main__":
    main()
