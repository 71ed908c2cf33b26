"""Secrets told beside something else: "bukan mawar lagi tapi melati", "login pakai siti/mawar99",
"kuncinya haruan77", a card's number and the three digits on its back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rules.privacy.book_words import BOOK
from bot.rules.privacy.phrases import is_done
from bot.rules.privacy.secret_names import SecretKind, SecretName
from bot.rules.privacy.secret_words import HONORIFICS, ORDINARY, PEOPLE
from bot.rules.privacy.strength import LEADING, TRIMMED, is_strong, stands_out

# No possessive groups: Python 3.11.2, Debian 12's, does not find what is behind one.
_BETWEEN = (
    r"(?:\W{1,3}(?:saya|sy|ulun|aku|nya|ku|akun|e-?kinerja|myasn|sso|email|wifi|sudah|sdh|udah"
    r"|tadi|kemarin|sekarang|itu|diganti|ganti|diubah|ubah|berubah|dirubah|direset|aslinya|yang"
    r"|yg)(?!\w)){0,5}"
)
_WORD = r"([^\s,;]{4,40})"
_NOW = r"(?:tapi|tp|tetapi|melainkan|sekarang|skrg|jadi|menjadi|diganti|ganti)"
_CHANGED = re.compile(  # behind a name
    rf"(?<=[\w$]){_BETWEEN}\W{{1,3}}(?:"
    rf"bukan(?:nya)?\s{{1,2}}{_WORD}(?:\s{{1,2}}lagi)?,?\s{{1,2}}{_NOW}\s{{1,2}}{_WORD}"
    rf"|dari\s{{1,2}}{_WORD}\s{{1,2}}(?:ke|jadi|menjadi)\s{{1,2}}{_WORD}"
    rf"|(?:lama(?:nya)?|lawas|bahari)\W{{1,3}}{_WORD},?\s{{1,2}}(?:(?:dan|yang|yg|nang)\s{{1,2}})?"
    rf"(?:baru(?:nya)?|hanyar)\W{{1,3}}{_WORD}"
    rf"|dulu(?:nya)?\s{{1,2}}{_WORD},?\s{{1,2}}(?:sekarang|skrg|kini)\s{{1,2}}{_WORD}"
    rf"|(?:masih|tetap|ttp)\s{{1,2}}{_WORD},?\s{{1,2}}bukan\s{{1,2}}{_WORD})"
)
_LOGIN = re.compile(
    r"(?=[\w.-])(?:(?<!\w)(?=\w)(?:log-?in|masuk|sign in|akun|user(?:name)?(?:nya)?"
    r"|(?:user|nip|id|u)/p(?:ass(?:word)?|w)?|(?:myasn|sso|e-?kinerja|ekin|siasn)(?= ?[:=]))"
    r"(?:\W{1,3}(?:pakai|pake|dengan|dgn|saya|sy|ulun|nya|akun|user(?:name)?|dan|pass(?:word)?|pwd?|sandi)(?!\w)){0,4}\W{1,3}"
    r"[\w.@-]{3,40}|(?<![\w.@-])[\w.-]{2,40}@[\w-]{2,30}(?:\.[\w-]{2,10}){1,3})"
    r" ?[/|:] ?(?P<value>[^\s/|]{4,40})"
)
_OF_IT = (
    r"(?:\W{1,3}(?:saya|sy|ulun|aku|akun|e-?kinerja|ekin|myasn|sso|itu|ini|tu|adalah|yaitu|yang|yg"
    r"|baru|lama|tadi|sekarang)(?!\w)){0,5}"
)
# Words that say "kunci" and mean it, and so many other things.
_KEY = re.compile(
    r"(?=\w)(?:(?<!\w)(?:(?:kunci|rahasia)(?:nya|ku|(?= ?[:=])"
    r"|(?=\W{1,3}(?:(?:akun|e-?kinerja|ekin|myasn|sso)\W{1,3})?(?:saya|sy|ulun|aku)(?!\w)))"
    r"|(?:log-?in|masuk)(?:nya|ku)?\W{1,3}(?:pakai|pake|dengan|dgn|lawan)"
    r"|u(?:ser)? ?[:=] ?\S{2,40}\s{1,3}p(?= ?[:=]))"
    r"|(?<![\w.@-])[\w.-]{2,40}@[\w-]{2,30}(?:\.[\w-]{2,10}){1,3})"
    rf"{_OF_IT}[\s:=]{{1,4}}(?P<value>[^\s/|:]{{4,66}})(?!\S| [/|:])"
)
_CVV = re.compile(
    r"(?<!\w)(?:cvv2?|cvc2?|csc)(?:nya|ku)?(?:\W{1,3}(?:saya|sy|ulun|kartu|kartunya|itu|adalah|nya)"
    r"(?!\w)){0,3}\W{1,3}(?P<value>\d{3,4})(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_CARD = re.compile(
    r"(?=\d)(?:(?<![\d.])(?:\d{4}[ -]?){3}\d{4}(?:[ -]?\d{1,3})?(?![\d.])"
    r"|(?<!\d)\d{13,15}(?!\d))",
    re.ASCII,
)
_OF_A_CARD = re.compile(
    r"(?<!\w)(?:(?:kartu|no|nomor|nomer|card)\W{1,3}(?:atm|kredit|debit|debet|bank|kartu|card)"
    r"|(?:credit|debit)\W?card|visa|mastercard|kartu(?=\W{1,3}\d{4}))(?!\w)",
    re.IGNORECASE,
)
_BEHIND_A_CARD = re.compile(r"\W{1,3}(?:cvv|cvc|exp)", re.IGNORECASE)
_AROUND = 40  # characters
_KNOWN = ORDINARY | BOOK | PEOPLE | HONORIFICS


def changed(signs: str, names: list[SecretName]) -> Iterator[tuple[int, int]]:
    """From one secret to another: if both are words of which nobody says anything there."""
    low = signs.lower()
    for name in names:
        if name.kind is not SecretKind.WORD:
            continue
        told = _CHANGED.match(low, name.end)
        if told is None:
            continue
        spans = [
            told.span(group) for group in range(1, _CHANGED.groups + 1) if told[group] is not None
        ]
        bare = [(start, start + len(signs[start:end].rstrip(TRIMMED))) for start, end in spans]
        if all(_may_be_one(signs[start:end]) for start, end in bare):
            yield from bare


def _may_be_one(word: str) -> bool:
    low = word.lower()
    if low in _KNOWN:
        return False
    return is_strong(word, SecretKind.WORD) or (low.isalpha() and not is_done(low))


def logins(signs: str) -> Iterator[tuple[int, int]]:
    """Beside the name of an account: only what is like no word."""
    for told in _LOGIN.finditer(signs.lower()):
        start = told.start("value")
        value = signs[start : told.end("value")].rstrip(TRIMMED)
        if is_strong(value, SecretKind.WORD):
            yield start, start + len(value)


def keys(signs: str) -> Iterator[tuple[int, int]]:
    """Where something else may be meant as well: only what looks like a secret and like nothing
    else."""
    for told in _KEY.finditer(signs.lower()):
        bare = signs[told.start("value") : told.end("value")].lstrip(LEADING)
        value = bare.rstrip(TRIMMED)
        if stands_out(value, {SecretKind.WORD}):
            start = told.end("value") - len(bare)
            yield start, start + len(value)


def of_cards(signs: str) -> Iterator[tuple[int, int]]:
    yield from (each.span("value") for each in _CVV.finditer(signs))
    for card in _CARD.finditer(signs):
        before = _OF_A_CARD.search(signs, max(0, card.start() - _AROUND), card.start())
        if before or _BEHIND_A_CARD.match(signs, card.end()):
            yield card.span()
