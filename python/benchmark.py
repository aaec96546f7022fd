#!/usr/bin/env python
"""What this package adds to the library: `make python-bench`. One core, time of the processor.

The library's own cost is measured in the same run, by handing it all calls at once. Calls are those
of the training batches: about 54 characters each.
"""

from __future__ import annotations

import csv
import ctypes
import os
import platform
import sys
from collections.abc import Callable
from ctypes import byref
from pathlib import Path
from time import process_time

import fenliu
import pyarrow as pa
from fenliu import _abi, _library
from fenliu._handle import Workspace, make_call

ROUNDS = 5


def texts(count: int) -> list[str]:
    """Calls of the training batches, those of one batch after those of another."""
    corpora = Path(__file__).resolve().parent.parent / "corpora"
    found: list[str] = []
    for line in (corpora / "splits.tsv").read_text(encoding="utf-8").splitlines():
        pack, batch, split = [*line.split("\t"), "", ""][:3]
        if pack != "chengkou" or split != "train":
            continue
        with open(corpora / pack / f"{batch}.tsv", encoding="utf-8") as file:
            rows = csv.DictReader(
                (row for row in file if not row.startswith("#")),
                delimiter="\t",
                quoting=csv.QUOTE_NONE,
            )
            found += [row["text"] for row in rows]
    return (found * (count // len(found) + 1))[:count]


def each(router: fenliu.Router, calls: list[str]) -> None:
    for call in calls:
        router.route(call)


def microseconds(works: dict[str, tuple[Callable[[], object], int]]) -> dict[str, float]:
    """For one call of each work's count, the least of some rounds; rounds take turns."""
    least = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, (work, count) in works.items():
            start = process_time()
            work()
            least[name] = min(least[name], (process_time() - start) / count * 1e6)
    return least


def library_only(router: fenliu.Router, encoded: list[bytes]) -> Callable[[], object]:
    """The library's batch call with a sink that does nothing."""
    batch = ctypes.CDLL(_library.PATH).fenliu_route_batch
    sink = ctypes.cast(ctypes.CDLL(None).labs, ctypes.c_void_p)  # of a null pointer: 0, go on
    made = [make_call(text, None, None) for text in encoded]
    calls = (_abi.Call * len(made))(*made)
    workspace, handle = Workspace(), router._handle
    assert handle
    return lambda: batch(
        ctypes.c_void_p(handle.pointer),
        ctypes.c_void_p(workspace.scratch),
        byref(calls),
        ctypes.c_size_t(len(made)),
        sink,
        None,
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    calls = texts(count)
    router = fenliu.Router("chengkou")
    column = pa.array(calls)
    decisions = [router.route(call) for call in calls[:500]]
    print(f"fenliu {fenliu.__version__}, pack {router.pack.id} {router.pack.digest}")
    print(f"CPython {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]}")
    print(f"{count} calls of {sum(map(len, calls)) / count:.0f} characters, best of {ROUNDS}")

    def read(decision: fenliu.Decision) -> object:
        return decision.policing, decision.category, decision.urgent, decision.lead

    # Empty texts, and one decision over and over: what stays when there is little to route.
    nothing = [""] * 20_000
    encoded = [call.encode() for call in calls]
    found = microseconds(
        {
            "alone": (library_only(router, encoded), count),
            "one": (lambda: each(router, calls), count),
            "fields": (lambda: list(map(read, decisions)), len(decisions)),
            "many": (lambda: router.route_many(calls), count),
            "arrow": (lambda: router.route_many(column).to_arrow(), count),
            "empty alone": (library_only(router, [b""] * len(nothing)), len(nothing)),
            "empty one": (lambda: each(router, nothing), len(nothing)),
            "empty many": (lambda: router.route_many(nothing), len(nothing)),
        }
    )
    print(
        "µs a call                library   route  of which Python   route_many   Arrow in and out"
    )
    added = found["one"] - found["alone"]
    print(
        f"calls                   {found['alone']:8.2f}{found['one']:8.2f}{added:17.2f}"
        f"{found['many']:13.2f}{found['arrow']:19.2f}"
    )
    added = found["empty one"] - found["empty alone"]
    print(
        f"empty texts             {found['empty alone']:8.2f}{found['empty one']:8.2f}{added:17.2f}"
        f"{found['empty many']:13.2f}"
    )
    print(f"four fields of a decision read: {found['fields']:.2f}")
    print(
        f"route_many: {1e6 / found['many']:.0f} calls/s, Arrow {1e6 / found['arrow']:.0f} calls/s"
    )


if __name__ == "__main__":
    main()
