"""What is added to a session by a reply to its page: materials, notes for its report, guests."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.rules.clinic import MOST_NOTE, SessionStatus
from bot.rules.coalesce import Waiting, coalesce_key
from bot.rules.purpose import Subject
from bot.rules.rights import DeskAct
from bot.words import clinic_desk as words
from faq.text.said.clinic_order import labelled
from handlers.actions import clinic as actions
from handlers.desk import clinic_parts, clinic_people
from handlers.turn import Turn
from storage.tables import ClinicSession

_NOTES = {
    re.compile(r"(?:pertanyaan|tanya)\s*:\s*(.+)", re.IGNORECASE | re.DOTALL): "questions",
    re.compile(r"tindak\s*lanjut\s*:\s*(.+)", re.IGNORECASE | re.DOTALL): "follow_up",
}
_GUEST = re.compile(r"hadir\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)
NOTE_NAMES = {"questions": "Pertanyaan", "follow_up": "Tindak lanjut"}


def added(turn: Turn, subject: Subject) -> None:
    """Files, notes for the report, who was there, or a part told by its label."""
    turn.must(DeskAct.WORK)
    number = subject.id or 0
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
        clinic_parts.is_written(turn, row, *told)
    else:
        turn.say(words.reply_not_understood(number), subject=actions.subject_of(row))


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
        subject=actions.subject_of(row),
        quotes=True,
        coalesce=coalesce_key(Waiting.SESSION_FILES, row.id),
        delay=timedelta(seconds=2),
    )


def _note(turn: Turn, row: ClinicSession, column: str, text: str) -> None:
    before: str = getattr(row, column) or ""
    note = "\n".join(each for each in (before, " ".join(text.split())) if each)[-MOST_NOTE:]
    turn.unit.clinic_sessions.change(row, {column: note})
    turn.say(words.note_kept(row.id, what=NOTE_NAMES[column]), subject=actions.subject_of(row))
