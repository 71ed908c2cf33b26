"""The matcher beside simpler methods, on the same phrasings and the same held-out questions.

    python -m tests.bench.faq_baselines [--part held|unseen|tune]
    python -m tests.bench.faq_baselines --phrasings A.csv --questions B.csv

Each method ranks the entries by its best phrasing; the plain linear SVM learns words and letter
groups of all. Its threshold for answering is set as low as keeps 95 % of out-of-scope messages
silent: on the book's tuning half, and on another index, where no such messages are known, on
the phrasings of every eighth entry, which the method is then not told of.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from rapidfuzz import fuzz, process, utils
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC

from faq.book.book import read
from faq.matching.labelled import Row, read_rows
from faq.matching.matcher import Answer, Matcher
from faq.matching.out_of_scope import out_of_scope
from faq.text.language import normalise
from tests.faq.matching import split

Pairs = list[tuple[str, str]]
Ranker = Callable[[str], list[tuple[str, float]]]
PARTS: dict[str, Callable[[], list[Row]]] = {
    "held": split.held,
    "unseen": split.unseen,
    "tune": split.tune,
}
SILENT = 0.95
SPARED = 8
LOOKED_AT = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=tuple(PARTS), default="held")
    parser.add_argument("--phrasings", type=Path)
    parser.add_argument("--questions", type=Path)
    options = parser.parse_args()
    if options.phrasings:
        pairs = [(row.question, row.id) for row in read_rows(options.phrasings) if row.id]
        asked, tuned = read_rows(options.questions), None
        matcher = Matcher(pairs)
    else:
        book = read(Path(__file__).parents[2] / "faq" / "manual")
        pairs = [(t, entry.id) for entry in book.entries for t in entry.asked_with]
        asked, tuned = PARTS[options.part](), split.tune()
        asked = split.fresh(asked, [text for text, _ in (*pairs, *out_of_scope())])
        matcher = Matcher.of(book)
    print(f"{len(pairs)} phrasings, {len(asked)} questions")
    print(f"{'method':<28}{'top-1':>7}{'top-3':>7}{'right':>7}{'wrong':>7}{'silent':>8}")
    for name, build in METHODS.items():
        threshold = threshold_of(build(pairs), tuned) if tuned else threshold_alone(build, pairs)
        show(name, build(pairs), asked, threshold)
    show_ours(matcher, asked)


def threshold_of(rank: Ranker, rows: list[Row]) -> float:
    outside = sorted(top(rank(row.question))[1] for row in rows if row.id is None)
    return outside[int(SILENT * len(outside))]


def threshold_alone(build: Callable[[Pairs], Ranker], pairs: Pairs) -> float:
    spared = set(sorted({entry for _, entry in pairs})[::SPARED])
    rank = build([(text, entry) for text, entry in pairs if entry not in spared])
    return threshold_of(rank, [Row(text, None, 0) for text, entry in pairs if entry in spared])


def show(name: str, rank: Ranker, asked: list[Row], threshold: float) -> None:
    ranked = [(row, entries(rank(row.question))) for row in asked]
    inside = [(row, found) for row, found in ranked if row.id]
    given = [(row, top(found)) for row, found in ranked if top(found)[1] > threshold]
    line(
        name,
        sum(row.id in [entry for entry, _ in found[:1]] for row, found in inside) / len(inside),
        sum(row.id in [entry for entry, _ in found[:3]] for row, found in inside) / len(inside),
        sum(row.id == best[0] for row, best in given) / len(inside),
        sum(row.id not in (None, best[0]) for row, best in given) / len(inside),
        1 - sum(row.id is None for row, _ in given) / max(1, len(asked) - len(inside)),
    )


def show_ours(matcher: Matcher, asked: list[Row]) -> None:
    inside = [row for row in asked if row.id]
    ranked = {row: [one.id for one in matcher.rank(row.question, 3)] for row in asked}
    given = [
        (row, found.best)
        for row in asked
        if isinstance(found := matcher.find(row.question), Answer)
    ]
    line(
        "this matcher",
        sum(row.id in ranked[row][:1] for row in inside) / len(inside),
        sum(row.id in ranked[row] for row in inside) / len(inside),
        sum(row.id == best for row, best in given) / len(inside),
        sum(row.id not in (None, best) for row, best in given) / len(inside),
        1 - sum(row.id is None for row, _ in given) / max(1, len(asked) - len(inside)),
    )


def line(name: str, *shares: float) -> None:
    print(f"{name:<28}" + "".join(f"{share:>7.1%}" for share in shares), flush=True)


def top(found: list[tuple[str, float]]) -> tuple[str, float]:
    return found[0] if found else ("", 0.0)


def entries(found: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Each entry once, with its best phrasing's score."""
    best: dict[str, float] = {}
    for entry, score in found:
        best.setdefault(entry, score)
    return list(best.items())


def by_rapidfuzz(
    scorer: Callable[..., float], prepare: Callable[[str], str], pairs: Pairs
) -> Ranker:
    texts = [prepare(text) for text, _ in pairs]

    def rank(question: str) -> list[tuple[str, float]]:
        found = process.extract(prepare(question), texts, scorer=scorer, limit=LOOKED_AT)
        return [(pairs[at][1], score) for _, score, at in found]

    return rank


def stems(text: str) -> str:
    return " ".join(word.stem for word in normalise(text))


def by_bm25(pairs: Pairs) -> Ranker:
    documents = [Counter(stems(text).split()) for text, _ in pairs]
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, document in enumerate(documents):
        for term, times in document.items():
            postings[term].append((at, times))
    sizes = [sum(document.values()) for document in documents]
    mean = sum(sizes) / len(sizes)

    def rank(question: str) -> list[tuple[str, float]]:
        scores: dict[int, float] = defaultdict(float)
        for term in set(stems(question).split()):
            found = postings.get(term, [])
            idf = math.log(1 + (len(pairs) - len(found) + 0.5) / (len(found) + 0.5))
            for at, times in found:
                scores[at] += idf * times * 2.5 / (times + 1.5 * (0.25 + 0.75 * sizes[at] / mean))
        return ordered(scores, pairs)

    return rank


def by_char_tfidf(pairs: Pairs) -> Ranker:
    documents = [Counter(ngrams(text)) for text, _ in pairs]
    seen = Counter(gram for document in documents for gram in document)
    idf = {gram: math.log((1 + len(pairs)) / (1 + times)) + 1 for gram, times in seen.items()}
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, document in enumerate(documents):
        for gram, value in weighed(document, idf).items():
            postings[gram].append((at, value))

    def rank(question: str) -> list[tuple[str, float]]:
        scores: dict[int, float] = defaultdict(float)
        for gram, value in weighed(Counter(ngrams(question)), idf).items():
            for at, other in postings.get(gram, ()):
                scores[at] += value * other
        return ordered(scores, pairs)

    return rank


def by_svm(pairs: Pairs) -> Ranker:
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True)
    model = make_pipeline(make_union(words, letters), LinearSVC())
    model.fit([text for text, _ in pairs], [entry for _, entry in pairs])
    several = len(model.classes_) > 2

    def rank(question: str) -> list[tuple[str, float]]:
        margins = model.decision_function([question])[0]
        scores = zip(model.classes_, margins if several else (-margins, margins), strict=True)
        return sorted(scores, key=lambda one: -one[1])

    return rank


def ngrams(text: str) -> Iterable[str]:
    """Two to five letters within words, as scikit-learn's char_wb makes them."""
    for word in utils.default_process(text).split():
        framed = f" {word} "
        for size in (2, 3, 4, 5):
            yield from (framed[at : at + size] for at in range(len(framed) - size + 1))


def weighed(document: Counter[str], idf: dict[str, float]) -> dict[str, float]:
    values = {gram: (1 + math.log(n)) * idf[gram] for gram, n in document.items() if gram in idf}
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {gram: value / length for gram, value in values.items()}


def ordered(scores: dict[int, float], pairs: Pairs) -> list[tuple[str, float]]:
    best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return [(pairs[at][1], score) for at, score in best]


METHODS: dict[str, Callable[[Pairs], Ranker]] = {
    "WRatio, raw": lambda pairs: by_rapidfuzz(fuzz.WRatio, utils.default_process, pairs),
    "token_set_ratio on stems": lambda pairs: by_rapidfuzz(fuzz.token_set_ratio, stems, pairs),
    "BM25 on stems": by_bm25,
    "character TF-IDF": by_char_tfidf,
    "linear SVM, words + letters": by_svm,
}


if __name__ == "__main__":
    main()
