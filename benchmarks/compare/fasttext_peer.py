"""Peer: fastText on single characters, with n-grams of 2–3 of them.

Rate, epochs and n-grams are chosen on dev and dev-hard, for each question by itself. One thread
and a fixed seed, so that a run can be repeated.
"""
import tempfile

import fasttext
from calls import Answer

GRID = [{"wordNgrams": grams, "lr": rate, "epoch": epochs}
        for grams in (2, 3) for rate, epochs in ((0.1, 40), (0.25, 15), (0.5, 15))]


def tokens(text):
    return " ".join(text.replace(" ", ""))


def train(calls, label, **options):
    with tempfile.NamedTemporaryFile("w", encoding="utf8", suffix=".txt") as file:
        for call in calls:
            file.write(f"__label__{label(call)} {tokens(call.text)}\n")
        file.flush()
        return fasttext.train_supervised(
            file.name, dim=64, minCount=1, bucket=200_000, loss="softmax", thread=1, seed=1,
            verbose=0, **options)


def best(model, text, count=1):
    # The wrapper's predict() checks its input with NumPy calls that newer versions reject.
    pairs = model.f.predict(tokens(text) + "\n", count, 0.0, "strict")
    return [label.removeprefix("__label__") for _, label in pairs]


class Peer:
    name = "fastText"

    def __init__(self, train_calls, dev):
        def choose(name, label, calls, measure):
            chosen = None
            for options in GRID:
                try:
                    model = train(calls, label, **options)
                except RuntimeError as error:  # It diverges at some rates.
                    print(f"fastText, {name}: {options}: {error}", flush=True)
                    continue
                value = measure(model)
                print(f"fastText, {name}: {options}: {value:.4f} on dev", flush=True)
                if chosen is None or value > chosen[0]:
                    chosen = (value, model, options)
            return chosen[1], " ".join(f"{key} {value}" for key, value in chosen[2].items())

        def share(label, calls):
            return lambda model: sum(best(model, call.text)[0] in label(call)
                                     for call in calls) / len(calls)

        def f1(model):
            seen = [best(model, call.text)[0] == "1" for call in dev]
            both = sum(call.urgent and urgent for call, urgent in zip(dev, seen))
            return 2 * both / max(sum(seen) + sum(call.urgent for call in dev), 1)

        def clear(calls):
            return [call for call in calls if not call.ambiguous]

        self.policing, policing = choose(
            "policing", lambda call: call.policing, clear(train_calls),
            share(lambda call: [call.policing], clear(dev)))
        self.category, category = choose(
            "category", lambda call: call.categories[0], train_calls,
            share(lambda call: call.categories, dev))
        self.urgent, urgent = choose(
            "urgent", lambda call: int(call.urgent), train_calls, f1)
        self.choice = f"policing {policing}; category {category}; urgent {urgent}"

    def answer(self, calls):
        return [Answer(best(self.policing, call.text)[0], best(self.category, call.text, 3),
                       best(self.urgent, call.text)[0] == "1") for call in calls]
