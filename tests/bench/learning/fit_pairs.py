"""Fits the weights of faq/matching/kinship.py on all weeks there are.

    python -m tests.bench.learning.fit_pairs

Those that were written and those that are made of the book: of each the pairs that /faq compares.
Prints the constants to paste, and for each written week in how good an order weights that were
fitted on all the others put its pairs (average precision), beside the plain likeness.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

from bot.settings import Settings
from faq.matching.clusters import NEAR
from faq.matching.doubt import Elsewhere
from faq.matching.kinship import Answered, SharedParts, WeighedSketch, shared
from faq.matching.likeness import Doubles, Likeness
from handlers.actions import learning
from handlers.context import Context
from handlers.resources import Resources, load_resources
from storage.engine import opened
from storage.schema import migrate
from tests.bench.learning.fit import regression
from tests.bench.learning.look import MONDAY, ask
from tests.bench.learning.week import Played, of_book, read

WEEKS = 9


@dataclass(frozen=True)
class Pairs:
    alike: Doubles
    rows: Doubles
    """Of each pair what both share, and a one before it;"""
    right: Doubles
    """and 1 where they ask the same."""

    def ordered_by(self, scores: Doubles) -> float:
        """Average precision."""
        right = self.right[np.argsort(-scores, kind="stable")]
        return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right == 1].mean())


def main() -> None:
    written, made = {}, []
    for name, resources, week in weeks(load_resources(Settings())):
        found = pairs(compared(resources, week), resources.clusters.likeness)
        if name:
            written[name] = found
        else:
            made.append(found)
    intercept, *weights = fitted([*written.values(), *made])
    told = ", ".join(
        f"{field}={weight:.2f}" for field, weight in zip(SharedParts._fields, weights, strict=True)
    )
    print(f"WEIGHTS = SharedParts({told})\nINTERCEPT = {intercept:.2f}")
    for name, one in written.items():
        by_others = fitted([each for each in (*written.values(), *made) if each is not one])
        print(f"{name}: {one.ordered_by(one.alike):.2f}", end=" ")
        print(f"by likeness, {one.ordered_by(one.rows @ by_others):.2f} by what is shared")


def weeks(resources: Resources) -> Iterator[tuple[str, Resources, Sequence[Played]]]:
    """Those that are made of the book have no name."""
    folder = Path(__file__).parent
    for file in (folder / "week.csv", *sorted(folder.glob("weeks/*.csv"))):
        # One week's open questions must not tell of another's.
        fresh = replace(resources, elsewhere=Elsewhere(resources.clusters.words))
        yield file.stem, fresh, read(file, resources.book)
    for known, week in of_book(resources, WEEKS):
        yield "", known, week


Compared = Sequence[tuple[Played, Answered | None]]
"""Questions, each with what the book answered."""


def compared(resources: Resources, week: Sequence[Played]) -> Compared:
    with (
        tempfile.TemporaryDirectory(prefix="bot-learning-") as folder,
        opened(f"sqlite:///{folder}/week.sqlite3") as database,
    ):
        migrate(database)
        with database.unit() as unit:
            asked = ask(Context(unit, resources, MONDAY), week)
        with database.reading() as unit:
            context = Context(unit, resources, MONDAY + timedelta(days=8))
            questions, _ = learning.compared(context)
    return [
        (asked[question.id][0], learning.answered(resources, question)) for question in questions
    ]


def pairs(questions: Compared, likeness: Likeness) -> Pairs:
    """Of two that the book has nothing to do with nobody can tell."""
    known = [
        (each, WeighedSketch.by(likeness.sketch(each.question), answer))
        for each, answer in questions
    ]
    alike, rows, right = [], [], []
    for (one, sketch), (other, beside) in combinations(known, 2):
        near = likeness.alike(one.question, other.question)
        if near < NEAR or {one.topic, other.topic} <= {"noise", "out"}:
            continue
        alike.append(near)
        both = shared(sketch, beside, likeness.rarity.of)
        rows.append((1.0, *both))
        right.append(float(one.topic == other.topic))
    return Pairs(np.array(alike), np.array(rows), np.array(right))


def fitted(some: Sequence[Pairs]) -> Doubles:
    return regression(
        np.concatenate([each.rows for each in some]),
        np.concatenate([each.right for each in some]),
    )


if __name__ == "__main__":
    main()
