"""Every table. Rows only: what is done with them stands in the file of each noun."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlmodel import Field, SQLModel

from bot.rules.dialog import DialogKind
from bot.rules.ticket import Deed, Kind, Number, Role, Status
from storage.types import RowId, Utc, Word

# Named constraints can be altered by later migrations, on SQLite too.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class InboxStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class OutboxStatus(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"


class Outcome(StrEnum):
    """How a question ended."""

    ANSWER = "answer"
    SUGGESTIONS = "suggestions"
    SILENCE = "silence"


class InboxRow(SQLModel, table=True):
    """One update, raw, as it came. `seq` is the order of arrival: Telegram may restart its ids."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "inbox_waiting",
            "seq",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )
    seq: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    update_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    lane: int = Field(sa_column=Column(BigInteger, nullable=False))
    raw: str = Field(sa_column=Column(Text, nullable=False))
    received_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    status: InboxStatus = Field(sa_column=Column(Word(InboxStatus), nullable=False))
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    error: str | None = Field(default=None, sa_column=Column(Text))


class OutboxRow(SQLModel, table=True):
    """One call to the Bot API still to be made, or made."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_waiting",
            "chat_id",
            "id",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        Index(
            "outbox_coalesce",
            "coalesce",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    method: str
    payload: str = Field(sa_column=Column(Text, nullable=False))
    file: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    status: OutboxStatus = Field(sa_column=Column(Word(OutboxStatus), nullable=False))
    created_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    not_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    expires_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    attempts: int = 0
    revision: int = 0
    coalesce: str | None = Field(default=None)
    purpose: str | None = Field(default=None)
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId))
    under_card: bool = False
    sent_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    error: str | None = Field(default=None, sa_column=Column(Text))


class AgendaRow(SQLModel, table=True):
    """Something done once for a period; the key is the promise."""

    __tablename__ = "agenda"
    kind: str = Field(primary_key=True)
    period: str = Field(primary_key=True)
    made_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class ChatAlias(SQLModel, table=True):
    """A group that became a supergroup: settings may still name the old id."""

    __tablename__ = "chat_alias"
    old_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    new_id: int = Field(sa_column=Column(BigInteger, nullable=False))


class Person(SQLModel, table=True):
    """A Telegram user. Their private chat has the same id."""

    __tablename__ = "person"
    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    name: str
    username: str | None = Field(default=None, index=True)
    office: str | None = Field(default=None)
    role: Role = Field(default=Role.ASKER, sa_column=Column(Word(Role), nullable=False))
    reachable: bool = True
    first_seen: datetime = Field(sa_column=Column(Utc, nullable=False))
    last_entry: str | None = Field(default=None)
    last_entry_at: datetime | None = Field(default=None, sa_column=Column(Utc))


class DialogRow(SQLModel, table=True):
    """An open dialog; a person may have one of each kind."""

    __tablename__ = "dialog"
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: DialogKind = Field(sa_column=Column(Word(DialogKind), primary_key=True))
    step: str | None = None  # of a report: a Step, unless another release wrote it
    key: str | None = None  # of a report: its buttons bear it, so that an old one's are dead
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    draft: str | None = Field(default=None, sa_column=Column(Text))  # see storage.drafts
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    expires_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class TicketSeries(SQLModel, table=True):
    """The last number given out in a year. Numbers are never reused."""

    __tablename__ = "ticket_series"
    year: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    last: int = 0


class Ticket(SQLModel, table=True):
    __tablename__ = "ticket"
    __table_args__ = (UniqueConstraint("year", "serial"),)
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
    card_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))

    @property
    def number(self) -> Number:
        return Number(self.year, self.serial)


class TicketEvent(SQLModel, table=True):
    """What happened to a ticket. Every figure in a report is derived from these rows."""

    __tablename__ = "ticket_event"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False, index=True)
    )
    at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    deed: Deed = Field(sa_column=Column(Word(Deed), nullable=False))
    actor_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    before: Status | None = Field(default=None, sa_column=Column(Word(Status)))
    after: Status = Field(sa_column=Column(Word(Status), nullable=False))
    text: str | None = Field(default=None, sa_column=Column(Text))


class Attachment(SQLModel, table=True):
    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("ticket_id", "unique_id"),)
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    kind: str
    file_id: str
    unique_id: str
    group_id: str | None = Field(default=None, index=True)
    added_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class AlbumRow(SQLModel, table=True):
    """An album at the desk of which further parts may still come; then it is one answer.

    Taken, it is kept without its words and files: what comes late is treated as the first was.
    """

    __tablename__ = "album"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    group_id: str = Field(primary_key=True)
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    message_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    purpose: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    files: str = Field(sa_column=Column(Text, nullable=False))
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class MessageRef(SQLModel, table=True):
    """Which ticket a message of ours, or of theirs, belongs to; replies are read by it."""

    __tablename__ = "message_ref"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False, index=True)
    )
    purpose: str


class Question(SQLModel, table=True):
    """One question asked of the book, with NIPs, phone numbers and e-mail addresses masked."""

    __tablename__ = "question"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    asker_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    text: str = Field(sa_column=Column(Text, nullable=False))
    outcome: Outcome = Field(sa_column=Column(Word(Outcome), nullable=False))
    entry_id: str | None = Field(default=None)  # what was given as the answer, or picked
    nearest_id: str | None = Field(default=None)  # what ranked first, given or not
    score: float
    runner_up_score: float
    helpful: bool | None = Field(default=None)
    reviewed_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    reviewed_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    learned_id: int | None = Field(  # what its review taught the book, if anything
        default=None, sa_column=Column(RowId, ForeignKey("learned.id"))
    )
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))


class LearnedRow(SQLModel, table=True):
    """A change to the book that an officer approved in the group: who, when, and if taken back.

    Without `answer` it is another way of asking `entry_id`; with one it is a new entry.
    """

    __tablename__ = "learned"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    entry_id: str
    question: str = Field(sa_column=Column(Text, nullable=False))
    answer: str | None = Field(default=None, sa_column=Column(Text))
    chapter: int | None = Field(default=None)
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    revoked_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    revoked_at: datetime | None = Field(default=None, sa_column=Column(Utc))
