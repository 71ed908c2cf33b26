"""The book, and what it is taught."""

from __future__ import annotations

from bot.words.labels.base import Label

HELPFUL = Label("Membantu")
NOT_HELPFUL = Label("Tidak membantu")
CONTENTS = Label("Daftar bab")
OTHER_ENTRY = Label("Pilih entri lain")
NEW_ENTRY = Label("Jadikan entri baru")
WRITE_ANSWER = Label("Tulis jawaban baru")
TEACH_ANYWAY = Label("Tetap ajarkan")
DO_NOT_TEACH = Label("Jangan ajarkan")
IGNORE = Label("Abaikan")
TAKE_BACK = Label("Batalkan")
READ_ON = Label("Baca selengkapnya")
READ_AGAIN = Label("Baca lagi jawaban tadi")
BOOK_FIGURES = Label("Hasil jawaban buku")
BOOK_WORST = Label("Ringkasan")
BOOK_ASKED = Label("Semua entri")
BOOK_NEVER = Label("Tak ditanyakan")
DAYS_30 = Label("30 hari")
DAYS_90 = Label("90 hari")
DAYS_180 = Label("180 hari")
