"""fenliu beside what one would train in an afternoon, on the same batches: one table.

Run by `make compare`; takes about a quarter of an hour on an idle core. No peer sees a test batch while it is
trained or chosen.
"""
import datetime
import platform
from importlib.metadata import version

import fasttext_peer
import fenliu
import svm
from calls import FIGURES, REAL_DEV, add, batches, read_all, score

BIAS = """\
Bias, stated: we made fenliu, chose the peers and said which batches are for what. The peers learn
from the train batches alone, in minutes. fenliu's mined terms are fitted to the same batches, but
its lexicons hold words that were chosen by reading seven of those batches, dev, dev-hard and
real_dev: on real_dev fenliu is at home, the peers are not. All batches, train and test, were
written by language models, so all figures flatter, those of systems that only learn from such
batches most. The peers know no plan of a county: policing is a classifier of their own, and lead
units, townships and reasons are beyond them."""


def cell(rate):
    return "–" if rate.total == 0 else f"{rate.right / rate.total:.3f}"


def main():
    train = read_all(batches("all", "train"))
    dev = read_all(batches("all", "dev") + batches("all", "dev-hard"))
    sets = {name: batches("all", name) for name in ("test", "test-hard", "test-plain")}
    real = REAL_DEV.exists()
    rows = {"fenliu": {name: fenliu.figures_of_batches(paths) for name, paths in sets.items()}}
    if real:
        rows["fenliu"]["real_dev"] = fenliu.figures("chengkou", [REAL_DEV])
    choices = []
    for peer in (svm.Peer(train, dev), fasttext_peer.Peer(train, dev)):
        rows[peer.name] = {}
        calls = {name: read_all(paths) for name, paths in sets.items()}
        if real:
            calls["real_dev"] = read_all([REAL_DEV])
        for name, list_ in calls.items():
            rows[peer.name][name] = score(list_, peer.answer(list_))
        choices.append(f"{peer.name}: {peer.choice}")
    for figures in rows.values():
        figures["test and test-hard"] = add(figures["test"], figures["test-hard"])
        figures["all three"] = add(figures["test and test-hard"], figures["test-plain"])

    names = ["all three", "test and test-hard", *sets] + ["real_dev"] * real
    today = datetime.datetime.now(datetime.UTC).date()
    print(f"\n{today}, {platform.machine()}, scikit-learn {version('scikit-learn')}, "
          f"fastText {version('fasttext-numpy2-wheel')}; trained on {len(train)} calls")
    for choice in choices:
        print(f"chosen: {choice}")
    print("\n| calls | | policing | category | in top 3 | urgent: recall | urgent: precision |")
    print("|---|---|---|---|---|---|---|")
    for name in names:
        for row, (system, figures) in enumerate(rows.items()):
            label = f"{name} ({figures[name]['top1'].total})" if row == 0 else ""
            print(f"| {label} | {system} | "
                  + " | ".join(cell(figures[name][figure]) for figure in FIGURES) + " |")
    if not real:
        print("\nreal_dev is left out: ../shared/eval/real_dev.tsv is not there.")
    print("\n" + BIAS)


if __name__ == "__main__":
    main()
