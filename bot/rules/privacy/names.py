"""Names of people in what is shown to others. Pure.

Rather too much than too little: a paper leaves the house.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

HIDDEN = "▒▒▒"
SHORTEST = 3  # letters of a name's word; "M." and "Al" are too common to look for
_WORD = r"[^\W\d_][\w'’.\-]*"
_TITLES = (
    r"(?:bapak|bpk|pak|ibu|bu|sdri|sdr|saudari|saudara|mas|mbak|kak|bang|haji|hj|an|a\.n"
    r"|atas nama)"
)
_CALLED = re.compile(rf"\b({_TITLES}\.?\s+)({_WORD}(?:\s+{_WORD}){{0,3}})", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(nama(?:\s+(?:saya|lengkap|pegawai|ulun))?\s*[:=]?\s+)({_WORD}(?:\s+{_WORD}){{0,3}})",
    re.IGNORECASE,
)
_CAPITAL = r"[A-Z][\w'’.\-]*"
# What is somebody's; of small letters it may be anything: "punya akses".
_OWNED = re.compile(
    rf"\b((?i:punya|milik|kepunyaan|pegawai)\s+)({_CAPITAL}(?:\s+{_CAPITAL}){{0,3}})"
)
_RANKS = re.compile(r"^(?:[^\W\d_]{1,5}\.\s*)+")  # "Drs. H. "
# What follows "pak" or "bu" and is nobody's name.
_NO_NAMES = frozenset(
    [
        "yang",
        "yg",
        "dan",
        "atau",
        "ini",
        "itu",
        "di",
        "ke",
        "dari",
        "untuk",
        "saya",
        "kami",
        "kita",
        "mohon",
        "tolong",
        "minta",
        "maaf",
        "terima",
        "kasih",
        "apakah",
        "apa",
        "bagaimana",
        "kenapa",
        "kapan",
        "sudah",
        "belum",
        "bisa",
        "tidak",
        "ada",
        "adalah",
        "akan",
        "juga",
        "lagi",
        "dengan",
        "kepala",
        "sekretaris",
        "camat",
        "lurah",
        "kadis",
        "kabid",
        "kasubag",
        "bupati",
        "guru",
        "dokter",
        "admin",
        "petugas",
        "operator",
        "dinas",
        "badan",
        "kantor",
        "ya",
        "pun",
        "kalau",
        "jika",
        "karena",
        "biar",
        "supaya",
        "agar",
        "sangat",
        "masih",
        "jadi",
        "tadi",
        "kemarin",
        "selamat",
        "pagi",
        "siang",
        "sore",
        "malam",
        "kota",
        "negara",
        "izin",
        "ijin",
        "bahwa",
        "pada",
        "oleh",
        "saat",
        "mau",
        "coba",
        "pengguna",
        "akun",
        "aplikasi",
        "jabatan",
        "unit",
        "file",
        "berkas",
        "menu",
        "tombol",
    ]
)


def hide_names(text: str, names: Iterable[str]) -> str:
    """Without the given names, whole or by their longer words, and without what is called by a
    title."""
    words = {word for name in names for word in _words_of(name)}
    text = _without(text, words) if words else text
    for pattern in (_CALLED, _OWNED):
        text = pattern.sub(lambda found: found[1] + _hidden(found[2]), text)
    return _NAMED.sub(lambda found: found[1] + _hidden(found[2]), text)


def full_names(text: str, names: Iterable[str]) -> str:
    """Without those of several words that stand there whole, with or without their titles."""
    low = text.casefold()
    for name in (form for each in names for form in _forms(each)):
        if len(name.split()) > 1 and name.casefold() in low:
            text = re.sub(re.escape(name), HIDDEN, text, flags=re.IGNORECASE)
    return text


def _forms(name: str) -> tuple[str, str]:
    """As people write it, the longer first: of "Drs. H. Budi Santoso, M.Si." all but the degree,
    and Budi Santoso; of "M. Noor" the first may be the name."""
    called = name.partition(",")[0].strip()
    return called, _RANKS.sub("", called)


def _words_of(name: str) -> list[str]:
    parts = re.findall(r"[^\W\d_]+", name.casefold())
    return [part for part in parts if len(part) >= SHORTEST and part not in _NO_NAMES]


def _without(text: str, words: set[str]) -> str:
    return re.sub(
        r"[^\W\d_]+", lambda found: HIDDEN if found[0].casefold() in words else found[0], text
    )


def _hidden(called: str) -> str:
    """Its first word, and the capitalised ones behind it."""
    first, *others = re.split(r"(\s+)", called)
    bare = first.strip(".,'’-").casefold()
    if first == HIDDEN or bare in _NO_NAMES:
        return called
    kept = []
    for place, word in enumerate(others):
        if place % 2 and not (word[:1].isupper() and word.casefold() not in _NO_NAMES):
            kept = others[place - 1 :]
            break
    return HIDDEN + "".join(kept)
