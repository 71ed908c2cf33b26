"""The command menus that Telegram shows, one for people and one for the desk."""

from __future__ import annotations

PRIVATE = (
    ("lapor", "Sampaikan keluhan, kritik, atau saran"),
    ("tiket", "Lihat laporan Anda"),
    ("manual", "Baca buku panduan"),
    ("jadwal", "Jadwal Coaching Clinic"),
    ("profil", "Nama dan kantor Anda"),
    ("data_saya", "Data yang kami simpan"),
    ("hapus_data", "Minta data dihapus"),
    ("batal", "Hentikan yang sedang berjalan"),
    ("bantuan", "Semua perintah"),
)
DESK = (
    ("antrian", "Tiket yang masih terbuka"),
    ("tiket", "Satu tiket: /tiket EK-2026-00042"),
    ("catat", "Catat laporan yang datang di luar bot"),
    ("cari", "Cari tiket: nomor, nama, kantor, kata"),
    ("jawaban", "Jawaban siap pakai"),
    ("gangguan", "Gangguan massal: /gangguan judul"),
    ("laporan", "Angka dan grafik"),
    ("faq", "Tambah isi buku dari pertanyaan"),
    ("ringkasan", "Ringkasan pribadi: harian, mingguan, tidak"),
    ("clinic", "Coaching Clinic: sesi, peserta, rekap"),
    ("petugas", "Daftar petugas"),
    ("blokir", "Blokir penyalah guna (admin)"),
    ("buka_blokir", "Buka blokir (admin)"),
)


def menus(helpdesk_chat_id: int | None) -> list[dict[str, object]]:
    """Parameters of setMyCommands, one a scope."""
    found = [_menu(PRIVATE, {"type": "all_private_chats"})]
    if helpdesk_chat_id is not None:
        found.append(_menu(DESK, {"type": "chat", "chat_id": helpdesk_chat_id}))
    return found


def _menu(rows: tuple[tuple[str, str], ...], scope: dict[str, object]) -> dict[str, object]:
    commands = [{"command": command, "description": words} for command, words in rows]
    return {"commands": commands, "scope": scope}
