"""Personal numbers in many spellings, and ordinary figures: what the masks miss, what they take.

python -m tests.bench.masks [--count 12000] [--seed 1]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from bot.rules.privacy.numbers import mask
from tests.rules import spellings


def missed(seed: int, count: int) -> list[str]:
    return [text for text, name in spellings.numbers(seed, count) if not _hidden(text, name)]


def _hidden(text: str, name: str) -> bool:
    """Nothing of it may be left over beside its name."""
    masked = mask(text)
    return name in masked and not any(sign.isdigit() for sign in masked)


def wrongly_masked(seed: int, count: int) -> list[str]:
    return [text for text in spellings.figures(seed, count) if mask(text) != text]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=12_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    started = time.perf_counter()
    lost = missed(options.seed, options.count)
    wrong = wrongly_masked(options.seed, options.count)
    for text in [*lost, *wrong][:40]:
        print(ascii(text), "->", ascii(mask(text)))
    print(f"spellings of NIP, NIK, telephone: {options.count}, missed: {len(lost)}")
    print(f"ordinary figures: {options.count}, wrongly masked: {len(wrong)}")
    print(f"{time.perf_counter() - started:.1f} s")
    return 1 if lost or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
