"""Many old rows go a bounded number at a time."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, event
from sqlmodel import col, func, select

from bot.rules.announcement import NewsStatus, RecipientStatus
from bot.rules.privacy.retention import Kept
from handlers.clock.tidy import tidy
from handlers.context import Look
from handlers.resources import Resources
from storage.agenda import Once
from storage.engine import Database
from storage.forgetting import MOST
from storage.tables import (
    AgendaKind,
    Announcement,
    ClinicSeat,
    InboxRow,
    OutboxRow,
    OutboxStatus,
    Recipient,
)
from tests.storage.rows import ANI, BUDI, NOW, arrival, people

TOO_MANY = 2 * MOST + 10


def fill(database: Database) -> None:
    with database.unit() as unit:
        for new in unit.inbox.add_new([arrival(number) for number in range(TOO_MANY)], NOW):
            unit.inbox.done(new)
        for chat in range(1, TOO_MANY + 1):
            unit.outbox.add(chat, "sendMessage", {"text": "x"}, now=NOW)
    with database.unit() as unit:
        unit.outbox.all_sent(unit.outbox.due(NOW, busy=(), limit=TOO_MANY - 1), NOW)


def left(database: Database) -> tuple[int, int]:
    with database.reading() as unit:
        counts = [
            unit.session.exec(select(func.count()).select_from(table)).one()
            for table in (InboxRow, OutboxRow)
        ]
    return counts[0], counts[1]


def test_no_unit_deletes_more_than_so_many(database: Database) -> None:
    fill(database)
    with database.unit() as unit:
        below = unit.outbox.older_than(NOW + timedelta(seconds=1))
        assert unit.outbox.forget(OutboxStatus.SENT, below=below) == MOST
    assert left(database) == (TOO_MANY, TOO_MANY - MOST)


def test_the_daily_tidy_takes_all_that_is_old(database: Database, resources: Resources) -> None:
    fill(database)
    kept = resources.privacy.keep[Kept.DELIVERED]
    look = Look(database, resources, NOW + kept)
    tidy(look, NOW)
    assert left(database) == (TOO_MANY, TOO_MANY), "not older than is kept"
    look = Look(database, resources, NOW + kept + timedelta(days=1))
    tidy(look, NOW)
    assert left(database) == (0, 1), "what still waits is kept"
    with database.reading() as unit:
        assert (
            unit.agenda.done_at(Once(AgendaKind.TIDIED, period=look.now.date().isoformat()))
            is not None
        )


def test_where_nothing_is_old_it_writes_once(database: Database, resources: Resources) -> None:
    fill(database)
    look = Look(database, resources, NOW + resources.privacy.keep[Kept.DELIVERED])
    commits: list[Connection] = []
    keep = commits.append
    event.listen(database.engine, "commit", keep)
    tidy(look, NOW)
    event.remove(database.engine, "commit", keep)
    assert len(commits) == 1


def announced(database: Database, status: NewsStatus) -> int:
    with database.unit() as unit:
        row = Announcement(status=status, text="x", by_id=BUDI, made_at=NOW, ended_at=NOW)
        unit.announcements.add(row)
        unit.recipients.add(row.id, [(ANI, RecipientStatus.SENT), (BUDI, RecipientStatus.LOST)])
        return row.id


def known(database: Database, number: int) -> set[int]:
    with database.reading() as unit:
        query = select(Recipient.person_id).where(Recipient.announcement_id == number)
        return {person for person in unit.session.exec(query) if person > 0}


def test_to_whom_an_announcement_went_is_forgotten(
    database: Database, resources: Resources
) -> None:
    """But not how many, nor of one that is under way."""
    people(database)
    done, stopped, sending = (
        announced(database, status)
        for status in (NewsStatus.DONE, NewsStatus.STOPPED, NewsStatus.SENDING)
    )
    kept = resources.privacy.keep[Kept.RECIPIENTS]
    tidy(Look(database, resources, NOW + kept - timedelta(days=1)), NOW)
    assert known(database, done) == known(database, stopped) == {ANI, BUDI}
    tidy(Look(database, resources, NOW + kept + timedelta(days=1)), NOW)
    assert known(database, done) == known(database, stopped) == set()
    assert known(database, sending) == {ANI, BUDI}
    with database.reading() as unit:
        counts = unit.recipients.counts(done)
        assert (counts[RecipientStatus.SENT], counts[RecipientStatus.LOST]) == (1, 1)


def test_a_guests_number_goes_when_it_can_be_linked_no_more(
    database: Database, resources: Resources
) -> None:
    people(database)
    kept = resources.privacy.keep[Kept.GUESTS]
    with database.unit() as unit:
        for ended in (NOW - timedelta(hours=1), NOW + timedelta(hours=1)):
            row = unit.clinic_sessions.draft(by_id=BUDI, now=NOW)
            unit.clinic_sessions.change(row, {"starts_at": ended, "ends_at": ended})
            unit.clinic_seats.walk_in(
                row, None, guest="Noor", guest_nip="1" * 18, office=None, marked_by=BUDI, now=NOW
            )
    tidy(Look(database, resources, NOW + kept), NOW)
    with database.reading() as unit:
        seats = unit.session.exec(select(ClinicSeat).order_by(col(ClinicSeat.id))).all()
        assert [(each.guest, each.guest_nip) for each in seats] == [
            ("Noor", None),
            ("Noor", "1" * 18),
        ]
