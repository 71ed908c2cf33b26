"""What the book's answers did is counted from rows, the same on both databases."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.entry_figures import EntryCounts, figures
from storage.engine import Database
from storage.erasing import make_room
from storage.tables import ERASED_ID, Outcome
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, NOW, file, people

OTP, SKP = "kode-otp", "skp-ditolak"


def asked(
    unit: Unit, who: int, entry: str | None, *, ago: timedelta, helpful: bool | None = None
) -> int:
    number = unit.questions.log(
        who,
        "otp",
        now=NOW - ago,
        outcome=Outcome.ANSWER if entry else Outcome.SILENCE,
        entry_id=entry,
        nearest_id=entry,
        score=1.0,
        runner_up_score=0.0,
    )
    found = unit.questions.get(number, asker_id=who)
    assert found is not None
    found.helpful = helpful
    return number


def test_each_entry_is_counted_by_its_rows(database: Database) -> None:
    hour = timedelta(hours=1)
    people(database)
    with database.unit() as unit:
        make_room(unit)
        asked(unit, ANI, OTP, ago=2 * hour, helpful=False)
        asked(unit, BUDI, OTP, ago=2 * hour, helpful=True)  # and files nothing
        asked(unit, ANI, SKP, ago=25 * hour)  # more than a day before the ticket
        asked(unit, ANI, SKP, ago=-2 * hour)  # after it
        asked(unit, ANI, None, ago=hour)
        asked(unit, ERASED_ID, SKP, ago=hour, helpful=True)
        asked(unit, ANI, OTP, ago=timedelta(days=60))  # outside of the period
        file(unit, "a")
        file(unit, "b").reporter_id = ERASED_ID
        unit.learned.add(entry_id=OTP, question="otp", by=ANI, now=NOW - hour)
        gone = unit.learned.add(entry_id=SKP, question="skp", by=ANI, now=NOW - hour)
        unit.learned.revoke(gone, by=ANI, now=NOW)
    with database.reading() as unit:
        found = unit.entry_figures.of(
            since=NOW - timedelta(days=30), until=NOW + timedelta(days=1)
        )
    assert found == {
        OTP: EntryCounts(asked=2, helpful=1, not_helpful=1, tickets=1, taught=1),
        SKP: EntryCounts(asked=3, helpful=1, not_helpful=0, tickets=0, taught=0),
    }


def test_the_worst_come_first_and_who_is_not_asked_is_named() -> None:
    counted = {
        "a": EntryCounts(asked=100, not_helpful=3),
        "b": EntryCounts(asked=4, not_helpful=2, tickets=1),
        "c": EntryCounts(asked=9, helpful=9),
        "gone": EntryCounts(asked=5, tickets=5),
    }
    made = figures([(each, each.upper()) for each in "abcd"], counted)
    assert [row.title for row in made.rows] == ["A", "C", "B"]
    assert [row.title for row in made.worst] == ["B", "A"]
    assert made.never == ("D",)
    assert made.total == EntryCounts(asked=113, helpful=9, not_helpful=5, tickets=1)
