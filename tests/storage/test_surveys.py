"""What is answered in a survey stands apart from who answers: on either database nothing leads
from one to the other, by no column, number, time or order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from threading import Barrier
from typing import Any

from sqlalchemy import select as sql_select

from bot.rules.survey import Showing, SurveyStatus
from bot.rules.ticket import Role
from storage import erasing
from storage.engine import Database
from storage.tables import Person, Survey, SurveyPerson, SurveySheets, Table
from tests.storage.rows import ANI, BUDI, DEWI, NOW, file, people, question
from tests.storage.test_races import several, together

KEYS = ["requirements", "procedure", "time"]
FIRST, MANY, AT_ONCE = 60_000, 40, 8
ANSWERS = [f"{1 + at % 4}{1 + at // 4 % 4}{1 + at // 16 % 4}" for at in range(MANY)]


def made(database: Database, people_: Sequence[int] = ()) -> int:
    with database.unit() as unit:
        row = unit.surveys.draft(edition="x", elements=KEYS, days=7, by_id=BUDI, now=NOW)
        unit.surveys.change(row, {"status": SurveyStatus.OPEN})
        for person_id in people_:
            assert unit.surveys.invite(row.id, person_id)
        return row.id


def crowd(database: Database) -> list[int]:
    people(database)
    with database.unit() as unit:
        for at in range(MANY):
            unit.session.add(Person(id=FIRST + at, name=f"P{at}", first_seen=NOW))
    return [FIRST + at for at in range(MANY)]


def answer(database: Database, survey: int, person_id: int, sheet: str) -> bool:
    with database.unit() as unit:
        assert unit.surveys.hold(survey) is not None
        asked = unit.surveys.of(survey, person_id)
        assert asked is not None
        unit.surveys.keep(asked, sheet)
    with database.unit() as unit:
        assert unit.surveys.hold(survey) is not None
        took_part = unit.surveys.take_part(survey, person_id)
        if took_part:
            unit.surveys.put_in(survey, sheet)
        return took_part


def rows_of(database: Database, table: type[Table]) -> list[dict[str, Any]]:
    """As the database gives them when it is asked for no order."""
    with database.reading() as unit:
        found = unit.session.connection().execute(sql_select(table.__table__))  # type: ignore[attr-defined]
        return [dict(row._mapping) for row in found]


def test_who_answered_what_and_when_makes_no_difference(database: Database) -> None:
    """The same answers of the same people, but each gives another's, and in another order."""
    crowd_ = crowd(database)
    one, other = made(database, crowd_), made(database, crowd_)
    for person_id, sheet in zip(crowd_, ANSWERS, strict=True):
        assert answer(database, one, person_id, sheet)
    for person_id, sheet in zip(crowd_[7:] + crowd_[:7], reversed(ANSWERS), strict=True):
        assert answer(database, other, person_id, sheet)
    for table in (SurveySheets, SurveyPerson):
        kept = rows_of(database, table)
        of = [
            [
                {n: v for n, v in row.items() if n != "survey_id"}
                for row in kept
                if row["survey_id"] == survey
            ]
            for survey in (one, other)
        ]
        assert sorted(of[0], key=str) == sorted(of[1], key=str)


def test_there_is_nothing_in_the_rows_beside_it(database: Database) -> None:
    crowd_ = crowd(database)
    survey = made(database, crowd_)
    for person_id, sheet in zip(crowd_, ANSWERS, strict=True):
        answer(database, survey, person_id, sheet)
    (sheets,) = rows_of(database, SurveySheets)  # one row: no order, no number, no transaction
    assert sheets == {"survey_id": survey, "sheets": "\n".join(sorted(ANSWERS))}
    for row in rows_of(database, SurveyPerson):
        person_id = row.pop("person_id")
        assert row == {"survey_id": survey, "taken_part": True, "draft": None}, person_id


def test_no_other_column_of_any_table_has_an_answer(database: Database) -> None:
    crowd_ = crowd(database)
    survey = made(database, crowd_)
    marked = ["431", "134"]
    for person_id, sheet in zip(crowd_, marked, strict=False):
        answer(database, survey, person_id, sheet)
    with database.reading() as unit:
        connection = unit.session.connection()
        for table in Table.metadata.sorted_tables:
            for row in connection.execute(sql_select(table)):
                for name, value in row._mapping.items():
                    where = f"{table.name}.{name}"
                    if where != "survey_sheets.sheets":
                        assert not any(sheet in str(value) for sheet in marked), where


def test_each_counts_once_though_all_come_at_once(database: Database, database_url: str) -> None:
    crowd_ = crowd(database)
    survey = made(database, crowd_)
    start = Barrier(AT_ONCE)

    def send(own: Database, first: int) -> int:
        start.wait()
        took = 0
        for at in range(first, MANY, AT_ONCE // 2):  # each person twice, from two sides
            took += answer(own, survey, crowd_[at], ANSWERS[at])
        return took

    with several(database_url, AT_ONCE) as databases:
        took = together(
            [partial(send, own, at % (AT_ONCE // 2)) for at, own in enumerate(databases)]
        )
    assert sum(took) == MANY
    with database.reading() as unit:
        assert unit.surveys.sheets(survey) == sorted(ANSWERS)
        assert unit.surveys.counted(survey) == (MANY, MANY)


def test_only_those_who_were_served_and_can_be_reached_are_asked(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        question(unit, now=NOW - timedelta(days=1))
        for number in (BUDI, DEWI):
            unit.session.add(Person(id=number + 70_000, name="x", first_seen=NOW))
        file(unit, "a").reporter_id = BUDI + 70_000
        file(unit, "b").reporter_id = DEWI + 70_000
    survey = made(database)
    with database.unit() as unit:
        dewi = unit.people.get(DEWI + 70_000)
        assert dewi is not None
        first, last = NOW - timedelta(days=3), NOW + timedelta(days=1)

        def served(most: int = 10) -> list[int]:
            return unit.surveys.served(first, last, not_yet=survey, most=most)

        assert served() == [ANI, BUDI + 70_000, DEWI + 70_000]
        assert served(most=1) == [ANI]
        unit.surveys.invite(survey, ANI)
        for name, value in (("reachable", False), ("blocked_at", NOW), ("role", Role.OFFICER)):
            before = getattr(dewi, name)
            setattr(dewi, name, value)
            unit.session.flush()
            assert served() == [BUDI + 70_000], name
            setattr(dewi, name, before)
        assert unit.surveys.was_served(ANI, first, last)
        assert not unit.surveys.was_served(ANI, NOW, last)


def test_once_it_is_closed_nobody_knows_who_was_asked(database: Database) -> None:
    crowd_ = crowd(database)
    survey = made(database, crowd_)
    answer(database, survey, crowd_[0], "444")
    with database.unit() as unit:
        unit.surveys.forget_people(survey)
        assert unit.surveys.counted(survey) == (0, 0)
        assert unit.surveys.sheets(survey) == ["444"]


def test_an_erased_person_leaves_the_answers(database: Database) -> None:
    people(database)
    survey = made(database, [ANI, DEWI])
    answer(database, survey, ANI, "444")
    answer(database, survey, DEWI, "111")
    with database.unit() as unit:
        unit.surveys.add_testimony(survey, ANI, "bagus", named=True)
        (testimony,) = unit.surveys.testimonies_of(ANI)
        unit.surveys.judge(testimony, Showing.SHOWN, by_id=DEWI)
        unit.surveys.follow_up(survey, "time", "loket ditambah", by_id=DEWI, now=NOW)
    for person_id in (ANI, DEWI):
        with database.unit() as unit:
            erasing.make_room(unit)
            erasing.forget(unit, person_id)
    with database.reading() as unit:
        assert unit.surveys.sheets(survey) == ["111", "444"]
        assert unit.surveys.counted(survey) == (0, 0)
        assert unit.surveys.testimonies(survey, list(Showing)) == []
        assert unit.surveys.follow_ups(survey) == {"time": "loket ditambah"}


def test_a_testimony_is_one_and_a_draft_goes_without_a_trace(database: Database) -> None:
    people(database)
    survey = made(database)
    with database.unit() as unit:
        unit.surveys.add_testimony(survey, ANI, "bagus", named=True)
        unit.surveys.add_testimony(survey, ANI, "bagus sekali", named=False)
        told = unit.surveys.testimonies(survey, {Showing.WAITING})
        assert [(each.text, each.named, name) for each, name in told] == [
            ("bagus sekali", False, "Ani")
        ]
        assert unit.surveys.count_waiting(survey) == 1
    other = made(database)
    with database.unit() as unit:
        row = unit.session.get_one(Survey, other)
        unit.surveys.drop(row)
        assert unit.surveys.get(other) is None
