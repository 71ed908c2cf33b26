"""Secrets told in words, and questions about them: what is missed, what is wrongly hidden.

    python -m tests.bench.secrets [--count 12000] [--seed 1] [FOLDER or FILE.csv …]

Questions are those in the column `question` of the CSV files, by default tests/faq/labelled.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from random import Random

from bot.rules.privacy.secrets import hide
from tests.rules import paired_secrets, told_secrets

LABELLED = Path(__file__).parents[1] / "faq" / "labelled"


def missed(seed: int, count: int) -> list[str]:
    return [text for text, secret in told_secrets.secrets(seed, count) if secret in hide(text)]


def missed_of(kind: paired_secrets.Make, seed: int, count: int) -> list[str]:
    random = Random(seed)
    made = [kind(random) for _ in range(count)]
    return [text for text, told in made if any(secret in hide(text) for secret in told)]


def questions(place: Path) -> list[str]:
    files = sorted(place.rglob("*.csv")) if place.is_dir() else [place]
    return [
        row["question"]
        for file in files
        for row in csv.DictReader(StringIO(file.read_text(encoding="utf-8")))
        if row.get("question")
    ]


def wrongly_hidden(place: Path) -> list[str]:
    return [text for text in questions(place) if hide(text) != text]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("places", nargs="*", type=Path, default=[LABELLED])
    parser.add_argument("--count", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    lost = missed(options.seed, options.count)
    each = options.count // len(paired_secrets.KINDS)
    for kind in paired_secrets.KINDS:
        found = missed_of(kind, options.seed, each)
        print(f"of the kind {kind.__name__}: {each}, missed: {len(found)}")
        lost += found
    wrong = [text for place in options.places for text in wrongly_hidden(place)]
    for text in [*lost, *wrong][:40]:
        print(ascii(text), "->", ascii(hide(text)))
    print(f"secrets told: {options.count}, missed: {len(lost)}")
    print(
        f"questions: {sum(len(questions(place)) for place in options.places)}, "
        f"wrongly hidden: {len(wrong)}"
    )
    return 1 if lost or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
