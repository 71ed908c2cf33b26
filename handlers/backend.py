"""Ties the durable side to the wire's ports."""

from __future__ import annotations

from collections.abc import Collection

from bot.papers import registry
from bot.wire.ports import Clock, Found
from bot.wire.run import Backend
from handlers import delivery
from handlers.actions import card
from handlers.clock import agenda
from handlers.context import Context
from handlers.group_commit import GroupCommit
from handlers.live_book import LiveBook
from handlers.resources import Resources
from storage.engine import Database


def backend(database: Database, resources: Resources, clock: Clock) -> Backend:
    commit = GroupCommit(database, LiveBook(database, resources), clock)

    def look(busy: Collection[int], limit: int) -> Found:
        with database.reading() as unit:
            calls = unit.outbox.due(clock.now(), busy=busy, limit=limit)
            return Found(calls, unit.outbox.waiting())

    return Backend(
        commit=commit,
        store=commit.store,
        look=look,
        render=lambda each: registry.render(each.renderer, each.arguments),
        record_results=lambda ended: delivery.record_results(
            database, resources, ended, clock.now()
        ),
        run_due=lambda: agenda.run_due(database, resources, clock.now()),
        clock=clock,
    )


def bootstrap(database: Database, resources: Resources, clock: Clock) -> None:
    """Once at the start: admins by the settings, the moment of the first start, and the tickets
    that have no card in the helpdesk group, because it was set, or changed, only now."""
    with database.unit() as unit:
        unit.people.appoint_admins(resources.admin_ids, now=clock.now())
        unit.agenda.installed_at(clock.now())
        context = Context(unit, resources, clock.now())
        for ticket in unit.tickets.open() if context.desk_chat is not None else ():
            if not card.is_here(context, ticket):
                show = card.redraw if card.waits(context, ticket) else card.post
                show(context, ticket)


def desk_chat(database: Database, resources: Resources, clock: Clock) -> int | None:
    """The helpdesk group as it is called now; the settings may still name it as it was."""
    with database.reading() as unit:
        return Context(unit, resources, clock.now()).desk_chat
