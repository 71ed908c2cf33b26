"""Whether words ask something, as against tell something. For use beside a match, not instead."""

from __future__ import annotations

import re

# Question words of formal, chat and Banjar use; "cara" and "kah" mark questions without them.
ASKING = re.compile(
    r"\?|\b(?:apa|apakah|siapa|kapan|kpn|berapa|brp|mana|dimana|bagaimana|gimana|gmn|gmna|bgmn"
    r"|kenapa|knp|mengapa|caranya|cara|bolehkah|bisakah|kayapa|napa|pabila|dimapa)\b"
    r"|\b(?!langkah|berkah|nafkah|tingkah)\w+kah\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    return ASKING.search(text) is not None
