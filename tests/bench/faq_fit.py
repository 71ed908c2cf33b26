"""Fits the weights of faq/matching/confidence.py on the tuning half.

    python -m tests.bench.faq_fit [DIRECTORY OF A BOOK]

Prints the constants to paste, and what thresholds would do with the list of what is out of
scope and without it, as other indexes are. Never looks at the held-out half.
"""

from __future__ import annotations

import sys
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np

from faq.book.book import read
from faq.matching.confidence import Evidence
from faq.matching.matcher import Matcher
from faq.matching.out_of_scope import out_of_scope
from tests.faq.matching import split

RIDGE = 1.0


def main() -> None:
    manual = Path(__file__).parents[2] / "faq" / "manual"
    book = read(Path(sys.argv[1]) if len(sys.argv) > 1 else manual)
    pairs = [
        (text, entry.id) for entry in book.entries for text in (entry.question, *entry.phrasings)
    ]
    tables = [measured(Matcher(pairs, foreign)) for foreign in (out_of_scope(), ())]
    table, facts = tables[0]
    seen = facts.silent == 0
    weights = fit(table[seen], facts.right[seen])
    for field, weight in zip(fields(Evidence), weights[1:], strict=True):
        print(f"    {field.name}={weight:.3f},")
    print(f"INTERCEPT = {weights[0]:.3f}")
    for name, (part, known) in zip(("with out of scope", "without"), tables, strict=True):
        print(name)
        scores = 1 / (1 + np.exp(-(weights[0] + part @ weights[1:])))
        scores[known.silent == 1] = 0
        curve(scores, known)


def measured(matcher: Matcher) -> tuple[np.ndarray, Facts]:
    evidence, right, inside, silent, short = [], [], [], [], []
    for row in split.tune():
        asked = matcher.read(row.question)
        ranked = matcher.ranking.ranked(asked, 12)
        evidence.append(
            astuple(matcher.confidence.evidence(asked, ranked)) if ranked else (0.0,) * 8
        )
        best = ranked[0].label if ranked else None
        right.append(best is not None and matcher.classes.ids[best] == row.id)
        inside.append(row.id is not None)
        silent.append(best is None or matcher.classes.is_out_of_scope(best))
        short.append(asked.short)
    return np.array(evidence), Facts(
        *(np.array(part, dtype=float) for part in (right, inside, silent, short))
    )


@dataclass(frozen=True)
class Facts:
    right: np.ndarray
    inside: np.ndarray
    silent: np.ndarray
    short: np.ndarray


def fit(table: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Logistic regression with a ridge, by Newton's method on standardised columns."""
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
        print(
            f"{name}: {int((facts.inside * which).sum())} in, "
            f"{int(((1 - facts.inside) * which).sum())} out"
        )
        for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
            given = (scores >= threshold) & which
            good = (given * facts.right).sum() / (facts.inside * which).sum()
            bad = (given * facts.inside * (1 - facts.right)).sum() / (facts.inside * which).sum()
            loud = (given * (1 - facts.inside)).sum() / ((1 - facts.inside) * which).sum()
            print(f"  {threshold:.2f} right {good:.3f} wrong {bad:.3f} out silent {1 - loud:.3f}")


if __name__ == "__main__":
    main()
