"""Whom the desk reached, counted by hand, on either database."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from bot.data.letterhead import letterhead
from bot.papers.evidence.pdf import alone_pdf
from bot.papers.evidence.reach import reach_page, rows_xlsx
from bot.rules.clinic import SessionStatus
from bot.rules.offices import Offices
from bot.rules.reach import ContactWay, OfficeNetwork, Reach
from bot.rules.roster.people import Employee, State
from bot.rules.ticket import DeadlineClass, Role
from bot.rules.visibility import Visibility
from bot.words import reach as words
from handlers.actions import reach as actions
from handlers.actions.report_rows import DaysAsked
from storage.engine import Database
from storage.tables import ERASED_ID, ClinicSeat, ClinicSession, Person
from storage.unit import Unit
from tests.rules.cases import CALENDAR, WITA
from tests.storage.rows import ANI, BUDI, NOW, people
from tests.storage.test_clinic_offices import ask, complain

FIRST, LAST = date(2026, 9, 1), date(2026, 11, 30)
AS_OF = datetime(2026, 11, 28, 4, tzinfo=WITA)
OFFICES = Offices(("Dinas Kesehatan", "RSUD"), {"Dinkes": "Dinas Kesehatan"})
DESI, RINA, OFFICER = 301, 302, 303
NIP = "198701012006011001"


def september(day: int) -> datetime:
    return datetime(2026, 9, day, 10, tzinfo=WITA)


def october(day: int) -> datetime:
    return datetime(2026, 10, day, 10, tzinfo=WITA)


def reached(database: Database) -> Reach:
    with database.reading() as unit:
        return actions.of_days(unit, CALENDAR, OFFICES, DaysAsked(FIRST, LAST, AS_OF))


def listed(unit: Unit) -> None:
    some = [Employee(nip=NIP, name="Desi", office="RSUD")]
    for number in range(2, 14):
        nip = NIP[:-3] + f"{number:03}"
        some.append(Employee(nip=nip, name="x", office="dinas kesehatan kab. balangan"))
    some.append(Employee(nip=NIP[:-3] + "020", name="x", office="Inspektorat"))
    some.append(Employee(nip=NIP[:-3] + "021", name="x", office="Bappeda", state=State.DEPARTED))
    number = unit.roster.begin(people=len(some), now=NOW)
    assert unit.roster.stage(number, some)
    assert unit.roster.switch(number, before=None)


@pytest.fixture
def served(database: Database) -> Database:
    """Ani asks twice and files, Desi comes to a session, Rina reports anonymously."""
    people(database)
    with database.unit() as unit:
        unit.session.get_one(Person, ANI).office = "Dinkes"
        unit.session.get_one(Person, BUDI).role = Role.OFFICER
        unit.session.add(Person(id=ERASED_ID, name="", first_seen=NOW))
        for number, office in ((DESI, "Dinas Pertanian"), (RINA, "Inspektorat")):
            unit.session.add(Person(id=number, name="x", office=office, first_seen=NOW))
        unit.session.flush()
        ask(unit, ANI, september(1))
        ask(unit, ANI, october(1))
        ask(unit, BUDI, october(1))
        ask(unit, ERASED_ID, october(1))
        ask(unit, ANI, datetime(2026, 8, 31, 23, 59, tzinfo=WITA))
        complain(unit, ANI, october(31))
        complain(unit, RINA, october(31), visibility=Visibility.ANONYMOUS)
        session = ClinicSession(
            status=SessionStatus.OPEN, by_id=BUDI, made_at=NOW, starts_at=october(5)
        )
        unit.session.add(session)
        unit.session.flush()
        for who, guest in ((DESI, None), (None, "Tamu")):
            unit.session.add(
                ClinicSeat(
                    session_id=session.id, person_id=who, guest=guest, attended_at=october(5)
                )
            )
    return database


def test_each_is_counted_once(served: Database) -> None:
    found = reached(served)
    assert found.people == 3
    assert found.by_way == {ContactWay.ASKED: 1, ContactWay.FILED: 2, ContactWay.ATTENDED: 1}
    assert found.asked_or_filed == 2
    assert [(each.people, each.new) for each in found.months] == [(1, 1), (3, 2), (0, 0)]
    assert [each.name for each in found.offices] == ["Dinas Kesehatan", "Dinas Pertanian"]
    assert found.without_office == 1
    assert (found.others.guests, found.others.erased) == (1, True)
    assert found.others.trainings == ((2024, 0), (2025, 0), (2026, 1))
    rows = {(each.person, each.way, each.month) for each in found.contacts}
    assert len(rows) == len(found.contacts) == 5


def test_offices_count_over_two_years_whatever_the_days(served: Database) -> None:
    """Until the last day that has come, and no day longer."""
    others = ((401, "RSUD"), (402, "Bappeda"), (403, "dinkes"), (404, "Inspektorat"))
    with served.unit() as unit:
        for number, office in others:
            unit.session.add(Person(id=number, name="x", office=office, first_seen=NOW))
        unit.session.flush()
        ask(unit, 401, datetime(2024, 11, 29, tzinfo=WITA))
        ask(unit, 402, datetime(2024, 11, 28, 23, 59, tzinfo=WITA))
        ask(unit, 403, datetime(2025, 6, 1, tzinfo=WITA))
        ask(unit, 404, datetime(2026, 2, 1, tzinfo=WITA))
    for first in (date(2020, 1, 1), date(2026, 1, 1), FIRST):
        with served.reading() as unit:
            found = actions.of_days(unit, CALENDAR, OFFICES, DaysAsked(first, LAST, AS_OF))
        assert found.network == OfficeNetwork(date(2024, 11, 29), date(2026, 11, 28), 4), first
    of = actions.reached(found, CALENDAR)
    rows = words.indicators(found, of.bands, of.held)
    (said,) = (told for name, told in rows if name.startswith("Jejaring"))
    assert said.startswith("4 kantor dalam 2 tahun terakhir (29 November 2024 – 28 November 2026)")
    assert "Dalam periode laporan ini: 2 kantor." in said


def test_without_a_list_there_are_counts_alone(served: Database) -> None:
    found = reached(served)
    assert found.personnel is None
    assert found.never == ()
    of = actions.reached(found, CALENDAR)
    assert "tanpa data pegawai" in words.coverage(found, of.bands)
    assert all(row[3:] == ("–", "–") for row in words.offices(found, of.bands))


def test_against_the_list(served: Database) -> None:
    with served.unit() as unit:
        listed(unit)
        assert unit.roster.link(DESI, NIP, by_id=None, now=NOW)
    found = reached(served)
    assert found.personnel is not None
    assert found.personnel.people == 14
    assert found.listed == 1
    assert {each.name: each.personnel for each in found.offices} == {
        "Dinas Kesehatan": 12,
        "RSUD": 1,
    }
    assert found.never == ("Inspektorat",)
    bands = actions.reached(found, CALENDAR).bands
    assert words.offices(found, bands) == (
        ("Dinas Kesehatan", "1", "0", "12", "8,33 %"),
        ("RSUD", "1", "1", "1", "–"),
    )
    assert "2 dari 3 kantor (66,66 %); level 3" in words.coverage(found, bands)


def test_more_who_say_so_than_there_are_have_no_share(served: Database) -> None:
    with served.unit() as unit:
        listed(unit)
    found = reached(served)
    many = replace(found.offices[0], people=13, personnel=12)
    assert words.share(many, actions.reached(found, CALENDAR).bands) == "–"


def test_who_is_on_the_list_of_personnel_is_known_by_name(served: Database) -> None:
    with served.unit() as unit:
        listed(unit)
    with served.reading() as unit:
        names = unit.samples.names()
    assert "Desi" in names
    assert names == sorted(names)


def test_the_papers_name_nobody_and_come_to_the_same(served: Database) -> None:
    with served.unit() as unit:
        unit.session.get_one(Person, ANI).name = "Ani Rahmawati"
        listed(unit)
    found = reached(served)
    page = reach_page(actions.reached(found, CALENDAR))
    paper = alone_pdf(page, letterhead(), "September 2026", AS_OF)
    said = " ".join(part.extract_text() for part in PdfReader(BytesIO(paper)).pages)
    assert "Inspektorat" in said
    assert "Rahmawati" not in said
    assert str(ANI) not in said
    rows = rows_xlsx(found, AS_OF)
    assert rows == rows_xlsx(found, AS_OF)
    (sheet,) = load_workbook(BytesIO(rows)).worksheets
    written = " ".join(str(cell) for row in sheet.values for cell in row)
    assert "Dinas Kesehatan" in written
    assert "Rahmawati" not in written
    assert str(ANI) not in written
    assert sheet.page_setup.fitToHeight == 0, "printed, a row is not torn over several pages"


def test_the_rows_do_not_tell_whose_an_anonymous_report_is(served: Database) -> None:
    """Rina's office would stand in another row of hers."""
    with served.unit() as unit:
        ask(unit, RINA, october(2))
        complain(unit, RINA, september(2), deadline_class=DeadlineClass.SUPERVISORY)
        complain(unit, ANI, september(3), visibility=Visibility.ANONYMOUS)
    found = reached(served)
    assert found.people == 3
    sheet = load_workbook(BytesIO(rows_xlsx(found, AS_OF))).active
    assert sheet is not None
    rows = [[str(cell.value) for cell in row] for row in sheet.iter_rows(min_row=2)]
    told = {row[0] for row in rows if row[3] != words.NOT_TOLD}
    hidden = [row[0] for row in rows if row[3] == words.NOT_TOLD]
    assert len(told) == 3
    assert len(hidden) == len({*hidden} - told) == 3
    assert min(map(int, hidden)) > max(map(int, told)), "its place tells nothing"
    assert {row[4] for row in rows if row[0] in hidden} == {words.NOT_TOLD}


def test_midnight_is_the_regencys(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        at = CALENDAR.midnight(date(2026, 10, 1))
        ask(unit, ANI, at - timedelta(seconds=1))
        ask(unit, ANI, at)
    assert [each.people for each in reached(database).months] == [1, 1, 0]
