"""Secrets told in two messages: "ini password saya", and then the password alone."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.rules.privacy.secret_names import SecretKind
from bot.rules.privacy.secret_words import FILLERS
from bot.rules.privacy.secrets import hide, last_named

_LEADS = {SecretKind.WORD: "password", SecretKind.NUMBER: "otp", SecretKind.SIX: "kodenya"}
_MOST_WORDS = 8
_SIX = re.compile(r"\D{0,3}(?:\d{6}|\d{3}[ .-]\d{3}|\d(?:[ .-]\d){5})\D{0,3}", re.ASCII)
_STRONG = re.compile(
    r"\A(?=\S{0,64}[^\W\d_])(?=\S{0,64}\d)"
    r"(?:(?=\S{0,64}\d\S{0,64}\d)|(?=\S{0,64}[@#$%&*!_+=-]))\S{6,64}"
)
_VOCATIVE = r"(?:\W{1,3}(?:ya+|pak|bu|bapak|ibu|min|kak|mas|mbak|admin|dulu|sekarang)){0,4}\W*$"
# "passwordnya saya kirim ya", "password saya begini", "lupa password tapi kayaknya ini"
_COMES = re.compile(
    r"(?<!\w)(?:(?:saya|sy|ulun|aku|ku)\W{0,3}(?:kirim|ketik|tulis|kasih|share|sebut)(?:kan)?"
    r"|begini|sbb|sebagai berikut|berikut(?: ini)?"
    r"|(?:kayaknya|kayanya|keknya|sepertinya|mungkin|barangkali)\W{1,3}ini"
    r"|(?:pakai|pake|dengan)\W{1,3}\w{2,12}\W{1,3}ini)" + _VOCATIVE,
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:data|info|detail|informasi)\W{1,3}(?:login|akun|masuk|sso)(?:nya|ku)?"
    r"(?:\W{1,3}(?:saya|sy|ulun|aku|e-?kinerja|ekin|myasn|sso|saya yang baru)){0,3}" + _VOCATIVE,
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?<!\w)(?:tidak|tdk|belum|blm|gak|ga|nggak|kada|bukan|jangan|gagal|salah|minta|cek|apa)(?!\w)"
    r"|\?",
    re.IGNORECASE,
)
_LONGEST = 200  # characters


class AnnouncedSecret(NamedTuple):
    """What somebody spoke of last."""

    lead: str
    """In place of their words, to read the next message by."""
    open: bool
    """It is what comes next: nothing was said of it, and it was not told yet."""


def names_account(text: str) -> bool:
    """ "ini data login saya": no secret is named, and yet the next message may be one."""
    return _tells(_ACCOUNT, text)


def announced(text: str) -> AnnouncedSecret | None:
    named = last_named(text)
    if named is None:
        return AnnouncedSecret("password saya", open=True) if names_account(text) else None
    if not named.open and _tells(_COMES, text):
        return AnnouncedSecret(f"{_LEADS[named.kind]}{named.whose}:", open=True)
    return AnnouncedSecret(
        _LEADS[named.kind] + named.whose + (":" if named.signed else ""), named.open
    )


def _tells(pattern: re.Pattern[str], text: str) -> bool:
    """Where little else is said, and nothing of it is asked or denied."""
    short = len(text) <= _LONGEST and not _NOT.search(text)
    return short and pattern.search(text) is not None


def hide_announced(text: str, by: AnnouncedSecret) -> str:
    """The same text without what was announced, if it is told there."""
    if len(text.split()) > _MOST_WORDS:
        return text
    if not by.open and not _stands_alone(text):
        return text
    lead = by.lead if by.open else by.lead.strip(":")
    told = hide(f"{lead} {text}")
    return told.removeprefix(f"{lead} ") if told.startswith(lead) else text


def _stands_alone(text: str) -> bool:
    """Nothing else is said, and it is no word like any other."""
    words = [word for word in text.split() if word.lower().strip(".,!?") not in FILLERS]
    alone = " ".join(words)
    return bool(_SIX.fullmatch(alone) or (len(words) == 1 and _STRONG.fullmatch(alone)))
