"""The survey of satisfaction."""

from __future__ import annotations

from bot.words.labels.base import MOST_LABEL, Label

START_SURVEY = Label("Isi survei")
NO_TESTIMONY = Label("Lewati")
SHOW_NAMED = Label("Ya, dengan nama saya")
SHOW_UNNAMED = Label("Ya, tanpa nama")
DO_NOT_KEEP = Label("Jangan simpan")
NEW_SURVEY = Label("Survei baru")
ALL_SURVEYS = Label("Semua survei")
SERVED_WITHIN = {
    "3 bulan": Label("Dilayani 3 bulan ini"),
    "6 bulan": Label("6 bulan"),
    "12 bulan": Label("12 bulan"),
}
ASK_POPULATION = Label("Isi populasi")
OPEN_SURVEY = Label("Buka survei")
CLOSE_SURVEY = Label("Tutup survei")
CLOSE_SURVEY_SURE = Label("Ya, tutup sekarang")
TESTIMONIES = Label("Testimoni")
SHOW_TESTIMONY = Label("Tampilkan")
DECLINE_TESTIMONY = Label("Jangan tampilkan")


def survey(number: int, days: str) -> Label:
    return Label(f"Survei {number}: {days}"[:MOST_LABEL])


def days_open(days: int) -> Label:
    return Label(f"Dibuka {days} hari")


def follow_up(element: str) -> Label:
    return Label(f"Tindak lanjut: {element}"[:MOST_LABEL])
