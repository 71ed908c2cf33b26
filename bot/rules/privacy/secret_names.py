"""What passwords, PINs and codes are called, and where in a text one is."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from bot.rules.privacy.secret_words import (
    BEFORE_NAMES,
    HONORIFICS,
    ORDINARY,
    OWNERS,
    PASSWORD,
)

_OF_WORD = (
    r"(?:(?:kata|kt|kta|fras[ae])\W{0,2})?s(?:[ae]?ndi|[a4@]nd[i1])(?! sekali pakai)"
    rf"|(?:kata|kt)\W{{0,2}}(?:kunci|laluan|rahasia)|p/w|{PASSWORD}|pass|pwd?"
    r"|pas(?=(?:ku|\s+(?:saya|sy|ulun|aku))?\s*[:=])"
    r"|kunci\W{1,2}(?:akun|masuk|login|akses|rahasia|cadangan|pemulihan|penyiapan)"
    r"|(?:setup|private|api|access|recovery|backup)\W?key|secret(?:\W?key|(?=\s{0,3}[:=]))|jawaban\W{1,2}keamanan"
    r"|(?:jawaban\W{1,3})?(?:pertanyaan\W{1,2}(?:keamanan|rahasia)|security (?:question|answer))"
    r"(?:(?:\W{1,3}[^\W\d_]{2,12}){0,5}?\W{1,3}jawaban(?=nya|ku))?"
)
_OF_NUMBER = (
    r"m?pin|[o0]\.?t\.?p\.?|(?:nomor|nomer|no|angka)\W{1,3}verifikasi"
    r"|token\W{1,3}(?:aktivasi|akses|login|verifikasi|reset)"
    r"|kode\W{1,3}(?:otp|verifikasi|verif|keamanan|aktivasi|akses|masuk|login|rahasia|unik|pin"
    r"|otentikasi|autentikasi|authenticator|autentikator|sms|konfirmasi|mfa|2fa|pemulihan"
    r"|cadangan|backup|unlock|undangan|setup|penyiapan|token|wa|sekali pakai)"
    r"(?:\W{1,3}(?:otp|mfa|akun|authenticator))?"
    r"|(?:verification|verifikasi|security|access|login|backup|recovery|confirmation|activation"
    r"|mfa|factor|whatsapp) codes?|one.time password|sandi sekali pakai"
    r"|(?:angka|digit)\W(?:mfa|authenticator|autentikator|rahasia)"
)
_OF_SIX = (
    r"google auth|kode(?=\W?(?:nya|ku)\b)|kode\W(?:6|enam|anam)\W?(?:angka|digit)|token|mfa|2fa"
    r"|(?:google )?authenticator|autentikator"
)
_NAME = re.compile(
    rf"(?<![^\W\d_])(?=\w)(?:(?P<number>{_OF_NUMBER})|(?P<word>{_OF_WORD})|(?P<six>{_OF_SIX}))"
    r"(?P<owner>\W?(?:nya|ku|mu))?(?![^\W\d_])"
)
_SITE = re.compile(r"(?:https?:|www\.)\S+")
_GLUED_ON = re.compile(r"[\d#@!$%&_]")
_NEAR = 40
_MINE = re.compile(r"(?<!\w)(?:my|our)\s{1,4}$")
_LAST_WORD = re.compile(r"([\w.]{1,14}) {1,2}$")
_NEXT_WORD = re.compile(r"\s{1,2}([^\W\d_]+)(?![\w@#$%!])")


class SecretKind(Enum):
    WORD = "word"
    NUMBER = "number"
    SIX = "six"


class SecretName(NamedTuple):
    start: int
    end: int
    kind: SecretKind
    owned: bool
    """Somebody's: "passwordnya", "my password"."""
    person: bool
    """Rather the name of somebody: "bu Sandi"."""


def names_in(signs: str, *, most: int) -> list[SecretName]:
    """At most one more than that."""
    low = signs.lower()
    sites = [each.span() for each in _SITE.finditer(low)]
    names: list[SecretName] = []
    for found in _NAME.finditer(low):
        glued = (  # "password saya pass123"
            names
            and found.start() - names[-1].end < _NEAR
            and (_GLUED_ON.match(signs, found.end()) or _GLUED_ON.search(found[0]))
        )
        if not glued and not any(start < found.start() < end for start, end in sites):
            names.append(_name(signs, found))
        if len(names) > most:
            break
    return names


def _name(signs: str, found: re.Match[str]) -> SecretName:
    """Found in the small letters of the signs."""
    kind = next(kind for kind in SecretKind if found[kind.value])
    mine = _MINE.search(found.string, max(0, found.start() - 8), found.start())
    owned = found["owner"] is not None or mine is not None
    return SecretName(*found.span(), kind, owned, not owned and _is_person(signs, found))


def _is_person(signs: str, found: re.Match[str]) -> bool:
    called = found[0]
    if called not in {"sandi", "sendi"}:
        return False
    following = _NEXT_WORD.match(signs, found.end())
    behind = following[1] if following else ""
    if called == "sendi":
        return True
    if behind.lower() in OWNERS:
        return False
    before = _LAST_WORD.search(signs, max(0, found.start() - 14), found.start())
    last = before[1].lower() if before else ""
    if last in HONORIFICS:
        return True
    titled = signs[found.start() : found.end()].istitle()
    surname = behind.istitle() and behind.lower() not in ORDINARY  # "Sandi Wijaya"
    return titled and last not in {"kata", "kt"} and (surname or last in BEFORE_NAMES)
