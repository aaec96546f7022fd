#!/usr/bin/env python3
"""Makes lexicons/base/gazetteer/regions.tsv from two PyPI packages.

    pip download --no-deps jionlp==1.5.31
    pip download --no-deps --no-binary :all: jieba==0.42.1
    scripts/make_regions.py jionlp-1.5.31-*.whl jieba-0.42.1.tar.gz > lexicons/base/gazetteer/regions.tsv

Codes and names: jionlp (Apache-2.0), `china_location.zip`. Which short names are ordinary words
too: jieba's dictionary (MIT). Names are facts; the tables themselves are not copied.
"""

import io
import re
import sys
import tarfile
import zipfile

GROUPS = (
    "汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族"
    " 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族"
    " 仡佬族 锡伯族 普米族 塔吉克族 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 门巴族 各族 柯尔克孜 哈萨克 蒙古"
).split()

# Full names that are ordinary words.
NEVER = {"省直辖行政区划", "城区", "郊区", "矿区", "新区", "市中区", "城中区", "城关区", "东区", "西区", "南区", "北区"}
# Short names that are ordinary words though the dictionary knows them as places only.
CONTEXT = {"河南", "河北", "江南", "江北", "通道", "东方", "大方", "大同", "开放", "平安", "建设", "新建", "中心", "海东", "定西"}
# Districts that people call by their short name.
CALLED_SHORT = {"万州", "涪陵", "黔江", "渝北", "渝中", "巴南", "开州", "梁平", "武隆", "达川", "通川", "浦东", "海淀"}
# Parts of speech of proper names in jieba's dictionary.
PROPER = {"ns", "nz", "nt", "nr", "nrt", "nrfg"}
# Zones are no administrative divisions; nobody reports an incident by their names.
ZONE = re.compile("开发|示范|园区|管理区|实验|产业|试验|工业园|农场|循环化工|新材料|合作区|科技城|度假区|风景|保税|食品区|济源市市")


def read_locations(wheel):
    outer = zipfile.ZipFile(wheel)
    inner = zipfile.ZipFile(io.BytesIO(outer.read("jionlp/dictionary/china_location.zip")))
    parents = {}
    for line in inner.read("china_location.txt").decode().splitlines():
        depth = len(line) - len(line.lstrip("\t"))
        cells = line.strip("\t").split("\t")
        if len(cells) < 3 or not cells[1].isdigit() or depth > 2:
            continue
        name, code, short = cells[:3]
        parents[depth] = code
        yield depth, name, code, short, parents.get(0, ""), parents.get(1, "")


def read_words(sdist):
    """Word → part of speech; `ns` is a place name."""
    archive = tarfile.open(sdist)
    member = next(m for m in archive.getmembers() if m.name.endswith("jieba/dict.txt"))
    words = {}
    for line in archive.extractfile(member).read().decode().splitlines():
        word, count, kind = line.split(" ")
        words[word] = (kind, int(count))
    return words


def short_name(name, short):
    """Name without its generic part and the peoples of an autonomous region."""
    base = re.sub(r"(特别行政区|自治区|自治州|自治县|自治旗|林区|特区|地区|新区|省|市|盟|州|县|区|旗)$", "", name)
    changed = True
    while changed:
        changed = False
        for group in GROUPS:
            if base.endswith(group) and len(base) > len(group) + 1:
                base, changed = base[: -len(group)], True
    return base if len(base) >= 2 else short


def usage(level, name, short, words):
    if name in NEVER:
        return "never"
    if len(short) < 2 or short == name:
        return "full"
    if level != "county":
        return "context" if short in CONTEXT else "short"
    # Districts are seldom called by their short name, and many of those are everyday words.
    is_proper = words.get(short, ("ns", 0))[0] in PROPER and short not in CONTEXT
    if level == "county" and name.endswith("区") and len(short) < 3 and short not in CALLED_SHORT:
        return "context" if is_proper else "full"
    return "short" if is_proper else "context"


def main(wheel, sdist):
    words = read_words(sdist)
    rows = {}
    for depth, name, code, short, province, prefecture in read_locations(wheel):
        level = ("province", "prefecture", "county")[depth]
        parent = ("", province, prefecture)[depth]
        if code in rows or ZONE.search(name) or (depth == 2 and name == "中西区" and code == "810000"):
            continue
        short = short_name(name, short)
        aliases = []
        if name.endswith("自治州") and short + "州" != name:
            aliases.append(short + "州")
        if re.search(r"自治县$", name):
            aliases.append(short + "县")
        use = usage(level, name, short, words)
        rows[code] = (code, name, short if short != name else "", level, parent, use, ";".join(aliases))
    print("code\tname\tshort\tlevel\tparent\tuse\talias")
    print("# Made by scripts/make_regions.py; edit there. Codes and names: jionlp 1.5.31 (Apache-2.0);")
    print("# ordinary words among the short names: jieba 0.42.1 (MIT).")
    print("# use: short = the short name counts by itself; context = only where the text shows that a place is")
    print("# meant; full = only the full name counts; never = the full name is an ordinary word.")
    for code in sorted(rows):
        print("\t".join(rows[code]))


main(*sys.argv[1:])
