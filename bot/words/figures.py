"""How numbers of a report are written."""

from __future__ import annotations

import re
from fractions import Fraction


def number(count: int) -> str:
    """12.345"""
    return f"{count:,}".replace(",", ".")


def percent(ratio: Fraction) -> str:
    """Two decimals, cut and never rounded up: 90,999 is 90,99 %, still below 91."""
    whole, hundredths = divmod(int(ratio * 100), 100)
    return f"{number(whole)},{hundredths:02d} %"


def plain(figure: Fraction) -> str:
    """A threshold as the edition prints it: 91, 40,01."""
    return f"{float(figure):g}".replace(".", ",")


def exact(ratio: Fraction) -> bool:
    return (ratio * 100).denominator == 1


_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})*")
_PERCENT = re.compile(rf"({_NUMBER.pattern}),(\d\d) %")


def read_number(said: str) -> int | None:
    """What `number` wrote."""
    return int(said.replace(".", "")) if _NUMBER.fullmatch(said) else None


def read_percent(said: str) -> Fraction | None:
    """What `percent` wrote."""
    found = _PERCENT.fullmatch(said)
    if found is None:
        return None
    return int(found[1].replace(".", "")) + Fraction(int(found[2]), 100)
