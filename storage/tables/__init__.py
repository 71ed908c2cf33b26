"""Every table. Rows only: what is done with them stands in the file of each noun."""

from storage.tables.base import Table
from storage.tables.book import ChatExport, ChatQuestion, LearnedRow, Outcome, Question
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
from storage.tables.people import (
    ERASED_ID,
    BlockRow,
    DialogRow,
    ErasureRow,
    ErasureStatus,
    Person,
)
from storage.tables.tickets import (
    AlbumRow,
    Attachment,
    MessageRef,
    Ticket,
    TicketEvent,
    TicketSeries,
)

__all__ = [
    "ERASED_ID",
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
    "DialogRow",
    "ErasureRow",
    "ErasureStatus",
    "HoldReason",
    "InboxRow",
    "InboxStatus",
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
    "Table",
    "Ticket",
    "TicketEvent",
    "TicketSeries",
]
