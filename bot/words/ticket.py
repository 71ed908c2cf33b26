"""The names of a ticket's states and deeds, as both sides read them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.rules.ticket import Change, Channel, DeadlineClass, Deed, Priority, Result, Status
from bot.words.html import Html

STATUS = {
    Status.OPEN: "Baru, menunggu petugas",
    Status.VERIFIED: "Terverifikasi, menunggu petugas",
    Status.TAKEN: "Sedang ditangani",
    Status.WAITING: "Menunggu jawaban pelapor",
    Status.DEFERRED: "Ditunda",
    Status.RESOLVED: "Selesai, menunggu konfirmasi pelapor",
    Status.CLOSED: "Selesai",
    Status.LAPSED: "Selesai, tanpa tanggapan pelapor",
    Status.SILENT: "Ditutup, pelapor tidak menjawab",
    Status.OUT_OF_SCOPE: "Di luar kewenangan",
    Status.WITHDRAWN: "Ditarik pelapor",
    Status.MERGED: "Digabung dengan tiket lain",
}

SIGN = {
    Status.OPEN: "🔴",
    Status.VERIFIED: "🔴",
    Status.TAKEN: "🟡",
    Status.WAITING: "🟠",
    Status.DEFERRED: "⏸",
    Status.RESOLVED: "🟢",
    Status.CLOSED: "✅",
    Status.LAPSED: "✅",
    Status.SILENT: "⚪",
    Status.OUT_OF_SCOPE: "⚪",
    Status.WITHDRAWN: "⚪",
    Status.MERGED: "🔗",
}

DEED = {
    Deed.FILE: "Laporan masuk",
    Deed.VERIFY: "Diverifikasi",
    Deed.TAKE: "Diambil",
    Deed.RELEASE: "Dilepas",
    Deed.HAND_OVER: "Dialihkan",
    Deed.REPLY: "Dijawab",
    Deed.ASK_INFO: "Meminta keterangan",
    Deed.NOTE: "Catatan internal",
    Deed.CORRECT: "Diubah",
    Deed.DEFER: "Ditunda",
    Deed.RESUME: "Dilanjutkan",
    Deed.RESOLVE: "Diselesaikan",
    Deed.RESOLVE_BY_MERGE: "Diselesaikan bersama tiket gabungannya",
    Deed.RESOLVE_BY_INCIDENT: "Diselesaikan bersama gangguannya",
    Deed.OUT_OF_SCOPE: "Di luar kewenangan",
    Deed.MERGE: "Digabung",
    Deed.UNMERGE: "Dipisahkan dari gabungan",
    Deed.ABSORB: "Tiket lain digabung ke sini",
    Deed.SPLIT: "Dipecah",
    Deed.JOIN_INCIDENT: "Masuk gangguan massal",
    Deed.LEAVE_INCIDENT: "Keluar dari gangguan massal",
    Deed.REOPEN: "Dibuka lagi",
    Deed.FOLLOW: "Diikuti",
    Deed.UNFOLLOW: "Tidak diikuti lagi",
    Deed.CONFIRM: "Pelapor: sudah selesai",
    Deed.DISPUTE: "Pelapor: belum selesai",
    Deed.ANSWER: "Pelapor menulis",
    Deed.AMEND: "Pelapor memperbaiki pesannya",
    Deed.WITHDRAW: "Pelapor menarik laporannya",
    Deed.RATE: "Pelapor memberi nilai",
    Deed.LAPSE: "Pelapor tidak menanggapi",
}

# The same as the reporter reads them.
STATUS_TO_REPORTER = STATUS | {
    Status.WAITING: "Menunggu jawaban Anda",
    Status.RESOLVED: "Selesai, menunggu konfirmasi Anda",
    Status.LAPSED: "Selesai, tanpa tanggapan Anda",
    Status.SILENT: "Ditutup, belum ada jawaban Anda",
    Status.WITHDRAWN: "Anda tarik",
    Status.MERGED: "Digabung dengan laporan lain yang sama",
}
DEED_TO_REPORTER = DEED | {
    Deed.FILE: "Laporan Anda masuk",
    Deed.TAKE: "Diambil petugas",
    Deed.RELEASE: "Dikembalikan ke antrean",
    Deed.HAND_OVER: "Dialihkan ke petugas lain",
    Deed.REPLY: "Petugas menjawab",
    Deed.ASK_INFO: "Petugas bertanya",
    Deed.CORRECT: "Keterangan laporan diubah",
    Deed.MERGE: "Digabung dengan laporan lain yang sama",
    Deed.UNMERGE: "Ditangani sendiri lagi",
    Deed.ABSORB: "Laporan lain yang sama digabung ke sini",
    Deed.CONFIRM: "Anda: sudah selesai",
    Deed.DISPUTE: "Anda: belum selesai",
    Deed.ANSWER: "Anda menulis",
    Deed.AMEND: "Anda memperbaiki pesan",
    Deed.WITHDRAW: "Anda menarik laporan",
    Deed.RATE: "Anda memberi nilai",
    Deed.LAPSE: "Belum ada tanggapan Anda",
}
# What only the desk sees of a history.
OF_THE_DESK = frozenset({Deed.NOTE, Deed.FOLLOW, Deed.UNFOLLOW})

RESULT = {
    Result.SOLVED: "diselesaikan",
    Result.EXPLAINED: "dijelaskan",
    Result.FORWARDED: "diteruskan",
    Result.IMPOSSIBLE: "tidak dapat dipenuhi",
}
PRIORITY = {
    Priority.NORMAL: "biasa",
    Priority.HIGH: "tinggi",
    Priority.URGENT: "mendesak",
}
CHANNEL = {
    Channel.TELEGRAM: "Telegram",
    Channel.IN_PERSON: "tatap muka",
    Channel.PHONE: "telepon",
    Channel.WHATSAPP: "WhatsApp",
    Channel.EMAIL: "e-mail",
    Channel.LETTER: "surat",
    Channel.LAPOR: "SP4N-LAPOR!",
}
DEADLINE_CLASS = {
    DeadlineClass.INFORMATION: "permintaan informasi",
    DeadlineClass.COMPLAINT: "pengaduan",
    DeadlineClass.SUPERVISORY: "berkadar pengawasan",
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
    @property
    def officer(self) -> str | None: ...
    @property
    def change(self) -> Change | None: ...


def earlier(count: int) -> Html | None:
    """What a history of many events leaves out."""
    return Html(f"• … {count} kejadian sebelumnya") if count > 0 else None
