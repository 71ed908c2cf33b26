"""The parts of a session: each asked for, picked by a button, answered, or changed by words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.rules.clinic import ASKED, MOST_LETTERS, MOST_SEATS, NEEDED, TOLD, Part, SessionStatus
from bot.rules.letters import has_words
from bot.rules.privacy.asking import refuse_asking
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.words import clinic_desk, dates, labels
from bot.words import clinic_parts as words
from bot.words.html import Html
from faq.text.dates.session_time import read_when
from faq.text.said.clinic_order import labelled, seats
from handlers.actions import clinic as actions
from handlers.actions import office_names
from handlers.buttons import PickPart, SetPart
from handlers.desk import clinic_session
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ClinicSession

DAYS_OFFERED = 10  # working days
HOURS = ("0800", "0830", "0900", "1000", "1300", "1330", "1400")
SEATS = (10, 15, 20, 25, 30, 40)
LEFT_OUT = "-"
SKIPPED = {LEFT_OUT, labels.SKIP.casefold()}


def ask_next(turn: Turn, row: ClinicSession) -> None:
    """Of a draft what was not asked yet; then the whole, to be looked at."""
    part = next((each for each in ASKED if clinic_session.value_of(row, each) is None), None)
    if part is None:
        turn.say(
            clinic_session.page(turn, row),
            clinic_session.keys(turn, row),
            subject=actions.subject_of(row),
        )
    else:
        _ask(turn, row, part)


def _ask(turn: Turn, row: ClinicSession, part: Part) -> None:
    now = (
        clinic_session.when(turn, row)
        if part is Part.TIME
        else clinic_session.value_of(row, part) or ""
    )
    said = words.ask_part(row.id, part, now=now)
    turn.say(said, _offered(turn, row, part), subject=asks_for(row, part))


def asks_for(row: ClinicSession, part: Part) -> Subject:
    """Of a message: what is written in reply to it."""
    return Subject(Purpose.SESSION_PART, row.id, part)


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
    turn.must(DeskAct.WORK)
    row, part = turn.unit.clinic_sessions.get(pressed.session), _part(pressed.field)
    turn.toast()
    if row is None or part is None:
        turn.say(clinic_desk.unknown_session())
    elif row.status is SessionStatus.CANCELLED:
        turn.say(clinic_desk.over_already(row.id), subject=actions.subject_of(row))
    else:
        _ask(turn, row, part)


def _part(name: str) -> Part | None:
    return Part(name) if name in set(Part) else None


def pick(turn: Turn) -> None:
    """A day leads to its hours; anything else is the answer. Only what was offered comes here."""
    pressed = turn.button(PickPart)
    turn.must(DeskAct.WORK)
    turn.must_show_what_was_pressed()
    row, part = turn.unit.clinic_sessions.get(pressed.session), _part(pressed.field)
    turn.toast()
    if row is None or part is None:
        turn.say(clinic_desk.unknown_session())
        return
    value = "" if pressed.value == LEFT_OUT else pressed.value
    day = date.fromisoformat(value[:8]) if part is Part.TIME else None
    if day is not None and len(value) == 8:
        made = [
            Key(labels.hour(each), PickPart(row.id, Part.TIME, f"{value}{each}")) for each in HOURS
        ]
        turn.edit(
            words.ask_hour(row.id, day=dates.date_of(day)),
            (tuple(made[:4]), tuple(made[4:])),
            subject=asks_for(row, Part.TIME),
        )
        return
    if day is not None:
        value = f"{day.isoformat()} {value[8:10]}.{value[10:12]}"
    if not is_written(turn, row, part, value):
        return
    turn.take_buttons_away()


def answered(turn: Turn, subject: Subject) -> None:
    """A reply to a prompt."""
    turn.must(DeskAct.WORK)
    row = turn.unit.clinic_sessions.get(subject.id or 0)
    part = _part(subject.part or "")
    if row is None or part is None:
        turn.say(clinic_desk.unknown_session())
        return
    is_written(turn, row, part, turn.incoming.text or "")


def change_by_words(turn: Turn, number: int, rest: str) -> None:
    """`/clinic ubah 12 tempat: Ruang rapat`"""
    row, told = turn.unit.clinic_sessions.get(number), labelled(rest)
    if row is None:
        turn.say(clinic_desk.unknown_session())
    elif told is None:
        turn.say(
            clinic_session.page(turn, row),
            clinic_session.edit_keys(row),
            subject=actions.subject_of(row),
        )
    else:
        is_written(turn, row, *told)


def is_written(turn: Turn, row: ClinicSession, part: Part, text: str) -> bool:
    """Written down, with what follows from it; False where it could not be."""
    held_already = row.status is SessionStatus.OPEN and clinic_session.is_over(turn, row)
    if row.status is SessionStatus.CANCELLED or (held_already and part in NEEDED):
        turn.say(clinic_desk.over_already(row.id), subject=actions.subject_of(row))
        return False
    wrong = write(turn, row, part, text)
    if wrong is not None:
        turn.say(wrong, subject=asks_for(row, part), force_reply=clinic_desk.part_placeholder())
        return False
    if row.status is SessionStatus.DRAFT:
        ask_next(turn, row)
        return True
    people = len(turn.unit.clinic_seats.people(row.id)) if part in TOLD else 0
    over = _seated_beyond(turn, row) if part is Part.CAPACITY else 0
    turn.say(
        words.changed(row.id, part, people=people, over=over),
        subject=actions.subject_of(row),
    )
    return True


def _seated_beyond(turn: Turn, row: ClinicSession) -> int:
    """How many have a place, where those are more than there are places."""
    seated = turn.unit.clinic_seats.counted([row.id])[row.id].seated
    return seated if seated > (row.capacity or 0) else 0


def write(turn: Turn, row: ClinicSession, part: Part, text: str) -> Html | None:
    """What is wrong with it, else None. Those who come are told of what matters to them.
    Raises SecretAsked."""
    refuse_asking(text)
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
    if part is Part.OFFICES:
        said = ", ".join(office_names.each_of(turn.resources, said))
    return {clinic_session.COLUMNS[part]: said}


def _moved_up(turn: Turn, row: ClinicSession) -> None:
    if row.starts_at is not None and turn.now < row.starts_at:
        moved = actions.move_up(turn, row)
        if moved:
            turn.say(words.moved_up_at_desk(row.id, people=moved))


def _moments(turn: Turn, row: ClinicSession, said: str) -> dict[str, object] | Html:
    calendar = turn.resources.calendar
    written = read_when(said, calendar.today(turn.now))
    if written.day is None and row.starts_at is not None:
        written = replace(written, day=row.starts_at.astimezone(calendar.zone).date())
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
