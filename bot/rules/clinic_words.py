"""What is typed instead of pressed about Coaching Clinic, and a session in one message. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.rules.clinic import CONSONANTS, VOWELS, Part
from bot.rules.dates.session_time import read_when

_CLINIC = r"(?:coaching\s*)?(?:clinic|klinik|clinik)"
_WANT = r"(?:(?:saya|ulun|aku|kami)\s+)?(?:(?:mau|ingin|handak|minta|tolong)\s+)?"
_NUMBER = r"(?:\s+(?:nomor|no\.?|sesi|yang))*(?:\s*(?P<number>\d{1,6}))?"
_END = r"(?:\s+(?:ya|dong|pak|bu|min|nah|pang))*[\s.!?]*"


def _said(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + _END, re.IGNORECASE)


_LEAVE = _said(
    rf"{_WANT}(?:(?:batal(?:kan)?|tidak\s+jadi|mundur)\s+(?:ikut|hadir"
    rf"|daftar)(?:an)?(?:\s+(?:{_CLINIC}|sesi))?|keluar\s+dari\s+(?:daftar\s+tunggu|{_CLINIC}|sesi))"
    rf"{_NUMBER}"
)
_JOIN = _said(
    rf"{_WANT}(?:(?:men)?daftar(?:kan|in|akan)?|ikut)(?:\s+saya)?(?:\s+(?:{_CLINIC}|sesi))?"
    rf"{_NUMBER}"
)
_ASK_FOR = _said(
    rf"(?:(?:saya|kami|ulun)\s+)?(?:(?:mau|ingin|handak)\s+)?(?:minta|usul(?:kan)?|mengajukan|ajukan)"
    rf"\s+(?:diadakan\s+|jadwal\s+)?{_CLINIC}(?:\s+(?:di|ke)\s+kantor(?:\s+kami)?)?"
)
_SCHEDULE = _said(
    rf"(?:(?:lihat|info|mana|kapan|ada)\s+)?(?:jadwal(?:nya)?(?:\s+{_CLINIC})?|{_CLINIC}\s+berikutnya"
    rf"|kapan\s+(?:ada\s+)?{_CLINIC})(?:\s+(?:lagi|berikutnya|kapan))?"
)
_HERE = re.compile(
    r"(?:saya\s+)?(?:hadir|(?:kode\s+)?(?:hadir|kehadiran|absen))(?:\s*(?:nya|saya|kode))?\s*[:=]?\s*"
    r"(?P<code>[A-Za-z]{4,8})[\s.!]*",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:ini\s+)?kode(?:nya)?(?:\s+(?:saya|ulun))?\s*[:=]?\s*(?P<code>[A-Za-z]{6})[\s.!]*",
    re.IGNORECASE,
)
_WITHOUT_CODE = _said(r"(?:saya\s+)?(?:sudah\s+)?(?:(?:di\s+)?ruangan|hadir|absen)")
_APART = re.compile(r"[A-Za-z](?:[ .-]{0,3}[A-Za-z]){5}")
_LIKE_A_CODE = re.compile(rf"(?:[{CONSONANTS}][{VOWELS}]){{3}}", re.IGNORECASE)


class Wish(StrEnum):
    SCHEDULE = "schedule"
    JOIN = "join"
    LEAVE = "leave"
    ASK_FOR = "ask_for"


@dataclass(frozen=True)
class SessionWish:
    wish: Wish
    number: int | None = None
    bare: bool = False
    """One word alone: it means a session only where there are any."""


def wished(text: str) -> SessionWish | None:
    said = " ".join(text.split())
    if len(said) > 60:
        return None
    if found := _LEAVE.fullmatch(said):
        return SessionWish(Wish.LEAVE, _number(found))
    if found := _JOIN.fullmatch(said):
        bare = not re.search(rf"{_CLINIC}|sesi|\d", said, re.IGNORECASE)
        return SessionWish(Wish.JOIN, _number(found), bare=bare)
    if _ASK_FOR.fullmatch(said):
        return SessionWish(Wish.ASK_FOR)
    return SessionWish(Wish.SCHEDULE) if _SCHEDULE.fullmatch(said) else None


def _number(found: re.Match[str]) -> int | None:
    return int(found["number"]) if found["number"] else None


def code_in(text: str) -> tuple[str, bool] | None:
    """A code of attendance, and whether it is called one: a word alone may be anything."""
    said = " ".join(text.split())
    if _LIKE_A_CODE.fullmatch(said.strip(" .!")):
        return said.strip(" .!").upper(), False
    named = _NAMED.fullmatch(said)
    if named is not None and looks_like_a_code(named["code"]):
        return named["code"].upper(), False
    found = _HERE.fullmatch(said)
    return (found["code"].upper(), True) if found else None


def put_together(text: str) -> str | None:
    """A code as it is heard: "go bi ni", "R-U-K-A-M-O"; None for what cannot be one. Common words
    can: "bisa ka"."""
    said = text.strip(" .!")
    joined = re.sub(r"[ .-]", "", said) if _APART.fullmatch(said) else ""
    return joined.upper() if looks_like_a_code(joined) else None


def says_here(text: str) -> bool:
    """ "Saya hadir", and no code."""
    return len(text) <= 60 and _WITHOUT_CODE.fullmatch(" ".join(text.split())) is not None


def looks_like_a_code(text: str) -> bool:
    return _LIKE_A_CODE.fullmatch(text) is not None


LABELS: Mapping[str, Part] = {
    **dict.fromkeys(("topik", "materi", "tema", "judul"), Part.TOPIC),
    **dict.fromkeys(("waktu", "tanggal", "hari", "jam", "jadwal"), Part.TIME),
    **dict.fromkeys(("tempat", "lokasi", "ruang", "link", "tautan"), Part.PLACE),
    **dict.fromkeys(("kapasitas", "kuota", "peserta", "kursi"), Part.CAPACITY),
    **dict.fromkeys(("pelatih", "narasumber", "pemateri", "fasilitator"), Part.TRAINERS),
    **dict.fromkeys(("undang", "undangan", "kantor", "opd", "instansi"), Part.OFFICES),
    **dict.fromkeys(("surat tugas", "st"), Part.ASSIGNMENT),
}
_LABELLED = re.compile(rf"({'|'.join(LABELS)})\s*[:=]\s*(.*)", re.IGNORECASE | re.DOTALL)
_SEATS = re.compile(r"(\d{1,4})(?:\s*(?:orang|kursi|peserta|org))?", re.IGNORECASE)
_PLACED = (Part.TOPIC, Part.TIME, Part.PLACE, Part.CAPACITY, Part.TRAINERS, Part.OFFICES)


def read_order(text: str, today: date) -> dict[Part, str]:
    """ "SKP | 3 Desember 2026 09.00 | Aula | 20": by their labels, else by what they look like,
    else by their order."""
    pieces = [" ".join(piece.split()) for piece in re.split(r"[|\n;]", text)]
    found: dict[Part, str] = {}
    left: list[str] = []
    for piece in pieces:
        labelled = _LABELLED.fullmatch(piece)
        part = LABELS[labelled[1].casefold()] if labelled else _looks_like(piece, today)
        if part is not None and part not in found:
            found[part] = labelled[2].strip() if labelled else piece
        else:
            left.append(piece)
    rest = [part for part in _PLACED if part not in found]
    found |= dict(zip(rest, left, strict=False))
    return {part: words for part, words in found.items() if words}


def _looks_like(piece: str, today: date) -> Part | None:
    if seats(piece) is not None:
        return Part.CAPACITY
    written = read_when(piece, today)
    return Part.TIME if written.day is not None and written.begins is not None else None


_DEGREE = re.compile(
    r"(?:[A-Z][a-z]?\. ?(?:[A-Za-z]{1,5}\.? ?){0,3}|S[EHT]|M[MHT]|Ak\.?|Ners|SKM|SST|SIP) *(?:,|$)"
)


def name_and_office(text: str) -> tuple[str, str]:
    """ "Noor, S.Pd., M.Si, RSUD", or with "|" between: degrees are of the name."""
    line = " ".join(text.split())
    if "|" in line:
        name, _, office = line.partition("|")
        return name.strip(), office.strip()
    name, _, rest = (each.strip() for each in line.partition(","))
    while found := _DEGREE.match(rest):
        name += f", {found[0].rstrip(' ,')}"
        rest = rest[found.end() :].strip()
    return name, rest


_NIP = re.compile(
    r"(?:,\s*|\|\s*)?(?:\bNIP?(?:\s?PPPK)?\b[.:\s]*)?(?<!\d)(\d(?:[ .]?\d){17})(?!\d)",
    re.IGNORECASE,
)


def without_nip(text: str) -> tuple[str, str | None]:
    """ "Noor, NIP 19850101 201001 1 001, RSUD": a list of those present has it between."""
    found = _NIP.search(text)
    if found is None:
        return text, None
    rest = text[: found.start()] + text[found.end() :]
    return rest.strip(" ,|"), re.sub(r"\D", "", found[1])


def seats(text: str) -> int | None:
    found = _SEATS.fullmatch(text.strip())
    return int(found[1]) if found else None


def labelled(text: str) -> tuple[Part, str] | None:
    """ "tempat: Aula", as an answer below a session."""
    found = _LABELLED.fullmatch(text.strip())
    return (LABELS[found[1].casefold()], found[2].strip()) if found else None
