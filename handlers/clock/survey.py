"""A survey's invitations, as announcements go: a few on their way at once, behind every answer
and in their hours only; and its end."""

from __future__ import annotations

from bot.rules.announcement import INVITATIONS
from bot.rules.survey import SurveyStatus
from bot.words import survey_desk as words
from handlers.actions import survey as actions
from handlers.actions.announcing import WINDOW
from handlers.context import Context, Look, message
from handlers.desk import survey_page
from storage.agenda import Once
from storage.tables import AgendaKind


def invite(look: Look, _since: object) -> int:
    """Whoever was served and is not asked yet; those served since, on the next day."""
    if not look.resources.news.may_go(look.now, look.resources.zone):
        return 0
    today = look.resources.calendar.today(look.now).isoformat()
    with look.reading() as context:
        room = WINDOW - context.unit.outbox.news_waiting()
        most = min(look.resources.survey.invited_at_once, room)
        row = actions.the_open(context)
        if (
            most <= 0
            or row is None
            or context.unit.agenda.done_at(_all_of(row.id, today)) is not None
        ):
            return 0
        number = row.id
        wanted = context.unit.surveys.served(
            *actions.span(context, row), not_yet=number, most=most + 1
        )
    made = 0
    for first in range(0, len(wanted[:most]), AT_ONCE):
        with look.writing() as context:
            some = wanted[:most][first : first + AT_ONCE]
            made += sum(_invite(context, number, person_id) for person_id in some)
    if len(wanted) <= most:
        with look.writing() as context:
            context.unit.agenda.claim(_all_of(number, today), now=look.now)
    return made


AT_ONCE = 5  # in one unit


def _all_of(survey_id: int, day: str) -> Once:
    return Once(AgendaKind.SURVEY_INVITED, subject_id=survey_id, period=day)


def _invite(context: Context, number: int, person_id: int) -> int:
    row = context.unit.surveys.hold(number)
    person = context.unit.people.get(person_id)
    if row is None or not actions.is_open(row, context.now) or not actions.may_be_asked(person):
        return 0
    if not context.unit.surveys.invite(number, person_id):
        return 0
    assert row.closes_at is not None
    evening = context.resources.news.ends(context.now, context.resources.zone)
    context.unit.outbox.add(
        person_id,
        "sendMessage",
        message(*actions.invitation(context, row)),
        now=context.now,
        expires_at=min(evening, row.closes_at),
        announcement_id=INVITATIONS,
    )
    return 1


def close_ended(look: Look, _since: object) -> int:
    with look.reading() as context:
        ended = [
            row.id
            for row in context.unit.surveys.open()
            if row.closes_at is not None and row.closes_at <= look.now
        ]
    made = 0
    for number in ended:
        with look.writing() as context:
            made += _close(context, number)
    return made


def _close(context: Context, number: int) -> int:
    if not actions.close(context, number):
        return 0
    row = context.unit.surveys.get(number)
    assert row is not None
    assert row.status is SurveyStatus.CLOSED
    if context.desk_chat is not None:
        said = words.closed(
            number, answers=actions.came(context, row)[0], invited=row.invited or 0
        )
        context.tell(context.desk_chat, said, survey_page.page(context, row)[1])
    return 1
