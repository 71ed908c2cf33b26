"""Fits the weights of faq/matching/confidence.py on the tuning half.

    python -m tests.bench.faq_fit [DIRECTORY OF A BOOK]

Prints the constants to paste, and what thresholds would do: with the list of what is out of scope,
and without it, as other indexes are. There, an eighth of the entries is left out, so that there
are questions nearer to the book than any list of strangers. Never looks at the held-out half.
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faq.book.book import Book, read
from faq.matching.confidence import ConfidenceEvidence
from faq.matching.labelled import Row
from faq.matching.matcher import Matcher
from faq.text.language import normalise
from faq.text.stem import roots
from tests.faq.matching import split

RIDGE = 1.0
SPARED = 8
STRANGE = 70
LETTERS = (4, 9)
AGAINST = {"foreign", "elsewhere"}
"""Evidence that may only speak against; all other only for."""
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8)


def main() -> None:
    manual = Path(__file__).parents[2] / "faq" / "manual"
    book = read(Path(sys.argv[1]) if len(sys.argv) > 1 else manual)
    rows = [*split.tune(), *split.meant(), *strange(book)]
    for name, matcher in (("WEIGHTS", Matcher.of(book)), ("WEIGHTS_ALONE", alone(book))):
        table, facts = measured(matcher, rows)
        first = facts.led == 1
        weights = fit(table[first], facts.right[first])
        print(f"{name} = ConfidenceEvidence(")
        for field, weight in zip(ConfidenceEvidence._fields, weights[1:], strict=True):
            print(f"    {field}={weight:.3f},")
        print(f")\nintercept {weights[0]:.3f}")
        scores = 1 / (1 + np.exp(-(weights[0] + table @ weights[1:])))
        scores[~first] = 0
        curve(scores, facts)


def strange(book: Book) -> list[Row]:
    """A word or two of the book among others of the dictionary: what shares no more is no
    question to it."""
    shuffler = random.Random(5)
    others = sorted(word for word in roots() if LETTERS[0] <= len(word) <= LETTERS[1])
    texts = [text for entry in book.entries for text in entry.asked_with]
    found: list[Row] = []
    while len(found) < STRANGE:
        told = [word.text for word in normalise(shuffler.choice(texts)) if not word.weak]
        if len(told) > 1:
            size = shuffler.choice((1, 1, 2))
            at = shuffler.randrange(len(told) - size + 1)
            beside = shuffler.sample(others, shuffler.choice((1, 1, 2, 2, 3)))
            first = shuffler.randrange(2)
            words = (*beside[:first], *told[at : at + size], *beside[first:])
            found.append(Row(" ".join(words), None, 0))
    return found


def alone(book: Book) -> Matcher:
    pairs = [
        (text, entry.id)
        for at, entry in enumerate(book.entries)
        if at % SPARED
        for text in entry.asked_with
    ]
    return Matcher(pairs, answers=[(entry.answer, entry.id) for entry in book.entries])


@dataclass(frozen=True)
class Facts:
    right: np.ndarray
    inside: np.ndarray
    led: np.ndarray
    """Where an entry comes first, not what is out of scope."""
    short: np.ndarray


def measured(matcher: Matcher, rows: list[Row]) -> tuple[np.ndarray, Facts]:
    known = set(matcher.classes.ids)
    evidence, right, inside, led, short = [], [], [], [], []
    for row in rows:
        asked, ranked = matcher.order(row.question, 12)
        ranked = [one for one in ranked if matcher.classes.disambiguation(one.label) is None]
        if not ranked:
            continue
        best = ranked[0].label
        evidence.append(matcher.confidence.evidence(asked, ranked))
        right.append(matcher.classes.ids[best] in row.right)
        inside.append(not row.right.isdisjoint(known))
        led.append(matcher.classes.is_entry(best))
        short.append(asked.short)
    return np.array(evidence), Facts(*(np.array(part) * 1 for part in (right, inside, led, short)))


def fit(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression; evidence that would speak the wrong way beside the rest is left out."""
    signs = np.array([-1 if field in AGAINST else 1 for field in ConfidenceEvidence._fields])
    used = table.std(0) > 0
    while True:
        weights = np.zeros(1 + table.shape[1])
        weights[np.append(True, used)] = newton(table[:, used], right)
        wrong = weights[1:] * signs < 0
        if not wrong.any():
            return weights
        used &= ~wrong


def newton(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """With a ridge, on standardised columns."""
    mean, scale = table.mean(0), table.std(0) + 1e-9
    x = np.hstack([np.ones((len(table), 1)), (table - mean) / scale])
    penalty = np.eye(x.shape[1]) * RIDGE
    penalty[0, 0] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (chance - right) + penalty @ weights
        bend = (x * (chance * (1 - chance))[:, None]).T @ x + penalty
        weights = weights - np.linalg.solve(bend, slope)
    plain = weights[1:] / scale
    return np.concatenate([[weights[0] - plain @ mean], plain])


def curve(scores: np.ndarray, facts: Facts) -> None:
    for name, which in (("short", facts.short == 1), ("longer", facts.short == 0)):
        inside, outside = facts.inside * which, (1 - facts.inside) * which
        print(f"{name}: {inside.sum()} in, {outside.sum()} out")
        for threshold in THRESHOLDS:
            given = scores >= threshold
            good = (given * inside * facts.right).sum() / inside.sum()
            bad = (given * inside * (1 - facts.right)).sum() / inside.sum()
            loud = (given * outside).sum() / max(1, outside.sum())
            print(f"  {threshold:.2f} right {good:.3f} wrong {bad:.3f} out silent {1 - loud:.3f}")


if __name__ == "__main__":
    main()
