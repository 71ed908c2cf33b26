"""What stands on buttons."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NewType

from babel.dates import format_date

from bot.rules.clinic import Part
from bot.rules.queue_view import View
from bot.rules.ticket import Channel, DeadlineClass, Kind, Number, Priority, Result, Role
from bot.rules.weekly import Line
from bot.words import dates

Label = NewType("Label", str)

TO_ALL = Label("Semua orang")
TO_OFFICES = Label("Kantor…")
TO_CLINIC = Label("Peserta Coaching Clinic…")
TO_CATEGORY = Label("Laporan terbuka…")
ALL_PARTICIPANTS = Label("Semua peserta")
CHOSEN = Label("Pakai pilihan ini")
PROPOSE_NEWS = Label("Ajukan")
DROP_NEWS = Label("Buang")
APPROVE_NEWS = Label("Setujui")
RETURN_NEWS = Label("Kembalikan")
STOP_NEWS = Label("Hentikan")
RESUME_NEWS = Label("Lanjutkan kirim")
NOT_REACHED = Label("Yang tidak terjangkau")
REMOVE_PLANNED = Label("Hapus dari kalender")
NEWS_OFF = Label("🔕 Berhenti menerima pengumuman")
NEWS_ON = Label("🔔 Terima pengumuman lagi")
TAKE = Label("Ambil")
ASK_INFO = Label("Minta info")
RESOLVE = Label("Selesai")
MORE = Label("Lainnya…")
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
NOT_THE_SAME = Label("Bukan hal yang sama")
FROM_BOOK = Label("Jawab dari buku")
FROM_TEMPLATES = Label("Jawaban siap")
SEND_ANYWAY = Label("Tetap kirim")
ME_TOO = Label("Saya juga")
SUGGEST_TICKETS = Label("Tiket serupa")
LINK_ALL = Label("Kaitkan semua")
RECOVERED = Label("Sudah pulih")
REMOVE = Label("Hapus")
SET_CATEGORY = Label("Ubah kategori")
EVERY_CATEGORY = Label("Semua kategori")
REOPEN = Label("Buka lagi")
YES_DONE = Label("Ya, selesai")
REPORTER_CONFIRMS = Label("Pelapor setuju")
NOT_DONE = Label("Belum selesai")
ADD_TO_TICKET = Label("Tambah keterangan")
WITHDRAW = Label("Tarik laporan")
SHARE = Label("Bagikan")
SEND = Label("Kirim")
DAILY = Label("Setiap hari")
WEEKLY = Label("Setiap pekan")
NO_DIGEST = Label("Tidak usah")
SEND_NOW = Label("Kirim sekarang")
CALL_OFF_ANSWER = Label("Jangan dikirim")
CANCEL = Label("Batal")
RESUME = Label("Lanjutkan laporan")
GO_ON = Label("Lanjut")
BY_STEPS = Label("Isi langkah demi langkah")
CHANGE_KIND = Label("Ubah jenis")
CHANGE_CATEGORY = Label("Ubah tentang")
ALL_CATEGORIES = Label("Semua pilihan")
ASK_OFFICER = Label("Tanya petugas")
NONE_OF_THESE = Label("Bukan itu, tanya petugas")
HELPFUL = Label("Membantu")
NOT_HELPFUL = Label("Tidak membantu")
YES = Label("Ya")
NO = Label("Bukan")
START_COMPLAINT = Label("Buat laporan")
CONTENTS = Label("Daftar bab")
BACK = Label("Kembali")
LINK_NIP = Label("Hubungkan NIP")
UNLINK_NIP = Label("Lepas NIP")
VOUCH_NIP = Label("Setujui")
REFUSE_NIP = Label("Tolak")
ERASE = Label("Ya, minta dihapus")
KEEP_ME = Label("Batalkan permintaan")
ERASE_PERSON = Label("Hapus data orang ini")
SET_OFFICE = Label("Isi nama kantor")
CHOOSE_OFFICE = Label("Pilih kantor")
OTHER_OFFICE = Label("Kantor lain")
SKIP = Label("Lewati")
OTHER_ENTRY = Label("Pilih entri lain")
NEW_ENTRY = Label("Jadikan entri baru")
WRITE_ANSWER = Label("Tulis jawaban baru")
TEACH_ANYWAY = Label("Tetap ajarkan")
DO_NOT_TEACH = Label("Jangan ajarkan")
IGNORE = Label("Abaikan")
NEXT = Label("Berikutnya")
TAKE_BACK = Label("Batalkan")
APPOINT = {
    Role.OFFICER: Label("Jadikan petugas"),
    Role.SUPERVISOR: Label("Jadikan penyelia"),
    Role.HEAD: Label("Jadikan pimpinan"),
    Role.ASKER: Label("Berhentikan"),
}
APPOINT_AGAIN = Label("Angkat lagi")
ON_LEAVE = Label("Cuti")
BACK_AT_WORK = Label("Sudah masuk lagi")
TO_QUEUE = Label("Kembalikan ke antrian")
HEAR_ABUSE = Label("Beri laporan pengawasan")
HEAR_NO_ABUSE = Label("Hentikan laporan pengawasan")
ANONYMOUS = Label("Anonim")
SECRET = Label("Rahasia")
SUPERVISORY = Label("Jalur pengawasan")
NO_SUPERVISORY = Label("Laporan biasa")
FOLLOW = Label("Ikuti")
READ_SECRET = Label("🔒 Baca isinya")
DESK_STAFF = Label("Daftar petugas")
COPY_NUMBER = Label("Salin nomor tiket")
COPY_ADDRESS = Label("Salin alamat")
COPY_ID = Label("Salin ID grup")
READ_ON = Label("Baca selengkapnya")
READ_AGAIN = Label("Baca lagi jawaban tadi")
OPEN_CHAT = Label("Buka obrolan dengan bot")
BOOK_FIGURES = Label("Hasil jawaban buku")
BOOK_WORST = Label("Ringkasan")
BOOK_ASKED = Label("Semua entri")
BOOK_NEVER = Label("Tak ditanyakan")
DAYS_30 = Label("30 hari")
DAYS_90 = Label("90 hari")
DAYS_180 = Label("180 hari")
BESIDE_RATIO = Label("Rincian")
EVIDENCE = Label("Bukti dukung")
FORM_PDF = Label("PDF")
FORM_DOCX = Label("Word")
FORM_XLSX = Label("Excel")
FORM_PROOFS = Label("Bukti lain dan F-02")
FORM_LAPOR = Label("Untuk SP4N-LAPOR!")
FORM_SAMPLES = Label("Contoh penanganan")
PREVIOUS_PAGE = Label("‹ Sebelumnya")
NEXT_PAGE = Label("Berikutnya ›")
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
ACCEPT = Label("Terima")
DECLINE = Label("Tolak")
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

MOST_LABEL = 60
# What a question may end in that its beginning says already.
ASKED_LAST = re.compile(r"[,.] (?:bagaimana|mengapa|apa artinya)\?$", re.IGNORECASE)

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

CLINIC_PARTS = {
    Part.TOPIC: Label("Topik"),
    Part.TIME: Label("Waktu"),
    Part.PLACE: Label("Tempat"),
    Part.CAPACITY: Label("Kapasitas"),
    Part.TRAINERS: Label("Pelatih"),
    Part.OFFICES: Label("Kantor"),
    Part.ASSIGNMENT: Label("Surat tugas"),
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

SATISFACTION = {
    1: Label("Tidak baik"),
    2: Label("Kurang baik"),
    3: Label("Baik"),
    4: Label("Sangat baik"),
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


def survey(number: int, days: str) -> Label:
    return Label(f"Survei {number}: {days}"[:MOST_LABEL])


def days_open(days: int) -> Label:
    return Label(f"Dibuka {days} hari")


def follow_up(element: str) -> Label:
    return Label(f"Tindak lanjut: {element}"[:MOST_LABEL])


def counted(name: str, count: int) -> Label:
    """With room for the figure, however long an office is called."""
    return Label(f"{_cut(name) if len(name) > MOST_LABEL else name} ({count})")


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


def numbered(place: int, title: str) -> Label:
    """One of several, by its number in the message above."""
    return label(f"{place}. {title}")


def link_ticket(number: Number) -> Label:
    return Label(f"Kaitkan {number}")


def add_to(number: Number) -> Label:
    return Label(f"Tambahkan ke {number}")


def withdraw(number: Number) -> Label:
    return Label(f"Tarik {number}")


def pass_on(number: Number) -> Label:
    return Label(f"Sampaikan ke {number}")


def block(name: str) -> Label:
    return label(f"Blokir {name}")


def unblock(name: str) -> Label:
    return label(f"Buka blokir {name}")


def week(monday: date) -> Label:
    """The page of one week: Pekan 23–29 November 2026."""
    return Label(f"Pekan {dates.days(monday, monday + timedelta(days=6))}")


def label(text: str) -> Label:
    """Any text as a button's label, cut where a phone would cut it anyway."""
    text = " ".join(text.split())
    if len(text) > MOST_LABEL:
        text = ASKED_LAST.sub("", text)
    return Label(text if len(text) <= MOST_LABEL else _cut(text))


def _cut(text: str) -> str:
    """After a whole word where there is one."""
    head = text[: MOST_LABEL - 1]
    space = head.rfind(" ") if text[MOST_LABEL - 1] != " " else len(head)
    return head[: space if space > MOST_LABEL // 2 else len(head)].rstrip(" ,.") + "…"


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


def chosen(name: str, *, now: bool) -> Label:
    """One of several, and whether it holds now."""
    return label(f"✔ {name}" if now else name)


def until(day: date) -> Label:
    """Sen, 30 Nov"""
    return Label(dates.short_weekday(day))


def same_as(number: Number, reporter: str, story: str) -> Label:
    return label(f"{number} · {reporter}: {story}")


def merge_into(number: Number, reporter: str, story: str) -> Label:
    """Where nothing else says that this is what it does."""
    return label(f"Gabung ke {number} · {reporter}: {story}")


def tick(place: int, *, ticked: bool) -> Label:
    """One of the wordings, by its number in the message above."""
    return Label(f"{'✅' if ticked else '⬜'} {place}")


_FIGURES = {
    Line.RECEIVED: "masuk",
    Line.SETTLED: "selesai",
    Line.ANSWERED: "dijawab pertama",
    Line.REOPENED: "dibuka lagi",
    Line.OPEN: "terbuka",
    Line.OVERDUE: "lewat batas",
    Line.RESOLVED: "selesai",
    Line.UNRESOLVED: "belum selesai",
}


def figure(line: Line, count: int) -> Label:
    """On the button that shows the tickets behind it."""
    return Label(f"{count} {_FIGURES[line]}")


REPORT_DAYS = {
    "minggu lalu": Label("Pekan lalu"),
    "bulan ini": Label("Bulan ini"),
    "bulan lalu": Label("Bulan lalu"),
    "triwulan ini": Label("Triwulan ini"),
    "tahun ini": Label("Tahun ini"),
    "tahun lalu": Label("Tahun lalu"),
    "12 bulan": Label("12 bulan"),
    "2 tahun": Label("2 tahun penuh"),
}
"""Other days than those that /laporan shows by itself, as one may also write them behind it."""


def days(count: int) -> Label:
    return Label(f"{count} hari")


def ticked(name: str, on: bool) -> Label:
    return Label(f"{'✅' if on else '☐'} {name}")
