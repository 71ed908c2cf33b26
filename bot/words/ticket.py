"""The names of a ticket's states and deeds, as both sides read them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.rules.ticket import (
    ANSWERING,
    RESOLVING,
    Changed,
    Channel,
    DeadlineClass,
    Deed,
    FieldChange,
    Kind,
    Priority,
    Result,
    Status,
)
from bot.words import dates, labels
from bot.words.fit import cut
from bot.words.html import Html, esc, moment

EVENTS_ON_CARD = 5
MOST_ON_LINE = 120  # of an event's words

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
    Deed.LINK: "Terhubung ke Telegram pelapor",
    Deed.UNLINK: "Tidak terhubung lagi ke Telegram",
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
    Deed.LINK: "Anda menyatakan ini laporan Anda",
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
    def change(self) -> FieldChange | None: ...


def earlier(count: int) -> Html | None:
    """What a history of many events leaves out."""
    return Html(f"• … {count} kejadian sebelumnya") if count > 0 else None


BY_REPORTER = frozenset({Deed.ANSWER, Deed.AMEND})


def shown_on_card(history: Sequence[Happening], most: int) -> list[tuple[Happening, int]]:
    """The last events, each with how many it stands for: what a reporter writes in a row counts
    as one. The desk's last answer, and the last closing, are always among them."""
    rows: list[tuple[Happening, int]] = []
    for event in history:
        if rows and event.deed in BY_REPORTER and rows[-1][0].deed in BY_REPORTER:
            rows[-1] = event, rows[-1][1] + 1
        else:
            rows.append((event, 1))
    kept = set(range(max(0, len(rows) - most), len(rows)))
    for deeds in (ENDING, frozenset(ANSWERING)):
        last = next((at for at in reversed(range(len(rows))) if rows[at][0].deed in deeds), None)
        if last is not None and last not in kept:
            kept = {last, *sorted(kept)[1:]}
    return [rows[at] for at in sorted(kept)]


def all_on_card(history: Sequence[Happening]) -> bool:
    """Whether a card shows the whole of it, words and all."""
    shown = shown_on_card(history[1:], EVENTS_ON_CARD)
    whole = all(len(" ".join((event.text or "").split())) <= MOST_ON_LINE for event, _ in shown)
    return whole and len(shown) == len(history) - 1


ENDING = frozenset({*RESOLVING, Deed.OUT_OF_SCOPE})


def happened(
    event: Happening,
    zone: ZoneInfo,
    *,
    most: int,
    times: int = 1,
    names: Mapping[Deed, str] = DEED,
    by: bool = True,
) -> Html:
    """One line of a history. `by`: with who did it."""
    who = f" ({event.actor})" if by and event.actor else ""
    more = f" {times}×, terakhir" if times > 1 else ""
    parts = [part for part in (changed(event, zone, by=by), event.text) if part]
    said = f": {cut(' '.join(' – '.join(parts).split()), most)}" if parts else ""
    when = moment(dates.short(event.at, zone), event.at)
    return Html(f"• {when}{esc(f' – {names[event.deed]}{more}{who}{said}')}")


def changed(event: Happening, zone: ZoneInfo, *, by: bool) -> str | None:
    """What an event changed beside the state, in words."""
    if event.deed is Deed.HAND_OVER:
        return f"ke {event.officer}" if event.officer else None
    change = event.change
    if change is None or change.became is None:
        return None
    if change.field is Changed.DEFERRED_UNTIL:
        return f"sampai {dates.long_date(datetime.fromisoformat(change.became), zone)}"
    if change.field in {Changed.MERGED_INTO, Changed.ABSORBED, Changed.SPLIT_INTO}:
        return change.became if by else None
    name = FIELD.get(change.field)
    if name is None:
        return None
    was = f"{_value(change.field, change.was)} → " if change.was else ""
    return f"{name} {was}{_value(change.field, change.became)}"


FIELD = {
    Changed.KIND: "jenis",
    Changed.CATEGORY: "tentang",
    Changed.PRIORITY: "prioritas",
    Changed.DEADLINE_CLASS: "batas waktu",
    Changed.RESULT: "hasil",
    Changed.SATISFACTION: "nilai",
}


def _value(field: Changed, value: str) -> str:
    match field:
        case Changed.KIND:
            return labels.KINDS[Kind(value)]
        case Changed.PRIORITY:
            return PRIORITY[Priority(value)]
        case Changed.DEADLINE_CLASS:
            return DEADLINE_CLASS[DeadlineClass(value)]
        case Changed.RESULT:
            return RESULT[Result(value)]
        case _:
            return value
