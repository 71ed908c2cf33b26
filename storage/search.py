"""Tickets by their words: SQLite's FTS5 and PostgreSQL's full text, which find the same.

Both are given the words as `bot.rules.search_words` makes them, and neither cuts, stems or folds
anything itself. On SQLite triggers keep the index in step with `ticket_search`, whoever writes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    Connection,
    bindparam,
    delete,
    event,
    insert,
    inspect,
    literal_column,
    table,
    text,
    update,
)
from sqlalchemy import select as rows
from sqlalchemy.orm import Mapper
from sqlmodel import Session, col, select

from bot.rules.search_words import Sought, all_words, number_words
from bot.rules.ticket import Number
from bot.rules.visibility import HIDES_WHO
from storage.for_group import READABLE
from storage.prepared import Prepared, PreparedEntities, among
from storage.queue import WAITING, Waiting
from storage.tables import Person, SearchRow, Ticket, TicketEvent

INDEX = "ticket_words"
"""On SQLite a table of FTS5, with others beside it; on PostgreSQL an index."""
WORDS_OF = "ticket_words_of(text, text)"
VECTOR = "ticket_words_of(who, words)"
"""A function of the database's, which says what it costs: by the cost of a plain expression
PostgreSQL would rather make it of every row than use the index, and take seconds."""
MERGED_AT_ONCE = 200  # pages of FTS5's: some milliseconds

_ROW = literal_column("rowid", BigInteger)
# By one plan for all words PostgreSQL would fetch and sort each ticket that has "yang".
_FIND = Prepared(
    {
        "sqlite": rows(_ROW)
        .select_from(table(INDEX))
        .where(text(f"{INDEX} MATCH :sought"))
        .order_by(_ROW.desc())
        .limit(bindparam("most")),
        "postgresql": rows(col(SearchRow.ticket_id))
        .where(text(f"{VECTOR} @@ CAST(:sought AS tsquery)"))
        .order_by(col(SearchRow.ticket_id).desc())
        .limit(bindparam("most")),
    },
    planned_anew=True,
)
_THIS = col(SearchRow.ticket_id) == bindparam("ticket")
_WORDS_OF = Prepared(rows(col(SearchRow.words)).where(_THIS))
_FORGET = Prepared(
    {
        name: delete(SearchRow).where(of)
        for name, of in among(col(SearchRow.ticket_id), "ids").items()
    }
)
_KEEP = Prepared(insert(SearchRow))
_TOLD_OF = Prepared(
    {
        name: rows(
            col(Ticket.id),
            col(Ticket.year),
            col(Ticket.serial),
            col(Ticket.category),
            col(Ticket.story),
            col(Ticket.visibility),
            col(Person.name),
            col(Person.office),
        )
        .join(Person, col(Person.id) == col(Ticket.reporter_id))
        .where(of, READABLE)  # what the group must not read it does not find
        for name, of in among(col(Ticket.id), "ids").items()
    }
)
_SAID_OF = Prepared(
    {
        name: rows(col(TicketEvent.ticket_id), col(TicketEvent.text))
        .where(of, col(TicketEvent.text).is_not(None))
        .order_by(col(TicketEvent.id))  # as they were added: of too many the first count
        for name, of in among(col(TicketEvent.ticket_id), "ids").items()
    }
)
_FOUND = PreparedEntities(
    Ticket,
    {
        name: WAITING.where(of).order_by(col(Ticket.id).desc())
        for name, of in among(col(Ticket.id), "ids").items()
    },
)
_FOUND_BY = Prepared(update(SearchRow).where(_THIS).values(words=bindparam("more")))


class Search:
    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def _dialect(self) -> str:
        return self._session.get_bind().dialect.name

    def find(self, sought: Sought, *, most: int) -> list[int]:
        """Numbers of rows, newest first."""
        if not sought:
            return []
        asked = _match(sought) if self._dialect == "sqlite" else _tsquery(sought)
        return _FIND(self._session.connection(), sought=asked, most=most).scalars()

    def tickets(self, ids: Sequence[int]) -> list[Waiting]:
        """Newest first."""
        return [Waiting(*row) for row in _FOUND.with_others(self._session, ids=ids)]

    def add(self, ticket_id: int, words: str) -> None:
        """More that was said about it."""
        connection = self._session.connection()
        known = _WORDS_OF(connection, ticket=ticket_id).scalar()
        if known is None:  # what nobody may find
            return
        more = all_words([words], known)
        if more != known:
            _FOUND_BY(connection, ticket=ticket_id, more=more)

    def index(self, ids: Sequence[int]) -> None:
        """These anew, as they are now: what is gone from them is not found any more."""
        self._session.flush()
        connection = self._session.connection()
        _FORGET(connection, ids=ids)
        found = documents(connection, ids)
        if found:
            _KEEP.many(connection, found)

    def merge(self, *, first: bool) -> bool:
        """Takes some of what was deleted out of SQLite's index, where it else lies on; whether
        there may be more. `first`: this begins it."""
        connection = self._session.connection()
        if self._dialect != "sqlite":
            return False
        driver = connection.connection.driver_connection
        assert driver is not None
        before = driver.total_changes
        pages = -MERGED_AT_ONCE if first else MERGED_AT_ONCE
        merge = text(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('merge', :pages)")
        connection.execute(merge, {"pages": pages})
        return bool(driver.total_changes - before >= 2)


def documents(connection: Connection, ids: Sequence[int]) -> list[dict[str, object]]:
    """What is found of each."""
    said: dict[int, list[str]] = {number: [] for number in ids}
    for number, words in _SAID_OF(connection, ids=ids):
        said[number].append(words)
    return [
        {
            "ticket_id": row.id,
            "who": "" if row.visibility in HIDES_WHO else who_is(row.name, row.office),
            "words": all_words(
                [row.category, row.story, *said[row.id]],
                number_words(Number(row.year, row.serial)),
            ),
        }
        for row in _TOLD_OF(connection, ids=ids)
    ]


def who_is(name: str, office: str | None) -> str:
    return all_words([name, office or ""])


@event.listens_for(Person, "after_update")
def _renamed(_mapper: Mapper[Person], connection: Connection, person: Person) -> None:
    """Whoever changes a name or an office need not know that tickets are found by it."""
    changed = inspect(person).attrs
    if not any(changed[name].history.has_changes() for name in ("name", "office")):
        return
    theirs = select(Ticket.id).where(
        col(Ticket.reporter_id) == person.id, col(Ticket.visibility).not_in(HIDES_WHO)
    )
    connection.execute(
        update(SearchRow)
        .where(col(SearchRow.ticket_id).in_(theirs))
        .values(who=who_is(person.name, person.office))
    )


def _match(sought: Sought) -> str:
    """For FTS5. The words have letters and digits alone: nothing of them is its syntax."""
    groups = [[f'"{word.text}"{"*" * word.begins}' for word in group] for group in sought]
    return " AND ".join(f"({' OR '.join(group)})" for group in groups)


def _tsquery(sought: Sought) -> str:
    groups = [[f"'{word.text}'{':*' * word.begins}" for word in group] for group in sought]
    return " & ".join(f"({' | '.join(group)})" for group in groups)
