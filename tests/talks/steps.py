"""Beginnings that many transcripts share."""

from __future__ import annotations

from tests.talks.talk import Talk
from tests.talks.voice import Voice

STORY = "Realisasi bulan ini tidak bisa saya simpan, muncul tulisan gagal menyimpan"
ABUSE = "Kepala bidang saya meminta setoran 10 persen dari TPP tiap pegawai"
# On the card of every open ticket: what answers it, and what passes it on.
READY = ("Jawab dari buku", "Jawaban siap")
PASS_ON = ("Alihkan…", "Tunda…")
NO_PHOTOS = "not enough rights to send photos to the chat"


def by_steps(who: Voice) -> Voice:
    """The long form, which asks for each thing by itself."""
    who("/lapor").hears("Ceritakan", button="Isi langkah demi langkah")
    return who.presses("Isi langkah demi langkah").hears("Apa yang ingin Anda sampaikan")


def as_far_as_story(who: Voice, kind: str = "Keluhan", category: str = "Lainnya") -> Voice:
    by_steps(who)
    who.presses(kind).hears("Tentang apa", button=category)
    return who.presses(category).hears("Ceritakan", button="Batal")


def as_far_as_files(who: Voice, story: str = STORY) -> Voice:
    as_far_as_story(who)
    return who(story).hears("Ada foto layar atau dokumen", button="Lanjut")


def as_far_as_check(who: Voice, story: str = STORY, *, send: bool = True) -> Voice:
    """`send`: it can be sent as it is."""
    who("/lapor").hears("Ceritakan", button="Batal")
    return who(story).hears("Mohon diperiksa", button="Kirim" if send else "Batal")


def file(talk: Talk, who: Voice, story: str = STORY) -> Voice:
    """A complaint in the desk's hands."""
    as_far_as_check(who, story)
    who.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Keluhan", button="Ambil")
    return who


def file_with_photos(talk: Talk, count: int) -> None:
    """A complaint of Ani's in the desk's hands, with what the desk may show or not."""
    as_far_as_files(talk.ani)
    for _ in range(count):
        talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("diterima")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")


def take(talk: Talk, who: Voice, officer: Voice) -> Voice:
    file(talk, who)
    officer.presses("Ambil").toast("Anda ambil")
    who.hears("sedang ditangani")
    return who


def resolve(
    talk: Talk, who: Voice, officer: Voice, note: str = "Sudah kami buka kembali."
) -> Voice:
    take(talk, who, officer)
    officer.presses("Selesai").hears("tulis catatan penutup")
    officer.replies(note)
    return who.hears(note, button="Ya, selesai")
