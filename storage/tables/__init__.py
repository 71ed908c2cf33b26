"""Every table. Rows only: what is done with them stands in the file of each noun."""

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
    TicketFollower,
    TicketSeries,
)
from storage.tables.times import BoardRow, DigestRow, LaterAnswer, SatisfactionRow

__all__ = [
    "ERASED_ID",
    "WITHOUT_CHAT",
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
    "LaterAnswer",
    "LearnedRow",
    "MessageRef",
    "OutboxRow",
    "OutboxStatus",
    "Outcome",
    "Person",
    "Question",
    "Recipient",
    "SatisfactionRow",
    "SearchRow",
    "Table",
    "TemplateRow",
    "Ticket",
    "TicketEvent",
    "TicketFollower",
    "TicketSeries",
]
