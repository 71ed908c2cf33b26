"""Surveys of satisfaction. What was answered and who took part stand apart, and nothing in either
leads to the other: no number, no time, no order."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Date, ForeignKey, Index, Text, UniqueConstraint
from sqlmodel import Field

from bot.rules.survey import Showing, SurveyStatus
from storage.tables.base import NUMBERED_ONCE, Table, where_set
from storage.types import Names, RowId, Utc, Word


class Survey(Table, table=True):
    __tablename__ = "survey"
    __table_args__ = NUMBERED_ONCE
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    status: SurveyStatus = Field(sa_column=Column(Word(SurveyStatus), nullable=False))
    edition: str
    elements: tuple[str, ...] = Field(sa_column=Column(Names, nullable=False))
    """Their keys in the order in which they are asked."""
    first: date | None = Field(default=None, sa_column=Column(Date))
    """Whoever was served from this day to the last is asked."""
    last: date | None = Field(default=None, sa_column=Column(Date))
    days: int  # for which it is open
    population: int | None = Field(default=None)
    population_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    """When the personnel list was read that has so many; None: somebody typed it."""
    invited: int | None = Field(default=None)  # counted when it was closed
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    made_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    opened_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    closes_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    closed_at: datetime | None = Field(default=None, sa_column=Column(Utc))


class SurveySheets(Table, table=True):
    """All that was answered, in one row that is written anew each time: a line is one person's
    scores, and the lines are sorted. Rows of their own would tell by their place on the disk, or
    by the transaction that wrote them, who had written them."""

    __tablename__ = "survey_sheets"
    survey_id: int = Field(
        sa_column=Column(RowId, ForeignKey("survey.id"), primary_key=True, autoincrement=False)
    )
    sheets: str = Field(sa_column=Column(Text, nullable=False))


class SurveyPerson(Table, table=True):
    """Somebody who is asked; gone once the survey is closed."""

    __tablename__ = "survey_person"
    __table_args__ = (Index("survey_person_person", "person_id"),)
    survey_id: int = Field(
        sa_column=Column(RowId, ForeignKey("survey.id"), primary_key=True, autoincrement=False)
    )
    person_id: int = Field(
        sa_column=Column(
            BigInteger, ForeignKey("person.id"), primary_key=True, autoincrement=False
        )
    )
    taken_part: bool = False
    draft: str | None = Field(default=None)  # until it is sent: what was answered so far


class SurveyTestimony(Table, table=True):
    """What somebody said of the service, to be read by others."""

    __tablename__ = "survey_testimony"
    __table_args__ = (
        Index("survey_testimony_survey", "survey_id"),
        Index("survey_testimony_person", "person_id"),
        where_set("survey_testimony_looked", "looked_by"),
        NUMBERED_ONCE,
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    survey_id: int = Field(sa_column=Column(RowId, ForeignKey("survey.id"), nullable=False))
    person_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    text: str = Field(sa_column=Column(Text, nullable=False))
    named: bool  # whether their name may stand below it
    status: Showing = Field(sa_column=Column(Word(Showing), nullable=False))
    looked_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )


class SurveyFollowUp(Table, table=True):
    """What was done about one of a survey's lowest elements."""

    __tablename__ = "survey_follow_up"
    __table_args__ = (UniqueConstraint("survey_id", "element"),)
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    survey_id: int = Field(sa_column=Column(RowId, ForeignKey("survey.id"), nullable=False))
    element: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
