"""People whom only an officer has named: rows like others, but nobody's chat."""

from __future__ import annotations

from datetime import timedelta

from bot.rules.ticket import Channel, Kind
from storage import erasing
from storage.engine import Database
from storage.tables import WITHOUT_CHAT, Ticket
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, NOW, file, people


def noted(unit: Unit, key: str, name: str = "Bu Siti") -> Ticket:
    person = unit.people.without_chat(name, "Dinas Pertanian", now=NOW)
    return unit.tickets.file(
        number=unit.tickets.next_number(2026),
        draft_key=key,
        kind=Kind.COMPLAINT,
        category="Lainnya",
        story="Lupa kata sandi",
        reporter_id=person.id,
        now=NOW,
        due_at=NOW + timedelta(days=7),
        channel=Channel.PHONE,
        actor_id=BUDI,
    )


def test_each_is_somebody_of_their_own_whom_nobody_can_write_to(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        first, second, own = noted(unit, "a"), noted(unit, "b"), file(unit, "c")
        assert first.reporter_id != second.reporter_id
        for ticket in (first, second):
            assert ticket.reporter_id < WITHOUT_CHAT
            assert ticket.is_noted_down
            assert not ticket.has_chat
            assert not ticket.is_erased
        assert own.has_chat
        assert not own.is_noted_down
        assert unit.tickets.by_key("b") is second
    with database.reading() as unit:
        found = unit.tickets.by_key("a")
        assert found is not None
        assert [event.actor for event in unit.events.history(found)] == ["Budi"]
        assert {person.id for person in unit.blocks.busiest(9)} <= {ANI, BUDI}


def test_the_name_goes_with_the_words(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        old, young = noted(unit, "a").id, noted(unit, "b", "Pak Ahmad").id
        own = file(unit, "c").id
    with database.unit() as unit:
        erasing.wipe_tickets([old, own], None, unit)
    with database.reading() as unit:
        names = []
        for number in (old, young, own):
            ticket = unit.tickets.get(number)
            assert ticket is not None
            person = unit.people.get(ticket.reporter_id)
            assert person is not None
            names.append((person.name, person.office))
        assert names == [("", None), ("Pak Ahmad", "Dinas Pertanian"), ("Ani", None)]
