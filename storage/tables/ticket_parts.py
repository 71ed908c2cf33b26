"""What belongs to a ticket: who else is told, what it is found by, its messages and files."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Text, UniqueConstraint
from sqlmodel import Field

from bot.rules.noting import LinkStatus
from bot.rules.purpose import Purpose
from storage.tables.base import Table, where_set
from storage.types import RowId, Utc, Word


class TicketLink(Table, table=True):
    """A ticket that an officer noted down, and the Telegram user who was asked whether it is
    theirs."""

    __tablename__ = "ticket_link"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False, index=True)
    )
    person_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    noted_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    """Whom the officer named then: the reporter again, should it be undone."""
    by_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    status: LinkStatus = Field(sa_column=Column(Word(LinkStatus), nullable=False))
    asked_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    decided_at: datetime | None = Field(default=None, sa_column=Column(Utc))


class TicketFollower(Table, table=True):
    """Somebody of the desk who hears of what happens to a ticket that another has."""

    __tablename__ = "ticket_follower"
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), primary_key=True))
    person_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), primary_key=True, index=True)
    )


class SearchRow(Table, table=True):
    """By which words a ticket is found; see storage.search."""

    __tablename__ = "ticket_search"
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), primary_key=True, autoincrement=False)
    )
    who: str = Field(sa_column=Column(Text, nullable=False))  # the reporter's name and office
    words: str = Field(sa_column=Column(Text, nullable=False))


class Attachment(Table, table=True):
    __tablename__ = "attachment"
    __table_args__ = (UniqueConstraint("ticket_id", "unique_id"),)
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    kind: str
    file_id: str
    unique_id: str
    group_id: str | None = Field(default=None, index=True)
    added_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class AlbumRow(Table, table=True):
    """An album at the desk of which further parts may still come; then it is one answer.

    Taken, it is kept without its words and files: what comes late is treated as the first was.
    """

    __tablename__ = "album"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    group_id: str = Field(primary_key=True)
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    message_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    purpose: Purpose = Field(sa_column=Column(Word(Purpose), nullable=False))
    prompted_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    text: str = Field(sa_column=Column(Text, nullable=False))
    files: str = Field(sa_column=Column(Text, nullable=False))
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class HeldAnswer(Table, table=True):
    """An answer that is held back until its writer says whether it is to be sent."""

    __tablename__ = "held_answer"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    ticket_id: int = Field(sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False))
    purpose: Purpose = Field(sa_column=Column(Word(Purpose), nullable=False))
    prompted_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    text: str = Field(sa_column=Column(Text, nullable=False))
    files: str = Field(sa_column=Column(Text, nullable=False))
    held_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class MessageRef(Table, table=True):
    """Which ticket a message of ours, or of theirs, belongs to; replies are read by it."""

    __tablename__ = "message_ref"
    __table_args__ = (where_set("message_ref_prompted", "prompted_id"),)
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False, index=True)
    )
    purpose: Purpose = Field(sa_column=Column(Word(Purpose), nullable=False))
    prompted_id: int | None = Field(  # whose reply a prompt asks for; others' stay at the desk
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    file: str | None = Field(default=None)  # photo, video or document: what else it is than words
