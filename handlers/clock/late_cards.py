"""Cards of a burst, while the group has little else to be told."""

from __future__ import annotations

from datetime import datetime

from handlers.actions import burst
from handlers.context import Look

AT_ONCE = 2  # waiting in the outbox: what officers write is not to stand behind more


def post_late_cards(look: Look, _since: datetime) -> int:
    with look.reading() as context:
        wanted = burst.waiting(context, most=AT_ONCE)
        if not wanted or context.desk_chat is None:
            return 0
        room = AT_ONCE - context.unit.outbox.waiting().get(context.desk_chat, 0)
        ids = [ticket.id for ticket in wanted[: max(0, room)]]
    for ticket_id in ids:
        with look.writing() as context:
            ticket = context.unit.tickets.get(ticket_id)
            assert ticket is not None  # of tickets none is ever deleted
            burst.show(context, ticket)
    return len(ids)
