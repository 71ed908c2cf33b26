"""One session at the desk: its page, and what may be done with it there."""

from __future__ import annotations

from collections.abc import Callable

from bot.rules.clinic import NEEDED, Part, SessionStatus
from bot.rules.rights import DeskAct
from bot.words import clinic as asker_words
from bot.words import clinic_desk as words
from bot.words import labels
from bot.words.html import Html
from handlers.actions import clinic as actions
from handlers.buttons import (
    Attendees,
    CallOff,
    ClinicHome,
    ClinicPage,
    DropDraft,
    EditSession,
    Invitation,
    OpenSession,
    SessionReport,
    SetPart,
    ShowCode,
)
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ClinicSession

COLUMNS = {
    Part.TOPIC: "topic",
    Part.PLACE: "place",
    Part.TRAINERS: "trainers",
    Part.OFFICES: "offices",
    Part.ASSIGNMENT: "assignment",
}


def show(turn: Turn, number: int) -> None:
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.say(words.unknown_session())
    else:
        turn.say(page(turn, row), keys(turn, row), subject=actions.subject_of(row))


def shown_again(turn: Turn) -> None:
    _edited(turn, turn.button(ClinicPage).session, keys)


def edit(turn: Turn) -> None:
    _edited(turn, turn.button(EditSession).session, lambda _, row: edit_keys(row))


def _edited(turn: Turn, number: int, below: Callable[[Turn, ClinicSession], Keyboard]) -> None:
    turn.must(DeskAct.WORK)
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.edit(words.unknown_session())
    else:
        turn.edit(page(turn, row), below(turn, row), subject=actions.subject_of(row))


def page(turn: Turn, row: ClinicSession) -> Html:
    counted = turn.unit.clinic_seats.counted([row.id])[row.id]
    return words.page(
        words.Desk(
            number=row.id,
            draft=row.status is SessionStatus.DRAFT,
            cancelled=row.status is SessionStatus.CANCELLED,
            topic=row.topic or "",
            when=when(turn, row),
            place=row.place or "",
            trainers=row.trainers or "",
            offices=row.offices or "",
            assignment=row.assignment or "",
            capacity=str(row.capacity or ""),
            seated=counted.seated,
            waiting=counted.waiting,
            attended=counted.attended,
            files=len(turn.unit.clinic_sessions.files(row.id)),
            questions=row.questions or "",
            follow_up=row.follow_up or "",
        )
    )


def when(turn: Turn, row: ClinicSession) -> str:
    if row.starts_at is None or row.ends_at is None:
        return ""
    return asker_words.when(row.starts_at, row.ends_at, turn.resources.zone)


def keys(turn: Turn, row: ClinicSession) -> Keyboard:
    home = Key(labels.ALL_SESSIONS, ClinicHome())
    match row.status:
        case SessionStatus.CANCELLED:
            return ((home,),)
        case SessionStatus.DRAFT:
            ready = (Key(labels.OPEN_SESSION, OpenSession(row.id)),)
            drop = Key(labels.DROP_DRAFT, DropDraft(row.id))
            whole = () if missing(row) else (ready,)
            return (*whole, *_part_keys(row), (drop, home))
    papers = (
        Key(labels.INVITATION, Invitation(row.id)),
        Key(labels.SESSION_REPORT, SessionReport(row.id)),
    )
    people = (Key(labels.ATTENDEES, Attendees(row.id, 0)), Key(labels.SHOW_CODE, ShowCode(row.id)))
    edit = Key(labels.EDIT_SESSION, EditSession(row.id))
    last = (
        (edit, home) if is_over(turn, row) else (edit, Key(labels.CALL_OFF, CallOff(row.id)), home)
    )
    return (people, papers, last)


def is_over(turn: Turn, row: ClinicSession) -> bool:
    return row.ends_at is not None and turn.now >= row.ends_at


def edit_keys(row: ClinicSession) -> Keyboard:
    return (*_part_keys(row), (Key(labels.BACK, ClinicPage(row.id)),))


def _part_keys(row: ClinicSession) -> Keyboard:
    made = [Key(label, SetPart(row.id, part)) for part, label in labels.CLINIC_PARTS.items()]
    return (tuple(made[:4]), tuple(made[4:]))


def missing(row: ClinicSession) -> list[Part]:
    return [part for part in NEEDED if value_of(row, part) in {None, ""}]


def value_of(row: ClinicSession, part: Part) -> str | None:
    if part is Part.TIME:
        return None if row.starts_at is None else row.starts_at.isoformat()
    if part is Part.CAPACITY:
        return None if row.capacity is None else str(row.capacity)
    value: str | None = getattr(row, COLUMNS[part])
    return value
