"""How short and broad messages fare: met, answered wrongly, met with silence.

    python -m tests.bench.faq_broad [--part held|tune] [--missed]

`met`: one of the entries that may be meant is offered or answered.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from faq.book.book import read
from faq.matching.matcher import Matcher
from tests.faq.matching import broad

PARTS = {"held": broad.held, "tune": broad.tune}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=tuple(PARTS), default="held")
    parser.add_argument("--missed", action="store_true", help="list them; the tuning half only")
    options = parser.parse_args()
    book = read(Path(__file__).parents[2] / "faq" / "manual")
    rows, matcher = PARTS[options.part](book), Matcher.of(book)
    for name, value in broad.figures(matcher, rows).items():
        print(f"{name:<24}{value:>8.1%}" if isinstance(value, float) else f"{name:<24}{value:>8}")
    if options.missed and options.part == "tune":
        for row in rows:
            if row.ids and not broad.met(row, found := matcher.find(row.question)):
                print(f"  {row.question!r}: {type(found).__name__} {found.best} ({found.reason})")


if __name__ == "__main__":
    main()
