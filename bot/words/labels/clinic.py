"""Coaching Clinic."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

from bot.rules.clinic import Part
from bot.words import dates
from bot.words.labels.base import Label, label

JOIN = Label("Daftar")
LEAVE = Label("Batal ikut")
TO_CALENDAR = Label("Simpan ke kalender")
I_AM_HERE = Label("Saya hadir")
MATERIALS = Label("Materi dan foto")
GO_ON_RATING = Label("Lanjutkan penilaian")
ASK_CLINIC = Label("Minta Coaching Clinic")
SCHEDULE = Label("Semua sesi")
NEW_SESSION = Label("Sesi baru")
EDIT_SESSION = Label("Ubah")
OPEN_SESSION = Label("Buka pendaftaran")
DROP_DRAFT = Label("Buang draf")
CALL_OFF = Label("Batalkan sesi")
CALL_OFF_SURE = Label("Ya, tanpa alasan")
ATTENDEES = Label("Peserta")
SHOW_CODE = Label("Kode hadir")
INVITATION = Label("Undangan")
SESSION_REPORT = Label("Laporan sesi")
ALL_SESSIONS = Label("Semua sesi")
REQUESTS = Label("Permintaan")
CLINIC_NEEDS = Label("Saran sesi")
ACCEPT = Label("Terima")
DECLINE = Label("Tolak")
CLINIC_PARTS = {
    Part.TOPIC: Label("Topik"),
    Part.TIME: Label("Waktu"),
    Part.PLACE: Label("Tempat"),
    Part.CAPACITY: Label("Kapasitas"),
    Part.TRAINERS: Label("Pelatih"),
    Part.OFFICES: Label("Kantor"),
    Part.ASSIGNMENT: Label("Surat tugas"),
}


def session(number: int, topic: str) -> Label:
    return label(f"{number}. {topic}")


def recap(year: int) -> Label:
    return Label(f"Rekap {year}")


def day(day: date) -> Label:
    """Kam 3 Des"""
    return Label(format_date(day, "EEE d MMM", locale=dates.LOCALE))


def hour(at: str) -> Label:
    """0930: 09.30"""
    return Label(f"{at[:2]}.{at[2:]}")
