"""A ticket, at the desk."""

from __future__ import annotations

from bot.rules.queue_view import View
from bot.rules.ticket import Channel, DeadlineClass, Kind, Number, Priority, Result
from bot.words.labels.base import Label, label

TAKE = Label("Ambil")
ASK_INFO = Label("Minta info")
RESOLVE = Label("Selesai")
VERIFY = Label("Verifikasi")
RELEASE = Label("Lepas")
HAND_OVER = Label("Alihkan…")
DEFER = Label("Tunda…")
CARRY_ON = Label("Lanjutkan")
OUT_OF_SCOPE = Label("Di luar kewenangan")
MERGE = Label("Gabung…")
UNMERGE = Label("Pisahkan lagi")
SPLIT = Label("Pecah")
CORRECT = Label("Ubah…")
HISTORY = Label("Riwayat")
OTHER_DATE = Label("Tanggal lain…")
OTHER_NUMBER = Label("Nomor lain…")
SEND_ALSO = Label("Kirim juga")
DO_NOT_SEND = Label("Jangan kirim")
FROM_BOOK = Label("Jawab dari buku")
FROM_TEMPLATES = Label("Jawaban siap")
SEND_ANYWAY = Label("Tetap kirim")
SUGGEST_TICKETS = Label("Tiket serupa")
LINK_ALL = Label("Kaitkan semua")
RECOVERED = Label("Sudah pulih")
SET_CATEGORY = Label("Ubah kategori")
EVERY_CATEGORY = Label("Semua kategori")
REOPEN = Label("Buka lagi")
REPORTER_CONFIRMS = Label("Pelapor setuju")
SEND_NOW = Label("Kirim sekarang")
CALL_OFF_ANSWER = Label("Jangan dikirim")
FOLLOW = Label("Ikuti")
LINK_REPORTER = Label("Hubungkan Telegram")
UNLINK_REPORTER = Label("Lepas dari Telegram")
READ_SECRET = Label("🔒 Baca isinya")
RESULTS = {
    Result.SOLVED: Label("Diselesaikan"),
    Result.EXPLAINED: Label("Dijelaskan"),
    Result.FORWARDED: Label("Diteruskan"),
    Result.IMPOSSIBLE: Label("Tidak dapat"),
}
PRIORITIES = {
    Priority.NORMAL: Label("Biasa"),
    Priority.HIGH: Label("Tinggi"),
    Priority.URGENT: Label("Mendesak"),
}
CLASSES = {
    DeadlineClass.INFORMATION: Label("Permintaan informasi"),
    DeadlineClass.COMPLAINT: Label("Pengaduan"),
    DeadlineClass.SUPERVISORY: Label("Berkadar pengawasan"),
}
FIELDS = {
    "kind": Label("Jenis…"),
    "category": Label("Tentang…"),
    "priority": Label("Prioritas…"),
    "deadline_class": Label("Batas waktu…"),
    "result": Label("Hasil…"),
}
KINDS = {
    Kind.COMPLAINT: Label("Keluhan"),
    Kind.CRITICISM: Label("Kritik"),
    Kind.SUGGESTION: Label("Saran"),
    Kind.INFORMATION: Label("Permintaan informasi"),
}
CHANNELS = {
    Channel.TELEGRAM: Label("Telegram"),
    Channel.IN_PERSON: Label("Tatap muka"),
    Channel.PHONE: Label("Telepon"),
    Channel.WHATSAPP: Label("WhatsApp"),
    Channel.EMAIL: Label("E-mail"),
    Channel.LETTER: Label("Surat"),
    Channel.LAPOR: Label("SP4N-LAPOR!"),
}
QUEUE_VIEWS = {
    View.ALL: Label("Semua"),
    View.MINE: Label("Milik saya"),
    View.UNTAKEN: Label("Belum diambil"),
    View.LATE: Label("Lewat batas"),
    View.SOON: Label("Hampir lewat"),
    View.WAITING: Label("Menunggu pelapor"),
    View.DEFERRED: Label("Ditunda"),
    View.CATEGORY: Label("Kategori…"),
    View.OFFICE: Label("Kantor…"),
}


def link_ticket(number: Number) -> Label:
    return Label(f"Kaitkan {number}")


def of_field(field: str, value: str) -> str:
    """The name of one of the values that a ticket's field can have."""
    match field:
        case "kind":
            return KINDS[Kind(value)]
        case "priority":
            return PRIORITIES[Priority(value)]
        case "deadline_class":
            return CLASSES[DeadlineClass(value)]
        case "result":
            return RESULTS[Result(value)]
        case _:
            return value


def same_as(number: Number, reporter: str, story: str) -> Label:
    return label(f"{number} · {reporter}: {story}")


def merge_into(number: Number, reporter: str, story: str) -> Label:
    """Where nothing else says that this is what it does."""
    return label(f"Gabung ke {number} · {reporter}: {story}")


def about(category: str) -> Label:
    """What a ticket becomes one of by a tap."""
    return label(f"Tentang: {category}")
