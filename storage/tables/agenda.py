"""What was done once, and when the bot did not serve."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Column, String
from sqlmodel import Field

from storage.tables.base import Table
from storage.types import Utc, Word


class AgendaKind(StrEnum):
    """What is done once. Behind each: for whom or what, in the columns of the key.

    What is said once to each of many has a kind in the plural beside it, by the day: that all of
    that day have been looked through.
    """

    # The bot itself
    INSTALLED = "installed"  # the database was first used; nothing is due for the time before
    SERVING_SINCE = "serving_since"  # from when on it is written down that the bot serves
    SERVED_LAST = "served_last"  # that it serves, noted every few minutes
    TIDIED = "tidy"  # day
    ERASURES_SCRUBBED = "erasures_scrubbed"  # part: how many erasures there had been
    SURVEY_SCRUBBED = "survey_scrubbed"  # survey

    # Pages and figures
    WEEKLY = "weekly"  # week: its page was asked for
    MONTHLY = "monthly"  # month: likewise
    CLOSED = "closed"  # week, month or year: its record was asked for

    # The desk
    WAITING_LISTED = "morning"  # day: what waits was listed in the group
    DEADLINES_LOOKED = "deadlines_looked"  # when what is nearly late, late … was last looked for
    DIGEST_SENT = "digest"  # officer, day
    DIGESTS_SENT = "digests"  # day
    LATE_CARD = "late_card"  # ticket: its card is still to be posted
    INCIDENT_TOLD = "incident"  # incident, part: the hour since it began
    ERASURE_SOON = "erasure_soon"  # request: it will be overdue
    ERASURE_LATE = "erasure_late"  # request, day: it is

    # Reporters and askers
    VERDICT_REMINDED = "verdict"  # ticket, part: the event that settled it
    VERDICTS_REMINDED = "verdicts"  # day
    QUESTION_REMINDED = "silence"  # ticket, part: the event that asked
    QUESTIONS_REMINDED = "silence_asked"  # day
    SILENT_CLOSED = "silence_closed"  # day
    RATING_REMINDED = "rating"  # ticket
    RATINGS_REMINDED = "ratings"  # day
    UNSENT_SOON = "unsent"  # person, name: of the report they began
    UNSENT_MORNING = "unsent_morning"  # person, name: likewise
    SCREEN_CONFIRMED = "read_right"  # question: whether its picture was read right
    SECRET_CAUTIONED = "secret"  # chat, subject: the message that told one
    NIP_TRIED = "nip_tried"  # whose it is, about: who named it, day

    # Coaching Clinic and surveys
    CLINIC_DAY = "clinic_day"  # person, session, minute at which it begins: told the day before
    CLINIC_HOUR = "clinic_hour"  # the same, the hour before
    CLINIC_FULL = "clinic_full"  # the same, that no place became free
    CLINIC_RATED = "clinic_rated"  # person, session: asked what they thought of it
    CLINIC_HELPED = "clinic_helped"  # person, session: and whether it helped
    CLINIC_CHANGED = "clinic_changed"  # person, session, part: its revision
    CLINIC_CALLED_OFF = "clinic_called_off"  # the same
    CLINIC_CALENDAR = "clinic_calendar"  # person, session: it is in their calendar
    CLINIC_FILES = "clinic_files"  # person, session, part: how many there are
    CLINIC_CODE_TRIED = "clinic_try"  # person, part: which of their wrong tries it was
    SURVEY_INVITED = "survey_invited"  # survey, day: all of that day

    # Alarms, each once for its key; those of a chat or a person again once it is over
    CHAT_AWAY = "chat_away"  # chat: it cannot be written to
    NOT_STARTED = "not_started"  # person of the desk: what no group may read waits for them
    FOLLOWER_WAITS = "follower_waits"  # person: what they follow waits for them
    BOARD_UNPINNED = "board_unpinned"  # chat
    CARD_REFUSED = "card_refused"  # ticket
    PAGE_REFUSED = "page_refused"  # chat, day
    HOLIDAYS_END = "holidays_end"  # day up to which they are known
    BACKUP_FAILED = "backup_failed"  # name: of the last good one
    CLOCK_WRONG = "clock_wrong"  # day
    ANOTHER_BOT = "another_bot"  # day
    WEBHOOK_TAKEN = "webhook_taken"  # day
    WEBHOOK_FAILS = "webhook_fails"  # day


class AgendaRow(Table, table=True):
    """Something done once; the key is the promise. Which columns of it a kind has, AgendaKind
    says; the others are 0 or empty, as no part of a key may be missing."""

    __tablename__ = "agenda"
    kind: AgendaKind = Field(sa_column=Column(Word(AgendaKind), primary_key=True))
    chat_id: int = Field(
        default=0, sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    """Whose it is: a person, whose chat alone with us has the same number, or a group."""
    about_id: int = Field(
        default=0, sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    """Another person whom it is about."""
    subject_id: int = Field(
        default=0, sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    """The ticket, session, survey …"""
    part_id: int = Field(
        default=0, sa_column=Column(BigInteger, primary_key=True, autoincrement=False)
    )
    """What of it, where it may come several times."""
    name: str = Field(default="", sa_column=Column(String, primary_key=True))
    """Of a subject that has no number; nobody reads anything in it."""
    period: str = Field(default="", sa_column=Column(String, primary_key=True))
    """A minute, day, week, month or year."""
    made_at: datetime = Field(sa_column=Column(Utc, nullable=False))


class DowntimeRow(Table, table=True):
    """From when until when the bot did not serve; written down when it was over."""

    __tablename__ = "downtime"
    since: datetime = Field(sa_column=Column(Utc, primary_key=True))
    until: datetime = Field(sa_column=Column(Utc, nullable=False))
