"""A choice made in words, where buttons were offered: "1", "nomor dua", "yang terakhir pak"."""

from __future__ import annotations

from faq.language import plain
from faq.smalltalk import polite

PLACES = {
    **{str(number): number - 1 for number in range(1, 10)},
    **dict.fromkeys(("satu", "pertama", "kesatu", "atas"), 0),
    **dict.fromkeys(("dua", "kedua"), 1),
    **dict.fromkeys(("tiga", "ketiga"), 2),
    **dict.fromkeys(("terakhir", "bawah"), -1),
}
BESIDES = frozenset(("nomor", "pilihan", "pilih", "opsi", "ke", "paling"))
NOT = frozenset(("bukan", "tidak"))
NONE = NOT | {
    *("ada", "cocok", "sesuai", "satu", "satupun", "pun", "semua", "semuanya", "yang", "itu"),
    *("ini", "pak", "bu", "bapak", "ibu", "admin", "min", "kak", "mas", "mbak"),
}
"""What "none of these" is said with; it takes a word of NOT."""


def place(message: str) -> int | None:
    """Which of the choices is meant, counted from 0; -1 is the last. None where none is named."""
    said = set(plain(message)) - BESIDES - (polite() - PLACES.keys())
    return PLACES.get(said.pop()) if len(said) == 1 else None


def none_of_them(message: str) -> bool:
    said = set(plain(message))
    return bool(said & NOT) and said <= NONE
