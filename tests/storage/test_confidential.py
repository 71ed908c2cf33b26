"""What no group may read is left out wherever tickets are shown by many: the rule of one ticket
and the one of many say the same, and so does whatever reads a ticket's words for others."""

from __future__ import annotations

from datetime import timedelta
from itertools import product

from sqlmodel import col, select

from bot.rules.ticket import DeadlineClass, Deed, Kind, Result, Status
from bot.rules.visibility import Visibility, is_of_abuse
from storage.engine import Database
from storage.for_group import READABLE
from storage.tables import SearchRow, Ticket
from storage.unit import Unit
from tests.storage.rows import ANI, BUDI, NOW


def filed(unit: Unit) -> None:
    """One of each kind of secrecy."""
    for number, name in ((ANI, "Ani"), (BUDI, "Budi")):
        unit.people.seen(number, name=name, username=None, now=NOW)
    for visibility, deadline_class in product(Visibility, DeadlineClass):
        unit.tickets.file(
            number=unit.tickets.next_number(2026),
            draft_key=f"{visibility}-{deadline_class}",
            kind=Kind.COMPLAINT,
            category="Lainnya",
            story="Server mati",
            reporter_id=ANI,
            now=NOW,
            due_at=NOW + timedelta(days=7),
            visibility=visibility,
            deadline_class=deadline_class,
        )


def test_one_rule_for_one_ticket_and_for_many(database: Database) -> None:
    with database.unit() as unit:
        filed(unit)
        readable = {*unit.session.exec(select(Ticket.id).where(READABLE))}
        tickets = unit.session.exec(select(Ticket).order_by(col(Ticket.id))).all()
        assert readable == {each.id for each in tickets if not each.hides_words}
        assert len(readable) == 4  # open or anonymous, for information or a complaint
        assert {each.id for each in unit.open_tickets.confidential()} == {
            each.id for each in tickets if each.hides_words
        }
        assert {each.id for each in unit.incidents.not_linked(most=99)} == readable
        assert {*unit.session.exec(select(SearchRow.ticket_id))} == readable
        of_group = {each.id for each in tickets if not is_of_abuse(each.deadline_class)}
        assert {each.id for each in unit.open_tickets.oldest()} == of_group
        assert unit.open_tickets.counts(NOW).open == len(of_group)


def test_no_sample_in_a_paper_tells_what_was_confidential(database: Database) -> None:
    with database.unit() as unit:
        filed(unit)
        tickets = unit.session.exec(select(Ticket)).all()
        for ticket in tickets:
            unit.tickets.move(
                ticket,
                Deed.RESOLVE,
                to=Status.RESOLVED,
                now=NOW,
                actor_id=BUDI,
                text="Sudah pulih kembali.",
                also={"result": Result.SOLVED},
                clock=ticket.clock,
            )
        found = unit.samples.candidates(NOW - timedelta(days=1), NOW + timedelta(days=1))
        assert {each.id for each, _ in found} == {t.id for t in tickets if not t.hides_words}
