"""Fits the weights of faq/matching/taught_wordings.py on the book without some of its entries.

    python -m tests.bench.learning.fit

Of each entry that is left out three wordings are taught; the others, what the rest of the book is
asked, and what is out of scope tell what speaks for a taught entry. Prints the constants to paste,
and what thresholds would do to those entries that the weights were not fitted on.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.settings import Settings
from faq.matching.likeness import Doubles
from faq.matching.matcher import Found, Matcher
from faq.matching.taught_wordings import TaughtEvidence, TaughtWordings
from handlers.resources import load_resources
from handlers.taught_book import with_changes
from tests.bench.learning.__main__ import share
from tests.bench.learning.lessons import Lessons, given, labelled, lessons
from tests.bench.learning.week import of_book

WEEKS = 9
KNOWN = 400
"""Of a week, known questions and those out of scope."""
RIDGE = 1.0
STEPS = 60
THRESHOLDS = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)


@dataclass(frozen=True)
class Seen:
    evidence: TaughtEvidence
    topic: str
    nearest: str
    alone: Found
    """What the matcher makes of it before the taught wordings are looked at."""
    before: str | None
    hidden: bool

    @property
    def right(self) -> bool:
        return self.nearest == self.topic


def main() -> None:
    dice = random.Random(3)
    weeks: list[list[Seen]] = []
    for resources, played in of_book(load_resources(Settings()), WEEKS):
        told = lessons(resources, played, first=False)
        matcher = with_changes(resources, told.changes).matcher
        known = dice.sample(labelled(resources), KNOWN)
        weeks.append(seen(resources.matcher, matcher, told, known))
    everything = [each for week in weeks for each in week]
    intercept, *weights = fit(everything)
    print("WEIGHTS = TaughtEvidence(")
    for field, weight in zip(TaughtEvidence._fields, weights, strict=True):
        print(f"    {field}={weight:.2f},")
    print(f")\nINTERCEPT = {intercept:.2f}")
    scored = []
    for at, some in enumerate(weeks):
        others = [each for place, week in enumerate(weeks) if place != at for each in week]
        scored += list(zip(some, scores(some, fit(others)), strict=True))
    for threshold in THRESHOLDS:
        tell(scored, threshold)


def seen(
    before: Matcher, matcher: Matcher, told: Lessons, known: Sequence[tuple[str, str]]
) -> list[Seen]:
    found, lessons = [], matcher.second_look
    assert isinstance(lessons, TaughtWordings)
    for hidden, rows in ((True, told.hidden), (False, known)):
        for text, topic in rows:
            alone = matcher.in_book(text)
            nearest, evidence = lessons.evidence(text, matcher.said(text), alone)
            found.append(Seen(evidence, topic, nearest, alone, given(before.find(text)), hidden))
    return found


def table(some: Sequence[Seen]) -> Doubles:
    return np.array([(1.0, *each.evidence) for each in some])


def fit(some: Sequence[Seen]) -> Doubles:
    return regression(table(some), np.array([float(each.right) for each in some]))


def regression(rows: Doubles, right: Doubles) -> Doubles:
    """Logistic, by Newton's steps; the intercept comes first."""
    weights = np.zeros(rows.shape[1])
    ridge = np.diag([0.0, *[RIDGE] * (rows.shape[1] - 1)])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - ridge @ weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + ridge
        weights += np.linalg.solve(bend, slope)
    return weights


def scores(some: Sequence[Seen], weights: Doubles) -> list[float]:
    found: list[float] = (1 / (1 + np.exp(-table(some) @ weights))).tolist()
    return found


def tell(scored: Sequence[tuple[Seen, float]], threshold: float) -> None:
    answers = [
        (each, each.nearest if score >= threshold else given(each.alone)) for each, score in scored
    ]
    hidden = [(each.topic, answer) for each, answer in answers if each.hidden]
    right = sum(topic == answer for topic, answer in hidden)
    wrong = sum(answer not in (None, topic) for topic, answer in hidden)
    known = [(each, answer) for each, answer in answers if not each.hidden]
    lost = sum(each.before == each.topic != answer for each, answer in known)
    print(f"from {threshold}: right {share(right, len(hidden))},", end=" ")
    print(f"wrong {share(wrong, len(hidden))}; known ones lost {share(lost, len(known))}")


if __name__ == "__main__":
    main()
