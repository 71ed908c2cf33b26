"""What is written behind `/gangguan`. Pure."""

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
_WORD = re.compile(r"[^\W_]+")


def is_end(said: str) -> bool:
    """ "tutup", "gangguan 2 sudah pulih": meant of one that is open, and no title of a new one."""
    words = _WORD.findall(said.casefold())
    others = [word for word in words if word not in _AROUND and not word.isdecimal()]
    return bool(others) and _ENDS.issuperset(others)
