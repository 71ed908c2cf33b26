"""NIP of civil servants (PNS), NI of those by contract (PPPK): 18 digits, no check digit.

Eight of birth; then of a PNS six of the month of appointment, of a PPPK the year and the number of
the contract, which may look like a month; then the sex, and a serial from 001 on. Sources: Perka
BKN 22/2007 and 43/2007, read in secondary sources; of PPPK what agencies publish.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.rules.roster.cells import Cell, MergedCell, covered_from_above, is_error, text_of

DIGITS = 18
TAIL = 3  # digits by which a NIP may be told apart where others read
YOUNGEST = 16  # years, at the appointment
OLDEST = 85  # years, today
EXACT = 10**15  # from here on a spreadsheet's number has lost its last digits
STEP = 32  # between numbers of eighteen digits that a double can hold
FEW = 5  # numbers that may all be multiples of it by chance


class NipFault(StrEnum):
    """Why nobody can tell which NIP was meant."""

    EMPTY = "empty"
    MERGED = "merged"
    SCIENTIFIC = "scientific"
    ROUNDED = "rounded"
    SERIAL = "serial"
    FLOAT = "float"
    DATE = "date"
    ERROR = "error"
    LETTERS = "letters"
    TWO = "two"
    OLD = "old"
    NIK = "nik"
    SHORT = "short"
    LONG = "long"


class Doubt(StrEnum):
    """What is odd about eighteen digits that may be somebody's all the same."""

    BIRTH = "birth"
    OLD_AGE = "old_age"
    UNBORN = "unborn"
    APPOINTMENT = "appointment"
    YOUNG = "young"
    EARLY = "early"
    SEX = "sex"


class Service(StrEnum):
    PNS = "pns"
    PPPK = "pppk"


@dataclass(frozen=True)
class Unreadable(Exception):
    why: NipFault
    detail: str = ""


_CALLED = re.compile(r"^(?:ni\s*p{0,4}k?|nomor induk pegawai)\b[\s.:]*", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"[+-]?\d(?:[.,]\d*)?\s*E\s*\+?\d{1,3}", re.IGNORECASE)
_POINT_ZERO = re.compile(r"\d{15,24}[.,]0{1,2}")
_BETWEEN = re.compile(r"[\s.,'’‘`\"_·:()\-‐-―]")
_PARTS = re.compile(r"[/;|]|\s{3,}")
_OLD_DIGITS = 9
_NIK_DIGITS = 16


def read(cell: Cell) -> str:
    """The eighteen digits. Raises Unreadable."""
    if isinstance(cell, MergedCell):
        if not covered_from_above(cell):
            raise Unreadable(NipFault.MERGED)
        cell = cell.value
    if isinstance(cell, (date, datetime, time, timedelta)):
        raise Unreadable(NipFault.DATE)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and abs(cell) >= EXACT:
        raise Unreadable(NipFault.ROUNDED)
    if is_error(cell):
        raise Unreadable(NipFault.ERROR)
    text = _written(cell)
    if not text:
        raise Unreadable(NipFault.EMPTY)
    if text.startswith("="):
        raise Unreadable(NipFault.ERROR)
    if _SCIENTIFIC.fullmatch(text):
        raise Unreadable(NipFault.SCIENTIFIC, text)
    if _POINT_ZERO.fullmatch(text):
        raise Unreadable(NipFault.FLOAT)
    return _counted(_digits(text))


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        cell = cell.strip().replace("\n", " / ")  # an old and a new one below each other
    # old encodings have a question mark for what nobody sees
    text = unicodedata.normalize("NFKC", text_of(cell)).strip("? ")
    return _CALLED.sub("", text) if text[:1].isalpha() else text


def _digits(text: str) -> str:
    """Of an old and a new number beside each other, the new one."""
    parts = [_BETWEEN.sub("", part) for part in _PARTS.split(text)]
    found = [part for part in parts if part]
    if len(found) > 1:
        new = [part for part in found if len(part) == DIGITS and part.isdecimal()]
        others = {len(part) for part in found if part not in new}
        if len(new) == 1 and others <= {_OLD_DIGITS}:
            found = new
        elif len(new) > 1:
            raise Unreadable(NipFault.TWO)
    joined = "".join(found)
    strange = next((sign for sign in joined if not sign.isdecimal()), None)
    if strange is not None:
        raise Unreadable(NipFault.LETTERS, strange)
    return "".join(str(unicodedata.decimal(sign)) for sign in joined)


def _counted(digits: str) -> str:
    if len(digits) != DIGITS:
        known = {_OLD_DIGITS: NipFault.OLD, _NIK_DIGITS: NipFault.NIK, 2 * DIGITS: NipFault.TWO}
        short = NipFault.SHORT if len(digits) < DIGITS else NipFault.LONG
        raise Unreadable(known.get(len(digits), short), str(len(digits)))
    if digits.endswith("000"):  # serials begin with 001; a spreadsheet's numbers end so
        raise Unreadable(NipFault.SERIAL)
    return digits


def service(nip: str) -> Service:
    """By the fifth pair of digits behind the birth; a first contract may look like a month."""
    return Service.PNS if 1 <= int(nip[12:14]) <= 12 else Service.PPPK


def doubt(nip: str, today: date) -> Doubt | None:
    """The first thing that does not fit."""
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return Doubt.BIRTH
    if born > today:
        return Doubt.UNBORN
    if today.year - born.year > OLDEST:
        return Doubt.OLD_AGE
    return _doubt_of_service(nip, born, today)


def _doubt_of_service(nip: str, born: date, today: date) -> Doubt | None:
    year, month = int(nip[8:12]), int(nip[12:14])
    by_contract = service(nip) is Service.PPPK
    since = (year, 12 if by_contract else month)
    if month == 0 or year == 0:
        return Doubt.APPOINTMENT
    if since < (born.year + YOUNGEST, born.month):
        return Doubt.YOUNG
    if (year, 1 if by_contract else month) > (today.year, today.month):
        return Doubt.EARLY
    return None if nip[14] in "12" else Doubt.SEX


def all_rounded(nips: list[str]) -> bool:
    """Whether a program kept them as doubles: then every one is a multiple of 32."""
    return len(nips) >= FEW and all(int(nip) % STEP == 0 for nip in nips)


def tail(nip: str) -> str:
    return "…" + nip[-TAIL:]
