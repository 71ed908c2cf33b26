"""/jadwal: sessions of Coaching Clinic, joining one and leaving it, by button and by words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.words import clinic as words
from bot.words import clinic_day, labels
from bot.words.html import Html
from faq.text.language import in_standard_words
from faq.text.said.clinic_wish import SessionWish, Wish, wished
from handlers.actions import clinic as actions
from handlers.asker import clinic_request
from handlers.buttons import (
    AskClinic,
    JoinSession,
    LeaveSession,
    Materials,
    Schedule,
    ShowSession,
    ToCalendar,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ClinicSeat, ClinicSession

MOST_SHOWN, MOST_BEEN_TO = 8, 3
LATELY = timedelta(days=30)


def schedule(turn: Turn) -> None:
    turn.say(*_schedule(turn))


def schedule_pressed(turn: Turn) -> None:
    turn.button(Schedule)
    turn.toast()
    turn.edit(*_schedule(turn))


def _schedule(turn: Turn) -> tuple[Html, Keyboard]:
    to_come = turn.unit.clinic_sessions.to_come(turn.now, most=MOST_SHOWN)
    seats = {seat.session_id: seat for seat, _ in _my_sessions(turn)}
    rows = [
        (
            actions.shown(turn, row),
            actions.mine(turn, seats[row.id]) if row.id in seats else None,
        )
        for row in to_come
    ]
    requests, been = turn.unit.clinic_requests.count_open(turn.person.id), _been_to(turn)
    zone = turn.resources.zone
    said = words.schedule(rows, zone=zone, requests_open=requests, been=bool(been))
    keyboard = (*_keys(to_come), *_keys(been), (Key(labels.ASK_CLINIC, AskClinic()),))
    return said, keyboard


def _been_to(turn: Turn) -> list[ClinicSession]:
    """Of late: its materials are still wanted, and what they thought of it."""
    return [
        row
        for seat, row in turn.unit.clinic_seats.sessions_of(turn.person.id)
        if seat.attended_at is not None
        and actions.is_open(row)
        and row.ends_at is not None
        and turn.now - LATELY < row.ends_at <= turn.now
    ][-MOST_BEEN_TO:]


def _keys(rows: Sequence[ClinicSession]) -> Keyboard:
    return tuple(
        (Key(labels.session(row.id, row.topic or ""), ShowSession(row.id)),) for row in rows
    )


def _my_sessions(turn: Turn) -> list[tuple[ClinicSeat, ClinicSession]]:
    return turn.unit.clinic_seats.sessions_of(turn.person.id, now=turn.now)


def show_pressed(turn: Turn) -> None:
    number = turn.button(ShowSession).session
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    if row is None or not actions.is_open(row):
        turn.edit(words.no_session(), ((Key(labels.SCHEDULE, Schedule()),),))
        return
    turn.edit(*_page(turn, row))


def show(turn: Turn, number: int) -> None:
    """By a link, of an invitation for instance."""
    row = turn.unit.clinic_sessions.get(number)
    if row is None or not actions.is_open(row):
        turn.say(words.no_session())
    else:
        turn.say(*_page(turn, row))


def _page(turn: Turn, row: ClinicSession) -> tuple[Html, Keyboard]:
    seat = turn.unit.clinic_seats.of(row.id, turn.person.id)
    own = None if seat is None else actions.mine(turn, seat)
    said = words.session(actions.shown(turn, row), own, zone=turn.resources.zone)
    return said, actions.keys(turn, row, seat)


# Joining and leaving


def join_pressed(turn: Turn) -> None:
    number = turn.button(JoinSession).session
    turn.toast()
    join(turn, number)


def join(turn: Turn, number: int) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    if row is None or not actions.is_open(row) or row.ends_at is None or turn.now >= row.ends_at:
        turn.say(words.no_session())
        return
    zone, seats = turn.resources.zone, turn.unit.clinic_seats
    seat = seats.of(number, turn.person.id)
    if seat is not None:
        own = actions.mine(turn, seat)
        said = words.joined_already(actions.shown(turn, row), own, zone=zone)
        turn.say(said, actions.keys(turn, row, seat))
        return
    assert row.starts_at is not None
    if turn.now >= row.starts_at:
        turn.say(words.begun_already(actions.shown(turn, row)), actions.keys(turn, row, None))
        return
    seat = seats.join(row, turn.person.id, office=turn.person.office, now=turn.now)
    if seat.seated_at is not None:
        said = words.joined(actions.shown(turn, row), zone=zone)
    else:
        place = seats.place_in_line(seat)
        said = words.queued(actions.shown(turn, row), place=place, zone=zone)
    turn.say(said, actions.leave_keys(row))


def leave_pressed(turn: Turn) -> None:
    number = turn.button(LeaveSession).session
    turn.toast()
    leave(turn, number)


def leave(turn: Turn, number: int) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    seat = None if row is None else turn.unit.clinic_seats.of(number, turn.person.id)
    if row is None or seat is None or not actions.is_open(row):
        turn.say(words.not_in_it())
    elif seat.attended_at is not None:
        turn.say(words.attended_stays())
    elif row.ends_at is None or turn.now >= row.ends_at:
        turn.say(words.over(actions.shown(turn, row)))
    else:
        turn.unit.clinic_seats.leave(seat)
        turn.say(words.left(actions.shown(turn, row)))
        if row.starts_at is not None and turn.now < row.starts_at:
            actions.move_up(turn, row)


def calendar(turn: Turn) -> None:
    number = turn.button(ToCalendar).session
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    if row is None or not actions.is_open(row):
        turn.say(words.no_session())
    else:
        actions.send_calendar(turn, turn.incoming.chat_id, row)


def materials(turn: Turn) -> None:
    """To those who came."""
    number = turn.button(Materials).session
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    seat = None if row is None else turn.unit.clinic_seats.of(number, turn.person.id)
    if row is None or seat is None or seat.attended_at is None:
        turn.say(clinic_day.materials_only())
        return
    files = turn.unit.clinic_sessions.files(row.id)
    if not files:
        turn.say(clinic_day.no_materials())
        return
    turn.say(clinic_day.materials(actions.shown(turn, row), files=len(files)))
    for file in files:
        turn.unit.outbox.add(
            turn.incoming.chat_id,
            SENT_BY.get(file.kind, "sendDocument"),
            {file.kind: file.file_id} | dict(turn.incoming.place),
            now=turn.now,
        )


SENT_BY = {
    "photo": "sendPhoto",
    "video": "sendVideo",
    "voice": "sendVoice",
    "video_note": "sendVideoNote",
    "audio": "sendAudio",
}


# By words


def heard(turn: Turn, text: str) -> bool:
    """False where the words are about something else."""
    found = wished(text) or wished(in_standard_words(text))
    if found is None:
        return False
    match found.wish:
        case Wish.SCHEDULE:
            schedule(turn)
        case Wish.ASK_FOR:
            clinic_request.begin(turn)
        case Wish.JOIN:
            return _join_by_words(turn, found)
        case Wish.LEAVE:
            _leave_by_words(turn, found.number)
    return True


def _join_by_words(turn: Turn, found: SessionWish) -> bool:
    to_come = turn.unit.clinic_sessions.to_come(turn.now, most=MOST_SHOWN)
    ahead = [row for row in to_come if row.starts_at is not None and row.starts_at > turn.now]
    if found.number is not None:
        join(turn, found.number)
    elif len(ahead) == 1:
        join(turn, ahead[0].id)
    elif ahead:
        turn.say(words.join_which(), _each(ahead, JoinSession))
    elif found.bare:
        return False
    else:
        schedule(turn)
    return True


def _leave_by_words(turn: Turn, number: int | None) -> None:
    joined = [row for seat, row in _my_sessions(turn) if seat.attended_at is None]
    if number is not None:
        leave(turn, number)
    elif len(joined) == 1:
        leave(turn, joined[0].id)
    elif joined:
        turn.say(words.leave_which(), _each(joined, LeaveSession))
    else:
        turn.say(words.not_joined())


def _each(rows: Sequence[ClinicSession], kind: type[JoinSession] | type[LeaveSession]) -> Keyboard:
    return tuple((Key(labels.session(row.id, row.topic or ""), kind(row.id)),) for row in rows)
