#!/usr/bin/env python3
"""What more training batches bring: mined terms fitted to 0, 7, 14 … all of them, then tried on
batches no term was fitted to.

Writes benchmarks/learning_curve.tsv: batches, calls, split, metric, value. Whole batches are drawn
once with a fixed seed, each step keeps those of the step before. Only the mined terms change: the
words that people wrote are those of today at every step, and people wrote them with some of the
train and all dev batches in sight. 0 batches is the lexicon alone.
"""
import random
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "benchmarks/compare"))
from calls import batches, read  # noqa: E402
from fenliu import BINARY, figures_of_batches  # noqa: E402

STEPS = [0, 7, 14, 28, 56]
SPLITS = ["dev-hard", "test", "test-hard"]
SEED = 20261122
RESULT = ROOT / "benchmarks/learning_curve.tsv"


def fitted(chosen):
    """A copy of the lexicons with mined terms fitted to the batches chosen."""
    folder = ROOT / ".build/learning-curve"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "lexicons", folder)
    (folder / "base/mined.tsv").unlink()
    if chosen:
        # Any pack will do: terms are fitted without the plans.
        subprocess.run([BINARY, "tune", "--pack", chosen[0].parent.name, "--lexicons", folder,
                        "--output", folder / "base/mined.tsv", *chosen],
                       check=True, capture_output=True)
    return folder


def main():
    train = sorted(batches("all", "train"))
    random.Random(SEED).shuffle(train)
    lines = ["# Made by `make learning-curve`; what it shows is said in learning_curve.py.",
             "batches\tcalls\tsplit\tmetric\tvalue"]
    for count in [*STEPS, len(train)]:
        chosen = sorted(train[:count])
        calls = sum(len(read(path)) for path in chosen)
        lexicons = fitted(chosen)
        for split in SPLITS:
            for metric, rate in figures_of_batches(batches("all", split), lexicons).items():
                value = rate.right / max(rate.total, 1)
                lines.append(f"{count}\t{calls}\t{split}\t{metric}\t{value:.4f}")
        print(f"{count} batches, {calls} calls: done", file=sys.stderr, flush=True)
    RESULT.write_text("\n".join(lines) + "\n", "utf8")
    print(f"{RESULT.relative_to(ROOT)}: {len(lines) - 2} rows")


if __name__ == "__main__":
    main()
