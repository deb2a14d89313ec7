#!/usr/bin/env python3
"""What scikit-learn makes of the draws that the benchmark of suggested themes wrote.

    themes.py DRAWS.tsv

Each line of DRAWS.tsv: labels a theme, number of the draw, "coded" or "unseen", theme, text. Prints, for
every number of labels and both classifiers, the mean share of unseen texts whose theme came first and
whose theme was among the first three. TF-IDF and both classifiers are as scikit-learn has them by default.
"""
import sys
from collections import defaultdict

import numpy
import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

CLASSIFIERS = {"naive-bayes": MultinomialNB, "svm": lambda: LinearSVC(random_state=0)}


def accuracy(classifier, coded, unseen):
    model = make_pipeline(TfidfVectorizer(), classifier())
    model.fit([text for _, text in coded], [theme for theme, _ in coded])
    texts, truth = [text for _, text in unseen], [theme for theme, _ in unseen]
    if hasattr(model, "decision_function"):
        scores = model.decision_function(texts)
    else:
        scores = model.predict_proba(texts)
    ranked = model.classes_[numpy.argsort(-scores, axis=1)]
    first = numpy.mean([row[0] == theme for row, theme in zip(ranked, truth)])
    three = numpy.mean([theme in row[:3] for row, theme in zip(ranked, truth)])
    return first, three


def main(path):
    draws = defaultdict(lambda: {"coded": [], "unseen": []})
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            labels, draw, role, theme, text = line.rstrip("\n").split("\t")
            draws[int(labels), int(draw)][role].append((theme, text))
    print(f"# scikit-learn {sklearn.__version__}")
    for labels in sorted({key[0] for key in draws}):
        for name, classifier in CLASSIFIERS.items():
            found = [
                accuracy(classifier, draw["coded"], draw["unseen"])
                for key, draw in sorted(draws.items())
                if key[0] == labels
            ]
            first, three = numpy.mean(found, axis=0)
            print(labels, name, f"{first:.4f}", f"{three:.4f}")


main(sys.argv[1])
