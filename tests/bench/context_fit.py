"""The weights of faq/matching/going_on.py: fit them again where the matcher ranks otherwise.

    python -m tests.bench.context_fit [--crossed]

From tests/faq/talks, and labelled questions behind an answer that has nothing to do with them.
`--crossed`: fitted on what one writer wrote, and told how it does on the other's.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from faq.book.book import Book, read
from faq.matching import going_on
from faq.matching.follow_ups import LONGEST, FollowUps
from faq.matching.going_on import FollowUpEvidence
from faq.matching.matcher import Matcher
from faq.text.language import plain
from tests.bench.followups import is_dragged, outcome
from tests.faq.matching import split
from tests.faq.samples import MANUAL
from tests.faq.talks import FOLLOW_UPS, NEW, After, after

Doubles = NDArray[np.float64]
Flags = NDArray[np.bool_]
Row = tuple[Doubles, Flags, float]

LABELLED = 600
WEIGHT_OF_LABELLED = 0.4
WEIGHT_OF_NEW = 1.5
RIDGE = 1.0
ROUNDS = 60
FARTHEST = 0.5
"""A step of any weight: from afar Newton's overshoots."""


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.context_fit", description=__doc__)
    parser.add_argument("--crossed", action="store_true")
    options = parser.parse_args()
    book = read(MANUAL)
    context = FollowUps(book, Matcher.of(book))
    labelled = list(rows(book, context, behind_any(book), WEIGHT_OF_LABELLED))
    written = [
        [
            *rows(book, context, after(follows), 1.0),
            *rows(book, context, after(new), WEIGHT_OF_NEW),
        ]
        for follows, new in zip(FOLLOW_UPS, NEW, strict=True)
    ]
    if options.crossed:
        for at, (follows, new) in enumerate(zip(FOLLOW_UPS, NEW, strict=True)):
            others = [row for other, each in enumerate(written) if other != at for row in each]
            going_on.WEIGHTS = fitted([*labelled, *others])
            told = Counter(outcome(book, context, row) for row in after(follows))
            dragged = sum(is_dragged(book, context, row) for row in after(new))
            print(follows.name, dict(told), "dragged", dragged)
        return
    weights = fitted([*labelled, *(row for each in written for row in each)])
    for field, weight in weights._asdict().items():
        print(f"    {field}={weight:.2f},")


def behind_any(book: Book) -> list[After]:
    chosen = random.Random(1)
    every = [row for row in (*split.every(), *split.unseen()) if len(row.question.split()) <= 10]
    return [
        After(
            chosen.choice(book.entries).id,
            row.question,
            frozenset([row.id] if row.id else []),
        )
        for row in chosen.sample(every, LABELLED)
    ]


def rows(book: Book, context: FollowUps, told: Sequence[After], counts: float) -> Iterator[Row]:
    """Of each message the evidence for all that it may mean, and which of them is right."""
    for row in told:
        entry, length = book.get(row.before_id), len(plain(row.question))
        assert entry is not None
        if not 0 < length <= LONGEST:
            continue
        found = context.evidence(row.question, context.said(row.question, entry, length), entry)
        right = np.array([id_ in row.right if id_ else not row.right for id_ in found])
        if right.any():
            yield np.array(list(found.values())), right, counts


def fitted(told: Sequence[Row]) -> FollowUpEvidence:
    """Conditional logistic regression by Newton's steps, over columns of one size."""
    size = np.concatenate([evidence for evidence, _, _ in told]).std(0) + 1e-9
    weights = np.zeros(len(size))
    for _ in range(ROUNDS):
        slope, curve = -RIDGE * weights, RIDGE * np.eye(len(size))
        for evidence, right, counts in told:
            given = evidence / size
            totals = given @ weights
            likely = np.exp(totals - totals.max())
            likely /= likely.sum()
            wanted = np.where(right, likely, 0.0) / likely[right].sum()
            mean = likely @ given
            slope += counts * (wanted - likely) @ given
            curve += counts * ((given.T * likely) @ given - np.outer(mean, mean))
        step = np.linalg.solve(curve, slope)
        weights += step / max(1.0, np.abs(step).max() / FARTHEST)
    return FollowUpEvidence(*(weights / size).tolist())


if __name__ == "__main__":
    main()
