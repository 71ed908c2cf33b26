"""Ties the durable side to the wire's ports."""

from __future__ import annotations

from collections.abc import Collection

from bot.wire.parcel import Parcel
from bot.wire.ports import Clock
from bot.wire.run import Works
from handlers import delivery, serve
from handlers.actions import card, report
from handlers.clock import agenda
from handlers.house import House
from handlers.scene import Scene
from handlers.shelf import Shelf
from storage.engine import Database


def works(database: Database, house: House, clock: Clock) -> Works:
    shelf = Shelf(house)

    def due(busy: Collection[int], limit: int) -> list[Parcel]:
        with database.reading() as unit:
            parcels = unit.outbox.due(clock.now(), busy=busy, limit=limit)
            return [
                report.drawn(unit, house, parcel) if parcel.purpose == report.CHART else parcel
                for parcel in parcels
            ]

    def serve_batch() -> int:
        with database.reading() as unit:
            now_house = shelf.house(unit)
        return serve.serve(database, now_house, clock.now())

    return Works(
        store=lambda updates: serve.store(database, updates, clock.now()),
        serve=serve_batch,
        due=due,
        settle=lambda landed: delivery.settle(database, house, landed, clock.now()),
        tick=lambda: agenda.tick(database, house, clock.now()),
        clock=clock,
    )


def prepare(database: Database, house: House, clock: Clock) -> None:
    """Once at the start: admins by the settings, the moment of the first start, and the tickets
    that have no card in the helpdesk group, because it was set, or changed, only now."""
    with database.unit() as unit:
        unit.people.appoint_admins(house.admin_ids, now=clock.now())
        unit.agenda.installed_at(clock.now())
        scene = Scene(unit, house, clock.now())
        for ticket in unit.tickets.open() if scene.desk_chat is not None else ():
            if not card.is_here(scene, ticket):
                show = card.redraw if card.waits(scene, ticket) else card.post
                show(scene, ticket)


def desk_chat(database: Database, house: House, clock: Clock) -> int | None:
    """The helpdesk group as it is called now; the settings may still name it as it was."""
    with database.reading() as unit:
        return Scene(unit, house, clock.now()).desk_chat
