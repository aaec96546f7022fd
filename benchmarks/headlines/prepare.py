"""Makes what `run` needs: a lexicon without one word in it, and the headlines as labelled tables.

usage: prepare.py SOURCE FOLDER. The lexicon knows ten categories, how text is folded and how
places would be weighed; all else is a header line.
"""
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Tables that must be there, with their columns; these stay empty.
EMPTY = {
    "base/concepts.tsv": "id name_zh note",
    "base/cues.tsv": "cue context direction reach bound note",
    "base/escalations.tsv": "category danger becomes bar note",
    "base/facts.tsv": "fact word measure within note",
    "base/intents.tsv": "policing urgent intent note",
    "base/numbers.tsv": "concept fact min max note",
    "base/numerals.tsv": "character value note",
    "base/presumptions.tsv": "category danger weight unless note",
    "base/starts.tsv": "event counts note",
    "base/calendar.tsv": "date kind note",
    "base/questions.tsv": "id question topic separates unless note",
    "base/gazetteer/place_markets.tsv": "ending note",
    "base/gazetteer/place_cues.tsv": "cue role direction reach scope note",
    "base/gazetteer/regions.tsv": "code name short level parent use alias",
    "base/gazetteer/sound_folds.tsv": "kind from to note",
    "base/gazetteer/sound_readings.tsv": "character readings note",
    "base/gazetteer/sound_words.tsv": "word kills note",
    "headlines/citations.tsv": "rule document section note",
    "headlines/duties.tsv": "category when unit part role rules note",
    "headlines/obligations.tsv": "owner action within calendar from when condition rule note",
    "headlines/units.tsv": "id name note",
}

# The mined terms are all there is, so their scale is one and a text's length counts as it is. A
# setting not named here is about urgency or who goes along, which no headline has: the base's does.
SETTINGS = {
    "urgent_threshold": 1, "review_score": 0, "review_margin": 0, "fallback_category": "",
    "fallback_danger_category": "", "calm_factor": 0, "calm_maximum": 0, "side_sharpness": 1,
    "lexicon_reach": 0, "urgent_words": 0, "urgent_explained": 0, "urgent_calm": 0,
    "urgent_length": 1, "urgent_bar": 60, "urgent_review": 0,
    "unnamed_danger": "other",
    "mined_category": 1, "mined_side": 0, "mined_urgency": 1, "mined_floor": 1,
    "mined_known": 1, "mined_trust": 0, "urgent_join": 1, "confidence_sharpness": 1,
    "vague_length": 0, "vague_confidence": 0,
}


# A headline's punctuation tells its kind, but fenliu reads it as the end of a clause only. So this
# lexicon folds it, as it would a variant, to letters that occur in no headline (Yi script). White
# space, which stands for punctuation here and which fenliu skips, is written as ␣ first.
PUNCTUATION = dict(zip(":()《》“”?!、[]・␣", "ꀀꀁꀂꀃꀄꀅꀆꀇꀈꀉꀊꀋꀌꀍ"))


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(str(cell) for cell in row) + "\n" for row in rows), "utf8")


def lexicon(folder, classes):
    for name, columns in EMPTY.items():
        write(folder / name, [columns.split()])
    for name in ("terms", "exclusions", "rules"):
        (folder / "base" / name).mkdir(parents=True, exist_ok=True)
    write(folder / "base/categories.tsv", [["id", "name_zh", "policing", "scope", "police_bar"]]
          + [[name, name, "none", "", 0] for name in classes])
    write(folder / "base/contexts.tsv", [["id", "name_zh", "category_factor", "danger_factor"],
                                         ["asserted", "直陈", 1, 1]])
    write(folder / "base/dangers.tsv", [["id", "name_zh", "police_first", "except", "fallback"],
                                        ["other", "其他", "no", "", classes[0]]])
    fallback = {"fallback_category": classes[0], "fallback_danger_category": classes[0]}
    ours = (ROOT / "lexicons/base/settings.tsv").read_text("utf8").splitlines()[1:]
    defaults = dict(row.split("\t")[:2] for row in ours)
    write(folder / "base/settings.tsv",
          [["key", "value"], *({**defaults, **SETTINGS, **fallback}).items()])
    write(folder / "headlines/manifest.tsv", [
        ["key", "value"], ["id", "headlines"], ["name", "新闻标题"], ["code", "000000"],
        ["joint_role", ""], ["effective_from", "2000-01-01"], ["effective_to", ""]])
    base = ROOT / "lexicons/base"
    shutil.copytree(base / "normalization", folder / "base/normalization")
    with open(folder / "base/normalization/variants.tsv", "a", encoding="utf8") as table:
        table.writelines(f"{mark}\t{letter}\t\n" for mark, letter in PUNCTUATION.items())
    for name in ("place_roles.tsv", "place_settings.tsv", "readings.tsv"):
        shutil.copy(base / "gazetteer" / name, folder / "base/gazetteer")


def calls(source, classes, name):
    """A labelled table; each headline is nobody's call, so all but its category is empty."""
    rows = [["id", "text", "policing", "category", "urgent", "batch"]]
    for number, line in enumerate((source / name).read_text("utf8").split("\n")[:-1], 1):
        text, place = line.rsplit("\t", 1)
        rows.append([number, "␣".join(text.split()), "none", classes[int(place)], 0, "headlines"])
    return rows


def main():
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    classes = (source / "class.txt").read_text("utf8").split()
    shutil.rmtree(folder, ignore_errors=True)
    lexicon(folder / "lexicons", classes)
    for name in ("train", "test"):
        write(folder / f"{name}.tsv", calls(source, classes, f"{name}.txt"))


if __name__ == "__main__":
    main()
