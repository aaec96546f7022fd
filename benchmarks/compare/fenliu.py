"""fenliu's figures: those that `fenliu eval` prints, each batch with its own pack."""
import subprocess

from calls import ROOT, Rate, add

BINARY = ROOT / ".build/release/fenliu"
# The first column of eval's table.
NAMES = {"警务属性": "policing", "类别（首选）": "top1", "类别（前三）": "top3",
         "紧急：召回": "urgent-recall", "紧急：精确": "urgent-precision"}


def figures(pack, paths, lexicons=None):
    """Runs `fenliu eval` and returns {figure: Rate}."""
    command = [str(BINARY), "eval", "--pack", pack]
    if lexicons:
        command += ["--lexicons", str(lexicons)]
    command += [str(path) for path in paths]
    output = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    found = {}
    for line in output.split("\n"):
        cells = line.split()
        # The table of sides below it begins with the same name: the first one counts.
        if len(cells) >= 4 and cells[0] in NAMES and all(map(str.isdigit, cells[1:3])):
            found.setdefault(NAMES[cells[0]], Rate(int(cells[1]), int(cells[2])))
    # A figure with nothing to count is not printed.
    return {name: found.get(name, Rate(0, 0)) for name in NAMES.values()}


def figures_of_batches(paths, lexicons=None):
    """The same over batches of several packs; a batch's folder is its pack."""
    total = None
    for pack in sorted({path.parent.name for path in paths}):
        part = figures(pack, [path for path in paths if path.parent.name == pack], lexicons)
        total = add(total, part) if total else part
    return total
