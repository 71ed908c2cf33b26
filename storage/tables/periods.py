"""Periods that are closed: what was reported about them, for good."""

from datetime import datetime

from sqlalchemy import Column, LargeBinary, Text
from sqlmodel import Field

from bot.rules.closing import PeriodKind
from storage.tables.base import Table
from storage.types import Utc, Word


class ClosedPeriod(Table, table=True):
    """Figures, definition and rows of a week, month or year, as they stood when it was closed.

    Nobody's name or words are in it. The record is never changed.
    """

    __tablename__ = "closed_period"
    span: PeriodKind = Field(sa_column=Column(Word(PeriodKind), primary_key=True))
    key: str = Field(primary_key=True)
    closed_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    mark: str = Field(index=True)  # SHA-256 of the record before it was packed
    record: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    papers: str = Field(
        sa_column=Column(Text, nullable=False)
    )  # JSON: a paper's form, its SHA-256
