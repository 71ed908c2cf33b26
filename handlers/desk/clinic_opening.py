"""A draft is opened: from then on people may join."""

from __future__ import annotations

import secrets

from bot.rules.clinic import Part, SessionStatus, new_code
from bot.rules.rights import DeskAct
from bot.words import clinic as asker_words
from bot.words import clinic_desk as words
from bot.words import clinic_parts as part_words
from bot.words import labels
from handlers.actions import clinic as actions
from handlers.buttons import JoinSession, OpenSession
from handlers.desk.clinic_parts import asks_for
from handlers.desk.clinic_session import keys, missing, page
from handlers.keyboard import Key
from handlers.turn import Turn
from storage.tables import ClinicSession


def pressed(turn: Turn) -> None:
    number = turn.button(OpenSession).session
    turn.must(DeskAct.WORK)
    row = turn.unit.clinic_sessions.hold(number)
    if row is not None and row.status is SessionStatus.OPEN:
        turn.toast(words.opened_already_toast())
    elif row is not None and _open(turn, row):
        turn.toast(words.opened_toast())
        turn.edit(page(turn, row), keys(turn, row), subject=actions.subject_of(row))
    else:
        turn.toast()


def by_words(turn: Turn, number: int, _rest: str) -> None:
    row = turn.unit.clinic_sessions.hold(number)
    if row is None:
        turn.say(words.unknown_session())
    else:
        _open(turn, row)


def _open(turn: Turn, row: ClinicSession) -> bool:
    left = missing(row)
    if row.status is not SessionStatus.DRAFT:
        said = words.over_already(row.id) if row.cancelled_at else page(turn, row)
        turn.say(said, subject=actions.subject_of(row))
        return False
    if left:
        said = part_words.incomplete(row.id, [part_words.PARTS[each] for each in left])
        turn.say(said, subject=actions.subject_of(row))
        return False
    if row.starts_at is None or row.starts_at <= turn.now:
        turn.say(
            part_words.when_over(row.id),
            subject=asks_for(row, Part.TIME),
            force_reply=words.part_placeholder(),
        )
        return False
    code = new_code(secrets.choice)
    opened = {"status": SessionStatus.OPEN, "code": code, "opened_at": turn.now}
    turn.unit.clinic_sessions.change(row, opened)
    turn.say(words.opened(row.id, code=code), subject=actions.subject_of(row))
    for request in turn.unit.clinic_requests.of_session(row.id):
        if actions.may_be_told(turn.unit.people.get(request.person_id)):
            said = asker_words.opened_for_you(actions.shown(turn, row), zone=turn.resources.zone)
            turn.tell(request.person_id, said, ((Key(labels.JOIN, JoinSession(row.id)),),))
    return True
