"""Announcements that go on by the clock: in the morning, after a start, at their hour."""

from __future__ import annotations

from datetime import datetime

from bot.rules.announcement import LATE, NewsStatus, Rhythm, may_approve, next_time
from bot.words import planned_news as calendar_words
from handlers.actions import announcing
from handlers.context import Context, Look
from storage.tables import Announcement, JobKind


def keep_going(look: Look, _since: datetime) -> int:
    """What is on its way brings the next along; this is for when nothing is. And how far it is,
    every now and then."""
    rules, zone = look.resources.news, look.resources.zone
    may_go = rules.may_go(look.now, zone)
    with look.reading() as context:
        rows = context.unit.announcements.of_status(NewsStatus.SENDING)
        stands = bool(rows) and may_go and not context.unit.outbox.news_waiting()
        due = [row.id for row in rows if _is_to_be_told(row, look, may_go=may_go)]
        numbers = [row.id for row in rows]
    if not stands and not due:
        return 0
    with look.writing() as context:
        if stands:
            announcing.feed(context)
            announcing.end_if_over(context, numbers)
        for number in due:
            row = context.unit.announcements.get(number)
            assert row is not None
            row.told_at = look.now
            announcing.ask_for_card(context, row)
    return 1


def _is_to_be_told(row: Announcement, look: Look, *, may_go: bool) -> bool:
    """At night once, that it waits."""
    assert row.told_at is not None  # of one that is being sent
    if look.now - row.told_at < announcing.TELLS_EVERY:
        return False
    return may_go or look.resources.news.may_go(row.told_at, look.resources.zone)


def send_planned(look: Look, _since: datetime) -> int:
    with look.reading() as context:
        due = context.unit.announcements.due(look.now)
        for row in due:
            context.unit.session.expunge(row)
    made = 0
    for row in due:
        with look.writing() as context:
            made += _send(context, row)
    return made


def _send(context: Context, planned: Announcement) -> int:
    assert planned.first_at is not None
    assert planned.next_at is not None
    zone = context.resources.zone
    following = next_time(planned.first_at, planned.every or Rhythm.ONCE, context.now, zone)
    if not context.unit.announcements.take_turn(planned, next_at=following):
        return 0
    if context.now - planned.next_at > LATE:
        if context.desk_chat is not None:
            said = calendar_words.missed(planned.id, at=planned.next_at, zone=zone)
            context.tell(context.desk_chat, said)
        return 1
    approver = (
        context.unit.people.get(planned.approved_by) if planned.approved_by is not None else None
    )
    still = approver is not None and may_approve(
        approver.role, person_id=approver.id, writer_id=planned.by_id
    )
    row = context.unit.announcements.add(_this_time(context, planned, still=still))
    if still:
        announcing.begin(context, row)
    else:
        announcing.tell_void(context, row)
    if context.desk_chat is not None:
        context.unit.jobs.ask(
            JobKind.NEWS_SHOWN,
            f"news-shown:{row.id}:{row.revision}:{context.desk_chat}",
            chat_id=context.desk_chat,
            arguments={"announcement": row.id},
            now=context.now,
        )
    return 1


_COPIED = (
    *("text", "file_kind", "file_id", "more_files", "audience", "chosen"),
    *("by_id", "approved_by", "approved_at"),
)


def _this_time(context: Context, planned: Announcement, *, still: bool) -> Announcement:
    return Announcement(
        **{name: getattr(planned, name) for name in _COPIED},
        status=NewsStatus.APPROVED if still else NewsStatus.STOPPED,
        of_id=planned.id,
        made_at=context.now,
        card_chat_id=context.desk_chat,
    )
