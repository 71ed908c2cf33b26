"""/data_saya: what we know of a person, who reads it, and how long each part is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.words import dates
from bot.words.html import Html, bold, esc, lines, paragraphs
from bot.words.privacy import period, within

TITLE = "DATA ANDA DI BOT BANTUAN E-KINERJA"
MADE = "Dibuat"
PROFILE, TICKETS, QUESTIONS = "PROFIL", "LAPORAN", "PERTANYAAN KEPADA BUKU PANDUAN"
CLINIC, CLINIC_REQUESTS = "COACHING CLINIC", "PERMINTAAN COACHING CLINIC"
SURVEYS = "SURVEI KEPUASAN"
INVITED, BEGUN, TAKEN_PART = "diundang", "sedang diisi, belum dikirim", "sudah mengisi"
TESTIMONY = "kesan Anda"
UNTRACEABLE = (
    "Jawaban yang sudah dikirim tidak bisa ditelusuri kepada siapa pun, maka tidak ada di sini dan"
    " tidak bisa dihapus. Catatan siapa yang mengisi dihapus saat survei ditutup."
)
JOINED, QUEUED, CAME = "terdaftar", "daftar tunggu", "hadir"
RATED, FROM_DESK = "Penilaian Anda", "Jawaban petugas"
UNFINISHED, READERS, KEPT = "BELUM DIKIRIM", "SIAPA YANG MEMBACA", "BERAPA LAMA DISIMPAN"
NEWS = "PENGUMUMAN"
LISTED, NIP, POSITION, RANK = "DATA PEGAWAI", "NIP", "Jabatan", "Pangkat"
PHONE, MAIL, STATE, LINKED = "Telepon", "E-mail", "Status", "Dihubungkan"
HIT_BY = "GANGGUAN YANG ANDA ALAMI"
ID, NAME, USERNAME, OFFICE = "ID Telegram", "Nama", "Nama pengguna", "Kantor"
FIRST_SEEN, ERASURE = "Pertama kali menulis", "Permintaan hapus data"
ABOUT, STATUS, RECEIVED, STORY, FILES = "Tentang", "Status", "Masuk", "Isi", "Lampiran"
RATING = "Penilaian Anda"
NOT_TOLD, EXPIRED = "belum diisi", "(isinya sudah dihapus, masa simpan habis)"
OPENED = "dibuka dari buku"
IN_BOOK = "dipakai sebagai cara bertanya di buku panduan, tanpa nama"
FILE_KINDS = {"photo": "foto", "document": "dokumen", "video": "video"}
NOT_HERE = (
    "Catatan internal petugas tidak ada di sini. Pesan di Telegram sendiri (chat ini dan grup"
    " petugas) disimpan oleh Telegram."
)


def readers() -> list[str]:
    return [
        "Petugas helpdesk: laporan dan percakapannya; pertanyaan tak terjawab, tanpa nama.",
        "Pimpinan: hanya jumlah dan status, tanpa nama dan tanpa isi.",
        "Pengelola bot: dapat membuka basis data dan cadangannya untuk perawatan.",
        "Telegram: membawa dan menyimpan pesannya menurut aturannya sendiri.",
    ]


def periods(
    *,
    question_days: int,
    ticket_days: int,
    news_days: int,
    delivered_days: int,
    parked_days: int,
    backup_days: int,
) -> list[str]:
    kept = [
        "Nama dan kantor: selama Anda memakai bot, sampai Anda minta dihapus.",
        "Hubungan akun ini dengan NIP: sampai Anda lepas lewat /profil, atau minta dihapus.",
        "Daftar pegawai dari BKPSDM, juga yang tidak memakai bot: selama BKPSDM memakainya.",
        f"Isi dan lampiran laporan yang selesai: {period(ticket_days)} sejak kejadian terakhir.",
        "Nomor, jenis, waktu, dan status laporan: tetap, untuk statistik.",
        f"Pertanyaan: {period(question_days)}.",
        "Survei: siapa yang mengisi sampai survei ditutup; kesan sampai Anda minta dihapus.",
        "Yang tentang Coaching Clinic: sampai Anda minta dihapus; lalu jumlah dan kantor.",
        f"Bahwa Anda dikirimi sebuah pengumuman: {period(news_days)} sejak selesai; lalu jumlah.",
        f"Pesan yang sudah terkirim: {period(delivered_days)}; gagal: {period(parked_days)}.",
    ]
    if backup_days:
        kept.append(f"Cadangan harian: {period(backup_days)}.")
    return kept


def summary(
    *,
    name: str,
    username: str | None,
    office: str | None,
    tickets: int,
    questions: int,
    erase_within: timedelta,
    blocked: datetime | None = None,
    zone: ZoneInfo,
) -> Html:
    """Over the data itself, or over the file with it."""
    return paragraphs(
        bold("Data Anda yang kami simpan"),
        lines(
            esc(f"Nama di Telegram: {name}"),
            esc(f"Nama pengguna: @{username}") if username else None,
            esc(f"Kantor: {office or NOT_TOLD}"),
            esc(f"Laporan: {tickets} tiket beserta percakapannya"),
            esc(f"Pertanyaan: {questions}"),
            esc(f"Diblokir admin sejak: {dates.short(blocked, zone)}") if blocked else None,
        ),
        esc(f"Untuk minta dihapus: /hapus_data (dikerjakan paling lama {within(erase_within)})."),
    )


def announcements(count: int, *, off: datetime | None, zone: ZoneInfo) -> str:
    """Plain text."""
    sent = f"Yang dikirim kepada Anda: {count}"
    return sent if off is None else f"{sent}; tidak mau lagi sejak {dates.short(off, zone)}"


def file_caption() -> str:
    """Plain text."""
    return "Lengkapnya ada di berkas ini. Jangan teruskan kepada orang lain."
