"""Who comes to a session, at the desk: the list, marking who is there, guests, and the code."""

from __future__ import annotations

from typing import NamedTuple

from bot.papers.attendance_code import AttendanceCode
from bot.papers.registry import ATTENDANCE_CODE
from bot.rules.clinic import SessionStatus
from bot.rules.clinic_people import known
from bot.rules.letters import has_words
from bot.rules.rights import DeskAct
from bot.rules.roster.nip import tail
from bot.wire.outgoing import Rendering
from bot.words import clinic as asker_words
from bot.words import clinic_desk, labels
from bot.words import clinic_people as words
from bot.words.html import Html
from faq.text.said.clinic_order import name_and_office, without_nip
from handlers.actions import clinic as actions
from handlers.actions import office_names
from handlers.buttons import Attendees, ClinicPage, MarkPresent, ShowCode
from handlers.context import in_reply_to
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.clinic_seats import ListedSeat
from storage.tables import ClinicSession

ON_A_PAGE = 10
PRESENT, SEATED, WAITING = "✅", "▫️", "⏳"
MOST_NAME, MOST_OFFICE = 64, 80
CODE = "code"


def list_by_words(turn: Turn, number: int, _rest: str) -> None:
    row = _of(turn, number)
    if row is None:
        turn.say(clinic_desk.unknown_session())
    else:
        turn.say(*_list(turn, row, 0), subject=actions.subject_of(row), quotes=True)


def list_pressed(turn: Turn) -> None:
    pressed = turn.button(Attendees)
    turn.must(DeskAct.WORK)
    turn.toast()
    row = _of(turn, pressed.session)
    if row is None:
        turn.edit(clinic_desk.unknown_session())
    else:
        turn.edit(*_list(turn, row, pressed.page), subject=actions.subject_of(row), quotes=True)


def _of(turn: Turn, number: int) -> ClinicSession | None:
    row = turn.unit.clinic_sessions.get(number)
    return None if row is None or row.status is SessionStatus.DRAFT else row


def _list(turn: Turn, row: ClinicSession, page: int) -> tuple[Html, Keyboard]:
    listed = turn.unit.clinic_seats.listed(row.id)
    pages = max(-(-len(listed) // ON_A_PAGE), 1)
    page = min(page, pages - 1)
    some = listed[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    counted = turn.unit.clinic_seats.counted([row.id])[row.id]
    said = words.attendees(
        row.id,
        [(each.name, each.office or "", _sign(each)) for each in some],
        pages=f" (halaman {page + 1} dari {pages})" if pages > 1 else "",
        attended=counted.attended,
        seated=counted.seated,
    )
    rows: list[tuple[Key, ...]] = [
        (Key(labels.label(f"{_sign(each)} {each.name}"), MarkPresent(each.seat.id, page)),)
        for each in some
        if each.name
    ]
    turning = []
    if page:
        turning.append(Key(labels.PREVIOUS_PAGE, Attendees(row.id, page - 1)))
    if page + 1 < pages:
        turning.append(Key(labels.NEXT_PAGE, Attendees(row.id, page + 1)))
    back = Key(labels.BACK, ClinicPage(row.id))
    return said, (*rows, *([tuple(turning)] if turning else []), (back,))


def _sign(each: ListedSeat) -> str:
    if each.seat.attended_at is not None:
        return PRESENT
    return SEATED if each.seat.seated_at is not None else WAITING


def mark(turn: Turn) -> None:
    """There; pressed again, not after all. A guest who was not is taken off the list."""
    pressed = turn.button(MarkPresent)
    turn.must(DeskAct.WORK)
    turn.must_show_what_was_pressed()
    seats = turn.unit.clinic_seats
    seat = seats.get(pressed.seat)
    row = None if seat is None else turn.unit.clinic_sessions.hold(seat.session_id)
    if seat is None or row is None or row.status is not SessionStatus.OPEN:
        turn.toast(clinic_desk.called_off_already_toast() if row is not None else "")
        return
    if not _has_begun(turn, row) and seat.attended_at is None:
        turn.toast(words.too_early_toast(minutes=_minutes_before(turn)))
        return
    if seat.attended_at is None:
        listed = next(each for each in seats.listed(row.id) if each.seat.id == seat.id)
        turn.toast(_present(turn, listed))
    elif seat.joined_at is None:
        seats.leave(seat)
        turn.toast(words.absent_toast())
    else:
        seats.attend(seat, at=None, marked_by=None)
        turn.toast(words.absent_toast())
    turn.edit(*_list(turn, row, pressed.page), subject=actions.subject_of(row), quotes=True)


def _has_begun(turn: Turn, row: ClinicSession) -> bool:
    """Nearly, at least: an officer may have the next session's list before them."""
    assert row.starts_at is not None
    return turn.resources.clinic.may_be_noted(row.starts_at, turn.now)


def _minutes_before(turn: Turn) -> int:
    return int(turn.resources.clinic.code_before.total_seconds()) // 60


def _present(turn: Turn, listed: ListedSeat) -> str:
    """Who was noted as a guest meanwhile is one with them."""
    seats, seat = turn.unit.clinic_seats, listed.seat
    noted = seats.twin(seat.session_id, listed.who, but=seat.id)
    if noted is not None and seat.person_id is not None:
        seats.become(noted.seat, seat.person_id)
        return words.present_already_toast()
    seat.office = seat.office or listed.office
    seats.attend(seat, at=turn.now, marked_by=turn.person.id)
    return words.present_toast()


def guest_by_words(turn: Turn, number: int, rest: str) -> None:
    """`Nama, Kantor` or `Nama, S.Pd | Kantor`, with a NIP or without: somebody who did not come
    by the code."""
    turn.must(DeskAct.WORK)
    row = turn.unit.clinic_sessions.hold(number)
    if row is None or row.status is SessionStatus.DRAFT:
        turn.say(clinic_desk.unknown_session())
        return
    if row.status is not SessionStatus.OPEN:
        turn.say(clinic_desk.over_already(number), subject=actions.subject_of(row))
        return
    if not _has_begun(turn, row):
        turn.say(
            words.too_early(number, minutes=_minutes_before(turn)),
            subject=actions.subject_of(row),
        )
        return
    told, nip = without_nip(rest)
    entry = turn.unit.roster.get(nip) if nip is not None else None
    name, office = name_and_office(told)
    if entry is not None:
        name, office = name or entry.name, office or entry.office or ""
    if not has_words(name) or len(name) > MOST_NAME or len(office) > MOST_OFFICE:
        turn.say(words.guest_wanted(number), subject=actions.subject_of(row))
        return
    office = office_names.spelled(turn.resources, office)
    listed = "" if entry is None else entry.name
    said = _noted(turn, row, Guest(name, office or None, nip, listed))
    turn.say(said, subject=actions.subject_of(row), quotes=True)


class Guest(NamedTuple):
    name: str
    office: str | None
    nip: str | None
    listed: str
    """As the personnel list calls whose NIP it is."""


def _noted(turn: Turn, row: ClinicSession, guest: Guest) -> Html:
    """There once, by whichever way they are known."""
    seats, nip = turn.unit.clinic_seats, guest.nip
    who = known(guest.name, guest.listed, nip=nip, office=guest.office)
    twin = seats.twin(row.id, who)
    if twin is not None and twin.seat.attended_at is not None:
        seen = twin.name if twin.seat.guest is not None or not guest.listed else guest.listed
        return words.guest_already(row.id, name=seen, office=twin.office or "")
    if twin is not None:
        twin.seat.office = twin.seat.office or guest.office
        seats.attend(twin.seat, at=turn.now, marked_by=turn.person.id)
    else:
        account = turn.unit.roster.holder(nip) if nip is not None else None
        seats.walk_in(
            row,
            account,
            guest=guest.name if account is None else None,
            guest_nip=nip if account is None else None,
            office=guest.office,
            marked_by=turn.person.id,
            now=turn.now,
        )
    end = "" if nip is None else tail(nip)
    return words.guest_noted(row.id, name=guest.name, office=guest.office or "", tail=end)


def code_by_words(turn: Turn, number: int, _rest: str) -> None:
    row = _of(turn, number)
    if row is None:
        turn.say(clinic_desk.unknown_session())
    else:
        _show_code(turn, row)


def show_code(turn: Turn) -> None:
    number = turn.button(ShowCode).session
    turn.must(DeskAct.WORK)
    turn.toast()
    code_by_words(turn, number, "")


def _show_code(turn: Turn, row: ClinicSession) -> None:
    """As a picture for the room; drawn when it is sent."""
    if row.status is not SessionStatus.OPEN or row.code is None:
        turn.say(clinic_desk.over_already(row.id), subject=actions.subject_of(row))
        return
    assert row.starts_at is not None
    assert row.ends_at is not None
    zone = turn.resources.zone
    drawn = AttendanceCode(
        topic=row.topic or "",
        when=asker_words.when(row.starts_at, row.ends_at, zone),
        code=row.code,
        link=actions.link(turn, f"hadir_{row.code}"),
    )
    extra = dict(turn.incoming.place)
    message_id = turn.incoming.message_id
    turn.unit.outbox.add(
        turn.incoming.chat_id,
        "sendPhoto",
        {
            "photo": f"attach://{CODE}",
            "caption": words.code(
                row.id,
                topic=row.topic or "",
                code=row.code,
                zone=zone,
                until=row.ends_at + turn.resources.clinic.code_after,
            ),
            "parse_mode": "HTML",
        }
        | extra
        | (in_reply_to(message_id) if message_id is not None else {}),
        now=turn.now,
        subject=actions.subject_of(row),
        renderings=[
            Rendering(CODE, "kode-hadir.png", ATTENDANCE_CODE.name, ATTENDANCE_CODE.pack(drawn))
        ],
    )
