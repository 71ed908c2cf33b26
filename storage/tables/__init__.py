"""Every table. Rows only: what is done with them stands in the file of each noun.

A module of it is imported when one of its tables is first asked for: a page of figures needs a
third of them, and to make the classes of all takes as long as to count it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from storage.tables.agenda import AgendaKind, AgendaRow, DowntimeRow
    from storage.tables.announcements import Announcement, Recipient
    from storage.tables.base import Table
    from storage.tables.book import (
        ChatExport,
        ChatQuestion,
        LearnedRow,
        Outcome,
        Question,
        TemplateRow,
    )
    from storage.tables.clinic import (
        ClinicAnswer,
        ClinicFile,
        ClinicRequest,
        ClinicSeat,
        ClinicSession,
    )
    from storage.tables.delivery import (
        ChatAlias,
        HoldReason,
        InboxRow,
        InboxStatus,
        JobKind,
        JobRow,
        JobStatus,
        OutboxRow,
        OutboxStatus,
        SubjectRef,
    )
    from storage.tables.incidents import (
        IncidentNews,
        IncidentPerson,
        IncidentRow,
        IncidentTicket,
    )
    from storage.tables.people import (
        ERASED_ID,
        WITHOUT_CHAT,
        BlockRow,
        DialogRow,
        ErasureRow,
        ErasureStatus,
        LastSpokenRow,
        Person,
    )
    from storage.tables.periods import ClosedPeriod
    from storage.tables.roster import RosterClaim, RosterEntry, RosterImport, RosterLink
    from storage.tables.survey import (
        Survey,
        SurveyFollowUp,
        SurveyPerson,
        SurveySheets,
        SurveyTestimony,
    )
    from storage.tables.ticket_parts import (
        AlbumRow,
        Attachment,
        HeldAnswer,
        MessageRef,
        SearchRow,
        TicketFollower,
        TicketLink,
    )
    from storage.tables.tickets import Ticket, TicketEvent, TicketSeries
    from storage.tables.times import BoardRow, DigestRow, LaterAnswer, SatisfactionRow

__all__ = [
    "ERASED_ID",
    "WITHOUT_CHAT",
    "AgendaKind",
    "AgendaRow",
    "AlbumRow",
    "Announcement",
    "Attachment",
    "BlockRow",
    "BoardRow",
    "ChatAlias",
    "ChatExport",
    "ChatQuestion",
    "ClinicAnswer",
    "ClinicFile",
    "ClinicRequest",
    "ClinicSeat",
    "ClinicSession",
    "ClosedPeriod",
    "DialogRow",
    "DigestRow",
    "DowntimeRow",
    "ErasureRow",
    "ErasureStatus",
    "HeldAnswer",
    "HoldReason",
    "InboxRow",
    "InboxStatus",
    "IncidentNews",
    "IncidentPerson",
    "IncidentRow",
    "IncidentTicket",
    "JobKind",
    "JobRow",
    "JobStatus",
    "LastSpokenRow",
    "LaterAnswer",
    "LearnedRow",
    "MessageRef",
    "OutboxRow",
    "OutboxStatus",
    "Outcome",
    "Person",
    "Question",
    "Recipient",
    "RosterClaim",
    "RosterEntry",
    "RosterImport",
    "RosterLink",
    "SatisfactionRow",
    "SearchRow",
    "SubjectRef",
    "Survey",
    "SurveyFollowUp",
    "SurveyPerson",
    "SurveySheets",
    "SurveyTestimony",
    "Table",
    "TemplateRow",
    "Ticket",
    "TicketEvent",
    "TicketFollower",
    "TicketLink",
    "TicketSeries",
]

_MODULES = {
    "agenda": {"AgendaKind", "AgendaRow", "DowntimeRow"},
    "announcements": {"Announcement", "Recipient"},
    "book": {"ChatExport", "ChatQuestion", "LearnedRow", "Outcome", "Question", "TemplateRow"},
    "clinic": {"ClinicAnswer", "ClinicFile", "ClinicRequest", "ClinicSeat", "ClinicSession"},
    "delivery": {
        "ChatAlias",
        "HoldReason",
        "InboxRow",
        "InboxStatus",
        "JobKind",
        "JobRow",
        "JobStatus",
        "OutboxRow",
        "OutboxStatus",
        "SubjectRef",
    },
    "incidents": {"IncidentNews", "IncidentPerson", "IncidentRow", "IncidentTicket"},
    "people": {
        "ERASED_ID",
        "WITHOUT_CHAT",
        "BlockRow",
        "DialogRow",
        "ErasureRow",
        "ErasureStatus",
        "LastSpokenRow",
        "Person",
    },
    "periods": {"ClosedPeriod"},
    "roster": {"RosterClaim", "RosterEntry", "RosterImport", "RosterLink"},
    "survey": {"Survey", "SurveyFollowUp", "SurveyPerson", "SurveySheets", "SurveyTestimony"},
    "ticket_parts": {
        "AlbumRow",
        "Attachment",
        "HeldAnswer",
        "MessageRef",
        "SearchRow",
        "TicketFollower",
        "TicketLink",
    },
    "tickets": {"Ticket", "TicketEvent", "TicketSeries"},
    "times": {"BoardRow", "DigestRow", "LaterAnswer", "SatisfactionRow"},
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}

if not TYPE_CHECKING:  # for mypy any name would be a table then

    def __getattr__(name: str) -> object:
        """Of Table all modules: who asks for what they have in common means every one of them."""
        if name == "Table":
            for module in _MODULES:
                import_module(f"{__name__}.{module}")
            return import_module(f"{__name__}.base").Table
        if name not in _MODULE_OF:
            raise AttributeError(name)
        found: object = getattr(import_module(f"{__name__}.{_MODULE_OF[name]}"), name)
        globals()[name] = found
        return found
