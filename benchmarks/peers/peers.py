"""fenliu beside its peers on the same texts and keywords: one table, one record.

Run by `make peers` (benchmarks/peers/run). Each cycle runs every peer once, one after the other, so
that a slow spell of the machine hits all alike; the fastest of the cycles counts. Only ratios within
one run mean anything.
"""

import argparse
import datetime
import json
import pathlib
import platform
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent

SCANNERS = {
    "fenliu": "folds (traditional, width, case, variants), keeps offsets; start, end and id of every match",
    "Hyperscan literal": "no folding; end and id of every match; C, AVX2/AVX-512",
    "daachorse (Python)": "no folding; start, end and id of every match; Rust, charwise",
    "ahocorasick_rs (Python)": "no folding; start, end and id of every match; Rust, contiguous NFA",
    "pyahocorasick (Python)": "no folding; end and id of every match; C",
}
FOLDERS = {
    "fenliu": "traditional, width, case, variants; both ends of each character's source",
    "fenliu, starts only": "the same; where each character's source starts (what scanning uses)",
    "ICU": "Hant-Hans transliterator + NFKC_Casefold, called directly; no offsets",
    "OpenCC (Debian)": "t2s with phrases; no width, no case, no offsets",
    "OpenCC (Python)": "the same, a newer version, from Python",
}
PIPELINE = "OpenCC t2s + pyahocorasick + cpca, text by text, from Python: no categories, no decision"


def run(*command):
    line = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True)
    return json.loads(line.stdout.splitlines()[-1])


class Workload:
    def __init__(self, work, bench):
        self.work, self.bench = work, bench
        self.texts = work / "workload"
        self.python = work / "venv" / "bin" / "python"

    def sample(self, count):
        """The first texts of docs.txt, for what would take hours over all."""
        path = self.work / f"docs{count}.txt"
        lines = (self.texts / "docs.txt").read_text(encoding="utf8").split("\n")[:count]
        path.write_text("\n".join(lines) + "\n", encoding="utf8")
        return path

    def fenliu(self, keywords, docs):
        out = self.work / "scan.json"
        subprocess.run(
            [self.bench, "scan", keywords, docs, "--rounds", "2", "--json", out],
            check=True, capture_output=True, cwd=ROOT,
        )
        return json.loads(out.read_text())

    def peer(self, name, keywords, docs):
        match name:
            case "fenliu":
                return self.fenliu(keywords, docs)
            case "Hyperscan literal":
                return run(self.work / "hyperscan", keywords, docs, 2)
            case "ICU":
                return run(self.work / "icu", docs, 2)
            case "OpenCC (Debian)":
                return run(self.work / "opencc", docs, 2)
            case _:
                package = "opencc" if name.startswith("OpenCC") else name.split(" ")[0]
                return run(self.python, HERE / "python_peer.py", package, keywords, docs, 1)


def best(results):
    """The least of each figure; what is no cost is the same in all."""
    merged = dict(results[0])
    for result in results[1:]:
        for key, value in result.items():
            if key.endswith(("ns_per_char", "ns_per_call", "build_ms")):
                merged[key] = min(merged[key], value)
    return merged


def cycles(count, peers, measure):
    """All peers in turn, `count` times."""
    results = {name: [] for name in peers}
    for cycle in range(count):
        for name in peers:
            print(f"cycle {cycle + 1} of {count}: {name}", file=sys.stderr)
            results[name].append(measure(name))
    return {name: best(found) for name, found in results.items()}


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if row is rows[0]:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print()


def print_scan(title, found):
    ours = found["fenliu"]["ns_per_char"]
    rows = [["scan, " + title, "ns/char", "× fenliu", "matches", "build ms", "MB", "what it does"]]
    for name, what in SCANNERS.items():
        if name in found:
            figures = found[name]
            rows.append([
                name, f"{figures['ns_per_char']:.2f}", f"{figures['ns_per_char'] / ours:.1f}",
                str(figures["matches"]), f"{figures['build_ms']:.0f}",
                f"{figures['image_bytes'] / 1e6:.1f}", what,
            ])
    table(rows)


def print_fold(found):
    ours = found["fenliu"]["fold_ns_per_char"]
    rows = [["fold", "ns/char", "× fenliu", "what it does"]]
    for name, what in FOLDERS.items():
        figures = found["fenliu" if name.startswith("fenliu") else name]
        key = next(
            key for key in (
                ("lean_fold_ns_per_char",) if "starts" in name else ("fold_ns_per_char", "ns_per_char")
            ) if key in figures
        )
        rows.append([name, f"{figures[key]:.2f}", f"{figures[key] / ours:.1f}", what])
    table(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--cycles", type=int, default=5)
    parser.add_argument("--bench", type=pathlib.Path, default=ROOT / ".build/release/bench")
    parser.add_argument("--record", type=pathlib.Path, default=ROOT / "benchmarks/record")
    options = parser.parse_args()
    load = Workload(options.work.resolve(), options.bench.resolve())
    docs = load.texts / "docs.txt"
    record = {
        "date": datetime.date.today().isoformat(), "command": "make peers",
        "machine": machine(), "cycles": options.cycles, "scan": {},
    }
    print(f"{record['date']}, {record['machine']}, best of {options.cycles} cycles\n")

    for title, name in (("5k", "kw5k"), ("50k", "kw50k"), ("675k", "kwbig")):
        keywords = load.texts / f"{name}.txt"
        # Hyperscan takes three quarters of a minute to compile 675k.
        count = options.cycles if title != "675k" else max(1, options.cycles // 2)
        record["scan"][title] = cycles(count, SCANNERS, lambda peer: load.peer(peer, keywords, docs))
        print_scan(title, record["scan"][title])

    keywords = load.texts / "kw5k.txt"
    record["fold"] = cycles(
        options.cycles, ["fenliu", "ICU", "OpenCC (Debian)", "OpenCC (Python)"],
        lambda peer: load.peer(peer, keywords, docs))
    print_fold(record["fold"])

    few = load.sample(300)
    record["pipeline"] = cycles(
        options.cycles, ["fenliu", "pipeline"], lambda peer: load.peer(peer, keywords, few))
    ours = record["pipeline"]["fenliu"]
    theirs = record["pipeline"]["pipeline"]
    print(
        f"A Python user's pipeline ({PIPELINE}; 300 texts, 5k): "
        f"{theirs['ns_per_call'] / 1000:.0f} µs a text; fenliu's fold + scan of the same "
        f"{ours['ns_per_char'] * ours['characters'] / ours['docs'] / 1000:.2f} µs.\n")

    options.record.mkdir(parents=True, exist_ok=True)
    path = options.record / f"peers-{record['date']}.json"
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf8")
    print(f"record: {path.relative_to(ROOT) if path.is_relative_to(ROOT) else path}")


def machine():
    try:
        info = pathlib.Path("/proc/cpuinfo").read_text()
        model = next(l.split(":")[1].strip() for l in info.splitlines() if l.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor()
    return f"{model}, {platform.system()} {platform.release()}, Python {platform.python_version()}"


if __name__ == "__main__":
    main()
