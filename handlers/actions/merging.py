"""Several tickets of one matter, and one ticket of several matters."""

from __future__ import annotations

from bot.errors import DeedNotPossible, NotThatTicket
from bot.rules.ticket import Changed, Deed, FieldChange, Status
from bot.words import desk, news
from handlers.actions import card, confidential, reporter
from handlers.actions.moving import move
from handlers.context import Context
from handlers.turn import Turn
from storage.tables import Ticket


def merge(turn: Turn, ticket: Ticket, master: Ticket) -> Ticket:
    """Into the other, or into what that itself was merged into; which it returns.

    Its own duplicates come along. Raises NotThatTicket.
    """
    officer = turn.person
    if master.status is Status.MERGED and master.merged_into_id is not None:
        master = turn.ticket(master.merged_into_id)
    of_abuse = confidential.is_of_abuse(ticket) or confidential.is_of_abuse(master)
    if master.id in {ticket.id, ticket.merged_into_id} or master.is_erased or of_abuse:
        raise NotThatTicket(number=str(master.number))
    number = str(ticket.number)
    try:
        move(
            turn,
            master,
            Deed.ABSORB,
            by=officer,
            change=FieldChange(Changed.ABSORBED, None, number),
        )
    except DeedNotPossible:
        raise NotThatTicket(number=str(master.number)) from None
    _put_into(turn, ticket, master)
    for other in turn.unit.tickets.merged_into(ticket.id, Status.MERGED):
        _put_into(turn, other, master)
    words = desk.merged_into(
        ticket.number, master.number, by=officer.name, all_hear=not master.hides_words
    )
    card.under_card(turn, ticket, words)
    return master


def answered_with(context: Context, ticket: Ticket) -> list[Ticket]:
    """Itself, and those merged into it whose reporters hear what is answered to it, each of them
    once. An answer to what is confidential may tell what that says."""
    heard = {ticket.reporter_id: ticket}
    if not ticket.hides_words:
        for other in context.unit.tickets.merged_into(ticket.id, Status.MERGED):
            if other.has_chat:
                heard.setdefault(other.reporter_id, other)
    return list(heard.values())


def _put_into(turn: Turn, ticket: Ticket, master: Ticket) -> None:
    was_merged = ticket.status is Status.MERGED
    move(
        turn,
        ticket,
        Deed.MERGE,
        by=turn.person,
        officer_id=None,
        change=FieldChange(Changed.MERGED_INTO, None, str(master.number)),
        also={"merged_into_id": master.id},
    )
    if not was_merged:
        own = master.number if master.reporter_id == ticket.reporter_id else None
        reporter.tell(turn, ticket, news.merged(ticket.number, own=own))
    reporter.close_reply(turn, ticket)


def unmerge(turn: Turn, ticket: Ticket) -> None:
    move(turn, ticket, Deed.UNMERGE, by=turn.person)
    reporter.tell(turn, ticket, news.unmerged(ticket.number))


def split(turn: Turn, ticket: Ticket, story: str) -> Ticket:
    """The second matter becomes a ticket of its own, for the same reporter, about what it tells,
    and due as the first is: who waits for it has waited since then."""
    officer = turn.person
    assert turn.incoming.message_id is not None
    number = turn.unit.tickets.next_number(turn.resources.calendar.today(turn.now).year)
    move(
        turn,
        ticket,
        Deed.SPLIT,
        by=officer,
        change=FieldChange(Changed.SPLIT_INTO, None, str(number)),
    )
    new = turn.unit.tickets.file(
        number=number,
        draft_key=f"split-{ticket.id}-{turn.incoming.message_id}",
        kind=ticket.kind,
        category=turn.resources.filing.guess(story).categories[0],
        story=story,
        reporter_id=ticket.reporter_id,
        now=turn.now,
        due_at=ticket.due_at,
        channel=ticket.channel,
        priority=ticket.priority,
        deadline_class=ticket.deadline_class,
        split_from_id=ticket.id,
        actor_id=officer.id,
    )
    new.thread_id, new.visibility = ticket.thread_id, ticket.visibility
    turn.unit.links.split(ticket.id, new.id)
    card.post(turn, new)
    card.redraw(turn, ticket)
    words = desk.split_off(ticket.number, new.number, by=officer.name)
    card.under_card(turn, ticket, words)
    reporter.tell(turn, new, news.split(ticket.number, new.number, story=story))
    return new
