"""Unit: one transaction, with each noun's queries at hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from sqlmodel import Session

from storage.agenda import Agenda
from storage.albums import Albums
from storage.announcements import Announcements
from storage.apart import ApartFigures
from storage.attachments import Attachments
from storage.blocks import Blocks
from storage.board import Board
from storage.chat_exports import ChatExports
from storage.chats import Chats
from storage.clinic_offices import ClinicOffices
from storage.clinic_requests import ClinicRequests
from storage.clinic_seats import ClinicSeats
from storage.clinic_sessions import ClinicSessions
from storage.closed_periods import ClosedPeriods
from storage.dialogs import Dialogs
from storage.digests import Digests
from storage.downtimes import Downtimes
from storage.entry_figures import EntryFigures
from storage.erasures import Erasures
from storage.events import Events
from storage.figures import Figures
from storage.followers import Followers
from storage.held_answers import HeldAnswers
from storage.inbox import Inbox
from storage.incidents import Incidents
from storage.jobs import Jobs
from storage.last_spoken import LastSpoken
from storage.later_answers import LaterAnswers
from storage.learned import Learned
from storage.links import TicketLinks
from storage.open_tickets import OpenTickets
from storage.outbox import Outbox
from storage.own_tickets import OwnTickets
from storage.parked import Parked
from storage.people import People
from storage.questions import Questions
from storage.queue import Queue
from storage.reach import ReachFigures
from storage.recipients import Recipients
from storage.refs import Refs
from storage.reminders import Reminders
from storage.report_rows import ReportRows
from storage.roster import Roster
from storage.samples import Samples
from storage.satisfaction import Satisfaction
from storage.search import Search
from storage.subject_refs import SubjectRefs
from storage.surveys import Surveys
from storage.templates import Templates
from storage.tickets import Tickets
from storage.waits import Waits


class Unit:
    def __init__(self, session: Session) -> None:
        self.session = session
        self.inbox = Inbox(session)
        self.outbox = Outbox(session)
        self.people = People(session)
        self.questions = Questions(session)

    @cached_property
    def agenda(self) -> Agenda:
        return Agenda(self.session)

    @cached_property
    def albums(self) -> Albums:
        return Albums(self.session)

    @cached_property
    def announcements(self) -> Announcements:
        return Announcements(self.session)

    @cached_property
    def attachments(self) -> Attachments:
        return Attachments(self.session)

    @cached_property
    def blocks(self) -> Blocks:
        return Blocks(self.session)

    @cached_property
    def board(self) -> Board:
        return Board(self.session)

    @cached_property
    def chats(self) -> Chats:
        return Chats(self.session, self.outbox)

    @cached_property
    def chat_exports(self) -> ChatExports:
        return ChatExports(self.session)

    @cached_property
    def closed_periods(self) -> ClosedPeriods:
        return ClosedPeriods(self.session)

    @cached_property
    def clinic_offices(self) -> ClinicOffices:
        return ClinicOffices(self.session)

    @cached_property
    def clinic_requests(self) -> ClinicRequests:
        return ClinicRequests(self.session)

    @cached_property
    def clinic_seats(self) -> ClinicSeats:
        return ClinicSeats(self.session)

    @cached_property
    def clinic_sessions(self) -> ClinicSessions:
        return ClinicSessions(self.session)

    @cached_property
    def dialogs(self) -> Dialogs:
        return Dialogs(self.session)

    @cached_property
    def digests(self) -> Digests:
        return Digests(self.session)

    @cached_property
    def downtimes(self) -> Downtimes:
        return Downtimes(self.session)

    @cached_property
    def entry_figures(self) -> EntryFigures:
        return EntryFigures(self.session)

    @cached_property
    def erasures(self) -> Erasures:
        return Erasures(self.session)

    @cached_property
    def events(self) -> Events:
        return Events(self.session)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.session)

    @cached_property
    def followers(self) -> Followers:
        return Followers(self.session)

    @cached_property
    def held_answers(self) -> HeldAnswers:
        return HeldAnswers(self.session)

    @cached_property
    def incidents(self) -> Incidents:
        return Incidents(self.session)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.session)

    @cached_property
    def last_spoken(self) -> LastSpoken:
        return LastSpoken(self.session)

    @cached_property
    def later_answers(self) -> LaterAnswers:
        return LaterAnswers(self.session)

    @cached_property
    def apart(self) -> ApartFigures:
        return ApartFigures(self.session)

    @cached_property
    def learned(self) -> Learned:
        return Learned(self.session)

    @cached_property
    def links(self) -> TicketLinks:
        return TicketLinks(self.session)

    @cached_property
    def open_tickets(self) -> OpenTickets:
        return OpenTickets(self.session)

    @cached_property
    def own_tickets(self) -> OwnTickets:
        return OwnTickets(self.session)

    @cached_property
    def parked(self) -> Parked:
        return Parked(self.session)

    @cached_property
    def queue(self) -> Queue:
        return Queue(self.session)

    @cached_property
    def reach(self) -> ReachFigures:
        return ReachFigures(self.session)

    @cached_property
    def recipients(self) -> Recipients:
        return Recipients(self.session)

    @cached_property
    def refs(self) -> Refs:
        return Refs(self.session)

    @cached_property
    def subject_refs(self) -> SubjectRefs:
        return SubjectRefs(self.session)

    @cached_property
    def report_rows(self) -> ReportRows:
        return ReportRows(self.session)

    @cached_property
    def roster(self) -> Roster:
        return Roster(self.session)

    @cached_property
    def samples(self) -> Samples:
        return Samples(self.session)

    @cached_property
    def reminders(self) -> Reminders:
        return Reminders(self.session)

    @cached_property
    def satisfaction(self) -> Satisfaction:
        return Satisfaction(self.session)

    @cached_property
    def search(self) -> Search:
        return Search(self.session)

    @cached_property
    def surveys(self) -> Surveys:
        return Surveys(self.session)

    @cached_property
    def templates(self) -> Templates:
        return Templates(self.session)

    @cached_property
    def tickets(self) -> Tickets:
        return Tickets(self.session, self.own_tickets)

    @cached_property
    def waits(self) -> Waits:
        return Waits(self.session)

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        """What happens inside is undone alone when it raises, the rest of the unit stays.

        What it held back is written at its end, so that a row the database will not take is its
        own fault and nobody else's.
        """
        messages, topics = self.outbox.pending(), self.people.pending()
        asked = self.questions.pending()
        try:
            with self.session.begin_nested():
                yield
                self._write_held_back()
        except BaseException:
            self.outbox.restore(messages)
            self.people.restore(topics)
            self.questions.restore(asked)
            self.chats.forget()
            raise

    @property
    def asked(self) -> bool:
        """Whether a job was asked for."""
        return "jobs" in vars(self) and self.jobs.asked

    def settle(self) -> None:
        """Writes what the nouns still hold back for one statement at the end."""
        self._write_held_back()
        self.inbox.flush()

    def _write_held_back(self) -> None:
        self.people.flush()
        self.questions.flush()
        self.outbox.flush()
