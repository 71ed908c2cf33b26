"""One session at the desk: its page, its parts one after the other, opening, changing, calling
off; and what officers add to it by replying to the page."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from bot.rules.clinic import (
    ASKED,
    MOST_LETTERS,
    MOST_NOTE,
    MOST_SEATS,
    MOST_SENTENCE,
    NEEDED,
    TOLD,
    Part,
    SessionStatus,
    new_code,
)
from bot.rules.clinic_words import labelled, seats
from bot.rules.dates.session_time import read_when
from bot.rules.letters import has_words
from bot.rules.purpose import Purpose
from bot.words import clinic as asker_words
from bot.words import clinic_desk as words
from bot.words import dates, labels
from bot.words.html import Html
from handlers.actions import clinic as actions
from handlers.buttons import (
    Attendees,
    CallOff,
    CallOffSure,
    ClinicHome,
    ClinicPage,
    EditSession,
    Invitation,
    JoinSession,
    OpenSession,
    PickPart,
    SessionReport,
    SetPart,
    ShowCode,
)
from handlers.desk import clinic_people
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ClinicSession

DAYS_OFFERED = 10  # working days
HOURS = ("0800", "0830", "0900", "1000", "1300", "1330", "1400")
SEATS = (10, 15, 20, 25, 30, 40)
LEFT_OUT = "-"
SKIPPED = {LEFT_OUT, labels.SKIP.casefold()}
COLUMNS = {
    Part.TOPIC: "topic",
    Part.PLACE: "place",
    Part.TRAINERS: "trainers",
    Part.OFFICES: "offices",
    Part.ASSIGNMENT: "assignment",
}
NAMED = {name: part for part, name in words.PARTS.items()}
_NOTES = {
    re.compile(r"(?:pertanyaan|tanya)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL): "questions",
    re.compile(r"tindak\s*lanjut\s*:\s*(.+)", re.IGNORECASE | re.DOTALL): "follow_up",
}
_GUEST = re.compile(r"hadir\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
NOTE_NAMES = {"questions": "Pertanyaan", "follow_up": "Tindak lanjut"}


def show(turn: Turn, number: int) -> None:
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.say(words.unknown_session())
    else:
        turn.say(page(turn, row), keys(turn, row))


def shown_again(turn: Turn) -> None:
    number = turn.button(ClinicPage).session
    turn.officer()
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.edit(words.unknown_session())
    else:
        turn.edit(page(turn, row), keys(turn, row))


def edit_keys(turn: Turn) -> None:
    number = turn.button(EditSession).session
    turn.officer()
    turn.toast()
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.edit(words.unknown_session())
        return
    back = (Key(labels.BACK, ClinicPage(number)),)
    turn.edit(page(turn, row), (*_part_keys(row), back))


def page(turn: Turn, row: ClinicSession) -> Html:
    counted = turn.unit.clinic_seats.counted([row.id])[row.id]
    return words.page(
        words.Desk(
            number=row.id,
            draft=row.status is SessionStatus.DRAFT,
            cancelled=row.status is SessionStatus.CANCELLED,
            topic=row.topic or "",
            when=_when(turn, row),
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


def _when(turn: Turn, row: ClinicSession) -> str:
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
            drop = Key(labels.DROP_DRAFT, CallOffSure(row.id))
            whole = () if _missing(row) else (ready,)
            return (*whole, *_part_keys(row), (drop, home))
    papers = (
        Key(labels.INVITATION, Invitation(row.id)),
        Key(labels.SESSION_REPORT, SessionReport(row.id)),
    )
    people = (Key(labels.ATTENDEES, Attendees(row.id, 0)), Key(labels.SHOW_CODE, ShowCode(row.id)))
    edit = Key(labels.EDIT_SESSION, EditSession(row.id))
    last = (
        (edit, home)
        if _is_over(turn, row)
        else (edit, Key(labels.CALL_OFF, CallOff(row.id)), home)
    )
    return (people, papers, last)


def _is_over(turn: Turn, row: ClinicSession) -> bool:
    return row.ends_at is not None and turn.now >= row.ends_at


def _part_keys(row: ClinicSession) -> Keyboard:
    made = [Key(label, SetPart(row.id, part)) for part, label in labels.CLINIC_PARTS.items()]
    return (tuple(made[:4]), tuple(made[4:]))


def _missing(row: ClinicSession) -> list[Part]:
    return [part for part in NEEDED if _value(row, part) in {None, ""}]


def _value(row: ClinicSession, part: Part) -> str | None:
    if part is Part.TIME:
        return None if row.starts_at is None else row.starts_at.isoformat()
    if part is Part.CAPACITY:
        return None if row.capacity is None else str(row.capacity)
    value: str | None = getattr(row, COLUMNS[part])
    return value


# Its parts


def ask_next(turn: Turn, row: ClinicSession) -> None:
    """Of a draft what was not asked yet; then the whole, to be looked at."""
    part = next((each for each in ASKED if _value(row, each) is None), None)
    if part is None:
        turn.say(page(turn, row), keys(turn, row))
    else:
        _ask(turn, row, part)


def _ask(turn: Turn, row: ClinicSession, part: Part) -> None:
    now = _when(turn, row) if part is Part.TIME else _value(row, part) or ""
    turn.say(words.ask_part(row.id, part, now=now), _offered(turn, row, part))


def _offered(turn: Turn, row: ClinicSession, part: Part) -> Keyboard:
    def key(label: labels.Label, value: str) -> Key:
        return Key(label, PickPart(row.id, part, value))

    match part:
        case Part.TIME:
            made = [key(labels.day(each), f"{each:%Y%m%d}") for each in _days(turn)]
            return tuple(tuple(made[at : at + 5]) for at in range(0, len(made), 5))
        case Part.CAPACITY:
            made = [key(labels.label(str(each)), str(each)) for each in SEATS]
            return (tuple(made[:3]), tuple(made[3:]))
        case Part.TRAINERS | Part.OFFICES | Part.ASSIGNMENT:
            return ((key(labels.SKIP, LEFT_OUT),),)
    return ()


def _days(turn: Turn) -> Iterator[date]:
    calendar = turn.resources.calendar
    day, left = calendar.today(turn.now), DAYS_OFFERED
    while left:
        day += timedelta(days=1)
        if calendar.is_working_day(day):
            left -= 1
            yield day


def set_part(turn: Turn) -> None:
    pressed = turn.button(SetPart)
    turn.officer()
    row, part = turn.unit.clinic_sessions.get(pressed.session), _part(pressed.field)
    turn.toast()
    if row is None or part is None:
        turn.say(words.unknown_session())
    elif row.status is SessionStatus.CANCELLED:
        turn.say(words.over_already(row.id))
    else:
        _ask(turn, row, part)


def _part(name: str) -> Part | None:
    return Part(name) if name in set(Part) else None


def pick(turn: Turn) -> None:
    """A day leads to its hours; anything else is the answer."""
    pressed = turn.button(PickPart)
    turn.officer()
    turn.must_show_what_was_pressed()
    row, part = turn.unit.clinic_sessions.get(pressed.session), _part(pressed.field)
    turn.toast()
    if row is None or part is None:
        turn.say(words.unknown_session())
        return
    value = "" if pressed.value == LEFT_OUT else pressed.value
    day = _day(value) if part is Part.TIME else None
    if day is not None and len(value) == 8:
        made = [
            Key(labels.hour(each), PickPart(row.id, Part.TIME, f"{value}{each}")) for each in HOURS
        ]
        turn.edit(
            words.ask_hour(row.id, day=dates.date_of(day)), (tuple(made[:4]), tuple(made[4:]))
        )
        return
    if day is not None:
        value = f"{day.isoformat()} {value[8:10]}.{value[10:12]}"
    if not _is_written(turn, row, part, value):
        return
    turn.take_buttons_away()


def _day(value: str) -> date | None:
    if not (value.isascii() and value.isdigit() and len(value) in {8, 12}):
        return None
    try:
        return datetime.strptime(value[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day alone
    except ValueError:
        return None


def answered(turn: Turn, number: int, part_name: str) -> None:
    """A reply to a prompt."""
    row, part = turn.unit.clinic_sessions.get(number), NAMED.get(part_name)
    if row is None or part is None:
        turn.say(words.unknown_session())
        return
    text = turn.incoming.text or ""
    _is_written(turn, row, part, text)


def change_by_words(turn: Turn, number: int, rest: str) -> None:
    """`/clinic ubah 12 tempat: Ruang rapat`"""
    row, told = turn.unit.clinic_sessions.get(number), labelled(rest)
    if row is None:
        turn.say(words.unknown_session())
    elif told is None:
        turn.say(page(turn, row), (*_part_keys(row), (Key(labels.BACK, ClinicPage(number)),)))
    else:
        _is_written(turn, row, *told)


def _is_written(turn: Turn, row: ClinicSession, part: Part, text: str) -> bool:
    """Written down, with what follows from it; False where it could not be."""
    held_already = row.status is SessionStatus.OPEN and _is_over(turn, row)
    if row.status is SessionStatus.CANCELLED or (held_already and part in NEEDED):
        turn.say(words.over_already(row.id))
        return False
    wrong = write(turn, row, part, text)
    if wrong is not None:
        turn.say(wrong, force_reply=words.part_placeholder())
        return False
    if row.status is SessionStatus.DRAFT:
        ask_next(turn, row)
        return True
    people = len(turn.unit.clinic_seats.people(row.id)) if part in TOLD else 0
    turn.say(words.changed(row.id, part, people=people))
    return True


def write(turn: Turn, row: ClinicSession, part: Part, text: str) -> Html | None:
    """What is wrong with it, else None. Those who come are told of what matters to them."""
    held = turn.unit.clinic_sessions.hold(row.id)
    assert held is not None
    values = _read(turn, row, part, " ".join(text.split()))
    if isinstance(values, str):
        return Html(values)
    before = {name: getattr(row, name) for name in values}
    if before == values:
        return None
    told = part in TOLD and row.status is SessionStatus.OPEN
    if told:
        values |= {"revision": row.revision + 1, "changed_at": turn.now}
    turn.unit.clinic_sessions.change(row, values)
    if told:
        actions.spread(turn, row, delay=turn.resources.clinic.news_after)
    if part is Part.CAPACITY and row.status is SessionStatus.OPEN:
        _moved_up(turn, row)
    return None


def _read(turn: Turn, row: ClinicSession, part: Part, said: str) -> dict[str, object] | Html:
    """The columns it fills, or what is wrong with it."""
    if part is Part.TIME:
        return _moments(turn, row, said)
    if part is Part.CAPACITY:
        count = seats(said)
        if count is None or not 1 <= count <= MOST_SEATS:
            return words.capacity_unfit(row.id, most=MOST_SEATS)
        return {"capacity": count}
    most, may_be_empty = MOST_LETTERS[part], part not in NEEDED
    if may_be_empty and said.casefold() in SKIPPED:
        said = ""
    if len(said) > most or not (has_words(said) or (may_be_empty and not said)):
        return words.text_unfit(row.id, part, most=most)
    return {COLUMNS[part]: said}


def _moved_up(turn: Turn, row: ClinicSession) -> None:
    if row.starts_at is not None and turn.now < row.starts_at:
        moved = actions.move_up(turn, row)
        if moved:
            turn.say(words.moved_up_at_desk(row.id, people=moved))


def _moments(turn: Turn, row: ClinicSession, said: str) -> dict[str, object] | Html:
    calendar = turn.resources.calendar
    written = read_when(said, calendar.today(turn.now))
    if written.other_weekday:
        return words.when_other_weekday(row.id)
    if written.backwards:
        return words.when_over(row.id)
    span = written.span(calendar.zone)
    if span is None:
        return words.when_unclear(row.id, today=turn.now, zone=calendar.zone)
    starts, ends = span
    if starts <= turn.now:
        return words.when_over(row.id)
    last = ends or min(
        starts + turn.resources.clinic.usual_length,
        calendar.midnight(starts.date() + timedelta(days=1)) - timedelta(minutes=1),
    )
    return {"starts_at": starts, "ends_at": last}


# Opening and calling off


def open_pressed(turn: Turn) -> None:
    number = turn.button(OpenSession).session
    turn.officer()
    row = turn.unit.clinic_sessions.hold(number)
    if row is not None and row.status is SessionStatus.OPEN:
        turn.toast(words.opened_already_toast())
    elif row is not None and _open(turn, row):
        turn.toast(words.opened_toast())
        turn.edit(page(turn, row), keys(turn, row))
    else:
        turn.toast()


def open_by_words(turn: Turn, number: int, _rest: str) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    if row is None:
        turn.say(words.unknown_session())
    else:
        _open(turn, row)


def _open(turn: Turn, row: ClinicSession) -> bool:
    missing = _missing(row)
    if row.status is not SessionStatus.DRAFT:
        turn.say(words.over_already(row.id) if row.cancelled_at else page(turn, row))
        return False
    if missing:
        turn.say(words.incomplete(row.id, [words.PARTS[each] for each in missing]))
        return False
    if row.starts_at is None or row.starts_at <= turn.now:
        turn.say(words.when_over(row.id), force_reply=words.part_placeholder())
        return False
    code = new_code(secrets.choice)
    opened = {"status": SessionStatus.OPEN, "code": code, "opened_at": turn.now}
    turn.unit.clinic_sessions.change(row, opened)
    turn.say(words.opened(row.id, code=code))
    for request in turn.unit.clinic_requests.of_session(row.id):
        if actions.may_be_told(turn.unit.people.get(request.person_id)):
            said = asker_words.opened_for_you(actions.shown(turn, row), zone=turn.resources.zone)
            turn.tell(request.person_id, said, ((Key(labels.JOIN, JoinSession(row.id)),),))
    return True


def ask_call_off(turn: Turn) -> None:
    number = turn.button(CallOff).session
    turn.officer()
    row = turn.unit.clinic_sessions.get(number)
    if row is None or row.status is not SessionStatus.OPEN:
        turn.toast(words.called_off_already_toast())
        return
    turn.toast()
    _ask_call_off(turn, row)


def _ask_call_off(turn: Turn, row: ClinicSession) -> None:
    people = len(turn.unit.clinic_seats.people(row.id))
    said = words.ask_call_off(row.id, people=people)
    turn.say(said, ((Key(labels.CALL_OFF_SURE, CallOffSure(row.id)),),))


def call_off_pressed(turn: Turn) -> None:
    number = turn.button(CallOffSure).session
    turn.officer()
    turn.must_show_what_was_pressed()
    row = turn.unit.clinic_sessions.hold(number)
    if row is None or row.status is SessionStatus.CANCELLED:
        turn.toast(words.called_off_already_toast())
        return
    turn.toast()
    turn.take_buttons_away()
    _call_off(turn, row, "")


def call_off_by_words(turn: Turn, number: int, reason: str) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    reason = " ".join(reason.split())
    if row is None:
        turn.say(words.unknown_session())
    elif len(reason) > MOST_SENTENCE:
        turn.say(words.reason_unfit(number, most=MOST_SENTENCE))
    elif not reason and row.status is SessionStatus.OPEN and not _is_over(turn, row):
        _ask_call_off(turn, row)  # a slip of the finger would be told to everybody
    else:
        _call_off(turn, row, reason)


def _call_off(turn: Turn, row: ClinicSession, reason: str) -> None:
    draft = row.status is SessionStatus.DRAFT
    if row.status is SessionStatus.CANCELLED or (_is_over(turn, row) and not draft):
        turn.say(words.over_already(row.id))
        return
    gone = {"status": SessionStatus.CANCELLED, "cancelled_at": turn.now, "reason": reason}
    turn.unit.clinic_sessions.change(row, gone)
    if draft:
        turn.say(words.thrown_away(row.id))
        return
    people = len(turn.unit.clinic_seats.people(row.id))
    turn.say(words.called_off(row.id, people=people))
    actions.spread(turn, row)


# What is added by a reply to its page


def added(turn: Turn, number: int) -> None:
    """Files, notes for the report, who was there, or a part told by its label."""
    row = turn.unit.clinic_sessions.get(number)
    if row is None:
        turn.say(words.unknown_session())
        return
    text = (turn.incoming.text or "").strip()
    if turn.incoming.file is not None:
        _keep_file(turn, row)
        return
    for pattern, column in _NOTES.items():
        if (found := pattern.fullmatch(text)) is not None:
            _note(turn, row, column, found[1])
            return
    guest, told = _GUEST.fullmatch(text), labelled(text)
    if guest is not None:
        clinic_people.guest_by_words(turn, number, guest[1])
    elif told is not None:
        _is_written(turn, row, *told)
    elif text:
        turn.say(words.reply_not_understood(number))


def _keep_file(turn: Turn, row: ClinicSession) -> None:
    """An album comes part by part: one answer for all of it."""
    sent = turn.incoming.file
    assert sent is not None
    sessions = turn.unit.clinic_sessions
    if sessions.add_file(row, sent, by_id=turn.person.id, now=turn.now):
        actions.spread_files(turn, row)
    opened = row.status is SessionStatus.OPEN
    turn.say(
        words.file_kept(row.id, files=len(sessions.files(row.id)), opened=opened),
        purpose=Purpose.QUOTES,
        coalesce=f"clinic-files:{row.id}",
        delay=timedelta(seconds=2),
    )


def _note(turn: Turn, row: ClinicSession, column: str, text: str) -> None:
    before: str = getattr(row, column) or ""
    note = "\n".join(each for each in (before, " ".join(text.split())) if each)[-MOST_NOTE:]
    turn.unit.clinic_sessions.change(row, {column: note})
    turn.say(words.note_kept(row.id, what=NOTE_NAMES[column]))
