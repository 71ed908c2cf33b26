"""Who talks to the bot, and what they are being asked."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Text
from sqlmodel import Field

from bot.rules.ticket import Role
from storage.tables.base import Table
from storage.types import Utc, Word


class DialogKind(StrEnum):
    """What an open conversation is about."""

    COMPLAINT = "complaint"
    LOOSE = "loose"  # files that came without a report; kept in case one is begun
    REPLY = "reply"  # plain words belong to a ticket
    OFFICE = "office"


class Person(Table, table=True):
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


class DialogRow(Table, table=True):
    """An open conversation: what is being asked and what was answered so far."""

    __tablename__ = "dialog"
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: str
    step: str
    key: str
    draft: str = Field(sa_column=Column(Text, nullable=False))
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    expires_at: datetime | None = Field(default=None, sa_column=Column(Utc))
