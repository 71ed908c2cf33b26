"""What goes to many, and what became of it with each."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text, text
from sqlmodel import Field

from bot.rules.announcement import Audience, NewsStatus, RecipientStatus, Rhythm
from storage.tables.base import Table, where_set
from storage.types import RowId, Utc, Word


class Announcement(Table, table=True):
    """One that goes out, or, with `every`, one of the calendar: each time that comes, it makes one
    of its own."""

    __tablename__ = "announcement"
    __table_args__ = (
        Index("announcement_status", "status"),
        where_set("announcement_approved", "approved_by"),
        where_set("announcement_stopped", "stopped_by"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    status: NewsStatus = Field(sa_column=Column(Word(NewsStatus), nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    file_kind: str | None = Field(default=None)
    file_id: str | None = Field(default=None)
    album: str | None = Field(default=None)  # of which it is the first file
    more_files: str | None = Field(default=None, sa_column=Column(Text))  # the others; JSON
    audience: Audience | None = Field(default=None, sa_column=Column(Word(Audience)))
    chosen: str = Field(default="[]", sa_column=Column(Text, nullable=False))  # JSON
    people: int | None = None  # whom it would have reached when that was counted last
    revision: int = 0  # what is approved is one of them
    by_id: int = Field(
        sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False, index=True)
    )
    made_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    source_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    source_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    approved_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    approved_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    begun_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    stopped_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    ended_at: datetime | None = Field(default=None, sa_column=Column(Utc))  # or stopped
    told_at: datetime | None = Field(default=None, sa_column=Column(Utc))  # how far it is
    every: Rhythm | None = Field(default=None, sa_column=Column(Word(Rhythm)))
    first_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    next_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    of_id: int | None = Field(default=None, sa_column=Column(RowId))  # of the calendar's
    card_chat_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    card_message_id: int | None = Field(default=None, sa_column=Column(BigInteger))


_A_PERSON = text("person_id > 0")  # of those who were erased it may have gone to several


class Recipient(Table, table=True):
    __tablename__ = "recipient"
    __table_args__ = (
        Index(
            "recipient_person",
            "person_id",
            "announcement_id",
            unique=True,
            sqlite_where=_A_PERSON,
            postgresql_where=_A_PERSON,
        ),
        Index("recipient_reached", "announcement_id", "reached", "id"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    announcement_id: int = Field(
        sa_column=Column(RowId, ForeignKey("announcement.id"), nullable=False)
    )
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    reached: RecipientStatus = Field(sa_column=Column(Word(RecipientStatus), nullable=False))
    parts: int = 0  # of it that are over: a file above its text may go on the evening before
