"""Messages that are no question: greetings, thanks, yes, no, "that one", and plain wishes.

Only whole messages count. "Halo, lupa sandi" is a question, "halo min" is a greeting.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from faq.text.language import normalise, plain
from faq.text.lexicon import words

LONGEST = 12  # words
LONGEST_LETTERS = 200


class Smalltalk(StrEnum):
    GREETING = "greeting"
    THANKS = "thanks"
    PERSON = "person"
    YES = "yes"
    NO = "no"
    FOLLOW_UP = "follow_up"
    FAREWELL = "farewell"
    REPORT = "report"
    TICKETS = "tickets"


CORES: tuple[tuple[Smalltalk, re.Pattern[str]], ...] = (
    (
        Smalltalk.REPORT,
        re.compile(
            r"^(?:lapor|melapor|pengaduan|komplain)$"
            r"|\b(?:mau|ingin|akan|buat|membuat|ajukan|mengajukan|kirim|sampaikan|menyampaikan)\b"
            r"(?: \w+)? (?:lapor|melapor|mengadu|komplain|laporan|pengaduan|keluhan|tiket)\b"
        ),
    ),
    (
        Smalltalk.TICKETS,
        re.compile(
            r"\b(?:tiket|laporan|pengaduan|keluhan) (?:saya|aku)\b"
            r"|\b(?:cek|lihat|status) (?:tiket|laporan|pengaduan|keluhan)\b|^tiket$"
        ),
    ),
    (
        Smalltalk.PERSON,
        re.compile(
            r"\b(?:bicara|ngobrol|obrol|mengobrol|chat|ngomong|hubungi|hubungkan|sambungkan|dihubungkan|terhubung"
            r"|tersambung|disambungkan|berbicara|bapandir|pandir|konsultasi|minta|butuh|perlu"
            r"|panggil|panggilkan|tanya|bertanya|mau|ingin|akan|langsung)\b.*"
            r"\b(?:petugas|admin|orang|manusia|operator)\b"
            r"|^(?:petugas|admin|operator|manusia|orang)$"
        ),
    ),
    (
        Smalltalk.THANKS,
        re.compile(r"\bterima kasih\b|\bsyukron\b|\bjazakallah\w*|\bhatur nuhun\b"),
    ),
    (Smalltalk.FAREWELL, re.compile(r"\b(?:dadah|sampai jumpa|bye|pamit|undur diri)\b")),
    (
        Smalltalk.FOLLOW_UP,
        re.compile(
            r"\b(?:yang|soal|jawaban|pertanyaan|tentang|itu|cara) (?:barusan|tadi)\b|^tadi$"
            r"|\blanjut(?:kan|annya)?\b|\b(?:langkah|nomor|poin) (?:ke )?\d+\b"
            r"|\b(?:kurang|tidak|belum) (?:paham|jelas|mengerti)\b"
            r"|^(?:kalau|jika|terus|lalu)(?: masih| tetap)?"
            r" (?:gagal|(?:belum|tidak) (?:bisa|berhasil))\b"
            r"|^(?:terus|lalu|kemudian|habis itu|setelah itu)(?: (?:bagaimana|apa))?$"
            r"|\bmasih (?:belum|tidak) bisa\b|^(?:belum|tetap tidak|tidak) bisa(?: juga)?$"
            r"|^(?:maksudnya|contohnya|caranya)(?: (?:apa|bagaimana))?$"
        ),
    ),
    (
        Smalltalk.NO,
        re.compile(
            r"^(?:tidak|bukan|belum|tidak jadi|jangan|batal|stop|berhenti|tidak usah|tidak ada)$"
        ),
    ),
    (
        Smalltalk.YES,
        re.compile(r"^(?:ya|iya|yup|betul|benar|oke|ok|okey|baik|siap|sip|setuju|boleh|mantap)$"),
    ),
)
YES_WORDS = frozenset(("ya", "iya", "oke", "ok", "okey", "siap", "baik", "sip", "betul", "benar"))
BESIDES = {
    Smalltalk.TICKETS: frozenset(
        {
            *("cek", "lihat", "status", "daftar", "semua", "sudah", "sampai", "mana", "di"),
            *("bagaimana", "apa", "kabar", "kabarnya", "kelanjutan", "nasib"),
        }
    ),
    Smalltalk.PERSON: frozenset(
        ("langsung", "asli", "petugas", "admin", "orang", "operator", "manusia", "sama")
    ),
    Smalltalk.FOLLOW_UP: frozenset(
        {
            *("bagaimana", "apa", "jadi", "terus", "lalu", "masih", "belum", "tidak", "juga"),
            *("kalau", "jika", "gagal", "tetap", "maksudnya", "caranya", "di", "mana", "artinya"),
        }
    ),
    Smalltalk.THANKS: frozenset(("kalau", "begitu", "jika")),
}


def smalltalk(message: str) -> Smalltalk | None:
    """What kind of small talk the whole message is, or None when it may be a question."""
    return _kind(message) if len(message) <= LONGEST_LETTERS else None


@lru_cache(maxsize=512)
def _kind(message: str) -> Smalltalk | None:
    said = plain(message)
    if not said or len(said) > LONGEST:
        return None
    text = " ".join(said)
    for kind, core in CORES:
        found = core.search(text)
        if found and only_polite(text[: found.start()] + " " + text[found.end() :], kind):
            return kind
    if set(said) <= YES_WORDS | polite() and YES_WORDS & set(said):
        return Smalltalk.YES
    greets = any(word in words("greetings.txt") for word in said)
    return Smalltalk.GREETING if greets and set(said) <= polite() else None


def only_polite(text: str, kind: Smalltalk) -> bool:
    """Nothing besides the core but what manners and breathing need."""
    return all(word in polite() or word in BESIDES.get(kind, ()) for word in text.split())


@cache
def polite() -> frozenset[str]:
    return words("polite.txt") | words("greetings.txt")


def bare(message: str) -> bool:
    """Whether no word tells what the message is about: "tolong", "kenapa ya", "tidak bisa"."""
    return all(word.weak for word in normalise(message))
