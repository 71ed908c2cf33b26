"""Every button's data as a type: packed here, parsed here, never trusted.

A client can forge any data, so a button proves nothing about rights; see needs.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, get_type_hints

MOST_BYTES = 64  # Bot API, InlineKeyboardButton.callback_data


class Button:
    """Base of all; a subclass is a frozen dataclass with a `tag` of its own."""

    tag: ClassVar[str]

    def pack(self) -> str:
        data = ":".join([self.tag, *(_written(value) for value in vars(self).values())])
        if len(data.encode()) > MOST_BYTES:
            raise ValueError(f"button {self.tag} is over {MOST_BYTES} bytes")
        return data


def _written(value: object) -> str:
    return str(int(value)) if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Take(Button):
    tag: ClassVar[str] = "take"
    ticket: int


@dataclass(frozen=True)
class AskInfo(Button):
    tag: ClassVar[str] = "info"
    ticket: int


@dataclass(frozen=True)
class Resolve(Button):
    tag: ClassVar[str] = "done"
    ticket: int


@dataclass(frozen=True)
class OfferBook(Button):
    """The best entries for a ticket."""

    tag: ClassVar[str] = "book"
    ticket: int


@dataclass(frozen=True)
class SendEntry(Button):
    """`sure`: though a colleague has just answered."""

    tag: ClassVar[str] = "bk"
    ticket: int
    entry: str
    sure: bool


@dataclass(frozen=True)
class OfferTemplates(Button):
    tag: ClassVar[str] = "tpls"
    ticket: int
    page: int


@dataclass(frozen=True)
class SendTemplate(Button):
    tag: ClassVar[str] = "tpl"
    ticket: int
    template: int
    sure: bool


@dataclass(frozen=True)
class ShowCard(Button):
    """In place of what a card was turned into."""

    tag: ClassVar[str] = "card"
    ticket: int


@dataclass(frozen=True)
class TemplatePage(Button):
    tag: ClassVar[str] = "tplist"
    page: int


@dataclass(frozen=True)
class ShowTemplate(Button):
    tag: ClassVar[str] = "tplone"
    template: int


@dataclass(frozen=True)
class AskTemplateCategory(Button):
    tag: ClassVar[str] = "tplask"
    template: int


@dataclass(frozen=True)
class SetTemplateCategory(Button):
    """`place`: among the categories, counted from 1; 0 is all of them."""

    tag: ClassVar[str] = "tplcat"
    template: int
    place: int


@dataclass(frozen=True)
class RemoveTemplate(Button):
    tag: ClassVar[str] = "tplrm"
    template: int


@dataclass(frozen=True)
class SuggestTickets(Button):
    """Open tickets that may be about an incident."""

    tag: ClassVar[str] = "alike"
    incident: int


@dataclass(frozen=True)
class LinkTicket(Button):
    tag: ClassVar[str] = "link"
    incident: int
    ticket: int


@dataclass(frozen=True)
class LinkAll(Button):
    tag: ClassVar[str] = "links"
    incident: int


@dataclass(frozen=True)
class ShowIncident(Button):
    tag: ClassVar[str] = "hit"
    incident: int


@dataclass(frozen=True)
class CloseIncident(Button):
    tag: ClassVar[str] = "hitend"
    incident: int


@dataclass(frozen=True)
class MeToo(Button):
    """Somebody whom an incident hit as well."""

    tag: ClassVar[str] = "metoo"
    incident: int


@dataclass(frozen=True)
class Reopen(Button):
    tag: ClassVar[str] = "open"
    ticket: int


@dataclass(frozen=True)
class CardMenu(Button):
    """Other buttons for the card; `menu` is one of handlers.desk.ticket_menu.Menu."""

    tag: ClassVar[str] = "menu"
    ticket: int
    menu: str


@dataclass(frozen=True)
class Verify(Button):
    tag: ClassVar[str] = "seen"
    ticket: int


@dataclass(frozen=True)
class Release(Button):
    tag: ClassVar[str] = "rel"
    ticket: int


@dataclass(frozen=True)
class HandOver(Button):
    tag: ClassVar[str] = "hand"
    ticket: int
    person: int


@dataclass(frozen=True)
class Defer(Button):
    tag: ClassVar[str] = "defer"
    ticket: int
    until: str  # 2026-11-23; empty: to be asked for


@dataclass(frozen=True)
class Resume(Button):
    tag: ClassVar[str] = "goon"
    ticket: int


@dataclass(frozen=True)
class OutOfScope(Button):
    tag: ClassVar[str] = "scope"
    ticket: int


@dataclass(frozen=True)
class Closing(Button):
    """What the closing that is being written led to."""

    tag: ClassVar[str] = "led"
    ticket: int
    result: str


@dataclass(frozen=True)
class Merge(Button):
    """Into the other; 0 where its number is to be asked for."""

    tag: ClassVar[str] = "merge"
    ticket: int
    master: int


@dataclass(frozen=True)
class Unmerge(Button):
    tag: ClassVar[str] = "part"
    ticket: int


@dataclass(frozen=True)
class Split(Button):
    tag: ClassVar[str] = "split"
    ticket: int


@dataclass(frozen=True)
class Correct(Button):
    """`option` is the place of the value among all that the field can have."""

    tag: ClassVar[str] = "fix"
    ticket: int
    what: str
    option: int


@dataclass(frozen=True)
class HistoryPage(Button):
    tag: ClassVar[str] = "hist"
    ticket: int
    page: int


@dataclass(frozen=True)
class SendAlso(Button):
    """An officer's answer that was held, because a colleague had just answered."""

    tag: ClassVar[str] = "also"
    message: int
    yes: bool


@dataclass(frozen=True)
class Confirm(Button):
    tag: ClassVar[str] = "yes"
    ticket: int


@dataclass(frozen=True)
class Dispute(Button):
    tag: ClassVar[str] = "no"
    ticket: int


@dataclass(frozen=True)
class RateTicket(Button):
    """How satisfied a reporter was, 1 to 4."""

    tag: ClassVar[str] = "score"
    ticket: int
    score: int


@dataclass(frozen=True)
class AddToTicket(Button):
    tag: ClassVar[str] = "add"
    ticket: int


@dataclass(frozen=True)
class Withdraw(Button):
    """The reporter needs it no more."""

    tag: ClassVar[str] = "drop"
    ticket: int


@dataclass(frozen=True)
class ShareTicket(Button):
    """How it stands, to be forwarded to a colleague."""

    tag: ClassVar[str] = "share"
    ticket: int


@dataclass(frozen=True)
class PassOn(Button):
    """What was asked of the book goes to the officer after all."""

    tag: ClassVar[str] = "pass"
    question: int
    ticket: int


@dataclass(frozen=True)
class ShowTicket(Button):
    tag: ClassVar[str] = "tkt"
    ticket: int


@dataclass(frozen=True)
class Queue(Button):
    """`part` and `about` are view and about of bot.rules.queue_view.Shown."""

    tag: ClassVar[str] = "queue"
    page: int
    part: str
    about: int


@dataclass(frozen=True)
class QueueChoices(Button):
    """The categories or offices that open tickets have."""

    tag: ClassVar[str] = "qby"
    part: str


@dataclass(frozen=True)
class ChooseDigest(Button):
    """How often an officer is told alone what they have in hand."""

    tag: ClassVar[str] = "digest"
    person: int
    often: str


@dataclass(frozen=True)
class LateCard(Button):
    """One of those that come later, because many came at once."""

    tag: ClassVar[str] = "late"
    ticket: int


@dataclass(frozen=True)
class SendLaterNow(Button):
    """An answer that was to go out in the morning."""

    tag: ClassVar[str] = "lnow"
    number: int


@dataclass(frozen=True)
class CallOffLater(Button):
    tag: ClassVar[str] = "loff"
    number: int


@dataclass(frozen=True)
class SearchPage(Button):
    """What is looked for stands in the message itself."""

    tag: ClassVar[str] = "find"
    page: int


@dataclass(frozen=True)
class WeekPage(Button):
    """The page of a week that was missed."""

    tag: ClassVar[str] = "week"
    monday: str  # 2026-11-23


@dataclass(frozen=True)
class Evidence(Button):
    """The paper of these days, in a form still to be chosen."""

    tag: ClassVar[str] = "proof"
    first: str  # 20260101
    last: str


@dataclass(frozen=True)
class EvidenceFile(Button):
    tag: ClassVar[str] = "paper"
    first: str
    last: str
    form: str


@dataclass(frozen=True)
class ReportDays(Button):
    """The figures of other days, said as behind /laporan: `bulan lalu`."""

    tag: ClassVar[str] = "days"
    said: str


@dataclass(frozen=True)
class FigureRows(Button):
    """The tickets behind a figure of a report."""

    tag: ClassVar[str] = "fig"
    line: str
    span: str  # first and last day: b4d32-b4e9e, days since the year 1
    as_of: int  # microseconds since 1970: a later moment would count others
    page: int
    turned: bool  # below the list itself, which is then rewritten


@dataclass(frozen=True)
class Helpful(Button):
    tag: ClassVar[str] = "help"
    question: int
    yes: bool


@dataclass(frozen=True)
class Pick(Button):
    """One of the "Maksud Anda…?" choices."""

    tag: ClassVar[str] = "pick"
    question: int
    entry: str


@dataclass(frozen=True)
class AskOfficer(Button):
    tag: ClassVar[str] = "ask"
    question: int


@dataclass(frozen=True)
class ReadRight(Button):
    """Whether what was read in a picture stands there."""

    tag: ClassVar[str] = "read"
    question: int
    right: bool


@dataclass(frozen=True)
class StartComplaint(Button):
    tag: ClassVar[str] = "lapor"


@dataclass(frozen=True)
class Choose(Button):
    """An answer to the complaint dialog's step; `key` ties it to that one draft."""

    tag: ClassVar[str] = "c"
    key: str
    step: str
    choice: str


@dataclass(frozen=True)
class Change(Button):
    """At the check: what was guessed is chosen after all. `step` is the one that asks for it."""

    tag: ClassVar[str] = "chg"
    key: str
    step: str


@dataclass(frozen=True)
class AddDraft(Button):
    """The report that is being checked belongs to a ticket that is open."""

    tag: ClassVar[str] = "same"
    key: str
    ticket: int


@dataclass(frozen=True)
class Send(Button):
    tag: ClassVar[str] = "send"
    key: str


@dataclass(frozen=True)
class Cancel(Button):
    tag: ClassVar[str] = "stop"
    key: str


@dataclass(frozen=True)
class Contents(Button):
    tag: ClassVar[str] = "toc"


@dataclass(frozen=True)
class ShowChapter(Button):
    tag: ClassVar[str] = "chap"
    number: int


@dataclass(frozen=True)
class ShowEntry(Button):
    tag: ClassVar[str] = "entry"
    entry: str


@dataclass(frozen=True)
class EraseMe(Button):
    tag: ClassVar[str] = "erase"


@dataclass(frozen=True)
class KeepMe(Button):
    """The request to be erased is called off."""

    tag: ClassVar[str] = "keep"


@dataclass(frozen=True)
class ErasePerson(Button):
    """At the desk; `number` is the request's."""

    tag: ClassVar[str] = "forget"
    number: int


@dataclass(frozen=True)
class SetOffice(Button):
    tag: ClassVar[str] = "office"


@dataclass(frozen=True)
class LinkNip(Button):
    tag: ClassVar[str] = "nip"


@dataclass(frozen=True)
class UnlinkNip(Button):
    tag: ClassVar[str] = "nipoff"


@dataclass(frozen=True)
class VouchNip(Button):
    """The NIP is theirs, says an officer."""

    tag: ClassVar[str] = "nipok"
    claim: int


@dataclass(frozen=True)
class RefuseNip(Button):
    tag: ClassVar[str] = "nipno"
    claim: int


@dataclass(frozen=True)
class OfficeList(Button):
    tag: ClassVar[str] = "offs"
    page: int


@dataclass(frozen=True)
class PickOffice(Button):
    """By its place in the list; `mark` tells whether that still has the same name there."""

    tag: ClassVar[str] = "off"
    place: int
    mark: str


@dataclass(frozen=True)
class SkipOffice(Button):
    tag: ClassVar[str] = "noff"


@dataclass(frozen=True)
class OpenBookFigures(Button):
    """How the book's answers did."""

    tag: ClassVar[str] = "fbook"


@dataclass(frozen=True)
class BookPage(Button):
    tag: ClassVar[str] = "fpage"
    view: str
    days: int
    page: int


@dataclass(frozen=True)
class NextCase(Button):
    """/faq: the group of questions behind the one this question is in."""

    tag: ClassVar[str] = "fnext"
    question: int


@dataclass(frozen=True)
class Teach(Button):
    tag: ClassVar[str] = "fput"
    question: int
    entry: str


@dataclass(frozen=True)
class TeachChapters(Button):
    tag: ClassVar[str] = "ftoc"
    question: int


@dataclass(frozen=True)
class TeachChapter(Button):
    tag: ClassVar[str] = "fchap"
    question: int
    number: int


@dataclass(frozen=True)
class MakeEntry(Button):
    tag: ClassVar[str] = "fnew"
    question: int


@dataclass(frozen=True)
class TickWording(Button):
    """/faq: one of the wordings that would be taught is left out, or taken in again."""

    tag: ClassVar[str] = "ftick"
    question: int
    wording: int


@dataclass(frozen=True)
class TeachAnyway(Button):
    """Though known questions will be answered otherwise; `job` tried it."""

    tag: ClassVar[str] = "fsure"
    job: int


@dataclass(frozen=True)
class ShowCase(Button):
    tag: ClassVar[str] = "fcase"
    question: int


@dataclass(frozen=True)
class WriteAnswer(Button):
    """/faq: an officer writes what the book is to answer."""

    tag: ClassVar[str] = "fwrite"
    question: int


@dataclass(frozen=True)
class Ignore(Button):
    tag: ClassVar[str] = "fdrop"
    question: int


@dataclass(frozen=True)
class TakeBack(Button):
    tag: ClassVar[str] = "fback"
    change: int


@dataclass(frozen=True)
class NoteChannel(Button):
    """How what an officer has noted down came to the desk."""

    tag: ClassVar[str] = "note"
    officer: int
    channel: str


@dataclass(frozen=True)
class ConfirmFor(Button):
    """Somebody without a chat has told an officer that it is solved."""

    tag: ClassVar[str] = "cfor"
    ticket: int


@dataclass(frozen=True)
class BlockWhy(Button):
    """Somebody is to be blocked: for what reason?"""

    tag: ClassVar[str] = "blkwhy"
    person: int


@dataclass(frozen=True)
class Block(Button):
    tag: ClassVar[str] = "blk"
    person: int
    why: str


@dataclass(frozen=True)
class Unblock(Button):
    tag: ClassVar[str] = "unblk"
    person: int


@dataclass(frozen=True)
class ReadSecret(Button):
    """What a ticket keeps from the group, alone with who presses, if they may read it."""

    tag: ClassVar[str] = "secret"
    ticket: int


@dataclass(frozen=True)
class Follow(Button):
    """To hear of a ticket, or no longer."""

    tag: ClassVar[str] = "follow"
    ticket: int


@dataclass(frozen=True)
class DeskStaff(Button):
    """/petugas: the list."""

    tag: ClassVar[str] = "staff"


@dataclass(frozen=True)
class Member(Button):
    """/petugas: somebody of the list, or to be."""

    tag: ClassVar[str] = "member"
    person: int


@dataclass(frozen=True)
class SetRole(Button):
    tag: ClassVar[str] = "role"
    person: int
    role: str


@dataclass(frozen=True)
class Leave(Button):
    """Somebody goes on leave: for how long?"""

    tag: ClassVar[str] = "leave"
    person: int


@dataclass(frozen=True)
class LeaveFor(Button):
    """So many days; who stands in?"""

    tag: ClassVar[str] = "leavefor"
    person: int
    days: int


@dataclass(frozen=True)
class StandIn(Button):
    """The deputy; 0: the tickets go back to the queue."""

    tag: ClassVar[str] = "standin"
    person: int
    days: int
    deputy: int


@dataclass(frozen=True)
class BackAtWork(Button):
    tag: ClassVar[str] = "atwork"
    person: int


@dataclass(frozen=True)
class HearAbuse(Button):
    """Reports of abuse of authority go to them, or no longer."""

    tag: ClassVar[str] = "hear"
    person: int
    hears: bool


# Coaching Clinic, at the desk


@dataclass(frozen=True)
class ClinicHome(Button):
    tag: ClassVar[str] = "cl"


@dataclass(frozen=True)
class NewSession(Button):
    tag: ClassVar[str] = "cln"


@dataclass(frozen=True)
class ClinicPage(Button):
    tag: ClassVar[str] = "cls"
    session: int


@dataclass(frozen=True)
class EditSession(Button):
    """The buttons of its parts are shown below it."""

    tag: ClassVar[str] = "cle"
    session: int


@dataclass(frozen=True)
class SetPart(Button):
    """What is to be written anew is asked for; `field` is a bot.rules.clinic.Part."""

    tag: ClassVar[str] = "clf"
    session: int
    field: str


@dataclass(frozen=True)
class PickPart(Button):
    """An answer to that; empty: left out. Of the time first the day, then with the hour."""

    tag: ClassVar[str] = "clv"
    session: int
    field: str
    value: str


@dataclass(frozen=True)
class OpenSession(Button):
    tag: ClassVar[str] = "clo"
    session: int


@dataclass(frozen=True)
class CallOff(Button):
    """Asked first."""

    tag: ClassVar[str] = "clx"
    session: int


@dataclass(frozen=True)
class CallOffSure(Button):
    tag: ClassVar[str] = "clxx"
    session: int


@dataclass(frozen=True)
class Attendees(Button):
    tag: ClassVar[str] = "cla"
    session: int
    page: int


@dataclass(frozen=True)
class MarkPresent(Button):
    """There, or not after all."""

    tag: ClassVar[str] = "clm"
    seat: int
    page: int


@dataclass(frozen=True)
class ShowCode(Button):
    tag: ClassVar[str] = "clc"
    session: int


@dataclass(frozen=True)
class Invitation(Button):
    tag: ClassVar[str] = "cli"
    session: int


@dataclass(frozen=True)
class SessionReport(Button):
    tag: ClassVar[str] = "clr"
    session: int


@dataclass(frozen=True)
class ClinicRequests(Button):
    tag: ClassVar[str] = "clq"


@dataclass(frozen=True)
class ShowRequest(Button):
    tag: ClassVar[str] = "clqs"
    request: int


@dataclass(frozen=True)
class AcceptRequest(Button):
    """It becomes a draft."""

    tag: ClassVar[str] = "clqy"
    request: int


@dataclass(frozen=True)
class DeclineRequest(Button):
    tag: ClassVar[str] = "clqn"
    request: int


@dataclass(frozen=True)
class ClinicRecap(Button):
    tag: ClassVar[str] = "cly"
    year: int


# Coaching Clinic, for those who come


@dataclass(frozen=True)
class Schedule(Button):
    tag: ClassVar[str] = "cj"


@dataclass(frozen=True)
class ShowSession(Button):
    tag: ClassVar[str] = "cjs"
    session: int


@dataclass(frozen=True)
class JoinSession(Button):
    tag: ClassVar[str] = "cjj"
    session: int


@dataclass(frozen=True)
class LeaveSession(Button):
    tag: ClassVar[str] = "cjl"
    session: int


@dataclass(frozen=True)
class ToCalendar(Button):
    tag: ClassVar[str] = "cji"
    session: int


@dataclass(frozen=True)
class IAmHere(Button):
    """The code is asked for."""

    tag: ClassVar[str] = "cjh"
    session: int


@dataclass(frozen=True)
class Rate(Button):
    """An answer to one of the evaluation's questions, or to whether it helped."""

    tag: ClassVar[str] = "cjr"
    session: int
    question: int
    score: int


@dataclass(frozen=True)
class GoOnRating(Button):
    tag: ClassVar[str] = "cjo"
    session: int


@dataclass(frozen=True)
class Materials(Button):
    tag: ClassVar[str] = "cjm"
    session: int


@dataclass(frozen=True)
class AskClinic(Button):
    tag: ClassVar[str] = "cjq"


@dataclass(frozen=True)
class AskTopic(Button):
    """A chapter of the book is to be the topic; `key` ties it to that one dialog."""

    tag: ClassVar[str] = "cjt"
    key: str
    number: int


@dataclass(frozen=True)
class SendRequest(Button):
    tag: ClassVar[str] = "cjk"
    key: str


@dataclass(frozen=True)
class DropRequest(Button):
    tag: ClassVar[str] = "cjd"
    key: str


KNOWN: dict[str, type[Button]] = {kind.tag: kind for kind in Button.__subclasses__()}


def parse(data: str) -> Button | None:
    """The button, or None for data that no button of ours ever carried."""
    if not data.isprintable():  # a NUL would stop PostgreSQL
        return None
    tag, *values = data.split(":")
    kind = KNOWN.get(tag)
    if kind is None:
        return None
    hints = [hint for name, hint in get_type_hints(kind).items() if name != "tag"]
    if len(values) != len(hints):
        return None
    try:
        return kind(*(_read(value, hint) for value, hint in zip(values, hints, strict=True)))
    except ValueError:
        return None


def _read(value: str, kind: type) -> object:
    if kind is bool:
        if value not in {"0", "1"}:
            raise ValueError(value)
        return value == "1"
    if kind is int:
        if not (value.isascii() and value.isdigit() and len(value) <= 18):
            raise ValueError(value)
        return int(value)
    return value
