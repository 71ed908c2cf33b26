"""Dates, times, amounts and the like: figures that look like a person's number by accident."""

from __future__ import annotations

import re

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_YEAR = r"(?:19[4-9]|20[0-4])\d"
_HOUR = r"(?:[01]?\d|2[0-4])"
_TIME = rf"{_HOUR}[.:][0-5]\d(?:[.:][0-5]\d(?:[.,]\d{{1,9}})?)?(?![.:]?\d)"
_CLOCK = r"(?:[01]\d|2[0-4])[0-5]\d"
_DEGREES = r"\d{1,3}\.\d{4,}"
_ALONE, _ENDS = r"(?<!\d)", r"(?!\d)"

CERTAIN = re.compile(
    "|".join(
        (
            rf"(?<!\d[-/.]){_ALONE}{_DAY}(?P<by>\s?[-/.]\s?){_MONTH}(?P=by){_YEAR}(?![-/.]?\d)",
            rf"{_ALONE}20[12]\d(?P<of>[-/.]){_MONTH}(?P=of){_DAY}(?![-/.]?\d)",
            rf"{_ALONE}{_TIME}\s?-\s?{_TIME}",
            rf"{_ALONE}{_DEGREES}(?:\s?[,;/]\s?|\s)-?{_DEGREES}{_ENDS}",
        )
    ),
    re.ASCII,
)
"""Never a part of anybody's number."""
LIKELY = re.compile(
    "|".join(
        (
            # a letter's number
            rf"{_ALONE}\d{{2,3}}(?:\.\d{{1,4}}){{0,4}}/\d{{1,5}}/20[12]\d(?!/?\d)",
            rf"{_ALONE}{_DAY}(?P<by>[-/. ]){_MONTH}(?P=by)(?:{_YEAR}|\d\d){_ENDS}",
            rf"{_ALONE}{_YEAR}[-/.]{_MONTH}[-/.]{_DAY}{_ENDS}",
            rf"{_ALONE}{_TIME}",
            rf"(?<![\d/.-]){_DAY}/{_MONTH}(?![/.-]?\d)",
            rf"(?<![\d/.-]){_CLOCK}\s?-\s?{_CLOCK}(?![-/.]?\d)",
            # an amount; none begins with a nought, as telephone numbers do: 081.234.567.890
            r"(?<![\d.,])[1-9]\d{0,2}(?P<of>[.,])\d{3}(?:(?P=of)\d{3})*(?:[.,]\d{1,2})?(?![.,]?\d)",
            r"(?<![\d.,])0[.,]\d{3}(?![.,]?\d)",
            r"(?<![\d.,])\d{1,3}[.,]\d{1,2}(?![.,]?\d)",
            r"(?<![\d.,])0\.\d{4,}(?![-.]?\d)",
            rf"{_ALONE}{_YEAR}{_ENDS}",
        )
    ),
    re.ASCII,
)
"""Ordinary, if there is hardly anything beside it."""
EVEN = re.compile(r"[1-9]\d{2,17}00", re.ASCII)
"""Money, as people write it without dots."""
SCORE = re.compile(rf"{_ALONE}(?:[1-9]\d|1[0-4]\d){_ENDS}", re.ASCII)
"""Of work; they come in lists."""
LIST = re.compile(rf"{_ALONE}[1-9]\d{{0,2}}(?:\s?,\s?[1-9]\d{{0,2}}{_ENDS}){{2,}}", re.ASCII)
"""Of counts, with commas between them."""
