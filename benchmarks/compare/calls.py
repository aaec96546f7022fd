"""The calls both sides are measured on, and the rules by which answers are counted.

The rules are those of `fenliu eval` (Sources/fenliu/Eval/Scoreboard.swift): alternatives count as
right; calls on whose side cities differ are left out of the policing figure, of no other.
"""
import subprocess
import unicodedata
from collections import namedtuple
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REAL_DEV = ROOT / "../shared/eval/real_dev.tsv"

Call = namedtuple("Call", "text policing categories urgent ambiguous batch")
Answer = namedtuple("Answer", "policing categories urgent")
Rate = namedtuple("Rate", "right total")

FIGURES = ["policing", "top1", "top3", "urgent-recall", "urgent-precision"]


def batches(pack, split):
    """The corpus files of a split, as scripts/batches lists them."""
    command = [str(ROOT / "scripts/batches"), pack, split]
    listed = subprocess.run(command, check=True, capture_output=True, text=True)
    return [ROOT / name for name in listed.stdout.split()]


def read(path):
    """The calls of a labelled table."""
    lines = [line for line in Path(path).read_text("utf-8-sig").split("\n")
             if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    calls = []
    for line in lines[1:]:
        row = dict(zip(columns, line.split("\t")))
        alternatives = [name for name in row.get("category_alt", "").split(";") if name]
        calls.append(Call(
            unicodedata.normalize("NFKC", row["text"]).lower(), row["policing"],
            [row["category"], *alternatives], row["urgent"] == "1",
            row.get("ambiguous") == "1", str(path)))
    return calls


def read_all(paths):
    return [call for path in paths for call in read(path)]


def score(calls, answers):
    """Counts right answers, figure by figure."""
    def rate(outcomes):
        outcomes = list(outcomes)
        return Rate(sum(outcomes), len(outcomes))

    pairs = list(zip(calls, answers, strict=True))
    return {
        "policing": rate(a.policing == c.policing for c, a in pairs if not c.ambiguous),
        "top1": rate(a.categories[0] in c.categories for c, a in pairs),
        "top3": rate(any(name in c.categories for name in a.categories[:3]) for c, a in pairs),
        "urgent-recall": rate(a.urgent for c, a in pairs if c.urgent),
        "urgent-precision": rate(c.urgent for c, a in pairs if a.urgent),
    }


def add(first, second):
    """The figures of two sets taken together."""
    return {name: Rate(*(a + b for a, b in zip(first[name], second[name]))) for name in FIGURES}
