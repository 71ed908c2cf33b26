"""On the day and afterwards: the code of attendance, the evaluation, and whether it helped."""

from __future__ import annotations

from datetime import timedelta

from bot.errors import StaleButton
from bot.rules.clinic import (
    HELPED,
    HELPED_SCORES,
    QUESTIONS,
    SCORES,
    ClinicStep,
    looks_like_a_code,
    next_question,
    put_together,
)
from bot.rules.clinic_people import KnownPerson, known
from bot.rules.dialog import DialogKind
from bot.rules.intent import Intent, Situation
from bot.words import clinic as clinic_words
from bot.words import clinic_day as words
from faq.matching.matcher import Silence
from faq.text.said.clinic_wish import code_in, says_here
from faq.text.small_talk.meaning import as_answer, intent
from handlers.actions import book_answer, clinic_rating
from handlers.actions import clinic as actions
from handlers.asker import clinic_request, dialog
from handlers.asker import office as office_
from handlers.buttons import GoOnRating, IAmHere, Rate
from handlers.turn import Turn
from storage import drafts
from storage.tables import AgendaKind, ClinicSeat, ClinicSession, DialogRow

MOST_UNDER_WAY = 20
LONGEST_CODE = 8  # letters of what is taken for one, once it was asked for
NEAR = timedelta(days=1)
RATED_FOR = timedelta(days=30)  # after its end


# The code


def ask_code(turn: Turn) -> None:
    number = turn.button(IAmHere).session
    row = turn.unit.clinic_sessions.get(number)
    turn.toast()
    if row is None or row not in _under_way(turn):
        turn.say(words.no_attendance_now())
        return
    _ask_code(turn, row)


def _ask_code(turn: Turn, row: ClinicSession) -> None:
    if dialog.of(turn) is None:  # beside a report the code is heard all the same
        turn.unit.dialogs.begin(
            turn.person.id, DialogKind.CLINIC, now=turn.now, step=ClinicStep.CODE
        )
    turn.say(words.ask_code(actions.shown(turn, row)))


def is_code(turn: Turn) -> bool:
    """Whether what was written alone with us is a code of a session that takes one just now, or
    surely meant to be one."""
    if turn.incoming.file is not None:
        return False
    found, apart = code_in(turn.incoming.own_text), put_together(turn.incoming.own_text)
    if found is None and apart is None:
        return False
    under_way = _under_way(turn)
    if apart is not None and any(row.code == apart for row in under_way):
        by_code(turn, apart)
        return True
    if found is None:
        return False
    said, called = found
    surely = any(row.code == said for row in under_way) or (called and looks_like_a_code(said))
    if surely or _was_or_will_be_one(turn, said):
        by_code(turn, said)
        return True
    if not under_way or not (called or _means_nothing(turn, said)):
        return False
    by_code(turn, said)
    return True


def is_here(turn: Turn) -> bool:
    """ "Saya hadir", of whoever has a place in a session that takes attendance just now."""
    if turn.incoming.file is not None or not says_here(turn.incoming.own_text):
        return False
    for row in _under_way(turn):
        seat = turn.unit.clinic_seats.of(row.id, turn.person.id)
        if seat is not None and seat.attended_at is None:
            _ask_code(turn, row)
            return True
    return False


def _was_or_will_be_one(turn: Turn, said: str) -> bool:
    """Of a session that is over, called off or not yet near: that is no question to the book."""
    sessions = turn.unit.clinic_sessions.begun_between(turn.now - NEAR, turn.now + NEAR)
    return any(row.code == said for row in sessions)


def _means_nothing(turn: Turn, word: str) -> bool:
    """A word of that form alone, which the book does not know, in the hours of a session."""
    return isinstance(turn.resources.matcher.find(word), Silence)


def by_code(turn: Turn, said: str) -> None:
    rules, me = turn.resources.clinic, turn.person.id
    since = turn.now - rules.tries_within
    tried = turn.unit.agenda.count_since(AgendaKind.CLINIC_CODE_TRIED, me, since)
    if tried >= rules.tries:
        turn.say(words.too_many_codes(wait=rules.tries_within))
        return
    under_way = _under_way(turn)
    row = next((each for each in under_way if each.code == said.upper()), None)
    if row is not None:
        _ended(turn)
        _attend(turn, row)
        return
    turn.unit.agenda.done_again(AgendaKind.CLINIC_CODE_TRIED, me, now=turn.now)
    if not under_way:
        turn.say(words.no_attendance_now())
    elif tried + 1 >= rules.tries:
        turn.say(words.too_many_codes(wait=rules.tries_within))
    else:
        turn.say(words.wrong_code(left=rules.tries - tried - 1))


def _ended(turn: Turn) -> None:
    row = dialog.open_now(turn).get(DialogKind.CLINIC)
    if row is not None and row.step == ClinicStep.CODE:
        dialog.end(turn, DialogKind.CLINIC)


def _attend(turn: Turn, found: ClinicSession) -> None:
    """Late and without having joined, too."""
    row = turn.unit.clinic_sessions.hold(found.id)
    if row is None or not actions.is_open(row):
        turn.say(words.no_attendance_now())
        return
    seats = turn.unit.clinic_seats
    seat = seats.of(row.id, turn.person.id)
    if seat is not None and seat.attended_at is not None:
        turn.say(words.attended_already(actions.shown(turn, row)))
        return
    office = turn.person.office
    noted = seats.twin(row.id, _who(turn), but=None if seat is None else seat.id)
    if noted is not None:
        seats.become(noted.seat, turn.person.id)
    elif seat is None:
        seats.walk_in(row, turn.person.id, office=office, marked_by=None, now=turn.now)
    else:
        seats.attend(seat, at=turn.now, marked_by=None)
        seat.office = seat.office or office
    keyboard = () if office else office_.keys(turn)
    said = words.attended(actions.shown(turn, row), office_known=office is not None)
    turn.say(said, keyboard)


def _who(turn: Turn) -> KnownPerson:
    """As an officer may have noted them."""
    me, link = turn.person, turn.unit.roster.of_person(turn.person.id)
    listed = None if link is None or link.entry is None else link.entry.name
    nip = None if link is None else link.link.nip
    return known(me.name, listed, account=me.id, nip=nip, office=me.office)


def _under_way(turn: Turn) -> list[ClinicSession]:
    rules = turn.resources.clinic
    near = turn.unit.clinic_sessions.to_come(turn.now - rules.code_after, most=MOST_UNDER_WAY)
    return [
        row
        for row in near
        if row.starts_at is not None
        and row.ends_at is not None
        and rules.takes_attendance(row.starts_at, row.ends_at, turn.now)
    ]


# The evaluation


def rate(turn: Turn) -> None:
    pressed = turn.button(Rate)
    scores = HELPED_SCORES if pressed.question == HELPED else SCORES
    if pressed.question not in {*QUESTIONS, HELPED} or pressed.score not in scores:
        raise StaleButton
    found = _came(turn, pressed.session)
    if found is None:
        raise StaleButton
    seat, row = found
    turn.toast()
    if row.ends_at is None or turn.now > row.ends_at + RATED_FOR:
        turn.edit(words.rating_over())
        return
    answered = turn.unit.clinic_seats.answers(seat.id)
    again = pressed.question in answered
    turn.unit.clinic_seats.answer(seat.id, pressed.question, pressed.score, now=turn.now)
    if pressed.question == HELPED:
        turn.edit(words.helped(score=pressed.score))
        return
    turn.edit(words.rated(question=pressed.question, score=pressed.score))
    if not again:  # two quick taps ask nothing twice
        _go_on(turn, seat, row)


def go_on(turn: Turn) -> None:
    found = _came(turn, turn.button(GoOnRating).session)
    if found is None:
        raise StaleButton
    turn.toast()
    _go_on(turn, *found)


def _go_on(turn: Turn, seat: ClinicSeat, row: ClinicSession) -> None:
    question = next_question(turn.unit.clinic_seats.answers(seat.id))
    if question is None:
        _end_rating(turn)
        turn.say(words.all_rated(), actions.keys(turn, row, seat))
    else:
        clinic_rating.ask(turn, turn.person.id, row, question)


def _end_rating(turn: Turn) -> None:
    row = dialog.open_now(turn).get(DialogKind.CLINIC)
    if row is not None and row.step == ClinicStep.RATE:
        dialog.end(turn, DialogKind.CLINIC)


def _came(turn: Turn, number: int) -> tuple[ClinicSeat, ClinicSession] | None:
    row = turn.unit.clinic_sessions.get(number)
    seat = None if row is None else turn.unit.clinic_seats.of(number, turn.person.id)
    if row is None or seat is None or seat.attended_at is None:
        return None
    return seat, row


def _said_rating(turn: Turn, row: DialogRow) -> bool:
    """ "baik", "3": an answer to the question that stands there; False for anything else."""
    if row.step != ClinicStep.RATE or turn.incoming.file is not None:
        return False
    try:
        asked = drafts.read_rating(row.draft)
    except drafts.Unreadable:  # of another release
        return False
    offered = book_answer.offered_before(turn)
    if offered is not None and offered[0].at > row.updated_at:
        return False
    score = clinic_rating.score_in(turn.incoming.own_text, asked.question)
    came = _came(turn, asked.session)
    if score is None or came is None:
        return False
    seat, session = came
    turn.unit.clinic_seats.answer(seat.id, asked.question, score, now=turn.now)
    if asked.question == HELPED:
        dialog.end(turn, DialogKind.CLINIC)
        turn.say(words.helped(score=score))
    else:
        _go_on(turn, seat, session)
    return True


# The dialog of all that is asked about Coaching Clinic


def hear(turn: Turn) -> bool:
    row = dialog.open_now(turn).get(DialogKind.CLINIC)
    if row is None:
        return False
    if row.step in clinic_request.STEPS:
        return clinic_request.heard(turn, row)
    if row.step != ClinicStep.CODE:
        return _said_rating(turn, row)
    said = put_together(turn.incoming.own_text) or turn.incoming.own_text.strip(" .!")
    if as_answer(said, Situation.STORY).intent is Intent.CANCEL:
        stop(turn)
        return True
    lone = said.isalpha() and len(said) <= LONGEST_CODE and intent(said) is None
    if turn.incoming.file is None and lone:
        by_code(turn, said)
        return True
    dialog.end(turn, DialogKind.CLINIC)
    return False


def stop(turn: Turn) -> None:
    """/batal."""
    dialog.end(turn, DialogKind.CLINIC)
    turn.say(clinic_words.stopped())
