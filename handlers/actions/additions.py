"""What a reporter adds to a ticket, at the desk: as it comes, and what is more together.

A group takes twenty messages a minute: 120 additions to one ticket kept all other cards waiting.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.rules.complaint import File
from bot.words import desk
from bot.words.html import Html
from handlers.actions import card, confidential, files
from handlers.actions.job_answers import Say
from handlers.context import Context
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow, Ticket

MINUTE = timedelta(minutes=1)
MESSAGES, FILES = 5, 10  # a minute and ticket, as they come; an album passes whole
GATHERED = timedelta(seconds=30)  # for so long what is more


def pass_on(
    context: Context,
    ticket: Ticket,
    parts: Sequence[Html] = (),
    sent: File | None = None,
    *,
    event: int | None = None,
    attachment: int | None = None,
) -> None:
    """In parts and as a file; or by and by, when the numbers tell what it was."""
    desk_chat = context.desk_chat
    if desk_chat is None and not ticket.hides_words:
        return
    key = f"additions:{ticket.id}"
    waiting = context.unit.jobs.waiting(key)
    if waiting is None and not _too_many(context, ticket):
        for part in parts:
            card.under_card(context, ticket, part)
        if sent is not None:
            files.to_desk(context, ticket, [sent])
        return
    gathered = arguments_of(waiting) if waiting else {"events": [], "attachments": []}
    gathered["events"] += [event] if event and parts else []
    gathered["attachments"] += [attachment] if attachment else []
    if waiting is not None:
        context.unit.jobs.change(waiting, gathered)
        return
    context.unit.jobs.ask(
        JobKind.ADDITIONS,
        key,
        chat_id=desk_chat or ticket.reporter_id,
        arguments=gathered | {"ticket": ticket.id},
        now=context.now,
        not_before=context.now + GATHERED,
    )


def _too_many(context: Context, ticket: Ticket) -> bool:
    since = context.now - MINUTE
    return (
        context.unit.events.said_since(ticket.id, since) > MESSAGES
        or context.unit.attachments.added_since(ticket.id, since) > FILES
    )


def gathered(_context: Context, job: JobRow) -> list[Say]:
    """Read when it is said: more may be added until then."""
    return [partial(_say, job.id)]


def _say(job_id: int, context: Context) -> None:
    more = arguments_of(context.unit.jobs.get(job_id))
    ticket = context.unit.tickets.get(more["ticket"])
    if ticket is None or ticket.is_erased:
        return
    reporter = context.unit.people.get(ticket.reporter_id)
    said = context.unit.events.said(more["events"])
    by = confidential.called(ticket, reporter.name if reporter else "?")
    for part in desk.reporter_adds(ticket.number, by=by, said=said):
        card.under_card(context, ticket, part)
    files.to_desk(context, ticket, context.unit.attachments.some(more["attachments"]))
