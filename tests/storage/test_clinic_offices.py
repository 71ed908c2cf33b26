"""What the offices of a session asked and complained of, counted by hand, on either database."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial

from bot.rules.clinic_effect import Activity
from bot.rules.ticket import DeadlineClass, Kind, Role, Status
from bot.rules.visibility import Visibility
from storage.engine import Database
from storage.tables import Outcome, Person, Ticket
from storage.unit import Unit
from tests.storage.rows import BUDI, NOW, people

START, END = NOW, NOW + timedelta(days=30)
HEALTH, HOSPITAL = "Dinas Kesehatan", "RSUD"
BEFORE_IT, LAST = START - timedelta(seconds=1), END - timedelta(seconds=1)


def ask(unit: Unit, who: int, at: datetime, text: str = "apa itu RHK") -> None:
    unit.questions.log(
        who,
        text,
        now=at,
        outcome=Outcome.SILENCE,
        entry_id=None,
        nearest_id=None,
        score=0.0,
        runner_up_score=0.0,
    )


def complain(
    unit: Unit,
    who: int,
    at: datetime,
    kind: Kind = Kind.COMPLAINT,
    visibility: Visibility = Visibility.OPEN,
    deadline_class: DeadlineClass = DeadlineClass.COMPLAINT,
) -> None:
    number = unit.tickets.next_number(2026)
    unit.session.add(
        Ticket(
            year=number.year,
            serial=number.serial,
            draft_key=str(number),
            kind=kind,
            category="Lainnya",
            story="x",
            deadline_class=deadline_class,
            status=Status.OPEN,
            reporter_id=who,
            created_at=at,
            due_at=at,
            visibility=visibility,
        )
    )


def test_the_figures_count_rows(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        for number, office, seen in (
            (11, HEALTH, START - timedelta(days=9)),
            (12, "dinas kesehatan", LAST),
            (13, HOSPITAL, START),
            (14, HEALTH, END),  # not known yet when it ends
            (15, "Dinas Pendidikan", START),
            (16, None, START),
            (-16, HEALTH, START),  # named by an officer, writes nothing
        ):
            unit.session.add(Person(id=number, name="?", office=office, first_seen=seen))
        unit.session.flush()
        for who, at in (
            (11, BEFORE_IT),
            (11, START),  # 1
            (11, LAST),  # 2
            (12, LAST),  # 3
            (13, END),
            (15, START),
            (16, START),
        ):
            ask(unit, who, at)
        ask(unit, 13, START, text="")  # an entry that was opened
        complain(unit, 11, START)  # 1
        complain(unit, 13, LAST)  # 2
        complain(unit, 13, LAST, visibility=Visibility.SECRET)  # 3
        complain(unit, 13, START, kind=Kind.INFORMATION)
        complain(unit, 13, START, visibility=Visibility.ANONYMOUS)
        complain(unit, 13, START, visibility=Visibility.BOTH)
        complain(unit, 13, START, deadline_class=DeadlineClass.SUPERVISORY)
        complain(unit, 13, BEFORE_IT)
        complain(unit, 15, START)
        complain(unit, -16, START)
    with database.reading() as unit:
        found = unit.clinic_offices.spell([HEALTH, HOSPITAL], START, END)
        assert found == Activity(questions=3, complaints=3, people=3)
        assert unit.clinic_offices.spell(["Kecamatan"], START, END) == Activity(0, 0, 0)


def test_offices_that_came(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        for number, office in ((11, HEALTH), (12, HOSPITAL), (13, "Dinas Pendidikan"), (14, None)):
            unit.session.add(Person(id=number, name="?", office=office, first_seen=NOW))
        row = unit.clinic_sessions.draft(by_id=BUDI, now=NOW)
        unit.clinic_sessions.change(row, {"capacity": 9})
        unit.session.flush()
        came = partial(unit.clinic_seats.walk_in, row, marked_by=None, now=NOW)
        came(11, office=None)
        came(12, office="Puskesmas")
        came(14, office=None)
        came(None, guest="Noor", office="dinas kesehatan")
        unit.clinic_seats.join(row, 13, office=None, now=NOW)
        number = row.id
    with database.reading() as unit:
        assert unit.clinic_offices.came(number) == [HEALTH, "Puskesmas"]


def test_what_each_office_asks_and_complains(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        for number, office in ((301, HEALTH), (302, HEALTH), (303, HOSPITAL), (304, None)):
            unit.session.add(Person(id=number, name="x", office=office, first_seen=NOW))
        unit.session.add(
            Person(id=305, name="x", office=HOSPITAL, role=Role.OFFICER, first_seen=NOW)
        )
        unit.session.flush()
        for who in (301, 301, 302, 303, 304, 305):
            ask(unit, who, START)
        ask(unit, 301, BEFORE_IT)
        ask(unit, 301, START, "")
        complain(unit, 302, START)
        complain(unit, 303, START, visibility=Visibility.ANONYMOUS)
        complain(unit, 303, START, deadline_class=DeadlineClass.SUPERVISORY)
    with database.reading() as unit:
        assert unit.clinic_offices.matters(START) == [(HEALTH, 2, 3, 1), (HOSPITAL, 1, 1, 0)]
        assert unit.clinic_offices.categories(START) == [("Lainnya", 2)]
        assert unit.clinic_offices.last_sessions() == {}


def test_when_an_office_was_there_last(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        unit.session.add(Person(id=301, name="x", office=HEALTH, first_seen=NOW))
        row = unit.clinic_sessions.draft(by_id=BUDI, now=NOW)
        later = unit.clinic_sessions.draft(by_id=BUDI, now=NOW)
        for session in (row, later):
            at = START if session is row else LAST
            seat = unit.clinic_seats.walk_in(session, 301, office=None, marked_by=None, now=at)
            assert seat.attended_at == at
        unit.clinic_seats.walk_in(
            row, None, guest="Tamu", office=HOSPITAL, marked_by=BUDI, now=START
        )
    with database.reading() as unit:
        assert unit.clinic_offices.last_sessions() == {HEALTH: LAST, HOSPITAL: START}
