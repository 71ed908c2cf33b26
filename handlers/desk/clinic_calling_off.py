"""A session is called off, or a draft thrown away; those who were to come are told."""

from __future__ import annotations

from collections.abc import Collection

from bot.rules.clinic import MOST_SENTENCE, RequestStatus, SessionStatus
from bot.rules.privacy.asking import refuse_asking
from bot.rules.purpose import Purpose, Subject
from bot.rules.rights import DeskAct
from bot.words import clinic_desk as words
from bot.words import labels
from faq.text.said.agreeing import is_small
from handlers.actions import clinic as actions
from handlers.buttons import CallOff, CallOffSure, DropDraft
from handlers.desk.clinic_session import is_over
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import ClinicSession


def pressed(turn: Turn) -> None:
    number = turn.button(CallOff).session
    turn.must(DeskAct.WORK)
    row = turn.unit.clinic_sessions.get(number)
    if row is None or row.status is not SessionStatus.OPEN:
        turn.toast(words.called_off_already_toast())
        return
    turn.toast()
    _ask(turn, row)


def _ask(turn: Turn, row: ClinicSession) -> None:
    people = len(turn.unit.clinic_seats.people(row.id))
    said = words.ask_call_off(row.id, people=people)
    keys = ((Key(labels.CALL_OFF_SURE, CallOffSure(row.id)),),)
    turn.say(said, keys, subject=_asks_why(row))


def _asks_why(row: ClinicSession) -> Subject:
    return Subject(Purpose.SESSION_REASON, row.id)


def sure(turn: Turn) -> None:
    """Below drafts of before there was DropDraft, too."""
    of = {SessionStatus.OPEN, SessionStatus.DRAFT}
    _as_pressed(turn, turn.button(CallOffSure).session, of)


def drop(turn: Turn) -> None:
    _as_pressed(turn, turn.button(DropDraft).session, {SessionStatus.DRAFT})


def _as_pressed(turn: Turn, number: int, of: Collection[SessionStatus]) -> None:
    turn.must(DeskAct.WORK)
    turn.must_show_what_was_pressed()
    row = turn.unit.clinic_sessions.hold(number)
    if row is None or row.status not in of:
        opened = row is not None and row.status is SessionStatus.OPEN
        turn.toast(words.opened_already_toast() if opened else words.called_off_already_toast())
        return
    turn.toast()
    turn.take_buttons_away()
    _call_off(turn, row, "")


def by_words(turn: Turn, number: int, reason: str) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    reason = " ".join(reason.split())
    refuse_asking(reason)
    if row is None:
        turn.say(words.unknown_session())
    elif is_small(reason) or len(reason) > MOST_SENTENCE:
        turn.say(
            words.reason_unfit(number, most=MOST_SENTENCE),
            subject=_asks_why(row),
        )
    elif not reason and row.status is SessionStatus.OPEN and not is_over(turn, row):
        _ask(turn, row)  # a slip of the finger would be told to everybody
    else:
        _call_off(turn, row, reason)


def answered(turn: Turn, subject: Subject) -> None:
    """A reply to the prompt for the reason."""
    turn.must(DeskAct.WORK)
    by_words(turn, subject.id or 0, turn.incoming.text or "")


def _given_back(turn: Turn, row: ClinicSession) -> list[int]:
    """Whoever asked for it was promised to hear: their request waits for an answer again."""
    requests = turn.unit.clinic_requests.of_session(row.id)
    for request in requests:
        request.status, request.session_id = RequestStatus.OPEN, None
        request.answered_by = request.answered_at = None
    turn.unit.session.flush()
    return [request.id for request in requests]


def _call_off(turn: Turn, row: ClinicSession, reason: str) -> None:
    draft = row.status is SessionStatus.DRAFT
    if row.status is SessionStatus.CANCELLED or (is_over(turn, row) and not draft):
        turn.say(words.over_already(row.id), subject=actions.subject_of(row))
        return
    gone = {"status": SessionStatus.CANCELLED, "cancelled_at": turn.now, "reason": reason}
    # A calendar believes only what is newer than what it has.
    turn.unit.clinic_sessions.change(row, gone | {"revision": row.revision + 1})
    if draft:
        turn.say(words.thrown_away(row.id, requests=_given_back(turn, row)))
        return
    people = len(turn.unit.clinic_seats.people(row.id))
    turn.say(words.called_off(row.id, people=people), subject=actions.subject_of(row))
    actions.spread(turn, row)
