"""Peer: linear support vector machines on TF-IDF of character 1–3-grams.

One for each question. Cost (and, for urgency, whether classes are balanced) is chosen by
cross-validation over whole batches, so that no hand is on both sides.
"""
import numpy as np
from calls import Answer
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

COSTS = [0.3, 1.0, 3.0]


def share(truth, answers):
    return float(np.mean(truth == answers))


def f1(truth, answers):
    return f1_score(truth, answers, pos_label="1")


class Classifier:
    """A machine for one question."""

    def __init__(self, name, texts, labels, groups, measure=share, balances=(None,)):
        self.vectorizer = TfidfVectorizer(
            analyzer="char", ngram_range=(1, 3), min_df=2, sublinear_tf=True, dtype=np.float32)
        features = self.vectorizer.fit_transform(texts)
        labels = np.array(labels)
        best = None
        for balance in balances:
            for cost in COSTS:
                value = self.validate(features, labels, groups, cost, balance, measure)
                print(f"SVM, {name}: C {cost}{', balanced' if balance else ''}: "
                      f"{value:.4f} over whole batches", flush=True)
                if best is None or value > best[0]:
                    best = (value, cost, balance)
        self.choice = f"C {best[1]}{', balanced' if best[2] else ''}"
        self.machine = self.make(best[1], best[2]).fit(features, labels)

    @staticmethod
    def make(cost, balance):
        return LinearSVC(C=cost, class_weight=balance, tol=0.01, random_state=1)

    def validate(self, features, labels, groups, cost, balance, measure):
        values = []
        for train, test in GroupKFold(n_splits=3).split(features, labels, groups):
            machine = self.make(cost, balance).fit(features[train], labels[train])
            values.append(measure(labels[test], machine.predict(features[test])))
        return float(np.mean(values))

    def best(self, texts, count=1):
        """The labels with the greatest decision values, best first."""
        values = self.machine.decision_function(self.vectorizer.transform(texts))
        if values.ndim == 1:
            values = np.stack([-values, values], axis=1)
        order = np.argsort(-values, axis=1, kind="stable")[:, :count]
        return [[str(self.machine.classes_[place]) for place in row] for row in order]


class Peer:
    name = "linear SVM"

    def __init__(self, train, _dev):
        def fit(name, calls, label, **options):
            return Classifier(name, [call.text for call in calls], [label(call) for call in calls],
                              [call.batch for call in calls], **options)

        clear = [call for call in train if not call.ambiguous]
        self.policing = fit("policing", clear, lambda call: call.policing)
        self.urgent = fit("urgent", train, lambda call: str(int(call.urgent)), measure=f1,
                          balances=(None, "balanced"))
        self.category = fit("category", train, lambda call: call.categories[0])
        self.choice = (f"policing {self.policing.choice}; category {self.category.choice}; "
                       f"urgent {self.urgent.choice}")

    def answer(self, calls):
        texts = [call.text for call in calls]
        return [Answer(side[0], categories, urgent[0] == "1") for side, categories, urgent in zip(
            self.policing.best(texts), self.category.best(texts, 3), self.urgent.best(texts))]
