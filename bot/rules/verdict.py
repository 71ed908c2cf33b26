"""A reporter's written yes or no to "is it solved?", where the buttons were overlooked. Pure."""

from __future__ import annotations

import re

YES = frozenset(("ya", "iya", "sudah", "sdh", "udah", "selesai", "beres", "bisa", "lancar"))
ASSENT = frozenset(("ok", "oke"))
"""Yes by itself, but with thanks only polite: "ok makasih" may mean "I shall try"."""
NO = frozenset(
    {
        *("belum", "blm", "tidak", "tdk", "masih", "gagal", "kada", "belom", "nggak", "gak"),
        *("ga", "gk", "tetap", "balum"),
    }
)
THANKS = frozenset(("terima", "kasih", "makasih", "trims", "alhamdulillah"))
POLITE = THANKS | {
    *("banyak", "baik", "semuanya", "maaf", "saja", "sama", "begitu", "lagi"),
    *("pak", "bu", "bapak", "ibu", "min", "admin", "mas", "mbak", "kak", "juga"),
}
_WORD = re.compile(r"[^\W\d_]+")
LONGEST = 6  # words; whoever writes more has something to tell


def verdict(text: str) -> bool | None:
    """True for solved, False for not; None for anything that says more or less than that."""
    if "?" in text:
        return None
    words = _WORD.findall(text.casefold())
    if len(words) > LONGEST:
        return None
    said = set(words) - POLITE
    if not said or not said <= YES | NO | ASSENT:
        return None
    if said <= ASSENT and THANKS & set(words):
        return None
    return not said & NO
