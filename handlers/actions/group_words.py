"""What is said to the bot where others talk, without its name."""

from __future__ import annotations

import re
from functools import lru_cache


def without_mention(username: str, text: str | None) -> str:
    around = mention(username).split(text or "")
    return " ".join(part.strip() for part in around).strip()


@lru_cache(maxsize=8)
def mention(username: str) -> re.Pattern[str]:
    """Without the blanks before it: of many, each would be looked at as often as there are."""
    return re.compile(rf"@{re.escape(username)}\b", re.IGNORECASE)
