"""What was asked of the book, and what the desk taught it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Text
from sqlmodel import Field

from storage.tables.base import NUMBERED_ONCE, Table, where_set
from storage.types import Names, RowId, Utc, Word


class Outcome(StrEnum):
    """How a question ended."""

    ANSWER = "answer"
    SUGGESTIONS = "suggestions"
    SILENCE = "silence"


class Question(Table, table=True):
    """One question asked of the book, with NIPs, phone numbers and e-mail addresses masked."""

    __tablename__ = "question"
    __table_args__ = (
        Index("ix_question_asker_id", "asker_id"),
        where_set("question_case", "case_id"),
        where_set("question_export", "export_id"),
        where_set("question_learned", "learned_id"),
        where_set("question_reviewer", "reviewed_by"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    asker_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False, index=True))
    text: str = Field(sa_column=Column(Text, nullable=False))  # empty: an entry was opened
    outcome: Outcome = Field(sa_column=Column(Word(Outcome), nullable=False))
    entry_id: str | None = Field(default=None)  # what was given as the answer, or picked
    nearest_id: str | None = Field(default=None)  # what ranked first, given or not
    score: float
    runner_up_score: float
    helpful: bool | None = Field(default=None)
    reviewed_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    reviewed_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    learned_id: int | None = Field(  # what its review taught the book, if anything
        default=None, sa_column=Column(RowId, ForeignKey("learned.id"))
    )
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    group_id: int | None = Field(  # where it was asked; None: alone with us
        default=None, sa_column=Column(BigInteger)
    )
    message_id: int | None = Field(  # of which it was a matter
        default=None, sa_column=Column(BigInteger)
    )
    offered: tuple[str, ...] | None = Field(  # entries to choose from, in their order
        default=None, sa_column=Column(Names)
    )
    case_id: int | None = Field(  # the question with which it was last shown for review
        default=None, sa_column=Column(RowId)
    )
    export_id: int | None = Field(  # nobody's: asked in a chat that was exported, and read
        default=None, sa_column=Column(RowId, ForeignKey("chat_export.id"))
    )
    wording: int | None = Field(default=None)  # see storage.questions.UndecidedQuestion


class ChatExport(Table, table=True):
    """A chat that somebody exported, once it was read. Neither its name nor its words are kept."""

    __tablename__ = "chat_export"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    digest: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    read_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    questions: int


class ChatQuestion(Table, table=True):
    """That a question of a chat was counted; another export may hold the same message again."""

    __tablename__ = "chat_question"
    mark: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    export_id: int = Field(
        sa_column=Column(RowId, ForeignKey("chat_export.id"), nullable=False, index=True)
    )


class TemplateRow(Table, table=True):
    """An answer that an officer wrote to be used again; see bot.rules.templates."""

    __tablename__ = "template"
    __table_args__ = NUMBERED_ONCE
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    title: str
    text: str = Field(sa_column=Column(Text, nullable=False))
    category: str | None = Field(default=None)  # None: fits all of them
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))


class LearnedRow(Table, table=True):
    """A change to the book that an officer approved in the group: who, when, and if taken back.

    Without `answer` it is another way of asking `entry_id`; with one it is a new entry.
    """

    __tablename__ = "learned"
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    entry_id: str
    question: str = Field(sa_column=Column(Text, nullable=False))
    answer: str | None = Field(default=None, sa_column=Column(Text))
    chapter: int | None = Field(default=None)
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId, ForeignKey("ticket.id")))
    asker_id: int | None = Field(  # whose words it is made of
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    lesson_id: int | None = Field(  # the first of those that were taught together with it
        default=None, sa_column=Column(RowId, ForeignKey("learned.id"))
    )
    by_id: int = Field(sa_column=Column(BigInteger, ForeignKey("person.id"), nullable=False))
    at: datetime = Field(sa_column=Column(Utc, nullable=False))
    revoked_by: int | None = Field(
        default=None, sa_column=Column(BigInteger, ForeignKey("person.id"))
    )
    revoked_at: datetime | None = Field(default=None, sa_column=Column(Utc))
