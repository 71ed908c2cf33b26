"""The agency's personnel as its list was read last, and who of the bot's people is who there.

Nowhere else does a whole NIP stand in a column of its own, save of guests of Coaching Clinic.
"""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, text
from sqlmodel import Field

from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.people import State
from storage.tables.base import NUMBERED_ONCE, Table, where_set
from storage.types import Names, RowId, Utc, Word

_CURRENT = text("is_current")


class RosterImport(Table, table=True):
    """One reading of the list; what it brought counts from the moment it is the current one."""

    __tablename__ = "roster_import"
    __table_args__ = (
        Index(
            "roster_import_current",
            "is_current",
            unique=True,
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    people: int
    is_current: bool = False
    is_gone: bool = False  # its people were taken away: a newer list counts, or it never did


class RosterEntry(Table, table=True):
    """Somebody of the personnel; who is missing in a newer list stays, with the state that says
    so."""

    __tablename__ = "roster_entry"
    import_id: int = Field(
        sa_column=Column(
            RowId, ForeignKey("roster_import.id"), primary_key=True, autoincrement=False
        )
    )
    nip: str = Field(sa_column=Column(String(18), primary_key=True))
    name: str
    office: str | None = None
    position: str | None = None
    rank: str | None = None
    phone: tuple[str, ...] | None = Field(  # as dialled from abroad
        default=None, sa_column=Column(Names)
    )
    email: str | None = None
    status: str | None = None  # in the list's own words
    state: State = Field(sa_column=Column(Word(State), nullable=False))
    doubt: str | None = None  # what is odd about the NIP
    left_at: datetime | None = Field(default=None, sa_column=Column(Utc))


class RosterLink(Table, table=True):
    """A Telegram user and a NIP, by a second proof: `by_id` is the officer, None the number of
    their own telephone."""

    __tablename__ = "roster_link"
    __table_args__ = (where_set("roster_link_by", "by_id"),)
    person_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("person.id"), primary_key=True, autoincrement=False
        )
    )
    nip: str = Field(sa_column=Column(String(18), nullable=False, unique=True))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    by_id: int | None = Field(default=None, sa_column=Column(BigInteger, ForeignKey("person.id")))


class RosterClaim(Table, table=True):
    """Somebody said that a NIP is theirs: one try."""

    __tablename__ = "roster_claim"
    __table_args__ = (
        Index("roster_claim_person", "person_id", "at"),
        Index("roster_claim_nip", "nip", "at"),
        where_set("roster_claim_decided", "decided_by"),
        NUMBERED_ONCE,
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    nip: str = Field(sa_column=Column(String(18), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    status: ClaimStatus = Field(sa_column=Column(Word(ClaimStatus), nullable=False))
    decided_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    decided_at: datetime | None = Field(default=None, sa_column=Column(Utc))
