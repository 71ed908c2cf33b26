"""Every table. Rows only: what is done with them stands in the file of each noun."""

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
    AgendaRow,
    ChatAlias,
    HoldReason,
    InboxRow,
    InboxStatus,
    JobKind,
    JobRow,
    JobStatus,
    OutboxRow,
    OutboxStatus,
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
    Person,
)
from storage.tables.periods import ClosedPeriod
from storage.tables.tickets import (
    AlbumRow,
    Attachment,
    MessageRef,
    SearchRow,
    Ticket,
    TicketEvent,
    TicketSeries,
)

__all__ = [
    "ERASED_ID",
    "WITHOUT_CHAT",
    "AgendaRow",
    "AlbumRow",
    "Attachment",
    "BlockRow",
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
    "ErasureRow",
    "ErasureStatus",
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
    "LearnedRow",
    "MessageRef",
    "OutboxRow",
    "OutboxStatus",
    "Outcome",
    "Person",
    "Question",
    "SearchRow",
    "Table",
    "TemplateRow",
    "Ticket",
    "TicketEvent",
    "TicketSeries",
]
