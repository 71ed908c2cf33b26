"""How numbers of a report are written."""

from __future__ import annotations

from fractions import Fraction

from bot.rules.handling import AGES


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


def age_band(band: int) -> str:
    """Of what is open: the days that one of the bands of AGES holds."""
    if band == 0:
        return f"≤ {AGES[0]} hari"
    if band == len(AGES):
        return f"> {AGES[-1]} hari"
    return f"{AGES[band - 1] + 1}–{AGES[band]} hari"


def exact(ratio: Fraction) -> bool:
    return (ratio * 100).denominator == 1


LONGEST = 20  # letters of a figure


def read_number(said: str) -> int | None:
    """What `number` wrote."""
    digits = said.replace(".", "")
    if len(said) > LONGEST or not digits.isascii() or not digits.isdecimal():
        return None
    return int(digits) if number(int(digits)) == said else None


def read_percent(said: str) -> Fraction | None:
    """What `percent` wrote."""
    before, _, behind = said.removesuffix(" %").partition(",")
    whole, hundredths = read_number(before), behind if behind.isascii() else ""
    if whole is None or len(hundredths) != 2 or not hundredths.isdecimal():
        return None
    found = whole + Fraction(int(hundredths), 100)
    return found if percent(found) == said else None
