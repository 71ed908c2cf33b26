"""Tickets, and what happened to them."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text, UniqueConstraint, text
from sqlmodel import Field

from bot.rules.deadline import TicketClock
from bot.rules.ticket import (
    ENDED_STATES,
    REOPENING,
    Channel,
    DeadlineClass,
    Deed,
    Kind,
    Number,
    Priority,
    Result,
    Status,
)
from bot.rules.visibility import Visibility, hides_words
from storage.tables.base import Table, where_set
from storage.tables.people import ERASED_ID, WITHOUT_CHAT
from storage.types import RowId, Utc, Word

# As it stands in the index: a query that is to use it says the same.
NOT_ENDED = f"status NOT IN ({', '.join(repr(each.value) for each in ENDED_STATES)})"
REOPENS = f"deed IN ({', '.join(repr(each.value) for each in REOPENING)})"


class TicketSeries(Table, table=True):
    """The last number given out in a year. Numbers are never reused."""

    __tablename__ = "ticket_series"
    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int = 0


class Ticket(Table, table=True):
    __tablename__ = "ticket"
    __table_args__ = (
        UniqueConstraint("year", "serial"),
        where_set("ticket_officer", "officer_id"),
        where_set("ticket_merged_into", "merged_into_id"),
        where_set("ticket_split_from", "split_from_id"),
        where_set("ticket_deferred", "deferred_until"),
        # What the desk still has to do, what is due first in front: a look at the queue reads
        # nothing else, however many tickets have ended.
        Index(
            "ticket_open",
            *("due_at", "id", "status", "officer_id", "paused_at", "deadline_class"),
            *("reporter_id", "category", "visibility"),
            sqlite_where=text(NOT_ENDED),
            postgresql_where=text(NOT_ENDED),
        ),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    year: int
    serial: int
    draft_key: str = Field(unique=True)
    kind: Kind = Field(sa_column=Column(Word(Kind), nullable=False))
    category: str
    story: str = Field(sa_column=Column(Text, nullable=False))
    status: Status = Field(sa_column=Column(Word(Status), nullable=False, index=True))
    reporter_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    officer_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    created_at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    due_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    paused_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    card_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    thread_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    """The topic of the reporter's chat in which it is talked about, where there are topics."""
    channel: Channel = Field(
        default=Channel.TELEGRAM, sa_column=Column(Word(Channel), nullable=False)
    )
    lapor_number: str | None = Field(default=None)
    """Of SP4N-LAPOR!, where it came from there."""
    priority: Priority = Field(
        default=Priority.NORMAL, sa_column=Column(Word(Priority), nullable=False)
    )
    deadline_class: DeadlineClass = Field(sa_column=Column(Word(DeadlineClass), nullable=False))
    result: Result | None = Field(default=None, sa_column=Column(Word(Result)))
    """Of the last closing; open again, it has none."""
    merged_into_id: int | None = Field(
        default=None, sa_column=Column(RowId, ForeignKey("ticket.id"))
    )
    """Its master: it stays so when both are settled together, and ends when they part."""
    split_from_id: int | None = Field(
        default=None, sa_column=Column(RowId, ForeignKey("ticket.id"))
    )
    deferred_until: datetime | None = Field(default=None, sa_column=Column(Utc))
    """Only of one that is deferred."""

    visibility: Visibility = Field(
        default=Visibility.OPEN, sa_column=Column(Word(Visibility), nullable=False)
    )
    """Who at the desk sees whose it is, and what it says."""

    @property
    def number(self) -> Number:
        return Number(self.year, self.serial)

    @property
    def has_chat(self) -> bool:
        """Whether anything can be said to its reporter: not to somebody who was erased, nor to
        one whom only an officer has named."""
        return self.reporter_id > 0

    @property
    def is_noted_down(self) -> bool:
        """Whether an officer named its reporter, who has no chat with the bot."""
        return self.reporter_id < WITHOUT_CHAT

    @property
    def is_linked(self) -> bool:
        """Whether it was noted down, and has come to the Telegram user it belongs to."""
        return self.channel is not Channel.TELEGRAM and self.has_chat

    @property
    def hides_words(self) -> bool:
        """Whether no group may read what it says."""
        return not self.is_erased and hides_words(self.visibility, self.deadline_class)

    @property
    def is_erased(self) -> bool:
        """Whether its reporter was: it has its times and states, and nobody's words."""
        return self.reporter_id == ERASED_ID

    @property
    def is_known_erased(self) -> bool:
        """Of an anonymous one nobody at the desk may see it: whoever was just erased by name would
        be known as its reporter."""
        return self.is_erased and not self.visibility.hides_who

    @property
    def clock(self) -> TicketClock:
        """Kept, so that queries find what is late; moved by bot.rules.deadline alone."""
        return TicketClock(self.due_at, self.paused_at)


class TicketEvent(Table, table=True):
    """What happened to a ticket. Every figure in a report is derived from these rows."""

    __tablename__ = "ticket_event"
    __table_args__ = (
        where_set("ticket_event_actor", "actor_id"),
        Index(
            "ticket_event_due",
            "at",
            sqlite_where=text("due_before IS NOT NULL"),
            postgresql_where=text("due_before IS NOT NULL"),
        ),
        where_set("ticket_event_officer", "officer_id"),
        Index(
            "ticket_event_reopened",
            *("at", "ticket_id"),
            sqlite_where=text(REOPENS),
            postgresql_where=text(REOPENS),
        ),
        # Reports read these two alone, as rows are wide with words: to which tickets something
        # happened since, and how each stood.
        Index("ticket_event_since", "at", "ticket_id"),
        Index("ticket_event_told", "ticket_id", "id", "at", "deed", "before", "after"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    deed: Deed = Field(sa_column=Column(Word(Deed), nullable=False))
    actor_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    before: Status | None = Field(default=None, sa_column=Column(Word(Status)))
    after: Status = Field(sa_column=Column(Word(Status), nullable=False))
    text: str | None = Field(default=None, sa_column=Column(Text))
    due_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    """Where this moved the ticket's due date: what it had been."""
    officer_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    """Who has the ticket after it; of events before there was this column, not known."""
    field: str | None = Field(default=None)
    """What else it changed, from what (`was`) to what (`became`), as data: no words of anybody."""
    was: str | None = Field(default=None)
    became: str | None = Field(default=None)
