"""A reply to what the bot said of something else than a ticket, or asked of it: who hears it, by
what the message is for."""

from __future__ import annotations

from collections.abc import Callable

from bot.rules.purpose import ANSWERED, Purpose, Subject
from handlers.desk import (
    announcements,
    clinic_additions,
    clinic_calling_off,
    clinic_parts,
    clinic_requests,
    incident,
    lesson,
    survey,
    twin,
)
from handlers.turn import Turn, refuse_nobody

Answer = Callable[[Turn, Subject], None]

ANSWERS: dict[Purpose, Answer] = {
    Purpose.NEWS: announcements.answered,
    Purpose.NEWS_WORDS: announcements.written,
    Purpose.INCIDENT_CLOSING: incident.closing,
    Purpose.LESSON: lesson.written,
    Purpose.SESSION: clinic_additions.added,
    Purpose.SESSION_PART: clinic_parts.answered,
    Purpose.SESSION_REASON: clinic_calling_off.answered,
    Purpose.REQUEST: clinic_requests.answered_otherwise,
    Purpose.REQUEST_ANSWER: clinic_requests.answered,
    **dict.fromkeys(
        (Purpose.SURVEY_POPULATION, Purpose.SURVEY_DAYS, Purpose.SURVEY_FOLLOW_UP),
        survey.answered,
    ),
}
# What is written alone with the bot.
WRITTEN_ALONE = frozenset({Purpose.NEWS, Purpose.NEWS_WORDS})
# What is put right by editing the reply; an announcement is by the message that brought its words.
PUT_RIGHT = ANSWERED - WRITTEN_ALONE - {Purpose.LESSON, Purpose.INCIDENT_CLOSING}


def subject_of(turn: Turn) -> Subject | None:
    """What the message stands for that is answered."""
    if turn.incoming.reply_to is None:
        return None
    known = turn.unit.subject_refs.get(turn.incoming.chat_id, turn.incoming.reply_to)
    return known or twin.subject_of(turn)


def heard(turn: Turn, *, purposes: frozenset[Purpose] = ANSWERED) -> bool:
    """Raises Anonymous."""
    subject = subject_of(turn)
    if subject is None or subject.purpose not in purposes:
        return False
    refuse_nobody(turn.incoming)
    ANSWERS[subject.purpose](turn, subject)
    return True
