"""Who may do what: everybody, everything, everywhere; ten thousand forged presses, and as many
guessed numbers of tickets.

    python -m tests.bench.rights [--forged 10000] [--guessed 10000] [--every 1]

Each update is served for real by the bot's own turns on a database of its own, what it changed
and said is compared with who may do what, and it is undone. Each person's cells are walked by a
process of its own; what is done shows on the way.
"""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from tests.bench.rights.guesses import GUESSERS
from tests.bench.rights.scene import PEOPLE, PLACES
from tests.bench.rights.walk import Share, Walked, walk


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--forged", type=int, default=10_000)
    parser.add_argument("--guessed", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=1, help="only each so-manieth cell")
    options = parser.parse_args()
    began, walked = time.monotonic(), Walked()
    each = options.forged // len(PEOPLE) + 1
    guessed = -(-options.guessed // len(GUESSERS))
    shares = [
        Share(
            people=(who,),
            every=options.every,
            forged=min(each, max(0, options.forged - place * each)),
            guessed=guessed,
            seed=place,
        )
        for place, who in enumerate(PEOPLE)
    ]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        for share, part in zip(shares, pool.map(walk, shares), strict=True):
            walked.add(part)
            spent = time.monotonic() - began
            print(f"{share.people[0]}: walked after {spent:.0f} s", file=sys.stderr, flush=True)
    _print_matrix(walked)
    for sort, count in walked.forged.items():
        print(f"{sort:36}{count:7}")
    print(f"forged presses: {walked.forged.total():,}; effects: {len(walked.effects)}")
    print(f"guessed numbers: {walked.guessed:,}; told more than of no ticket: {len(walked.shown)}")
    for line in (walked.found + walked.refused + walked.effects + walked.shown)[:40]:
        print(line)


def _print_matrix(walked: Walked) -> None:
    print(f"{'entries tried':18}" + "".join(f"{place:>15}" for place in PLACES))
    for who in PEOPLE:
        print(f"{who:18}" + "".join(f"{walked.tried[who, place]:15,}" for place in PLACES))
    print(
        f"cells: {walked.tried.total():,}; unexpected allows: {len(walked.found)};"
        f" denials of what the table allows: {len(walked.refused)}\n"
    )


if __name__ == "__main__":
    main()
