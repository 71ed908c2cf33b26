"""What hit many at once, and whom."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text
from sqlmodel import Field

from storage.tables.base import Table
from storage.types import RowId, Utc


class IncidentRow(Table, table=True):
    """Open until `closed_at`; `note` then tells what was done."""

    __tablename__ = "incident"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    title: str
    begun_by: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    begun_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    closed_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    closed_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    note: str | None = Field(default=None, sa_column=Column(Text))
    digested: int = 0
    """How many the group was last told were hit."""
    card_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))


class IncidentTicket(Table, table=True):
    """A ticket of the same matter; an officer said so."""

    __tablename__ = "incident_ticket"
    incident_id: int = Field(
        sa_column=Column(RowId, ForeignKey("incident.id"), primary_key=True, autoincrement=False)
    )
    ticket_id: int = Field(
        sa_column=Column(
            RowId, ForeignKey("ticket.id"), primary_key=True, autoincrement=False, index=True
        )
    )
    at: datetime = Field(sa_column=Column(Utc, nullable=False))


class IncidentPerson(Table, table=True):
    """Whom it hit: by a ticket, or who said "Saya juga". `told`: the last news they heard."""

    __tablename__ = "incident_person"
    incident_id: int = Field(
        sa_column=Column(RowId, ForeignKey("incident.id"), primary_key=True, autoincrement=False)
    )
    person_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("person.id"), primary_key=True, autoincrement=False, index=True
        )
    )
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    told: int = 0


class IncidentNews(Table, table=True):
    """What was told to all whom it hit; the last of it, with `closes`, that it is over."""

    __tablename__ = "incident_news"
    __table_args__ = (Index("incident_news_of", "incident_id", "id"),)
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    incident_id: int = Field(sa_column=Column(RowId, ForeignKey("incident.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    closes: bool = False
