"""Ties the durable side to the wire's ports."""

from __future__ import annotations

from collections.abc import Callable, Collection

from bot.papers import registry
from bot.wire.outgoing import Rendering
from bot.wire.ports import Clock, DueCalls
from bot.wire.run import Backend
from bot.wire.short_turns import short_turns
from bot.words.menu import Menu
from handlers import delivery, jobs
from handlers.actions import card, incident
from handlers.actions.job_answers import in_pieces
from handlers.actions.menus import all_menus
from handlers.clock.agenda import Agenda
from handlers.context import Context, Look
from handlers.group_commit import GroupCommit
from handlers.live_book import LiveBook
from handlers.resources import Resources
from storage.engine import Database


def backend(database: Database, resources: Resources, clock: Clock) -> Backend:
    live_book, pictures = LiveBook(resources), jobs.Pictures()
    commit = GroupCommit(database, live_book, clock)

    def look(busy: Collection[int], limit: int) -> DueCalls:
        with database.reading() as unit:
            calls = unit.outbox.due(clock.now(), busy=busy, limit=limit)
            return DueCalls(calls, unit.outbox.waiting())

    def make_next() -> int:
        with short_turns():
            return jobs.make_next(database, live_book, clock.now())

    agenda = Agenda(database, resources)

    def read_next() -> int:
        with short_turns():
            return pictures.read_next(database, live_book, clock.now())

    def render(each: Rendering) -> bytes:
        with short_turns():
            return registry.render(each.renderer, each.arguments)

    def watch_jobs(asked: Callable[[], None]) -> None:
        database.when_asked = asked

    return Backend(
        commit=commit,
        store=commit.store,
        look=look,
        render=render,
        record_results=lambda ended: delivery.record_results(
            database, resources, ended, clock.now()
        ),
        run_due=lambda: agenda.run_due(clock.now()),
        make_next=make_next,
        read_next=read_next,
        watch_jobs=watch_jobs,
        clock=clock,
    )


def bootstrap(database: Database, resources: Resources, clock: Clock) -> None:
    """Once at the start: admins by the settings, the moment of the first start, and the tickets
    that have no card in the helpdesk group, because it was set, or changed, only now."""
    with database.unit() as unit:
        unit.people.appoint_admins(resources.admin_ids, now=clock.now())
        unit.agenda.installed_at(clock.now())
    look = Look(database, resources, clock.now())
    with look.reading() as context:
        desk = context.desk_chat
        missing = [] if desk is None else context.unit.open_tickets.elsewhere(desk)
        incident.prepare(context)
    for show in in_pieces(missing, _show_card):
        with look.writing() as context:
            show(context)


def _show_card(context: Context, ticket_id: int) -> None:
    ticket = context.unit.tickets.get(ticket_id)
    assert ticket is not None
    show = card.redraw if card.waits(context, ticket) else card.post
    show(context, ticket)


def command_menus(database: Database, resources: Resources, clock: Clock) -> list[Menu]:
    """As they are to be now, for every place and everybody of the desk."""
    with database.reading() as unit:
        return all_menus(Context(unit, resources, clock.now()))
