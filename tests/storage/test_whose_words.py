"""What the book was taught is still its asker's when the question is long gone."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, delete, select

from storage.engine import Database
from storage.erasing import forget, pieces, traces
from storage.tables import ERASED_ID, LearnedRow, Question
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, DEWI, NOW, people, question

WORDS = "karpeg hilang diurus ke mana"


def taught(unit: Unit) -> None:
    """By Budi, in Ani's words and in Dewi's, at once."""
    first = unit.learned.add(
        entry_id="x", question="apa itu karpeg", by=BUDI, now=NOW, asker_id=ANI
    )
    unit.learned.add(entry_id="x", question=WORDS, by=BUDI, now=NOW, asker_id=DEWI, lesson=first)
    unit.questions.review([question(unit)], by=BUDI, now=NOW, taught=first)


def learned(database: Database) -> list[tuple[str, int | None, bool]]:
    with database.reading() as unit:
        rows = unit.session.exec(select(LearnedRow).order_by(col(LearnedRow.id)))
        return [(row.question, row.asker_id, row.revoked_at is not None) for row in rows]


def test_a_wording_is_erased_with_its_asker_and_the_others_stay(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        taught(unit)
    with database.unit() as unit:
        unit.session.connection().execute(delete(Question))
    for person, words in ((DEWI, "apa itu karpeg"), (ANI, "")):
        with database.reading() as unit:
            asker = unit.people.get(person)
            assert asker is not None
            found = traces(unit, asker)
        assert len(found.learned) == 1
        for piece in pieces(found, NOW + timedelta(days=200)):
            with database.unit() as unit:
                piece(unit)
        with database.unit() as unit:
            forget(unit, person)
        assert learned(database)[0][0] == words
    assert learned(database) == [("", ERASED_ID, True), ("", ERASED_ID, True)]


def test_all_of_a_lesson_is_known_by_its_first(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        taught(unit)
    with database.reading() as unit:
        rows = unit.learned.live()
        assert unit.learned.lesson(rows[0]) == rows
        assert unit.learned.lesson(rows[1]) == rows[1:]
