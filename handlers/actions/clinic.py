"""Coaching Clinic: what the desk, those who come and the clock share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.papers.calendar_file import FILE_NAME, CalendarEntry
from bot.papers.registry import CALENDAR_FILE
from bot.rules.clinic import SessionStatus, next_question, places_left, told_at
from bot.rules.purpose import Purpose, Subject
from bot.wire.outgoing import Rendering
from bot.words import clinic as words
from bot.words import clinic_day, clinic_desk, labels
from bot.words.clinic import Mine, SessionFacts
from bot.words.html import Address, Html
from handlers.actions.job_answers import AT_ONCE, Say, nothing_more
from handlers.buttons import (
    AskClinic,
    GoOnRating,
    IAmHere,
    JoinSession,
    LeaveSession,
    Materials,
    Schedule,
    ToCalendar,
)
from handlers.context import Context
from handlers.keyboard import Key, Keyboard
from storage.agenda import Once
from storage.jobs import arguments_of
from storage.tables import AgendaKind, ClinicSeat, ClinicSession, JobKind, JobRow, Person

MOST_OFFERED = 20  # sessions that are looked through for the next one
FILES_AFTER = timedelta(minutes=10)  # so long they are gathered
ICS = "ics"


def subject_of(row: ClinicSession) -> Subject:
    """Of a message that tells of it: files and notes are added by a reply."""
    return Subject(Purpose.SESSION, row.id)


def is_open(row: ClinicSession | None) -> bool:
    return row is not None and row.status is SessionStatus.OPEN


def shown(context: Context, row: ClinicSession) -> SessionFacts:
    """Of a session that is or was open, and so has all its parts."""
    assert row.starts_at is not None
    assert row.ends_at is not None
    counted = context.unit.clinic_seats.counted([row.id])[row.id]
    capacity = row.capacity or 0
    return SessionFacts(
        number=row.id,
        topic=row.topic or "",
        starts=row.starts_at,
        ends=row.ends_at,
        place=row.place or "",
        trainers=row.trainers or "",
        capacity=capacity,
        free=0 if counted.waiting else places_left(capacity, counted.seated),
        waiting=counted.waiting,
    )


def mine(context: Context, seat: ClinicSeat) -> Mine:
    seated, attended = seat.seated_at is not None, seat.attended_at is not None
    in_line = 0 if seated or attended else context.unit.clinic_seats.place_in_line(seat)
    return Mine(seated=seated, in_line=in_line, attended=attended)


def keys(context: Context, row: ClinicSession, seat: ClinicSeat | None) -> Keyboard:
    """What somebody may do about a session just now."""
    assert row.starts_at is not None
    assert row.ends_at is not None
    now, rules = context.now, context.resources.clinic
    rows: list[tuple[Key, ...]] = []
    attended = seat is not None and seat.attended_at is not None
    if is_open(row) and not attended:
        if rules.takes_attendance(row.starts_at, row.ends_at, now):
            rows.append((Key(labels.I_AM_HERE, IAmHere(row.id)),))
        if seat is None and now < row.starts_at:
            rows.append((Key(labels.JOIN, JoinSession(row.id)),))
        if seat is not None and now < row.ends_at:
            rows.append(
                (
                    Key(labels.TO_CALENDAR, ToCalendar(row.id)),
                    Key(labels.LEAVE, LeaveSession(row.id)),
                )
            )
    if seat is not None and attended and now >= row.ends_at + rules.rated_after:
        question = next_question(context.unit.clinic_seats.answers(seat.id))
        rows += [(Key(labels.GO_ON_RATING, GoOnRating(row.id)),)] if question else []
    if attended and context.unit.clinic_sessions.files(row.id):
        rows.append((Key(labels.MATERIALS, Materials(row.id)),))
    return (*rows, (Key(labels.SCHEDULE, Schedule()),))


def leave_keys(row: ClinicSession) -> Keyboard:
    """Below what somebody who has a place is told."""
    calendar = Key(labels.TO_CALENDAR, ToCalendar(row.id))
    return ((calendar, Key(labels.LEAVE, LeaveSession(row.id))),)


def next_one(context: Context, person_id: int, *, after: datetime) -> ClinicSession | None:
    """The next session that somebody is not in yet; rather one that has free places."""
    unit = context.unit
    to_come = unit.clinic_sessions.to_come(context.now, most=MOST_OFFERED)
    joined = {row.id for _, row in unit.clinic_seats.sessions_of(person_id, now=context.now)}
    later = [
        row
        for row in to_come
        if row.id not in joined and row.starts_at is not None and row.starts_at > after
    ]
    free = [row for row in later if shown(context, row).free]
    return next(iter(free or later), None)


def later_keys(later: ClinicSession | None) -> Keyboard:
    schedule = Key(labels.SCHEDULE, Schedule())
    if later is None:
        return ((Key(labels.ASK_CLINIC, AskClinic()),), (schedule,))
    return ((Key(labels.JOIN, JoinSession(later.id)),), (schedule,))


def move_up(context: Context, row: ClinicSession) -> int:
    """Those who waited get what is free, and are told. The session is held."""
    moved = context.unit.clinic_seats.move_up(row, now=context.now)
    for seat in moved:
        if seat.person_id is not None:
            told = words.moved_up(shown(context, row), zone=context.resources.zone)
            context.tell(seat.person_id, told, leave_keys(row))
    return len(moved)


def may_be_told(person: Person | None) -> bool:
    return person is not None and person.reachable and person.blocked_at is None


def link(context: Context, payload: str) -> Address:
    """Opens the bot; the payload is ours."""
    return Address(f"https://t.me/{context.resources.username}?start={payload}")


def send_calendar(context: Context, person_id: int, row: ClinicSession) -> None:
    """From then on their calendar hears of what becomes of it."""
    context.unit.agenda.note(_in_calendar(person_id, row), now=context.now)
    _send_file(context, person_id, row, words.calendar_caption())


def _send_file(context: Context, person_id: int, row: ClinicSession, caption: str) -> None:
    assert row.starts_at is not None
    assert row.ends_at is not None
    entry = CalendarEntry(
        uid=f"clinic-{row.id}@{context.resources.username}",
        revision=row.revision,
        title=f"Coaching Clinic: {row.topic}",
        place=row.place or "",
        about=row.trainers or "",
        starts=row.starts_at,
        ends=row.ends_at,
        made=context.now,
        zone=str(context.resources.zone),
        cancelled=row.status is SessionStatus.CANCELLED,
    )
    context.unit.outbox.add(
        person_id,
        "sendDocument",
        {"document": f"attach://{ICS}", "caption": caption},
        now=context.now,
        renderings=[Rendering(ICS, FILE_NAME, CALENDAR_FILE.name, CALENDAR_FILE.pack(entry))],
    )


# News of a session, outside of whoever's writing transaction made them


def spread(context: Context, row: ClinicSession, *, delay: timedelta | None = None) -> None:
    """Everybody concerned is told how the session stands then, each once for a revision."""
    assert row.starts_at is not None
    at = context.now if delay is None else context.now + delay
    context.unit.jobs.ask(
        JobKind.CLINIC_NEWS,
        f"clinic:{row.id}:{row.status.value}",
        chat_id=context.desk_chat or 0,
        arguments={"session": row.id},
        now=context.now,
        not_before=told_at(at, row.starts_at, context.resources.zone),
    )


def spread_files(context: Context, row: ClinicSession) -> None:
    """Those who came are offered what was added, once it is all there."""
    if row.starts_at is None or row.status is not SessionStatus.OPEN:
        return
    context.unit.jobs.ask(
        JobKind.CLINIC_NEWS,
        f"clinic-files:{row.id}",
        chat_id=context.desk_chat or 0,
        arguments={"session": row.id, "files": True},
        now=context.now,
        not_before=told_at(
            context.now + FILES_AFTER, context.now + timedelta(days=2), context.resources.zone
        ),
    )


def news(context: Context, job: JobRow) -> list[Say]:
    wanted = arguments_of(job)
    number: int = wanted["session"]
    if wanted.get("files"):
        listed = context.unit.clinic_seats.listed(number)
        came = [each.seat.person_id for each in listed if each.seat.attended_at is not None]
        some = [person_id for person_id in came if person_id is not None and person_id > 0]
        return [*in_parts(some, partial(_offer_files, number)), nothing_more]
    row = context.unit.clinic_sessions.get(number)
    people = context.unit.clinic_seats.people(number) if row is not None else []
    askers = [each.person_id for each in context.unit.clinic_requests.of_session(number)]
    everybody = list(dict.fromkeys([*people, *(each for each in askers if each > 0)]))
    return [*in_parts(everybody, partial(_tell, number)), partial(_say_told, number, everybody)]


def in_parts(people: Sequence[int], each: Callable[[int, Context], None]) -> Iterable[Say]:
    for first in range(0, len(people), AT_ONCE):
        yield partial(_part, people[first : first + AT_ONCE], each)


def _part(people: Sequence[int], each: Callable[[int, Context], None], context: Context) -> None:
    for person_id in people:
        each(person_id, context)


def _tell(number: int, person_id: int, context: Context) -> None:
    row = context.unit.clinic_sessions.get(number)
    if row is None or not may_be_told(context.unit.people.get(person_id)):
        return
    if not context.unit.agenda.claim(_news_for(person_id, row), now=context.now):
        return
    zone = context.resources.zone
    seat = context.unit.clinic_seats.of(row.id, person_id)
    told: Html
    if row.status is SessionStatus.CANCELLED:
        told = words.called_off(shown(context, row), reason=row.reason or "", zone=zone)
        context.tell(person_id, told)
        caption = words.calendar_gone()
    elif seat is not None:
        told = words.changed(shown(context, row), zone=zone)
        context.tell(person_id, told, leave_keys(row))
        caption = words.calendar_changed()
    else:
        return
    if context.unit.agenda.done_at(_in_calendar(person_id, row)) is not None:
        _send_file(context, person_id, row, caption)


def _news_for(person_id: int, row: ClinicSession) -> Once:
    called_off = row.status is SessionStatus.CANCELLED
    return Once(
        AgendaKind.CLINIC_CALLED_OFF if called_off else AgendaKind.CLINIC_CHANGED,
        chat_id=person_id,
        subject_id=row.id,
        part_id=row.revision,
    )


def _in_calendar(person_id: int, row: ClinicSession) -> Once:
    return Once(AgendaKind.CLINIC_CALENDAR, chat_id=person_id, subject_id=row.id)


def _offer_files(number: int, person_id: int, context: Context) -> None:
    row = context.unit.clinic_sessions.get(number)
    files = len(context.unit.clinic_sessions.files(number))
    if row is None or not files or not may_be_told(context.unit.people.get(person_id)):
        return
    once = Once(AgendaKind.CLINIC_FILES, chat_id=person_id, subject_id=number, part_id=files)
    if context.unit.agenda.claim(once, now=context.now):
        told = clinic_day.materials_ready(shown(context, row), files=files)
        context.tell(person_id, told, ((Key(labels.MATERIALS, Materials(number)),),))


def _say_told(number: int, people: Sequence[int], context: Context) -> None:
    """To the desk, how many could be."""
    row = context.unit.clinic_sessions.get(number)
    if row is None or context.desk_chat is None:
        return
    told = len(context.unit.agenda.made({_news_for(each, row) for each in people}))
    if told:
        context.tell(context.desk_chat, clinic_desk.told(number, people=told))
