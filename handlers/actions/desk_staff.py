"""Who is on the desk: appointed, sent away, on leave, back; and what becomes of their tickets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.errors import DeedNotPossible
from bot.rules import rights
from bot.rules.desk_staff import is_away
from bot.rules.purpose import Purpose
from bot.rules.rights import DeskAct
from bot.rules.ticket import Deed, Role
from bot.rules.ticket import after as state_after
from bot.wire.log import record
from bot.wire.log_actions import Action
from bot.words import desk_staff as words
from bot.words import news
from handlers.actions import card, confidential, menus, reporter
from handlers.actions.job_answers import Say, in_pieces
from handlers.context import Context
from handlers.turn import Turn
from storage.jobs import arguments_of
from storage.tables import JobKind, JobRow, Person
from storage.tickets import LostRace


def set_role(turn: Turn, person: Person, role: Role) -> int:
    """How many tickets go back to the queue with it. Raises what rights.must_change raises."""
    rights.must_change(turn.person.role, person.role, role)
    before, person.role = person.role, role
    turn.unit.session.flush()
    record(Action.ROLE_CHANGED, person=person.id, role=role.value, by=turn.person.id)
    menus.refresh(turn, person, before)
    if rights.may(role, DeskAct.WORK):
        confidential.review(turn, person)
        return 0
    turn.unit.people.leave_desk(person)
    if not rights.is_staff(role):
        turn.unit.followers.forget(person.id)
    confidential.review(turn, person)
    return _pass_on(turn, person)


def hear_abuse(turn: Turn, person: Person, *, hears: bool) -> None:
    """What is open is shown to who is named, and taken from who no longer is."""
    person.hears_abuse = hears
    turn.unit.session.flush()
    confidential.review(turn, person)
    for ticket in turn.unit.open_tickets.confidential():
        if confidential.is_of_abuse(ticket):
            if not hears and ticket.officer_id == person.id:
                _move(turn, ticket.id, person.id, None, by=turn.person.id)
            else:
                card.redraw(turn, ticket)


def go_on_leave(turn: Turn, person: Person, *, until: datetime, deputy: Person | None) -> int:
    """How many tickets pass to the deputy, or back to the queue."""
    person.away_until, person.deputy_id = until, None if deputy is None else deputy.id
    moved = _pass_on(turn, person)
    if deputy is not None and deputy.id != turn.person.id:
        said = words.you_stand_in(person.name, tickets=moved)
        turn.tell(deputy.id, said, purpose=Purpose.RELAY)
    return moved


def come_back(person: Person) -> None:
    person.away_until = person.deputy_id = None


def deputy_of(context: Context, person: Person) -> Person | None:
    """Who stands in today for somebody on leave."""
    if not is_away(person.away_until, context.now) or person.deputy_id is None:
        return None
    return context.unit.people.get(person.deputy_id)


def _pass_on(turn: Turn, person: Person) -> int:
    """Asked for as a job: of somebody with forty tickets it takes longer than a turn may."""
    count = len(turn.unit.open_tickets.in_hand(person.id))
    if count:
        turn.ask_for(
            JobKind.PASS_ON,
            f"pass_on:{person.id}:{turn.now.isoformat()}",
            {"person": person.id},
            about_id=person.id,
        )
    return count


def passed_on(context: Context, job: JobRow) -> list[Say]:
    """To the deputy, or back to the queue; what was settled or taken meanwhile stays as it is."""
    person_id = arguments_of(job)["person"]
    person = context.unit.people.get(person_id)
    deputy = None if person is None else deputy_of(context, person)
    to = None if deputy is None else deputy.id

    def move(context: Context, ticket_id: int) -> None:
        _move(context, ticket_id, person_id, to, by=job.asker_id)

    return in_pieces(context.unit.open_tickets.in_hand(person_id), move)


def _move(
    context: Context, ticket_id: int, person: int, to: int | None, *, by: int | None
) -> None:
    ticket = context.unit.tickets.get(ticket_id)
    if ticket is None or ticket.officer_id != person:
        return
    if confidential.is_of_abuse(ticket) and to not in _ids(confidential.hear_abuse(context)):
        to = None  # the deputy may not read it
    deed = Deed.RELEASE if to is None else Deed.HAND_OVER
    try:
        status = state_after(ticket.status, deed, number=str(ticket.number), held=to is not None)
        context.unit.tickets.move(
            ticket, deed, to=status, now=context.now, actor_id=by, officer_id=to
        )
    except (DeedNotPossible, LostRace):
        return
    card.redraw(context, ticket)
    deputy = None if to is None else context.unit.people.get(to)
    reporter.tell(
        context,
        ticket,
        news.released(ticket.number)
        if deputy is None
        else news.handed_over(ticket.number, to=deputy.name),
    )


def _ids(people: Iterable[Person]) -> set[int]:
    return {person.id for person in people}
