"""The names of a ticket's states and deeds, as both sides read them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.rules.ticket import Deed, Status
from bot.words.html import Html

STATUS = {
    Status.OPEN: "Baru, menunggu petugas",
    Status.TAKEN: "Sedang ditangani",
    Status.WAITING: "Menunggu jawaban pelapor",
    Status.RESOLVED: "Selesai, menunggu konfirmasi pelapor",
    Status.CLOSED: "Selesai",
}

SIGN = {
    Status.OPEN: "🔴",
    Status.TAKEN: "🟡",
    Status.WAITING: "🟠",
    Status.RESOLVED: "🟢",
    Status.CLOSED: "✅",
}

DEED = {
    Deed.FILE: "Laporan masuk",
    Deed.TAKE: "Diambil",
    Deed.REPLY: "Dijawab",
    Deed.ASK_INFO: "Meminta keterangan",
    Deed.NOTE: "Catatan internal",
    Deed.RESOLVE: "Diselesaikan",
    Deed.CONFIRM: "Pelapor: sudah selesai",
    Deed.DISPUTE: "Pelapor: belum selesai",
    Deed.REOPEN: "Dibuka lagi",
    Deed.ANSWER: "Pelapor menulis",
    Deed.AMEND: "Pelapor memperbaiki pesannya",
    Deed.WITHDRAW: "Pelapor menarik laporannya",
}

# The same as the reporter reads them.
STATUS_TO_REPORTER = STATUS | {
    Status.WAITING: "Menunggu jawaban Anda",
    Status.RESOLVED: "Selesai, menunggu konfirmasi Anda",
}
DEED_TO_REPORTER = DEED | {
    Deed.FILE: "Laporan Anda masuk",
    Deed.TAKE: "Diambil petugas",
    Deed.REPLY: "Petugas menjawab",
    Deed.ASK_INFO: "Petugas bertanya",
    Deed.CONFIRM: "Anda: sudah selesai",
    Deed.DISPUTE: "Anda: belum selesai",
    Deed.ANSWER: "Anda menulis",
    Deed.AMEND: "Anda memperbaiki pesan",
    Deed.WITHDRAW: "Anda menarik laporan",
}


class Happening(Protocol):
    """One event of a ticket's history, with the name of who did it."""

    @property
    def at(self) -> datetime: ...
    @property
    def deed(self) -> Deed: ...
    @property
    def actor(self) -> str | None: ...
    @property
    def text(self) -> str | None: ...


def earlier(count: int) -> Html | None:
    """What a history of many events leaves out."""
    return Html(f"• … {count} kejadian sebelumnya") if count > 0 else None
