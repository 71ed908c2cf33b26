"""Requests for a session: listed, accepted into a draft, declined with a sentence."""

from __future__ import annotations

from bot.rules.clinic import MOST_SENTENCE, RequestStatus
from bot.rules.letters import has_words
from bot.rules.privacy.asking import refuse_asking
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.words import clinic_desk, labels
from bot.words import clinic_request as words
from bot.words.html import Html
from faq.text.said.agreeing import is_small
from handlers.actions import clinic as actions
from handlers.buttons import (
    AcceptRequest,
    ClinicHome,
    ClinicRequests,
    DeclineRequest,
    ShowRequest,
)
from handlers.desk import clinic_parts
from handlers.keyboard import Key, Keyboard
from handlers.turn import Turn
from storage.tables import ClinicRequest, Person

MOST_SHOWN = 10


def list_all(turn: Turn) -> None:
    turn.say(*_list(turn), quotes=True)


def list_pressed(turn: Turn) -> None:
    turn.button(ClinicRequests)
    turn.must(DeskAct.WORK)
    turn.toast()
    turn.edit(*_list(turn), quotes=True)


def _list(turn: Turn) -> tuple[Html, Keyboard]:
    found = turn.unit.clinic_requests.open(most=MOST_SHOWN)
    rows = [(row.id, row.topic, row.office) for row, _ in found]
    keyboard = [(Key(labels.session(row.id, row.topic), ShowRequest(row.id)),) for row, _ in found]
    return words.requests(rows), (*keyboard, (Key(labels.ALL_SESSIONS, ClinicHome()),))


def show(turn: Turn) -> None:
    number = turn.button(ShowRequest).request
    turn.must(DeskAct.WORK)
    turn.toast()
    row = turn.unit.clinic_requests.get(number)
    person = turn.unit.people.get(row.person_id) if row is not None else None
    if row is None or person is None or row.status is not RequestStatus.OPEN:
        turn.edit(words.answered_already(number) if row is not None else words.unknown_request())
        return
    said = words.request(
        row.id,
        name=person.name,
        office=row.office,
        topic=row.topic,
        asked=row.asked_at,
        zone=turn.resources.zone,
    )
    accept = Key(labels.ACCEPT, AcceptRequest(row.id))
    decline = Key(labels.DECLINE, DeclineRequest(row.id))
    keyboard = ((accept, decline), (Key(labels.BACK, ClinicRequests()),))
    turn.edit(said, keyboard, subject=Subject(Purpose.REQUEST, row.id), quotes=True, about=person)


def accept(turn: Turn) -> None:
    number = turn.button(AcceptRequest).request
    turn.must(DeskAct.WORK)
    turn.must_show_what_was_pressed()
    row = turn.unit.clinic_requests.hold(number)
    if row is None or row.status is not RequestStatus.OPEN:
        turn.toast(words.answered_already_toast())
        return
    turn.toast()
    turn.take_buttons_away()
    _accept(turn, row)


def accept_by_words(turn: Turn, number: int, _rest: str) -> None:
    row = _open(turn, number)
    if row is not None:
        _accept(turn, row)


def _accept(turn: Turn, row: ClinicRequest) -> None:
    """A draft with what is known; what else it takes is asked for."""
    officer = turn.must(DeskAct.WORK)
    session = turn.unit.clinic_sessions.draft(by_id=officer.id, now=turn.now)
    turn.unit.clinic_sessions.change(session, {"topic": row.topic, "offices": row.office})
    row.status, row.session_id = RequestStatus.ACCEPTED, session.id
    row.answered_by, row.answered_at = officer.id, turn.now
    turn.unit.session.flush()
    _tell(turn, row, words.accepted(number=row.id, topic=row.topic))
    _say_answered(turn, row, officer)
    clinic_parts.ask_next(turn, session)


def _say_answered(turn: Turn, row: ClinicRequest, officer: Person) -> None:
    said = words.answered(row.id, state=row.status, by=officer.name)
    turn.say(said, subject=Subject(Purpose.REQUEST, row.id), quotes=True)


def ask_answer(turn: Turn) -> None:
    number = turn.button(DeclineRequest).request
    turn.must(DeskAct.WORK)
    row = turn.unit.clinic_requests.get(number)
    if row is None or row.status is not RequestStatus.OPEN:
        turn.toast(words.answered_already_toast())
        return
    turn.toast()
    turn.say(
        words.ask_answer(row.id, topic=row.topic),
        subject=Subject(Purpose.REQUEST_ANSWER, row.id),
        quotes=True,
        prompted_id=row.person_id,
        force_reply=clinic_desk.part_placeholder(),
    )


def decline_by_words(turn: Turn, number: int, rest: str) -> None:
    """With a sentence: nobody is turned away without one."""
    officer, row = turn.must(DeskAct.WORK), _open(turn, number)
    answer = " ".join(rest.split())
    refuse_asking(answer)
    if row is None:
        return
    if not has_words(answer) or is_small(answer) or len(answer) > MOST_SENTENCE:
        turn.say(
            words.answer_unfit(number, most=MOST_SENTENCE),
            subject=Subject(Purpose.REQUEST_ANSWER, number),
            force_reply=clinic_desk.part_placeholder(),
        )
        return
    row.status, row.answer = RequestStatus.DECLINED, answer
    row.answered_by, row.answered_at = officer.id, turn.now
    turn.unit.session.flush()
    _tell(turn, row, words.declined(number=row.id, topic=row.topic, sentence=answer))
    _say_answered(turn, row, officer)


def answered(turn: Turn, subject: Subject) -> None:
    """A reply to the prompt for the answer."""
    turn.must(DeskAct.WORK)
    decline_by_words(turn, subject.id or 0, turn.incoming.text or "")


def answered_otherwise(turn: Turn, _subject: Subject) -> None:
    """A reply to the request itself."""
    turn.must(DeskAct.WORK)
    turn.say(words.answered_how())


def _open(turn: Turn, number: int) -> ClinicRequest | None:
    row = turn.unit.clinic_requests.hold(number)
    if row is None:
        turn.say(words.unknown_request())
    elif row.status is not RequestStatus.OPEN:
        turn.say(words.answered_already(number))
    else:
        return row
    return None


def _tell(turn: Turn, row: ClinicRequest, said: Html) -> None:
    if actions.may_be_told(turn.unit.people.get(row.person_id)):
        turn.tell(row.person_id, said)
