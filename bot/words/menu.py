"""The command menus that Telegram shows, by where they are and who looks."""

from __future__ import annotations

from collections.abc import Callable

Menu = dict[str, object]
"""Parameters of setMyCommands; without commands, of deleteMyCommands."""
Rows = tuple[tuple[str, str], ...]
May = Callable[[str], bool]
"""Whether somebody may give a command."""

PRIVATE = (
    ("lapor", "Sampaikan keluhan, kritik, atau saran"),
    ("tiket", "Lihat laporan Anda"),
    ("manual", "Baca buku panduan"),
    ("jadwal", "Jadwal Coaching Clinic"),
    ("survei", "Isi survei kepuasan"),
    ("profil", "Nama, kantor, dan NIP Anda"),
    ("data_saya", "Data yang kami simpan"),
    ("hapus_data", "Minta data dihapus"),
    ("batal", "Hentikan yang sedang berjalan"),
    ("bantuan", "Semua perintah"),
)
DESK = (
    ("antrian", "Tiket yang masih terbuka"),
    ("tiket", "Satu tiket: /tiket EK-2026-00042"),
    ("gabung", "Gabung tiket yang sama: /gabung induk nomor"),
    ("catat", "Catat laporan yang datang di luar bot"),
    ("cari", "Cari tiket: nomor, nama, kantor, kata"),
    ("jawaban", "Jawaban siap pakai"),
    ("gangguan", "Gangguan massal: /gangguan judul"),
    ("laporan", "Angka dan grafik"),
    ("faq", "Tambah isi buku dari pertanyaan"),
    ("ikuti", "Ikuti tiket rekan: /ikuti EK-2026-00042"),
    ("ringkasan", "Ringkasan pribadi: harian, mingguan, tidak"),
    ("clinic", "Coaching Clinic: sesi, peserta, rekap"),
    ("survei", "Survei kepuasan: buka, hasil, laporan"),
    ("umumkan", "Pengumuman kepada banyak orang"),
    ("pengingat", "Kalender pengingat"),
    ("petugas", "Daftar petugas, cuti"),
    ("blokir", "Blokir penyalah guna"),
    ("buka_blokir", "Buka blokir"),
)


# What somebody of the desk may also write alone with the bot.
DESK_IN_PRIVATE = {"antrian", "catat", "laporan", "petugas", "umumkan", "pengingat"}
ALONE = {"antrian": "Tiket rahasia yang boleh Anda baca"}


def everybody() -> Menu:
    return _menu(PRIVATE, {"type": "all_private_chats"})


def group(may: May, *, chat_id: int) -> Menu:
    """What stands in the helpdesk group for all who have none of their own."""
    return _menu(_of_desk(may), {"type": "chat", "chat_id": chat_id})


def member(may: May, *, chat_id: int, person_id: int) -> Menu:
    """What somebody sees in the helpdesk group."""
    scope = {"type": "chat_member", "chat_id": chat_id, "user_id": person_id}
    return _menu(_of_desk(may), scope)


def private(may: May, *, person_id: int) -> Menu:
    """What somebody of the desk sees alone with the bot."""
    rows = [
        (name, ALONE.get(name, words)) for name, words in _of_desk(may) if name in DESK_IN_PRIVATE
    ]
    scope = {"type": "chat", "chat_id": person_id}
    return _menu((*PRIVATE, *rows) if rows else (), scope)


def none_of_its_own(menu: Menu) -> Menu:
    """Taken away: then the wider scope's holds."""
    return _menu((), menu["scope"])


def _of_desk(may: May) -> Rows:
    return tuple(row for row in DESK if may(row[0]))


def _menu(rows: Rows, scope: object) -> Menu:
    commands = [{"command": command, "description": words} for command, words in rows]
    return {"commands": commands, "scope": scope}
