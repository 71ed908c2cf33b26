"""A ticket's life: its states, and which deed leads where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.errors import DeedNotPossible


class Kind(StrEnum):
    """What a report is. Source: the indicator's own list of what counts (see indicator.py)."""

    COMPLAINT = "complaint"
    CRITICISM = "criticism"
    SUGGESTION = "suggestion"
    INFORMATION = "information"


class Status(StrEnum):
    OPEN = "open"  # new: nobody at the desk has looked at it
    VERIFIED = "verified"  # looked at, and nobody has it
    TAKEN = "taken"  # somebody works on it
    WAITING = "waiting"  # for the reporter's answer
    DEFERRED = "deferred"  # until a date
    RESOLVED = "resolved"  # answered with a closing note; the reporter has the last word
    CLOSED = "closed"  # the reporter said yes
    LAPSED = "lapsed"  # resolved, and the reporter said nothing
    SILENT = "silent"  # asked for more, and the reporter said nothing: not resolved
    OUT_OF_SCOPE = "out_of_scope"  # with a note that says where to go
    WITHDRAWN = "withdrawn"  # by the reporter
    MERGED = "merged"  # goes along with another ticket of the same matter, its master


class Deed(StrEnum):
    FILE = "file"
    VERIFY = "verify"  # looked at; whatever else the desk does with it says so too
    TAKE = "take"
    RELEASE = "release"  # back to the queue
    HAND_OVER = "hand_over"  # to a colleague
    REPLY = "reply"
    ASK_INFO = "ask_info"
    NOTE = "note"
    CORRECT = "correct"  # kind, category, priority, deadline class
    DEFER = "defer"
    RESUME = "resume"  # the date has come, or an officer goes on before it
    RESOLVE = "resolve"
    RESOLVE_BY_MERGE = "resolve_by_merge"  # together with its master
    RESOLVE_BY_INCIDENT = "resolve_by_incident"  # together with all that the incident caused
    OUT_OF_SCOPE = "out_of_scope"
    MERGE = "merge"  # of the duplicate
    UNMERGE = "unmerge"
    ABSORB = "absorb"  # of the master that a duplicate was merged into
    SPLIT = "split"  # a second matter in it got a ticket of its own
    JOIN_INCIDENT = "join_incident"
    LEAVE_INCIDENT = "leave_incident"
    REOPEN = "reopen"  # an officer opens it again
    LINK = "link"  # one that was noted down is theirs, says a Telegram user who was asked
    UNLINK = "unlink"  # it was not
    FOLLOW = "follow"  # an officer wants to hear of it
    UNFOLLOW = "unfollow"
    CONFIRM = "confirm"
    DISPUTE = "dispute"  # the reporter says it is not solved, or opens it again
    ANSWER = "answer"  # the reporter writes or sends a file
    AMEND = "amend"  # the reporter edits what they wrote
    WITHDRAW = "withdraw"  # the reporter needs it no more
    RATE = "rate"
    LAPSE = "lapse"  # the reporter was silent too long


class Role(StrEnum):
    ASKER = "asker"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"  # leads the desk
    ADMIN = "admin"
    HEAD = "head"  # sees, does not act


class DeadlineClass(StrEnum):
    """By which periods a ticket's deadlines are counted; the days themselves are data."""

    INFORMATION = "information"
    COMPLAINT = "complaint"
    SUPERVISORY = "supervisory"

    @classmethod
    def of(cls, kind: Kind) -> DeadlineClass:
        """Until somebody says otherwise."""
        return cls.INFORMATION if kind is Kind.INFORMATION else cls.COMPLAINT


class Result(StrEnum):
    """What a closing led to."""

    SOLVED = "solved"
    EXPLAINED = "explained"
    FORWARDED = "forwarded"
    IMPOSSIBLE = "impossible"


class Priority(StrEnum):
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class Channel(StrEnum):
    """How a report reached the desk."""

    TELEGRAM = "telegram"
    IN_PERSON = "in_person"
    PHONE = "phone"
    WHATSAPP = "whatsapp"
    EMAIL = "email"
    LETTER = "letter"
    LAPOR = "lapor"  # SP4N-LAPOR!, with a number of its own


class Changed(StrEnum):
    """What an event may change beside the state, and as what that is written."""

    KIND = "kind"  # as its word, as of the next four
    CATEGORY = "category"
    PRIORITY = "priority"
    DEADLINE_CLASS = "deadline_class"
    RESULT = "result"
    SATISFACTION = "satisfaction"  # the score
    MERGED_INTO = "merged_into"  # the other ticket's number, as of the next two
    ABSORBED = "absorbed"
    SPLIT_INTO = "split_into"
    DEFERRED_UNTIL = "deferred_until"  # a moment, ISO 8601


@dataclass(frozen=True)
class FieldChange:
    """What an event changed beside the state, as data: the field, from what, to what."""

    field: Changed
    was: str | None
    became: str | None


UNTAKEN_STATES = (Status.OPEN, Status.VERIFIED)
PAUSED_STATES = (Status.WAITING, Status.DEFERRED)  # its clock stands still
OPEN_STATES = (*UNTAKEN_STATES, Status.TAKEN, *PAUSED_STATES)
SETTLED_STATES = (Status.CLOSED, Status.LAPSED, Status.RESOLVED)  # resolved with an answer
SIDE_ENDS = (Status.SILENT, Status.OUT_OF_SCOPE, Status.WITHDRAWN, Status.MERGED)
ENDED_STATES = SETTLED_STATES + SIDE_ENDS

Moves = dict[tuple[Status, Deed], Status]


def _leads(deed: Deed, before: Iterable[Status], after: Status) -> Moves:
    return {(status, deed): after for status in before}


def _stays(deed: Deed, *states: Status) -> Moves:
    return {(status, deed): status for status in states}


def _moves() -> Iterator[Moves]:
    s, d = Status, Deed
    # The desk. Whoever does anything to a new ticket has looked at it.
    yield _leads(d.VERIFY, [s.OPEN], s.VERIFIED)
    yield _leads(d.TAKE, UNTAKEN_STATES, s.TAKEN) | _stays(d.TAKE, *PAUSED_STATES)
    yield _leads(d.RELEASE, [s.TAKEN], s.VERIFIED) | _stays(d.RELEASE, *PAUSED_STATES)
    yield _leads(d.HAND_OVER, [*UNTAKEN_STATES, s.TAKEN], s.TAKEN)
    yield _stays(d.HAND_OVER, *PAUSED_STATES)
    yield _leads(d.REPLY, [*UNTAKEN_STATES, s.TAKEN], s.TAKEN)
    yield _stays(d.REPLY, *PAUSED_STATES, *ENDED_STATES)
    yield _leads(d.ASK_INFO, OPEN_STATES, s.WAITING)
    yield _stays(d.NOTE, *Status)
    yield _stays(d.CORRECT, *Status) | _leads(d.CORRECT, [s.OPEN], s.VERIFIED)
    yield _leads(d.DEFER, OPEN_STATES, s.DEFERRED)
    yield _leads(d.RESUME, [s.DEFERRED], s.TAKEN)
    yield _leads(d.RESOLVE, OPEN_STATES, s.RESOLVED)
    yield _leads(d.RESOLVE_BY_INCIDENT, OPEN_STATES, s.RESOLVED)
    yield _leads(d.OUT_OF_SCOPE, [*OPEN_STATES, s.MERGED], s.OUT_OF_SCOPE)
    yield _leads(d.REOPEN, [*SETTLED_STATES, s.SILENT, s.OUT_OF_SCOPE, s.WITHDRAWN], s.TAKEN)
    yield _stays(d.FOLLOW, *Status) | _stays(d.UNFOLLOW, *Status)
    # Several tickets. One that was settled with its master is merged again when that is reopened.
    yield _leads(d.MERGE, [*OPEN_STATES, s.RESOLVED, s.OUT_OF_SCOPE, s.MERGED], s.MERGED)
    yield _leads(d.UNMERGE, [s.MERGED], s.TAKEN)
    yield _leads(d.RESOLVE_BY_MERGE, [s.MERGED], s.RESOLVED)
    yield _stays(d.ABSORB, *OPEN_STATES) | _leads(d.ABSORB, [s.OPEN], s.VERIFIED)
    yield _stays(d.SPLIT, *OPEN_STATES) | _leads(d.SPLIT, [s.OPEN], s.VERIFIED)
    yield _stays(d.JOIN_INCIDENT, *OPEN_STATES) | _stays(d.LEAVE_INCIDENT, *OPEN_STATES)
    # The reporter.
    yield _leads(d.CONFIRM, [s.RESOLVED, s.LAPSED], s.CLOSED)
    yield _leads(d.DISPUTE, ENDED_STATES, s.TAKEN)
    yield _stays(d.ANSWER, *Status) | _leads(d.ANSWER, [s.WAITING, s.SILENT], s.TAKEN)
    yield _stays(d.AMEND, *Status)
    yield _leads(d.WITHDRAW, [*OPEN_STATES, s.MERGED], s.WITHDRAWN)
    yield _stays(d.RATE, *SETTLED_STATES, s.SILENT, s.OUT_OF_SCOPE)
    yield _stays(d.LINK, *Status) | _stays(d.UNLINK, *Status)
    # The clock.
    yield _leads(d.LAPSE, [s.RESOLVED], s.LAPSED) | _leads(d.LAPSE, [s.WAITING], s.SILENT)


# (state, deed) -> state after it. What is not listed is refused.
MOVES: Moves = {move: after for moves in _moves() for move, after in moves.items()}

DESK_DEEDS = frozenset(
    {
        *(Deed.VERIFY, Deed.TAKE, Deed.RELEASE, Deed.HAND_OVER, Deed.REPLY, Deed.ASK_INFO),
        *(Deed.NOTE, Deed.CORRECT, Deed.DEFER, Deed.RESUME, Deed.RESOLVE),
        *(Deed.RESOLVE_BY_INCIDENT, Deed.RESOLVE_BY_MERGE, Deed.OUT_OF_SCOPE, Deed.REOPEN),
        *(Deed.MERGE, Deed.UNMERGE, Deed.ABSORB, Deed.SPLIT, Deed.JOIN_INCIDENT),
        *(Deed.LEAVE_INCIDENT, Deed.FOLLOW, Deed.UNFOLLOW),
    }
)
# What also happens by itself: the date has come, or another ticket brings it along.
SELF_DEEDS = frozenset(
    {
        *(Deed.LAPSE, Deed.RESUME, Deed.RELEASE, Deed.OUT_OF_SCOPE, Deed.MERGE, Deed.UNMERGE),
        *(Deed.RESOLVE_BY_MERGE, Deed.RESOLVE_BY_INCIDENT),
    }
)
# By which an officer gets a ticket that nobody has.
TAKING = frozenset(
    {
        *(Deed.TAKE, Deed.REPLY, Deed.ASK_INFO, Deed.DEFER, Deed.RESUME, Deed.RESOLVE),
        *(Deed.OUT_OF_SCOPE, Deed.UNMERGE, Deed.REOPEN),
    }
)
RESOLVING = (Deed.RESOLVE, Deed.RESOLVE_BY_MERGE, Deed.RESOLVE_BY_INCIDENT)
ANSWERING = (Deed.REPLY, Deed.ASK_INFO, Deed.OUT_OF_SCOPE, *RESOLVING)  # words to the reporter
REOPENING = (Deed.REOPEN, Deed.DISPUTE)
# Nothing of them reaches the reporter, so they are possible when there is none any more.
UNHEARD = frozenset(
    {Deed.VERIFY, Deed.RELEASE, Deed.HAND_OVER, Deed.NOTE, Deed.CORRECT, Deed.RESOLVE}
    | {Deed.FOLLOW, Deed.UNFOLLOW, Deed.OUT_OF_SCOPE}
)


def after(status: Status, deed: Deed, *, number: str, held: bool = True) -> Status:
    """The state after a deed; who may do it, rights.py says. `held`: somebody at the desk has the
    ticket then; worked on by nobody, it is back in the queue.

    Raises DeedNotPossible; never trusts a button.
    """
    try:
        led_to = MOVES[status, deed]
    except KeyError:
        raise DeedNotPossible(number=number, status=status, deed=deed) from None
    return Status.VERIFIED if led_to is Status.TAKEN and not held else led_to


ANY_YEAR = 0  # of a number written without one
_WRITTEN = re.compile(r"EK-(\d{4})-(\d{5,9})", re.ASCII)


@dataclass(frozen=True, order=True)
class Number:
    """A ticket's public number, one series a year: EK-2026-00042."""

    year: int
    serial: int

    def __str__(self) -> str:
        return f"EK-{self.year}-{self.serial:05d}"

    @classmethod
    def read(cls, written: str) -> Number | None:
        """What `str` of one made; as people write it, `faq.text.said.ticket_number` reads it."""
        found = _WRITTEN.fullmatch(written)
        return cls(int(found[1]), int(found[2])) if found else None
