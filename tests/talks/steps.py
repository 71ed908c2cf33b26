"""Beginnings that many transcripts share."""

from __future__ import annotations

from tests.talks.talk import Talk
from tests.talks.voice import Voice

STORY = "Realisasi bulan ini tidak bisa saya simpan, muncul tulisan gagal menyimpan"


def as_far_as_story(who: Voice, kind: str = "Keluhan", category: str = "Lainnya") -> Voice:
    who("/lapor").hears("Apa yang ingin Anda sampaikan", button=kind)
    who.presses(kind).hears("Tentang apa", button=category)
    return who.presses(category).hears("Ceritakan", button="Batal")


def as_far_as_files(who: Voice, story: str = STORY) -> Voice:
    as_far_as_story(who)
    return who(story).hears("Ada foto layar atau dokumen", button="Lanjut")


def as_far_as_check(who: Voice, story: str = STORY) -> Voice:
    as_far_as_files(who, story)
    return who.presses("Lanjut").hears("Mohon diperiksa", button="Kirim")


def file(talk: Talk, who: Voice, story: str = STORY) -> Voice:
    """A complaint in the desk's hands."""
    as_far_as_check(who, story)
    who.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Keluhan", button="Ambil")
    return who


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
