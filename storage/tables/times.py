"""What waits for a later hour, or stands at the desk until it changes."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text, text
from sqlmodel import Field

from bot.rules.digest import Digest
from storage.tables.base import NUMBERED_ONCE, Table
from storage.types import RowId, Utc, Word


class SatisfactionRow(Table, table=True):
    """How satisfied a reporter was, of those who were asked: 1 to 4 as in the SKM survey."""

    __tablename__ = "satisfaction"
    __table_args__ = (
        Index(
            "satisfaction_unrated",
            "asked_at",
            sqlite_where=text("score IS NULL"),
            postgresql_where=text("score IS NULL"),
        ),
    )
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), primary_key=True, autoincrement=False)
    )
    asked_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    score: int | None = None
    rated_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    words: str | None = Field(default=None, sa_column=Column(Text))


class LaterAnswer(Table, table=True):
    """An officer's answer that goes out in the morning. Gone once it was sent, or called off."""

    __tablename__ = "later_answer"
    __table_args__ = NUMBERED_ONCE
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    ticket_id: int = Field(
        sa_column=Column(RowId, ForeignKey("ticket.id"), nullable=False, index=True)
    )
    officer_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    message_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    files: str = Field(sa_column=Column(Text, nullable=False))
    send_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class DigestRow(Table, table=True):
    """Who is told alone, and how often, what they have in hand; officers without a row are not."""

    __tablename__ = "digest"
    person_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("person.id"), primary_key=True, autoincrement=False
        )
    )
    often: Digest = Field(sa_column=Column(Word(Digest), nullable=False))


class BoardRow(Table, table=True):
    """The pinned message of the helpdesk group, and a digest of what it said last."""

    __tablename__ = "board"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    mark: str
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))
