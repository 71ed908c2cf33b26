"""Personal numbers in many spellings, and ordinary figures: what the masks miss, what they take;
and how long the longest message takes that means to last.

python -m tests.bench.masks [--count 12000] [--seed 1]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence

from bot.rules.privacy.asking import asks_for_secret
from bot.rules.privacy.numbers import mask
from bot.rules.privacy.secrets import hide
from tests.rules import spellings

LONGEST = 4_096
PIECES = (
    *(
        "1 ",
        "1",
        "8 ",
        "0 8 1 1 ",
        "08.12 ",
        "0811 ",
        "812-",
        "1234567a",
        "hp 1234567 ",
        "a@",
        "@",
    ),
    *(
        "1I",
        "l 1 ",
        "１",
        "\u200b1",
        "\u0301",
        "63 11 01 ",
        "1985 01 01 2010 01 1 001 ",
        "1/1/2020 ",
    ),
    *(
        "pass ",
        "sandi a ",
        "password saya xqzwvk, ",
        "otp:",
        "otp 1 2 3 ",
        "pass: ",
        "'pass",
        "ps",
    ),
    *(
        "1234 otp ",
        "kirim saya ",
        "minta password ",
        "password apa ",
        "minta ",
        ".pass",
        "a/",
        " ",
    ),
    *("https://pass ", "saya ", "kode otp yang masuk ", "\u200b\nminta-", "@:'\"minta'"),
)


def slowest() -> tuple[float, str, str]:
    """Milliseconds, of which rule, and for what."""
    return max(
        (_milliseconds(rule, text), rule.__name__, ascii(piece))
        for rule in (mask, hide, asks_for_secret)
        for piece in PIECES
        for text in ((piece * LONGEST)[:LONGEST], f"pass {piece * LONGEST}"[:LONGEST])
    )


def _milliseconds(rule: Callable[[str], object], text: str) -> float:
    """Of three tries the shortest: others work on this machine too."""
    took = []
    for _ in range(3):
        began = time.process_time()
        rule(text)
        took.append(time.process_time() - began)
    return 1000 * min(took)


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
    took, rule, piece = slowest()
    print(
        f"slowest of {len(PIECES)} hostile messages of {LONGEST}: {took:.1f} ms, {rule}, {piece}"
    )
    return 1 if lost or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
