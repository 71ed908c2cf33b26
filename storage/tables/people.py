"""Who talks to the bot, and what they are being asked."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text, text
from sqlmodel import Field

from bot.rules.dialog import DialogKind
from bot.rules.ticket import Role
from storage.tables.base import Table, where_set
from storage.types import RowId, Utc, Word

ERASED_ID = -(1 << 52)
"""Stands for everybody whose data was erased. No chat has it: Telegram's ids have 52 bits at most
(Bot API, User)."""

WITHOUT_CHAT = -(1 << 53)
"""Ids from here downwards are of people whom only an officer has named: they came, called or wrote
elsewhere. Nothing can be sent to them."""


class Person(Table, table=True):
    """A Telegram user. Their private chat has the same id."""

    __tablename__ = "person"
    __table_args__ = (where_set("person_office", "office"),)
    id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    name: str
    username: str | None = Field(default=None, index=True)
    office: str | None = Field(default=None)
    role: Role = Field(default=Role.ASKER, sa_column=Column(Word(Role), nullable=False))
    reachable: bool = True
    first_seen: datetime = Field(sa_column=Column(Utc, nullable=False))
    last_entry: str | None = Field(default=None)
    last_entry_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    blocked_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    block_told_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    puzzled_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    away_until: datetime | None = Field(default=None, sa_column=Column(Utc))
    """Of somebody of the desk on leave: the midnight that ends it."""
    deputy_id: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    hears_abuse: bool = False
    """Whether reports of abuse of authority, which no group sees, go to them."""
    office_asked_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    news_off_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    """Since when they want no announcements; of their tickets they hear all the same."""

    @property
    def is_noted_down(self) -> bool:
        """Whether only an officer has named them."""
        return self.id < WITHOUT_CHAT


class BlockRow(Table, table=True):
    """One time that somebody was kept from the bot; `Person.blocked_at` says whether they are."""

    __tablename__ = "block"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    person_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    by_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    reason: str
    lifted_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    lifted_by: int | None = Field(default=None, sa_column=Column(BigInteger))
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    """The anonymous ticket by which they are called, where that is all the desk knows of them."""


class DialogRow(Table, table=True):
    """An open dialog; a person may have one of each kind."""

    __tablename__ = "dialog"
    person_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    kind: DialogKind = Field(sa_column=Column(Word(DialogKind), primary_key=True))
    step: str | None = None  # of the enum of its kind, unless another release wrote it
    key: str | None = None  # of a report: its buttons bear it, so that an old one's are dead
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    draft: str | None = Field(default=None, sa_column=Column(Text))  # see storage.drafts
    updated_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    expires_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class LastSpokenRow(Table, table=True):
    """What somebody spoke of last, as the next words may be the secret itself: for minutes."""

    __tablename__ = "last_spoken"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    person_id: int = Field(  # 0: what was written to the chat
        sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    lead: str
    open: bool  # see bot.rules.privacy.announced
    at: datetime = Field(sa_column=Column(Utc, nullable=False))


class ErasureStatus(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"  # being carried out
    CANCELLED = "cancelled"
    DONE = "done"


class ErasureRow(Table, table=True):
    """Somebody's wish to be forgotten. It is no ticket, and counts in no figure.

    Done, it does not know any more whose it was; `mark` only tells, of a person in a backup that
    is put back, whether it was theirs (see storage.erasures).
    """

    __tablename__ = "erasure"
    __table_args__ = (
        Index(
            "erasure_open",
            "person_id",
            unique=True,
            sqlite_where=text("status IN ('open', 'confirmed')"),
            postgresql_where=text("status IN ('open', 'confirmed')"),
        ),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    person_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    status: ErasureStatus = Field(sa_column=Column(Word(ErasureStatus), nullable=False))
    asked_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    due_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    confirmed_by: int | None = Field(default=None, sa_column=Column(BigInteger))
    confirmed_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    done_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    mark: str | None = Field(default=None)
    card_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
