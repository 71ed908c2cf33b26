"""What is kept of a person, and who they are."""

from __future__ import annotations

from bot.words.labels.base import Label

LINK_NIP = Label("Hubungkan NIP")
UNLINK_NIP = Label("Lepas NIP")
VOUCH_NIP = Label("Setujui")
MOVE_NIP = Label("Pindahkan NIP")
MOVE_NIP_TOO = Label("Setujui pemindahan")
REFUSE_NIP = Label("Tolak")
ERASE = Label("Ya, minta dihapus")
KEEP_ME = Label("Batalkan permintaan")
ERASE_PERSON = Label("Hapus data orang ini")
FORGET_NOTED = Label("Hapus data pelapor")
SET_OFFICE = Label("Isi nama kantor")
CHOOSE_OFFICE = Label("Pilih kantor")
OTHER_OFFICE = Label("Kantor lain")
