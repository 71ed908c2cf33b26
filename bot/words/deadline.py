"""How a ticket's time is told, to both sides."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.rules.deadline import DeadlineState, TicketClock
from bot.words import dates
from bot.words.html import Html, bold, esc


def until(due: datetime, zone: ZoneInfo) -> str:
    """16 Desember 2026; where it is not the end of that day: 16 Desember 2026 pukul 10.15."""
    local = due.astimezone(zone)
    if local.time() == time():
        return dates.last_day(due, zone)
    return f"{dates.date_of(local.date())} pukul {local:%H.%M}"


def short_until(due: datetime, zone: ZoneInfo) -> str:
    """16 Des, 16 Des 10.15"""
    local = due.astimezone(zone)
    if local.time() == time():
        return dates.short_date((local - timedelta(days=1)).date())
    return f"{dates.short_date(local.date())} {local:%H.%M}"


def on_card(clock: TicketClock, now: datetime, zone: ZoneInfo) -> Html:
    words = f"Batas: {until(clock.due_at, zone)}"
    if clock.is_late(now):
        return bold(f"{words} – LEWAT")
    if clock.paused_at is not None:
        since = dates.short_date(clock.paused_at.astimezone(zone).date())
        return esc(f"{words}, dijeda sejak {since} (mundur selama dijeda)")
    return esc(words)


def in_list(clock: TicketClock, standing: DeadlineState, now: datetime, zone: ZoneInfo) -> Html:
    match standing:
        case DeadlineState.LATE:
            return bold(f"LEWAT {dates.span((clock.paused_at or now) - clock.due_at)}")
        case DeadlineState.PAUSED:
            return esc(f"batas {short_until(clock.due_at, zone)}, dijeda")
        case DeadlineState.SOON:
            return bold(f"batas {short_until(clock.due_at, zone)}")
        case DeadlineState.IN_TIME:
            return esc(f"batas {short_until(clock.due_at, zone)}")


def to_reporter(clock: TicketClock, now: datetime, zone: ZoneInfo) -> str:
    day = until(clock.due_at, zone)
    if clock.is_late(now):
        return f"Targetnya {day} sudah lewat, mohon maaf."
    return f"Targetnya paling lambat {day}."
