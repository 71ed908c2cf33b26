"""The weights of faq/matching/matters.py: fit them again where the matcher ranks otherwise.

    python -m tests.bench.matters_fit [--crossed]

From labelled questions, which must not be cut, pairs of them joined in the ways people join
matters, which must, and tests/faq/talks. Prints the weights; `tests.bench.matters` then tells.
`--crossed`: fitted on what one writer wrote, and told how it does on the other's.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from faq.book.book import read
from faq.matching import matters as under_test
from faq.matching.follow_ups import FollowUps
from faq.matching.matcher import Matcher
from faq.matching.matters import CutEvidence, Matters, ids
from faq.text.clauses.joints import Joint, contrasts, pieces
from tests.bench.matters import understood
from tests.faq.matching import split
from tests.faq.samples import MANUAL
from tests.faq.talks import TWO, Several, several

JOINED = (
    "{} dan {}",
    "{} terus {}",
    "{}, {}",
    "{}? {}?",
    "{}. {}",
    "{}\n{}",
    "{}, satu lagi {}",
    "{} lawan {}",
    "{}. oh ya {}",
)
PAIRS = 700
LONGEST = 14  # words of a part
ROUNDS = 25
RIDGE = 2.0
WEIGHT_OF_JOINED = 0.5  # they are more alike than what people write
WEIGHT_OF_WRITTEN = 4.0

Doubles = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.matters_fit", description=__doc__)
    parser.add_argument("--crossed", action="store_true")
    options = parser.parse_args()
    enough = under_test.ENOUGH, under_test.ENOUGH_ASKED
    under_test.ENOUGH = under_test.ENOUGH_ASKED = -np.inf  # every cut is looked at
    book = read(MANUAL)
    matters = Matters(FollowUps(book, Matcher.of(book)))
    made = [(*row, 1.0) for each in single() for row in cuts(matters, each)]
    made += [(*row, WEIGHT_OF_JOINED) for each in joined() for row in cuts(matters, each)]
    written = [
        [(*row, WEIGHT_OF_WRITTEN) for each in several(path) for row in cuts(matters, each)]
        for path in TWO
    ]
    if not options.crossed:
        weights = fitted(*columns([*made, *written[0], *written[1]]))
        for name, weight in zip(
            (*CutEvidence._fields, "INTERCEPT"), weights.tolist(), strict=True
        ):
            print(f"    {name}={weight:.2f},")
        return
    under_test.ENOUGH, under_test.ENOUGH_ASKED = enough
    for path, other in zip(TWO, reversed(written), strict=True):
        *weights, under_test.INTERCEPT = fitted(*columns([*made, *other])).tolist()
        under_test.WEIGHTS = CutEvidence(*weights)
        two = [row for row in several(path) if len(row.ids) > 1]
        one = [row for row in several(path) if len(row.ids) == 1]
        right = sum(understood(matters, row) for row in two)
        cut = sum(bool(matters.of(row.question)) for row in one)
        print(f"{path.name}: {right} of {len(two)} understood, {cut} of {len(one)} cut")


def columns(rows: list[tuple[tuple[float, ...], float, float]]) -> Iterator[Doubles]:
    return (np.array(column, float) for column in zip(*rows, strict=True))


def single() -> list[Several]:
    rows = (*split.every(), *split.unseen())
    return [Several(row.question, (row.id,)) for row in rows if row.id]


def joined() -> Iterator[Several]:
    chosen = random.Random(1)
    short = [row for row in single() if len(row.question.split()) <= LONGEST]
    for at in range(PAIRS):
        one, other = chosen.sample(short, 2)
        if one.ids != other.ids:
            parts = (each.question.rstrip("?. ") for each in (one, other))
            yield Several(JOINED[at % len(JOINED)].format(*parts), one.ids + other.ids)


def cuts(matters: Matters, row: Several) -> Iterator[tuple[tuple[float, ...], float]]:
    """Of each the evidence, and whether it is right; of two matters only the right ones tell."""
    found = pieces(row.question)
    if found is None or found.joints[0] is Joint.ITEM or contrasts(row.question):
        return
    for cut in matters.cuts(found, 0, len(found.joints)):
        if len(row.ids) == 1:
            yield cut.evidence, 0.0
        elif row.ids[0] in ids(cut.pair[0]) and row.ids[1] in ids(cut.pair[1]):
            yield cut.evidence, 1.0


def fitted(evidence: Doubles, right: Doubles, counts: Doubles) -> Doubles:
    """Logistic regression by Newton's steps, over columns of one size."""
    size = evidence.std(0) + 1e-9
    given = np.c_[evidence / size, np.ones(len(evidence))]
    counts = counts / counts.mean()
    ridge = np.append(np.full(evidence.shape[1], RIDGE), 1e-6)
    weights = np.zeros(given.shape[1])
    for _ in range(ROUNDS):
        sure = 1 / (1 + np.exp(-np.clip(given @ weights, -30, 30)))
        curve = (given * (counts * sure * (1 - sure))[:, None]).T @ given + np.diag(ridge)
        weights += np.linalg.solve(curve, given.T @ (counts * (right - sure)) - ridge * weights)
    plain: Doubles = weights / np.append(size, 1.0)
    return plain


if __name__ == "__main__":
    main()
