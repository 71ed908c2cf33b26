"""What the group may read, and what is worked on outside of it: whoever asks the same is told."""

from __future__ import annotations

from sqlmodel import select

from bot.rules.ticket import DeadlineClass
from bot.rules.visibility import Visibility
from storage.engine import Database
from storage.tables import SearchRow
from tests.storage.rows import NOW, file, people


def test_a_ticket_is_read_by_the_group_or_worked_on_outside_of_it(database: Database) -> None:
    people(database)
    with database.unit() as unit:
        usual, anonymous, secret, abuse = (file(unit, draft) for draft in "abcd")
        anonymous.visibility = Visibility.ANONYMOUS
        secret.visibility = Visibility.SECRET
        abuse.deadline_class = DeadlineClass.SUPERVISORY
        unit.session.flush()
        every = [each.id for each in (usual, anonymous, secret, abuse)]
        unit.search.index(every)
        assert unit.open_tickets.confidential() == [secret, abuse]
        assert unit.incidents.not_linked(most=2) == [anonymous, usual]
        assert unit.open_tickets.oldest() == [usual, anonymous, secret]
        assert unit.open_tickets.counts(NOW).open == 3
        read = {row.ticket_id for row in unit.session.exec(select(SearchRow))}
        assert read == {usual.id, anonymous.id}
