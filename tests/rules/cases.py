"""Cases for the rules' tests: one call makes one ticket as it stood."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rules.calendar import Calendar
from bot.rules.indicator import MeasuredTicket
from bot.rules.ticket import Kind, Status

WITA = ZoneInfo("Asia/Makassar")
CALENDAR = Calendar(WITA, frozenset())


def at(text: str) -> datetime:
    """A moment as read off a clock in Paringin."""
    return datetime.fromisoformat(text).replace(tzinfo=WITA)


def case(
    received: str,
    *,
    number: str = "EK-2026-00001",
    kind: Kind = Kind.COMPLAINT,
    category: str = "MFA dan OTP",
    answered: str | None = None,
    resolved: str | None = None,
    reopened: tuple[str, ...] = (),
    due: str | None = None,
    status: Status | None = None,
) -> MeasuredTicket:
    return MeasuredTicket(
        number=number,
        kind=kind,
        category=category,
        received_at=at(received),
        due_at=at(due) if due else at(received) + timedelta(days=20),
        status=status or (Status.RESOLVED if resolved else Status.OPEN),
        first_answer_at=at(answered) if answered else None,
        resolved_at=at(resolved) if resolved else None,
        reopened_at=tuple(at(moment) for moment in reopened),
    )
