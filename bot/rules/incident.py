"""What is written behind `/gangguan`, in standard words. Pure."""

from __future__ import annotations

import re

_ENDS = frozenset(
    {
        *("tutup", "ditutup", "tutupkan", "selesai", "pulih", "beres", "normal", "berakhir"),
        *("akhiri", "batal", "batalkan", "hapus", "stop"),
    }
)
_AROUND = frozenset(
    {"sudah", "telah", "lagi", "gangguan", "massal", "nomor", "no", "ini", "semua"}
)
_OVER = frozenset(
    {
        *("pulih", "normal", "beres", "teratasi", "tertangani", "lancar", "selesai", "berakhir"),
        *("aman", "hidup", "nyala", "menyala", "jalan", "berjalan", "bisa", "dapat", "diperbaiki"),
    }
)
_SINCE = frozenset({"sudah", "telah", "kembali", "lagi"})
_NOT = frozenset({"tidak", "belum", "bukan", "kurang"})
_DONE_AGAIN = re.compile(r"di\w{3,}|login|masuk")
"""What "sudah bisa" is followed by: "dibuka", "diakses"."""
_WORD = re.compile(r"[^\W_]+")


def is_end(said: str) -> bool:
    """ "tutup", "gangguan 2 sudah pulih": meant of one that is open, and no title of a new one."""
    words = _WORD.findall(said.casefold())
    others = [word for word in words if word not in _AROUND and not word.isdecimal()]
    return bool(others) and _ENDS.issuperset(others)


def is_over(said: str) -> bool:
    """ "server BKN sudah pulih", "SIASN normal lagi": that what it names works again."""
    words = _WORD.findall(said.casefold())
    if not _NOT.isdisjoint(words):
        return False
    since = False
    while words and words[-1] in _SINCE:
        words.pop()
        since = True
    if len(words) > 1 and words[-2] in {"bisa", "dapat"} and _DONE_AGAIN.fullmatch(words[-1]):
        words.pop()
    if not words or words[-1] not in _OVER:
        return False
    return since or words[-1] in {"pulih", "teratasi"} or bool(_SINCE.intersection(words[-3:-1]))


def names(said: str, title: str) -> bool:
    """Whether a word of the title is in it."""
    return not _telling(said).isdisjoint(_telling(title))


def _telling(text: str) -> set[str]:
    common = _AROUND | _ENDS | _OVER | _SINCE | _NOT
    return {word for word in _WORD.findall(text.casefold()) if len(word) > 2} - common
