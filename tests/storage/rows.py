"""Small beginnings for storage tests."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.rules.ticket import Kind
from storage.agenda import Once
from storage.engine import Database
from storage.inbox import Received
from storage.tables import AgendaKind, Outcome, Ticket
from storage.unit import Unit

NOW = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
ANI, BUDI, DEWI = 1001, 2001, 2002


def people(database: Database) -> None:
    with database.unit() as unit:
        for number, name in ((ANI, "Ani"), (BUDI, "Budi"), (DEWI, "Dewi")):
            unit.people.seen(number, name=name, username=None, now=NOW)


def file(unit: Unit, draft: str, *, year: int = 2026, now: datetime = NOW) -> Ticket:
    return unit.tickets.file(
        number=unit.tickets.next_number(year),
        draft_key=draft,
        kind=Kind.COMPLAINT,
        category="Lainnya",
        story="Tidak bisa menyimpan",
        reporter_id=ANI,
        now=now,
        due_at=now + timedelta(days=7),
    )


def page_of(week: str) -> Once:
    return Once(AgendaKind.WEEKLY, period=week)


def question(unit: Unit, *, now: datetime = NOW) -> int:
    return unit.questions.log(
        ANI,
        "apa itu karpeg",
        now=now,
        outcome=Outcome.SILENCE,
        entry_id=None,
        nearest_id=None,
        score=0.0,
        runner_up_score=0.0,
    )


def arrival(update_id: int, *, lane: int = ANI, raw: str = "{}") -> Received:
    return Received(update_id, lane, raw)
