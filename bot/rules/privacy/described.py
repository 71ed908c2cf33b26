"""Secrets told by what they are: "nama anak, aisyah", "tanggal lahir saya 120479", "satu dua tiga
empat"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.rules.privacy.phrases import is_done
from bot.rules.privacy.secret_names import SecretKind
from bot.rules.privacy.secret_words import NOT_SECRET, ORDINARY, OWNERS, UNITS

_OF_WHOM = (
    r"(?:anak|istri|isteri|suami|ibu|ayah|bapak|mama|mamah|abah|uma|bini|laki|pacar|cucu|adik|kakak"
    r"|kucing|hewan|binatang|peliharaan|kampung|desa|kota|sekolah|guru|sahabat|teman|panggilan|kecil"
    r"|kandung|saya|sy|aku|ulun|unda|gue|nya|ku|pertama|kedua|bungsu|sulung|favorit|kesayangan|asal|sendiri"
    r"|sd|dia|beliau|itu|adalah|ialah|yaitu)"
)
_GAP = r"[\s,:=.>-]{1,4}"
# No possessive groups: Python 3.11.2, Debian 12's, does not find what is behind one.
_DESCRIBED = re.compile(
    rf"(?:nama|nm)(?:\s{{1,2}}{_OF_WHOM}(?!\w)){{1,5}}{_GAP}(?!{_OF_WHOM}(?!\w))"
    r"(?P<name>(?:si )?[^\W\d_]{4,24})(?!\w)"
    rf"|(?:tanggal|tgl|tg)\W{{0,2}}(?:lahir|nikah|kawin)(?:nya|ku)?"
    rf"(?:\s{{1,2}}{_OF_WHOM}){{0,4}}{_GAP}"
    r"(?P<born>\d{8}|\d{6}|\d\d?[-/.]\d\d?[-/.]\d{2,4})(?!\w)"
    r"|(?:(?:no|nomor|nomer)\.?\s{1,2})?(?:hp|wa|telp|telpon|telepon|nik|ktp|nip)(?:nya|ku)?"
    rf"(?:\s{{1,2}}{_OF_WHOM}){{0,4}}{_GAP}(?P<number>\d{{9,18}})(?!\w)",
    re.IGNORECASE | re.ASCII,
)
_FILLER = r"(?:saya|sy|ulun|aku|itu|adalah|yaitu)(?!\w)"
_ANSWER = re.compile(
    rf"(?<!\w)jawab(?:an)?(?:nya|ku)?(?:\W{{1,3}}{_FILLER}){{0,3}}"
    rf"\W{{1,3}}(?!{_FILLER})(?P<name>[^\W\d_]{{4,24}})(?!\w)",
    re.IGNORECASE,
)
_NIP = 18  # digits; it is named beside a password to be found by, not told as one
_DIGIT = (
    r"(?:nol|kosong|satu|asa|dua|tiga|talu|empat|ampat|lima|enam|anam|tujuh|pitu|delapan|dalapan"
    r"|walu|sembilan|sambilan|sanga|zero|one|two|three|four|five|six|seven|eight|nine|sepuluh|sebelas|seratus)"
)
_ONE = rf"(?:\d(?!\w)|{_DIGIT})"
_SPELLED = re.compile(
    rf"(?<!\w)(?P<digits>{_ONE}(?:[ ,.-]{{1,2}}(?:{_ONE}|belas|puluh|ratus"
    r"|seratus|ribu|double|dobel)){3,24})(?!\w)(?:\W{1,3}(?P<behind>[^\W\d_]{1,12}))?"
)

_SIGNS_ALONE = re.compile(r"[\d ,.-]+", re.ASCII)  # they are told elsewhere


def described(
    signs: str, at: int, end: int, *, plainly: bool, owned: bool, kind: SecretKind
) -> tuple[int, int] | None:
    """Where the secret stands, if from there on it is told what it is: plainly, as behind "sama
    dengan", or as somebody's own."""
    told = _DESCRIBED.match(signs, at, end)
    if told is None:
        return None
    owned = owned or not OWNERS.isdisjoint(told[0].lower().split())
    if told["name"]:
        name = told["name"]
        said = name.lower() in ORDINARY or is_done(name.lower())
        return None if said else told.span("name")
    if told["born"]:
        return told.span("born")
    if kind is not SecretKind.WORD or not (plainly or (owned and len(told["number"]) != _NIP)):
        return None
    return told.span("number")


def answers(signs: str) -> Iterator[tuple[int, int]]:
    """To a question of security, wherever they are told."""
    for pattern in (_DESCRIBED, _ANSWER):
        for told in pattern.finditer(signs):
            name = told["name"]
            if name and name.lower() not in ORDINARY and not is_done(name.lower()):
                yield told.span("name")


def spelled_out(signs: str) -> Iterator[tuple[int, int]]:
    """Four digits and more in words."""
    low = signs.lower()
    for found in _SPELLED.finditer(low):
        behind = found["behind"]
        before = low[max(0, found.start() - 16) : found.start()].split()
        if before and before[-1].strip(":,.") in NOT_SECRET - {"kode"}:
            continue
        if (behind is None or behind not in UNITS) and not _SIGNS_ALONE.fullmatch(found["digits"]):
            yield found.span("digits")
