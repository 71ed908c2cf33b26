"""Announcements and their calendar."""

from __future__ import annotations

from bot.words.labels.base import Label

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
