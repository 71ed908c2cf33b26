"""Coaching Clinic's reminders, the evaluation afterwards, and two weeks later whether it helped.

Each is claimed by person and session, with the hour it is for: a session put off reminds anew.
Nobody's phone rings at night; what fell into it comes in the morning, or not at all once it is
too late to matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from bot.rules.clinic import HELPED, HOUR, QUESTIONS, day_before, last_word
from bot.words import clinic as words
from handlers.actions import clinic as actions
from handlers.actions import clinic_rating
from handlers.actions.job_answers import AT_ONCE
from handlers.context import Context, Look
from storage.agenda import Once
from storage.clinic_seats import SeatNotice
from storage.tables import AgendaKind, ClinicSession

DAY, SOON, FULL = AgendaKind.CLINIC_DAY, AgendaKind.CLINIC_HOUR, AgendaKind.CLINIC_FULL
RATED, ASKED_HELPED = AgendaKind.CLINIC_RATED, AgendaKind.CLINIC_HELPED
BY_HOUR = {DAY, SOON, FULL}
AHEAD = timedelta(days=2)  # no reminder comes earlier
MOST_OPEN = 200  # sessions
TOO_LATE = timedelta(days=7)  # after which nobody is asked any more

Tell = Callable[[Context, int, ClinicSession], None]


def remind_participants(look: Look, _since: datetime) -> int:
    if not look.resources.calendar.is_daytime(look.now):
        return 0
    with look.reading() as context:
        seats = context.unit.clinic_seats.seated_at_sessions(look.now, look.now + AHEAD)
        waiting = context.unit.clinic_seats.waiting_at_sessions(look.now, look.now + AHEAD)
        full = [each for each in waiting if _is_full(each, look)]
        soon = [each for each in seats if _is_soon(each, look.now)]
        tomorrow = [each for each in seats if _is_tomorrow(each, look)]
        due = [
            *((SOON, _remind_hour, each) for each in _unclaimed(context, SOON, soon)),
            *((DAY, _remind_day, each) for each in _unclaimed(context, DAY, tomorrow)),
            *((FULL, _no_place, each) for each in _unclaimed(context, FULL, full)),
        ]
    return _say_all(look, due)


def _is_soon(each: SeatNotice, now: datetime) -> bool:
    """Whoever got the place within the last hour, or hears of a change, knows it."""
    begins = each.starts_at - HOUR
    return begins <= now < each.starts_at and each.knew_before(begins)


def _is_tomorrow(each: SeatNotice, look: Look) -> bool:
    """Until the other one is near."""
    begins = day_before(each.starts_at, look.resources.zone)
    return begins <= look.now < each.starts_at - 2 * HOUR and each.knew_before(begins)


def _is_full(each: SeatNotice, look: Look) -> bool:
    """Whoever has only just heard that they wait hears it when the session begins."""
    begins = last_word(each.starts_at, look.resources.zone)
    return look.now >= (begins if each.since < begins else each.starts_at)


def ask_opinions(look: Look, _since: datetime) -> int:
    """Those who came: of the session just after it, and two weeks later whether it helped."""
    if not look.resources.calendar.is_daytime(look.now):
        return 0
    rules, now = look.resources.clinic, look.now
    with look.reading() as context:
        seats = context.unit.clinic_seats
        ended = now - rules.rated_after
        rated = seats.attended_at_sessions(ended - TOO_LATE, ended)
        long_ago = now - rules.helped_after
        helped = seats.attended_at_sessions(long_ago - TOO_LATE, long_ago)
        use = _unclaimed(context, ASKED_HELPED, helped)
        due = [
            *((RATED, _ask_rating, each) for each in _unclaimed(context, RATED, rated)),
            *((ASKED_HELPED, _ask_helped, each) for each in use),
        ]
    return _say_all(look, due)


def fill_places(look: Look, _since: datetime) -> int:
    """What became free otherwise than by somebody's leaving, as by an erasure."""
    with look.reading() as context:
        rows = context.unit.clinic_sessions.to_come(look.now, most=MOST_OPEN)
        counted = context.unit.clinic_seats.counted([row.id for row in rows]) if rows else {}
        free = [
            row.id
            for row in rows
            if counted[row.id].waiting
            and counted[row.id].seated < (row.capacity or 0)
            and row.starts_at is not None
            and look.now < row.starts_at
        ]
    made = 0
    for number in free:
        with look.writing() as context:
            held = context.unit.clinic_sessions.hold(number)
            if held is not None and actions.is_open(held):
                made += actions.move_up(context, held)
    return made


def _unclaimed(
    context: Context, kind: AgendaKind, some: Sequence[SeatNotice]
) -> Iterable[SeatNotice]:
    wanted = {_once(kind, each): each for each in some}
    return context.unit.agenda.not_made(wanted).values()


def _once(kind: AgendaKind, each: SeatNotice) -> Once:
    begins = f"{each.starts_at:%Y%m%d%H%M}" if kind in BY_HOUR else ""
    return Once(kind, chat_id=each.person_id, subject_id=each.session_id, period=begins)


def _say_all(look: Look, due: Sequence[tuple[AgendaKind, Tell, SeatNotice]]) -> int:
    made = 0
    for first in range(0, len(due), AT_ONCE):
        with look.writing() as context:
            made += sum(_say(context, *each) for each in due[first : first + AT_ONCE])
    return made


def _say(context: Context, kind: AgendaKind, tell: Tell, each: SeatNotice) -> int:
    """Claimed though nobody is told, so that the next look need not read it again."""
    if not context.unit.agenda.claim(_once(kind, each), now=context.now):
        return 0
    row = context.unit.clinic_sessions.get(each.session_id)
    seat = context.unit.clinic_seats.of(each.session_id, each.person_id)
    person = context.unit.people.get(each.person_id)
    if row is None or seat is None or not actions.is_open(row) or not actions.may_be_told(person):
        return 0
    tell(context, each.person_id, row)
    return 1


def _remind_day(context: Context, person_id: int, row: ClinicSession) -> None:
    calendar = context.resources.calendar
    assert row.starts_at is not None
    today = calendar.today(row.starts_at) == calendar.today(context.now)
    said = words.remind_day(actions.shown(context, row), today=today, zone=calendar.zone)
    context.tell(person_id, said, actions.leave_keys(row))


def _remind_hour(context: Context, person_id: int, row: ClinicSession) -> None:
    assert row.starts_at is not None
    left, zone = row.starts_at - context.now, context.resources.zone
    said = words.remind_hour(actions.shown(context, row), left=left, zone=zone)
    context.tell(person_id, said, actions.leave_keys(row))


def _no_place(context: Context, person_id: int, row: ClinicSession) -> None:
    seat = context.unit.clinic_seats.of(row.id, person_id)
    if seat is None or seat.seated_at is not None or seat.attended_at is not None:
        return
    assert row.starts_at is not None
    later = actions.next_one(context, person_id, after=row.starts_at)
    said = words.no_place(
        actions.shown(context, row),
        begun=context.now >= row.starts_at,
        later=None if later is None else actions.shown(context, later),
        zone=context.resources.zone,
    )
    context.tell(person_id, said, actions.later_keys(later))


def _ask_rating(context: Context, person_id: int, row: ClinicSession) -> None:
    clinic_rating.ask(context, person_id, row, QUESTIONS[0], first=True)


def _ask_helped(context: Context, person_id: int, row: ClinicSession) -> None:
    clinic_rating.ask(context, person_id, row, HELPED)
