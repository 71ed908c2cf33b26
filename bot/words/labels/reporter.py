"""A report, on its reporter's side."""

from __future__ import annotations

from bot.rules.ticket import Number
from bot.words.labels.base import Label

NOT_THE_SAME = Label("Bukan hal yang sama")
ME_TOO = Label("Saya juga")
YES_DONE = Label("Ya, selesai")
NOT_DONE = Label("Belum selesai")
ADD_TO_TICKET = Label("Tambah keterangan")
WITHDRAW = Label("Tarik laporan")
SHARE = Label("Bagikan")
RESUME = Label("Lanjutkan laporan")
BY_STEPS = Label("Isi langkah demi langkah")
CHANGE_KIND = Label("Ubah jenis")
CHANGE_CATEGORY = Label("Ubah tentang")
ALL_CATEGORIES = Label("Semua pilihan")
ASK_OFFICER = Label("Tanya petugas")
NONE_OF_THESE = Label("Bukan itu, tanya petugas")
START_COMPLAINT = Label("Buat laporan")
ANONYMOUS = Label("Anonim")
SECRET = Label("Rahasia")
TELL_A_PERSON = Label("Ceritakan ke petugas")
SUPERVISORY = Label("Jalur pengawasan")
NO_SUPERVISORY = Label("Laporan biasa")
COPY_NUMBER = Label("Salin nomor tiket")
COPY_ADDRESS = Label("Salin alamat")
COPY_ID = Label("Salin ID grup")
IS_MINE = Label("Ya, milik saya")
IS_NOT_MINE = Label("Bukan milik saya")
SEE_TICKET = Label("Lihat tiket")
OPEN_CHAT = Label("Buka obrolan dengan bot")
SATISFACTION = {
    1: Label("Tidak baik"),
    2: Label("Kurang baik"),
    3: Label("Baik"),
    4: Label("Sangat baik"),
}


def add_to(number: Number) -> Label:
    return Label(f"Tambahkan ke {number}")


def withdraw(number: Number) -> Label:
    return Label(f"Tarik {number}")


def pass_on(number: Number) -> Label:
    return Label(f"Sampaikan ke {number}")
