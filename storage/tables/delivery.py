"""What came in, what goes out, and what was done for its time."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, Index, Text, text
from sqlmodel import Field

from bot.rules.purpose import Purpose
from storage.tables.base import Table
from storage.types import RowId, Utc, Word


class InboxStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class OutboxStatus(StrEnum):
    WAITING = "waiting"
    SENT = "sent"
    HELD = "held"  # until what `held_for` says is over
    DEAD = "dead"


class HoldReason(StrEnum):
    UNREACHABLE = "unreachable"  # the person blocked the bot, or left Telegram
    NO_FILES = "no_files"  # the group takes words, but no files


class JobKind(StrEnum):
    """What takes longer than a turn may."""

    FIGURES = "figures"  # /laporan
    WEEKLY = "weekly"  # Monday's page
    MONTHLY = "monthly"  # a month's page, once it is over
    MONTH = "month"  # the page of one month, by its button
    ROWS = "rows"  # the tickets behind a figure of a report
    FIGURE_GROUP = "figure_group"  # figures of the head's page, each a button
    WEEK = "week"  # the page of one week, by its button
    CASES = "cases"  # a page of /faq
    LESSON = "lesson"  # what an officer wants to teach the book, tried first
    CARDS = "cards"  # those of the open tickets, in a group that has moved
    REPORTER = "reporter"  # those of somebody who blocked the bot, or came back
    BOOK = "book"  # what the desk has just taught it
    ERASE = "erase"  # all that there is of one person
    UNSAY = "unsay"  # what the group was shown of somebody who was erased
    MY_DATA = "my_data"  # /data_saya
    BOOK_FIGURES = "book_figures"  # a page of how the book's answers did
    ADDITIONS = "additions"  # of a reporter who writes much, in one
    BESIDE = "beside"  # what stands beside the ratio of some days
    CHARTS = "charts"  # of some days, as pictures
    PAGE_PAPER = "page_paper"  # the head's page, as a PDF
    EVIDENCE = "evidence"  # a paper to hand in, as a file
    CLOSE = "close"  # a week, month or year that is over
    PASS_ON = "pass_on"  # the tickets of somebody who is away, or no longer of the desk
    ALIKE = "alike"  # open tickets that may be about an incident
    INCIDENT_CARD = "incident_card"  # after some were counted
    INCIDENT_NEWS = "incident_news"  # told to all whom it hit; at its end its tickets are closed
    PICTURE = "picture"  # of a screen, perhaps with an error on it
    CLINIC_NEWS = "clinic_news"  # a session was changed or called off
    CLINIC_TOPICS = "clinic_topics"  # of which somebody may ask for a session
    CLINIC_PAPER = "clinic_paper"  # report, invitation or recap
    SURVEY_PAPER = "survey_paper"  # its report
    NEWS_SHOWN = "news_shown"  # an announcement as it will look, and how many it goes to
    NEWS_CARD = "news_card"  # of one, as it stands now
    CLINIC_NEEDS = "clinic_needs"
    NEWS_OFFICES = "news_offices"  # to choose from
    NEWS_NAMES = "news_names"  # of those whom one did not reach
    NEWS_LIST = "news_list"  # to whom one goes


class JobStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class InboxRow(Table, table=True):
    """One update, raw until it is done. `seq` is the order of arrival: Telegram may restart
    its ids."""

    __tablename__ = "inbox"
    __table_args__ = (
        Index(
            "inbox_waiting",
            "seq",
            "lane",
            "not_before",
            "status",  # else SQLite reads each row for it
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        Index(
            "inbox_message",
            "lane",
            "message_id",
            sqlite_where=text("message_id IS NOT NULL"),
            postgresql_where=text("message_id IS NOT NULL"),
        ),
    )
    seq: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    update_id: int = Field(sa_column=Column(BigInteger, unique=True, nullable=False))
    lane: int = Field(sa_column=Column(BigInteger, nullable=False))
    raw: str = Field(sa_column=Column(Text, nullable=False))
    received_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    status: InboxStatus = Field(sa_column=Column(Word(InboxStatus), nullable=False))
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    error: str | None = Field(default=None, sa_column=Column(Text))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    mark: str | None = None  # of what the message said: an edit may have changed nothing


# As they stand in the indexes: a query that is to use one says the same.
IS_ANSWER = f"purpose = '{Purpose.ANSWER}'"
HAS_SUBJECT = f"(subject_id IS NOT NULL OR purpose = '{Purpose.NEWS_WORDS}')"


class OutboxRow(Table, table=True):
    """One call to the Bot API still to be made, or made."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_waiting",
            "chat_id",
            "id",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        Index(
            "outbox_coalesce",
            "coalesce",
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        # What was passed on, found again when its writer puts it right.
        Index(
            "outbox_answers",
            "coalesce",
            sqlite_where=text(IS_ANSWER),
            postgresql_where=text(IS_ANSWER),
        ),
        # What stands for something, found again where its number in the chat is not known.
        Index(
            "outbox_subjects",
            "chat_id",
            sqlite_where=text(HAS_SUBJECT),
            postgresql_where=text(HAS_SUBJECT),
        ),
        Index(
            "outbox_prompts",
            "ticket_id",
            sqlite_where=text("prompted_id IS NOT NULL"),
            postgresql_where=text("prompted_id IS NOT NULL"),
        ),
        Index(
            "outbox_held",
            "chat_id",
            sqlite_where=text("status = 'held'"),
            postgresql_where=text("status = 'held'"),
        ),
        Index(
            "outbox_news",
            "announcement_id",
            "status",
            sqlite_where=text("announcement_id IS NOT NULL"),
            postgresql_where=text("announcement_id IS NOT NULL"),
        ),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    method: str
    payload: str = Field(sa_column=Column(Text, nullable=False))
    renderings: str | None = Field(default=None, sa_column=Column(Text))
    status: OutboxStatus = Field(sa_column=Column(Word(OutboxStatus), nullable=False))
    held_for: HoldReason | None = Field(default=None, sa_column=Column(Word(HoldReason)))
    created_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    not_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    expires_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    attempts: int = 0
    revision: int = 0
    coalesce: str | None = Field(default=None)
    purpose: Purpose | None = Field(default=None, sa_column=Column(Word(Purpose)))
    prompted_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    ticket_id: int | None = Field(default=None, sa_column=Column(RowId))
    subject_id: int | None = Field(default=None, sa_column=Column(RowId))
    part: str | None = Field(default=None)
    quotes: bool = False  # for officers, and names people (`prompted_id`) or repeats their words
    under_card: bool = False
    announcement_id: int | None = Field(default=None, sa_column=Column(RowId))
    sent_at: datetime | None = Field(default=None, sa_column=Column(Utc))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))
    error: str | None = Field(default=None, sa_column=Column(Text))


class JobRow(Table, table=True):
    """Something asked for that is computed outside any writing transaction, and then said.

    One of a key waits at a time.
    """

    __tablename__ = "job"
    __table_args__ = (
        Index(
            "job_waiting",
            "key",
            unique=True,
            sqlite_where=text("status = 'waiting'"),
            postgresql_where=text("status = 'waiting'"),
        ),
        Index("job_asked_by", "asker_id", "kind", "asked_at"),
    )
    id: int = Field(default=None, sa_column=Column(RowId, primary_key=True))
    kind: JobKind = Field(sa_column=Column(Word(JobKind), nullable=False))
    key: str
    arguments: str = Field(sa_column=Column(Text, nullable=False))  # JSON
    chat_id: int = Field(sa_column=Column(BigInteger, nullable=False))
    message_id: int | None = Field(default=None, sa_column=Column(BigInteger))  # what asked for it
    asker_id: int | None = Field(default=None, sa_column=Column(BigInteger))  # nobody: the clock
    about_id: int | None = Field(default=None, sa_column=Column(BigInteger))  # a person it names
    asked_at: datetime = Field(sa_column=Column(Utc, nullable=False))
    status: JobStatus = Field(sa_column=Column(Word(JobStatus), nullable=False))
    attempts: int = 0
    not_before: datetime | None = Field(default=None, sa_column=Column(Utc))
    error: str | None = Field(default=None, sa_column=Column(Text))


class SubjectRef(Table, table=True):
    """What a message stands for that belongs to no ticket; replies are read by it."""

    __tablename__ = "subject_ref"
    chat_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    message_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    purpose: Purpose = Field(sa_column=Column(Word(Purpose), nullable=False))
    subject_id: int | None = Field(default=None, sa_column=Column(RowId))
    part: str | None = Field(default=None)


class ChatAlias(Table, table=True):
    """A group that became a supergroup: settings may still name the old id."""

    __tablename__ = "chat_alias"
    old_id: int = Field(sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    new_id: int = Field(sa_column=Column(BigInteger, nullable=False))
