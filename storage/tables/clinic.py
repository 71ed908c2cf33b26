"""Coaching Clinic: sessions, who comes to them, what they thought of it, and what is asked for."""

from datetime import datetime

from sqlalchemy import BigInteger, Column, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlmodel import Field

from bot.rules.clinic import RequestStatus, SessionStatus
from storage.tables.base import NUMBERED_ONCE, Table, where_set
from storage.types import RowId, Utc, Word


class ClinicSession(Table, table=True):
    """None: not asked yet. Empty: asked, and left out."""

    __tablename__ = "clinic_session"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    status: SessionStatus = Field(sa_column=Column(Word(SessionStatus), nullable=False))
    topic: str | None = Field(default=None, sa_column=Column(Text))
    starts_at: datetime | None = Field(default=None, sa_column=Column(Utc, index=True))
    ends_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    place: str | None = Field(default=None, sa_column=Column(Text))
    trainers: str | None = Field(default=None, sa_column=Column(Text))
    offices: str | None = Field(default=None, sa_column=Column(Text))  # invited
    assignment: str | None = Field(default=None, sa_column=Column(Text))
    capacity: int | None = Field(default=None)
    code: str | None = Field(default=None)  # of attendance
    revision: int = 0  # how often what participants must know was changed
    changed_at: datetime | None = Field(default=None, sa_column=Column(Utc))  # when, last
    questions: str | None = Field(default=None, sa_column=Column(Text))  # raised in it
    follow_up: str | None = Field(default=None, sa_column=Column(Text))
    reason: str | None = Field(default=None, sa_column=Column(Text))  # why it was called off
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    made_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    opened_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    cancelled_at: datetime | None = Field(default=None, sa_column=Column(Utc))


_A_PERSON = text("person_id > 0")  # of those who were erased several may have been there


class ClinicSeat(Table, table=True):
    """Somebody in a session: with a place, waiting for one, or there without having joined."""

    __tablename__ = "clinic_seat"
    __table_args__ = (
        Index(
            "clinic_seat_person",
            "person_id",
            "session_id",
            unique=True,
            sqlite_where=_A_PERSON,
            postgresql_where=_A_PERSON,
        ),
        Index("clinic_seat_session", "session_id", "id"),
        where_set("clinic_seat_marked", "marked_by"),
        NUMBERED_ONCE,
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))  # order of joining
    session_id: int = Field(
        sa_column=Column(RowId, ForeignKey("clinic_session.id"), nullable=False)
    )
    person_id: int | None = Field(  # None: somebody whom an officer named
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    guest: str | None = Field(default=None, sa_column=Column(Text))
    guest_nip: str | None = Field(default=None, sa_column=Column(String(18)))  # till it is linked
    office: str | None = Field(default=None, sa_column=Column(Text))  # as it was then
    joined_at: datetime | None = Field(default=None, sa_column=Column(Utc))  # None: walked in
    seated_at: datetime | None = Field(default=None, sa_column=Column(Utc))  # None: waits
    attended_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    marked_by: int | None = Field(  # None: by the code
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )


class ClinicAnswer(Table, table=True):
    """One answer of the evaluation; see bot.rules.clinic.QUESTIONS."""

    __tablename__ = "clinic_answer"
    seat_id: int = Field(
        sa_column=Column(
            RowId, ForeignKey("clinic_seat.id"), primary_key=True, autoincrement=False
        )
    )
    question: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    score: int
    at: datetime = Field(sa_column=Column(Utc, nullable=False))


class ClinicFile(Table, table=True):
    """Materials and photos, kept as Telegram's file ids."""

    __tablename__ = "clinic_file"
    __table_args__ = (UniqueConstraint("session_id", "unique_id"),)
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    session_id: int = Field(
        sa_column=Column(RowId, ForeignKey("clinic_session.id"), nullable=False)
    )
    kind: str
    file_id: str
    unique_id: str
    sent_by: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    added_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class ClinicRequest(Table, table=True):
    """Somebody asks for a session for their office."""

    __tablename__ = "clinic_request"
    __table_args__ = (
        Index("clinic_request_person", "person_id"),
        where_set("clinic_request_answered", "answered_by"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    key: str = Field(unique=True)  # of the dialog it came from: pressed twice it is one
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    office: str = Field(sa_column=Column(Text, nullable=False))
    topic: str = Field(sa_column=Column(Text, nullable=False))
    status: RequestStatus = Field(sa_column=Column(Word(RequestStatus), nullable=False))
    asked_at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    answered_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    answered_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    answer: str | None = Field(default=None, sa_column=Column(Text))
    session_id: int | None = Field(
        default=None, sa_column=Column(RowId, ForeignKey("clinic_session.id"))
    )
