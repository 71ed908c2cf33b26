"""Whether words ask something, as against tell something."""

from __future__ import annotations

import re
from functools import cache

from faq.text.vocabulary import words


def asks(text: str) -> bool:
    """For use beside a match."""
    return asking().search(text) is not None


@cache
def asking() -> re.Pattern[str]:
    asked, other = "|".join(words("asking")), "|".join(words("not asking"))
    return re.compile(rf"\?|\b(?:{asked})\b|\b(?!{other})\w+kah\b", re.IGNORECASE)
