"""Whether words ask something, as against tell something."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from faq.text.tokens import AT_HAND, LONGEST_USUAL
from faq.text.vocabulary import said_words, words


@lru_cache(maxsize=AT_HAND)  # of every message it is asked five times
def asks(text: str) -> bool:
    """For use beside a match."""
    return "?" in text or any(
        _asks(word) if len(word) <= LONGEST_USUAL else _asks.__wrapped__(word)
        for word in said_words(text)
    )


@lru_cache(maxsize=2_048)
def _asks(word: str) -> bool:
    return asking().search(word) is not None


@cache
def asking() -> re.Pattern[str]:
    asked, other = "|".join(words("asking")), "|".join(words("not asking"))
    return re.compile(rf"\?|\b(?:{asked})\b|\b(?!{other})\w+kah\b", re.IGNORECASE)
