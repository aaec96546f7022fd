#!/usr/bin/env python3
"""Ordinary words that sound like a name of some pack → lexicons/base/gazetteer/sound_words.tsv.

Needs `pip install jieba pypinyin`; run again when a pack's names or sound_folds.tsv change:
scripts/make_sound_words.py > lexicons/base/gazetteer/sound_words.tsv
Rows whose note begins with 人工 are kept.
"""
import csv, glob, itertools, os
import jieba
from pypinyin import pinyin, Style

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BASE = ROOT + "/lexicons/base/gazetteer/"
LEAST = 60  # occurrences in jieba's dictionary
INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s y w".split()


def table(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line[0] != "#" and line.strip()]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


folds = {(r["kind"], r["from"]): r["to"] for r in table(BASE + "sound_folds.tsv")}
extra = {r["character"]: r["readings"].split() for r in table(BASE + "sound_readings.tsv")}


def fold(syllable):
    syllable = folds.get(("syllable", syllable), syllable)
    initial = next((i for i in INITIALS if syllable.startswith(i)), "")
    final = syllable[len(initial):]
    return folds.get(("initial", initial), initial) + folds.get(("final", final), final)


def sounds(text):
    first = [p[0] for p in pinyin(text, style=Style.NORMAL, v_to_u=False)]
    options = [sorted({fold(s) for s in [one] + extra.get(c, [])}) for one, c in zip(first, text)]
    return set(itertools.product(*options)) if len(first) == len(text) else set()


def stems():
    for path in glob.glob(ROOT + "/lexicons/*/gazetteer/townships.tsv"):
        for row in table(path):
            yield row["name"].removesuffix(row["kind"])
    for path in glob.glob(ROOT + "/lexicons/*/gazetteer/villages.tsv"):
        for row in table(path):
            yield row["short"].removesuffix("社区").removesuffix("居委会").removesuffix("村")


names = {stem for stem in stems() if len(stem) >= 2}
heard = set().union(*(sounds(name) for name in names))
with open(BASE + "sound_words.tsv", encoding="utf-8") as file:
    kept = [line for line in file if line.startswith("#") or line.startswith("word\t") or "\t人工" in line]
print("".join(kept), end="")
known = {line.split("\t")[0] for line in kept}
found = []
with open(os.path.dirname(jieba.__file__) + "/dict.txt", encoding="utf-8") as file:
    for line in file:
        word, count, kind = line.split()
        if not 2 <= len(word) <= 4 or int(count) < LEAST or word in known: continue
        if kind in ("nr", "nrt", "nrfg") or any(not "\u4e00" <= c <= "\u9fff" for c in word): continue
        if sounds(word) & heard: found.append(word)
for word in sorted(found): print(f"{word}\tbare\t")
