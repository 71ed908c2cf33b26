"""A choice made in words, where buttons were offered: "1", "nomor dua", "yang terakhir pak"."""

from __future__ import annotations

from functools import cache

from faq.text.language import plain
from faq.text.smalltalk import polite

PLACES = {
    **{str(number): number - 1 for number in range(1, 10)},
    **dict.fromkeys(("satu", "pertama", "kesatu", "atas"), 0),
    **dict.fromkeys(("dua", "kedua"), 1),
    **dict.fromkeys(("tiga", "ketiga"), 2),
    **dict.fromkeys(("terakhir", "bawah"), -1),
}
LONGEST = 60  # letters; whoever writes more says more
BESIDES = frozenset(("nomor", "pilihan", "pilih", "opsi", "ke", "paling"))
NOT = frozenset(("bukan", "tidak"))
NONE = NOT | {
    *("ada", "cocok", "sesuai", "satu", "satupun", "pun", "semua", "semuanya", "yang", "itu"),
    *("ini", "pak", "bu", "bapak", "ibu", "admin", "min", "kak", "mas", "mbak"),
}
"""What "none of these" is said with; it takes a word of NOT."""


def place(message: str) -> int | None:
    """Which of the choices is meant, counted from 0; -1 is the last. None where none is named."""
    if len(message) > LONGEST:
        return None
    said = set(plain(message)) - manners()
    return PLACES.get(said.pop()) if len(said) == 1 else None


@cache
def manners() -> frozenset[str]:
    return BESIDES | (polite() - PLACES.keys())


def none_of_them(message: str) -> bool:
    if len(message) > LONGEST:
        return False
    said = set(plain(message))
    return bool(said & NOT) and said <= NONE
