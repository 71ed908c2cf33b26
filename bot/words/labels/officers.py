"""Who is on the desk, and whom it shuts out."""

from __future__ import annotations

from bot.rules.ticket import Role
from bot.words.labels.base import Label, label

DAILY = Label("Setiap hari")
WEEKLY = Label("Setiap pekan")
NO_DIGEST = Label("Tidak usah")
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
DESK_STAFF = Label("Daftar petugas")


def block(name: str) -> Label:
    return label(f"Blokir {name}")


def unblock(name: str) -> Label:
    return label(f"Buka blokir {name}")
