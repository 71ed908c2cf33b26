"""All sheets of a file as one list: everybody once, and every row that could not be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from bot.rules.offices import Offices
from bot.rules.roster.people import Doubt, Employee, Flaw, Oddity, Why
from bot.rules.roster.table import (
    EmployeeRow,
    FaultyRow,
    NonPersonRow,
    NoTable,
    SkippedRow,
    named_after,
    people,
)
from handlers.operator.roster import sandbox
from handlers.operator.roster.answer import Sheet
from handlers.operator.roster.limits import MOST_BYTES, MOST_PEOPLE
from handlers.operator.roster.refuse import CannotRead
from handlers.operator.roster.sandbox import Told

OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # a .xls, or a workbook behind a password
WEB_PAGE = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|\?xml|meta)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class RowPlace:
    sheet: str | None
    line: int


@dataclass
class Collected:
    people: dict[str, Employee] = field(default_factory=dict)
    bad: list[tuple[RowPlace, Why, str]] = field(default_factory=list)
    doubts: list[tuple[RowPlace, Doubt, str]] = field(default_factory=list)
    passed: list[tuple[RowPlace, NonPersonRow]] = field(default_factory=list)
    sheets: Counter[str] = field(default_factory=Counter)
    skipped: list[tuple[str, bool]] = field(default_factory=list)  # sheets; whether hidden
    _places: dict[str, RowPlace] = field(default_factory=dict)

    def take(self, sheet: str | None, found: EmployeeRow | FaultyRow | SkippedRow) -> None:
        place = RowPlace(sheet, found.line)
        match found:
            case FaultyRow():
                self.bad.append((place, found.why, found.detail))
            case SkippedRow():
                self.passed.append((place, found.what))
            case EmployeeRow():
                self.sheets[sheet or ""] += 1
                self.doubts += [(place, *each) for each in found.noted.doubts]
                self._add(place, found.noted.employee)

    def _add(self, place: RowPlace, employee: Employee) -> None:
        known = self.people.get(employee.nip)
        if known is None:
            self.people[employee.nip] = employee
            self._places[employee.nip] = place
            if len(self.people) > MOST_PEOPLE:
                raise CannotRead(f"over {MOST_PEOPLE} people; the list has those of one agency")
            return
        where = told(self._places[employee.nip], beside=place)
        if not _same(known, employee):
            self.bad.append((place, Flaw.TWICE, where))
            return
        self.doubts.append((place, Oddity.REPEATED, where))
        self.people[employee.nip] = _filled(known, employee)


def told(place: RowPlace, beside: RowPlace) -> str:
    sheet = f"lembar {place.sheet}, " if place.sheet != beside.sheet else ""
    return f"{sheet}baris {place.line}"


def _same(one: Employee, other: Employee) -> bool:
    """The same person with nothing that contradicts; spelling and titles may differ."""
    if not _alike(one.name, other.name):
        return False
    return None in {one.office, other.office} or one.office == other.office


def _alike(one: str, other: str) -> bool:
    first, second = (_WORD.findall(name.partition(",")[0].casefold()) for name in (one, other))
    whole = "".join(first) == "".join(second)
    return whole or {*first} <= {*second} or {*second} <= {*first}


def _filled(known: Employee, other: Employee) -> Employee:
    empty = {
        name: getattr(other, name)
        for name in ("office", "position", "rank", "phone", "email", "status")
        if getattr(known, name) is None
    }
    return replace(known, **empty)


def collect(path: Path, offices: Offices, today: date, told: Told) -> Collected:
    """Raises CannotRead for what is no list."""
    _look_at(path)

    @cache
    def office_of(written: str) -> tuple[str, bool]:
        name = offices.read(written).name
        return name or written, name is not None or not offices

    collected = Collected()
    tables = [
        _of_sheet(collected, sheet, offices, today, office_of)
        for sheet in sandbox.sheets(path, told)
    ]
    if not any(found for found, _ in tables):
        raise CannotRead(_no_table(numbers=any(seen for _, seen in tables)))
    return collected


def _of_sheet(
    collected: Collected,
    sheet: Sheet,
    offices: Offices,
    today: date,
    office_of: Callable[[str], tuple[str, bool]],
) -> tuple[bool, bool]:
    """Whether there is a list, and whether there are numbers that look like one."""
    if sheet.hidden:
        collected.skipped.append((sheet.name or "", True))
        return False, False
    named = sheet.name and (offices.read(sheet.name).name or named_after(sheet.name))
    read = people(
        sheet.rows,
        today=today,
        office_of=office_of,
        named=named,
        delimited=sheet.name is None,
    )
    try:
        for found in read:
            collected.take(sheet.name, found)
    except NoTable as error:
        if sheet.name is not None:
            collected.skipped.append((sheet.name, False))
        return False, error.numbers
    return True, True


def _no_table(*, numbers: bool) -> str:
    cure = 'write headings above the columns, like "NIP", "Nama", "Unit Kerja", "Jabatan"'
    if numbers:
        return f"there are numbers like NIPs, but no headings that name them; {cure}"
    return f"no list with a NIP and a name in each row; {cure}"


def _look_at(path: Path) -> None:
    """What its size and first bytes tell."""
    try:
        if not path.is_file():
            raise CannotRead(f"{path}: no such file")
        size = path.stat().st_size
        with path.open("rb") as file:
            first = file.read(512)
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror or type(error).__name__}") from None
    if not first:
        raise CannotRead(f"{path}: the file is empty")
    if size > MOST_BYTES:
        raise CannotRead(f"{path}: over {MOST_BYTES // 1_000_000} MB; save the list alone as CSV")
    if first.startswith(OLD_OFFICE):
        raise CannotRead(
            f"{path}: an old .xls, or a workbook behind a password;"
            " open it and save it as .xlsx without one"
        )
    if WEB_PAGE.match(first):
        raise CannotRead(f"{path}: a web page, whatever its name; open it and save it as .xlsx")
    if first.startswith(b"%PDF"):
        raise CannotRead(f"{path}: a PDF; ask for the list as .xlsx or CSV")
