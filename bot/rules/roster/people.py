"""One row of the list as somebody of the personnel: what is wrong with it, and what is odd."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bot.rules.roster import nip as numbers
from bot.rules.roster.cells import Cells, MergedCell, is_error, text_of
from bot.rules.roster.headings import Field, Header

MOST_NAME = 120
MOST_VALUE = 200
MOST_OFFICE = 80
MOST_MAIL, MOST_PHONES = 100, 20


class Flaw(StrEnum):
    """Why a row cannot be taken, beside what is wrong with its NIP."""

    NO_NAME = "no_name"
    NAME_ERROR = "name_error"
    NAME_LONG = "name_long"
    NAME_SPOILT = "name_spoilt"
    NAME_NUMBER = "name_number"
    SWAPPED = "swapped"
    TOO_WIDE = "too_wide"
    RAN_ON = "ran_on"
    TWICE = "twice"
    ALL_ROUNDED = "all_rounded"


class Oddity(StrEnum):
    """What is told of a row that is taken, beside what is odd about its NIP."""

    NO_OFFICE = "no_office"
    UNKNOWN_OFFICE = "unknown_office"
    PHONE = "phone"
    PHONE_LOST = "phone_lost"
    EMAIL = "email"
    CELL_ERROR = "cell_error"
    CUT = "cut"
    REPEATED = "repeated"


Why = numbers.NipFault | Flaw
Doubt = numbers.Doubt | Oddity


class State(StrEnum):
    ACTIVE = "active"
    LEFT = "left"  # by the list's own word: pensioned, moved away, dead
    DEPARTED = "departed"  # the list does not have them any more


@dataclass(frozen=True, slots=True)
class Employee:
    nip: str
    name: str
    office: str | None = None
    position: str | None = None
    rank: str | None = None
    phone: tuple[str, ...] | None = None  # all of them
    email: str | None = None
    status: str | None = None
    state: State = State.ACTIVE
    doubt: numbers.Doubt | None = None
    left_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True)
class BadRow(Exception):
    why: Why
    detail: str = ""


@dataclass(frozen=True)
class ReadEmployee:
    """An employee, and what is odd about the row."""

    employee: Employee
    doubts: tuple[tuple[Doubt, str], ...] = ()


_GONE = re.compile(
    r"\b(?:pensiun|purna ?tugas|meninggal|wafat|alm|almarhum(?:ah)?|diberhentikan|berhenti"
    r"|mutasi keluar|pindah(?: keluar| instansi)?|keluar|non[ -]?aktif|tidak aktif|dipecat"
    r"|mengundurkan diri)\b"
)
_STAYS = re.compile(r"\b(?:akan|belum|calon|pindahan|masuk|persiapan)\b")
_MAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_SCIENTIFIC = re.compile(r"\d[.,]?\d{0,20}\s{0,3}E\s{0,3}\+?\d{1,4}", re.IGNORECASE)
_RANKS = ", "


@dataclass(frozen=True)
class Reader:
    """Of one table. `office_of` gives today's name of an office, and whether the list has it."""

    header: Header
    today: date
    office_of: Callable[[str], tuple[str, bool]]
    office: str | None = None  # of the whole table, where it has no column for it

    def under(self, office: str) -> Reader:
        return replace(self, office=office)

    def read(self, cells: Cells) -> ReadEmployee:
        """Raises Bad."""
        nip = self._nip(cells)
        doubts: list[tuple[Doubt, str]] = []
        odd = numbers.doubt(nip, self.today)
        if odd is not None:
            doubts.append((odd, ""))
        name = self._name(cells)
        status = self._short(cells, Field.STATUS, doubts)
        employee = Employee(
            nip=nip,
            name=name,
            office=self._office(cells, doubts),
            position=self._short(cells, Field.POSITION, doubts),
            rank=self._short(cells, Field.RANK, doubts),
            phone=self._phone(cells, doubts),
            email=self._mail(cells, doubts),
            status=status,
            state=State.LEFT if _has_left(status) else State.ACTIVE,
            doubt=odd,
        )
        return ReadEmployee(employee, tuple(doubts))

    def texts(self, cells: Cells, field: Field) -> list[str]:
        """What stands in its columns; what is merged from the left belongs to another."""
        found = []
        for at in self.header.columns.get(field, ()):
            cell = cells[at] if at < len(cells) else None
            if not (isinstance(cell, MergedCell) and not cell.above):
                found.append(text_of(cell))
        return [text for text in found if text]

    def first(self, cells: Cells, field: Field) -> str:
        return next(iter(self.texts(cells, field)), "")

    def _nip(self, cells: Cells) -> str:
        """The first that can be read; else what is wrong with the first that is there."""
        wrong: numbers.Unreadable | None = None
        for at in self.header.columns[Field.NIP]:
            cell = cells[at] if at < len(cells) else None
            if self.header.together:
                cell = _behind_name(text_of(cell))
            try:
                return numbers.read(cell)
            except numbers.Unreadable as error:
                if wrong is None or wrong.why is numbers.NipFault.EMPTY:
                    wrong = error
        assert wrong is not None
        if wrong.why is numbers.NipFault.LETTERS and _is_number(self.first(cells, Field.NAME)):
            raise BadRow(Flaw.SWAPPED)
        raise BadRow(wrong.why, wrong.detail)

    def _name(self, cells: Cells) -> str:
        name = self.first(cells, Field.NAME)
        if self.header.together:
            name = _before_number(name)
        if not name:
            raise BadRow(Flaw.NO_NAME)
        if is_error(name) or name.startswith("="):
            raise BadRow(Flaw.NAME_ERROR)
        if "\ufffd" in name or "Ã" in name:
            raise BadRow(Flaw.NAME_SPOILT)
        if not any(sign.isalpha() for sign in name):
            raise BadRow(Flaw.NAME_NUMBER)
        before, after = (self.first(cells, each) for each in (Field.BEFORE, Field.AFTER))
        whole = f"{before} {name}{', ' + after if after else ''}".strip()
        if len(whole) > MOST_NAME:
            raise BadRow(Flaw.NAME_LONG)
        return whole

    def _short(self, cells: Cells, which: Field, doubts: list[tuple[Doubt, str]]) -> str | None:
        told = list(dict.fromkeys(self.texts(cells, which)))
        told = told if which is Field.RANK else told[:1]
        if any(is_error(text) for text in told):
            doubts.append((Oddity.CELL_ERROR, ""))
            told = [text for text in told if not is_error(text)]
        text = _RANKS.join(told)
        most = MOST_OFFICE if which is Field.OFFICE else MOST_VALUE
        if len(text) > most:
            doubts.append((Oddity.CUT, ""))
        return text[:most].strip() or None

    def _office(self, cells: Cells, doubts: list[tuple[Doubt, str]]) -> str | None:
        written = self._short(cells, Field.OFFICE, doubts) or self.office
        if written is None:
            doubts.append((Oddity.NO_OFFICE, ""))
            return None
        name, known = self.office_of(written)
        if not known:
            doubts.append((Oddity.UNKNOWN_OFFICE, name))
        return name

    def _phone(self, cells: Cells, doubts: list[tuple[Doubt, str]]) -> tuple[str, ...] | None:
        found: list[str] = []
        for text in self.texts(cells, Field.PHONE):
            if _SCIENTIFIC.fullmatch(text):
                doubts.append((Oddity.PHONE_LOST, ""))
            elif "@" not in text:
                some = phones(text)
                found += some
                if not some:
                    doubts.append((Oddity.PHONE, ""))
        return tuple(dict.fromkeys(found)) or None

    def _mail(self, cells: Cells, doubts: list[tuple[Doubt, str]]) -> str | None:
        texts = self.texts(cells, Field.EMAIL)
        texts += [text for text in self.texts(cells, Field.PHONE) if "@" in text]
        for text in texts:
            found = _MAIL.search(text)
            if found is not None and len(found[0]) <= MOST_MAIL:
                return found[0].lower()
        if any(not phones(text) for text in texts):
            doubts.append((Oddity.EMAIL, ""))
        return None


def phones(text: str) -> list[str]:
    """As they are dialled from abroad, so that spellings can be compared."""
    parts = re.split(r"[/;,|]| atau ", " ".join(text.split()), maxsplit=MOST_PHONES)
    return [each for part in parts[:MOST_PHONES] if (each := phone(part))]


def phone(text: str) -> str | None:
    """None for what is no telephone number."""
    bare = re.sub(r"(?<=\d{9})[.,]0$", "", text.strip())
    digits = re.sub(r"\D", "", bare)
    if bare.startswith("+"):
        found = digits
    elif digits.startswith("00"):
        found = digits[2:]
    elif digits.startswith("0"):
        found = "62" + digits[1:]
    elif digits.startswith("8"):
        found = "62" + digits
    else:
        found = digits
    if found.startswith("620"):
        found = "62" + found[3:]
    return found if 9 <= len(found) <= 15 and not re.search(r"[A-Za-z]{4}", bare) else None


def _has_left(status: str | None) -> bool:
    said = (status or "").casefold()
    return bool(_GONE.search(said)) and not _STAYS.search(said)


def _is_number(text: str) -> bool:
    return sum(sign.isdecimal() for sign in text) >= 15


_NUMBER_BESIDE = re.compile(
    r"[ /('-]{0,4}(?:\bn\.? ?i\.? ?p\.?[ .:'-]{0,4})?\d[\d .'-]{8,40}+\)?$", re.IGNORECASE
)


def _behind_name(text: str) -> str:
    found = re.search(r"(?<![\d])\d[\d\s.'-]{7,40}$", text.rstrip(") "))
    return found[0] if found else ""


def _before_number(text: str) -> str:
    return _NUMBER_BESIDE.sub("", " ".join(text.split())).strip(" /,-")
