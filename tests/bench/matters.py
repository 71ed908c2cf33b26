"""How many messages of two matters are understood as two, and how many of one as several.

    python -m tests.bench.matters [FILE.csv] [--wrong] [--labelled]

FILE.csv has the columns question and ids, which are one or more, blank between. A message counts
as understood where each of its entries is answered or offered. `--labelled`: also all labelled
questions, which are about one entry each.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from faq.book.book import read
from faq.matching.follow_ups import FollowUps
from faq.matching.matcher import Matcher
from faq.matching.matters import Matters
from faq.matching.results import Answer, Found, Suggestions
from tests.faq.matching import split
from tests.faq.samples import MANUAL
from tests.faq.talks import HERE, Several, several


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.matters", description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, default=HERE / "two.csv")
    parser.add_argument("--wrong", action="store_true", help="print what was misunderstood")
    parser.add_argument("--labelled", action="store_true")
    options = parser.parse_args()
    book = read(MANUAL)
    matters = Matters(FollowUps(book, Matcher.of(book)))
    rows = several(options.file)
    two = [row for row in rows if len(row.ids) > 1]
    one = [row for row in rows if len(row.ids) == 1]
    missed = [row for row in two if not understood(matters, row)]
    cut = [row for row in one if matters.of(row.question)]
    print(f"several matters, all answered or offered: {_share(len(two) - len(missed), len(two))}")
    both = sum(set(row.ids) <= set(answered(matters, row.question)) for row in two)
    print(f"  all answered: {_share(both, len(two))}")
    print(f"one matter, cut: {_share(len(cut), len(one))}")
    if options.labelled:
        single = [row.question for row in (*split.every(), *split.unseen()) if row.id]
        wrongly = [text for text in single if matters.of(text)]
        print(f"labelled questions, cut: {_share(len(wrongly), len(single))}")
    if options.wrong:
        for row in (*missed, *cut):
            told = [
                (each.text, type(each.found).__name__, each.found.best)
                for each in matters.of(row.question)
            ]
            print(f"{row.ids}\t{row.question!r}\t{told or matters.matcher.find(row.question)}")


def understood(matters: Matters, row: Several) -> bool:
    return set(row.ids) <= set(shown(matters, row.question))


def shown(matters: Matters, message: str) -> Iterator[str]:
    for found in founds(matters, message):
        if isinstance(found, Answer):
            yield found.best
        elif isinstance(found, Suggestions):
            yield from found.ids


def answered(matters: Matters, message: str) -> Iterator[str]:
    return (found.best for found in founds(matters, message) if isinstance(found, Answer))


def founds(matters: Matters, message: str) -> list[Found]:
    return [each.found for each in matters.of(message)] or [matters.matcher.find(message)]


def _share(part: int, of: int) -> str:
    return f"{part}/{of} = {part / of:.1%}" if of else "–"


if __name__ == "__main__":
    main()
