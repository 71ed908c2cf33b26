"""Several names in one column, and what is found among them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy.exc import StatementError

from storage import erasing
from storage.engine import Database
from storage.tables import Outcome, Question
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, NOW, people


def asked(unit: Unit, *offered: str) -> int:
    return unit.questions.log(
        ANI,
        "otp",
        now=NOW,
        outcome=Outcome.SUGGESTIONS,
        entry_id=None,
        nearest_id=None,
        score=0.5,
        runner_up_score=0.5,
        offered=offered,
    )


def offered_by(unit: Unit, question: int) -> tuple[str, ...] | None:
    row = unit.session.get(Question, question)
    assert row is not None
    return row.offered


def test_they_come_back_as_they_were_in_their_order(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        some, none = asked(unit, "otp-lama", "otp"), asked(unit)
    with database.reading() as unit:
        assert offered_by(unit, some) == ("otp-lama", "otp")
        assert offered_by(unit, none) is None


@pytest.mark.parametrize("name", ["otp lama", ""])
def test_a_name_that_would_come_back_as_others_is_refused(database: Database, name: str) -> None:
    people(database)
    with pytest.raises((ValueError, StatementError)), database.unit() as unit:
        asked(unit, "otp", name)


def test_an_entry_that_is_wiped_takes_no_other_of_a_like_name_along(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        erasing.make_room(unit)
        taught = unit.learned.add(
            entry_id="otp", question="apa otp", answer="Kode", by=BUDI, asker_id=ANI, now=NOW
        )
        theirs, others = asked(unit, "sandi", "otp"), asked(unit, "otp-lama", "potp", "otp2")
        number = taught.id
    with database.reading() as unit:
        person = unit.people.get(ANI)
        assert person is not None
        found = erasing.traces(unit, person)
    only_learned = replace(found, questions=[], learned=[number])
    for piece in erasing.pieces(only_learned, NOW):
        with database.unit() as unit:
            piece(unit)
    with database.reading() as unit:
        assert offered_by(unit, theirs) is None
        assert offered_by(unit, others) == ("otp-lama", "potp", "otp2")
