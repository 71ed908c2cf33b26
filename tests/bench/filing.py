"""How well the kind and the category of a report are told from its story.

    python -m tests.bench.filing [FILE.csv] [--wrong]

Without a file both halves of tests/faq/talks: the one it was set on, and the one kept back.
"""

from __future__ import annotations

import argparse
import csv
import time
from pathlib import Path
from typing import NamedTuple

from bot.rules.ticket import Kind
from faq.book.book import read
from faq.matching.filing import Filing
from faq.matching.matcher import Matcher
from handlers.resources import OTHER_CATEGORY
from tests.faq.samples import MANUAL
from tests.faq.talks import HERE

HALVES = (HERE / "stories.csv", HERE / "stories-held-out.csv")
OFFERED = 3


class Story(NamedTuple):
    text: str
    kind: Kind
    category: str


class Figures(NamedTuple):
    stories: int
    kind: float
    first: float
    among_three: float


def stories(path: Path) -> list[Story]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return [Story(row["story"], Kind(row["kind"]), row["category"]) for row in rows]


def measured(filing: Filing, told: list[Story]) -> Figures:
    guesses = [(story, filing.guess(story.text)) for story in told]
    first = sum(guess.categories[0] == story.category for story, guess in guesses)
    three = sum(story.category in guess.categories[:OFFERED] for story, guess in guesses)
    kind = sum(guess.kind is story.kind for story, guess in guesses)
    count = len(told)
    return Figures(count, kind / count, first / count, three / count)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.filing", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print what was misunderstood")
    options = parser.parse_args()
    book = read(MANUAL)
    filing = Filing(book, Matcher.of(book), other=OTHER_CATEGORY)
    for path in (options.file,) if options.file else HALVES:
        told = stories(path)
        began = time.perf_counter()
        found = measured(filing, told)
        each = (time.perf_counter() - began) / len(told) * 1000
        print(
            f"{path.name}: {found.stories} stories, kind {found.kind:.1%},"
            f" category top-1 {found.first:.1%}, top-3 {found.among_three:.1%}, {each:.1f} ms each"
        )
        if options.wrong:
            print_wrong(filing, told)


def print_wrong(filing: Filing, told: list[Story]) -> None:
    for story in told:
        guess = filing.guess(story.text)
        if (guess.kind, guess.categories[0]) != (story.kind, story.category):
            offered = "/".join(guess.categories[:OFFERED])
            print(f"{guess.kind}\t{offered}\t{story.kind}\t{story.category}\t{story.text}")


if __name__ == "__main__":
    main()
