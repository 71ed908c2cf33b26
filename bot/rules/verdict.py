"""A reporter's written yes or no to "is it solved?", where the buttons were overlooked. Pure."""

from __future__ import annotations

YES = frozenset(
    ("ya", "iya", "sudah", "sdh", "udah", "selesai", "beres", "bisa", "lancar", "ok", "oke")
)
NO = frozenset(("belum", "blm", "tidak", "tdk", "masih", "gagal", "kada", "belom", "nggak", "gak"))
POLITE = frozenset(
    {
        *("terima", "kasih", "makasih", "trims", "banyak", "alhamdulillah", "baik", "semuanya"),
        *("pak", "bu", "bapak", "ibu", "min", "admin", "mas", "mbak", "kak", "juga"),
    }
)
LONGEST = 6  # words; whoever writes more has something to tell


def verdict(text: str) -> bool | None:
    """True for solved, False for not; None for anything that says more than that."""
    letters = "".join(sign if sign.isalpha() else " " for sign in text.casefold())
    words = letters.split()
    said = set(words) - POLITE
    if not said or len(words) > LONGEST or not said <= YES | NO:
        return None
    return not said & NO
