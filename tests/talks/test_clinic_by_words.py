"""Several sessions, joined and left by words and by buttons that are older than what happened."""

from __future__ import annotations

from tests.talks.clinic_steps import at_the_session, joins, opened, seats
from tests.talks.talk import Talk

SECOND = "/clinic baru: Cuti | 3 Desember 2026 09.00 | Aula | 5 | - | lewati"


def two_opened(talk: Talk, places: int = 20) -> str:
    code = opened(talk, places)
    talk.budi(SECOND).hears("Sesi 2")
    talk.budi("/clinic buka 2").hears("tampil di /jadwal")
    return code


def test_which_of_two_is_asked(talk: Talk) -> None:
    two_opened(talk)
    talk.ani("mau ikut clinic").hears("sesi yang mana", button="1. Menyusun SKP")
    talk.ani.presses("2. Cuti").toast("").hears("Anda terdaftar", "Cuti")
    talk.ani("daftar").hears("sesi yang mana")
    talk.ani.presses("1. Menyusun SKP").toast("").hears("Anda terdaftar", "Menyusun SKP")
    talk.ani("batal ikut").hears("Tidak jadi ikut sesi yang mana", button="2. Cuti")
    talk.ani.presses("2. Cuti").toast("").hears("Cuti", "dibatalkan")
    talk.ani("ndak jadi ikut sesi").hears("Menyusun SKP", "dibatalkan")
    assert seats(talk) == []


def test_the_schedule_is_asked_for_in_words(talk: Talk) -> None:
    talk.ani("mau ikut clinic").hears("Belum ada sesi yang dibuka", button="Minta Coaching Clinic")
    opened(talk)
    for said in ("jadwal clinic", "ada jadwal pak", "Coaching clinic berikutnya?"):
        talk.ani(said).hears("Menyusun SKP", button="1. Menyusun SKP")


def test_an_invitation_to_what_was_called_off_says_so(talk: Talk) -> None:
    opened(talk)
    talk.ani("/start sesi_1").hears("Menyusun SKP", button="Daftar")
    talk.budi("/clinic batal 1 pelatih sakit").hears("sedang dikabari")
    talk.desk.skip()
    talk.burhan("/start sesi_1").hears("tidak ada atau tidak dibuka lagi")
    talk.ani.presses("Daftar").toast("").hears("tidak ada atau tidak dibuka lagi")
    talk.ani("/start sesi_9").hears("tidak ada atau tidak dibuka lagi")
    assert seats(talk) == []


def test_nobody_joins_what_has_begun(talk: Talk) -> None:
    code = opened(talk)
    talk.ani("/jadwal").hears("Sesi 1").presses("1. Menyusun SKP").toast("")
    at_the_session(talk)
    talk.ani.presses("Daftar").toast("").hears("sudah dimulai", "Tulis kode hadir")
    assert seats(talk) == []
    talk.ani("ikut clinic").hears("Menyusun SKP")
    talk.ani(code).hears("Kehadiran Anda tercatat")


def test_a_place_left_while_it_is_on_goes_to_nobody(talk: Talk) -> None:
    """Whoever waited was told that it had begun without them."""
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("daftar tunggu, urutan 1")
    at_the_session(talk)
    for who in (talk.ani, talk.burhan):
        who.room.skip()
    talk.ani("batal ikut").hears("dibatalkan")
    talk.burhan.hears_nothing()
    assert seats(talk) == [(talk.burhan.user, False, False)]


def test_whoever_was_there_cannot_leave_any_more(talk: Talk) -> None:
    code = opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    joined = talk.ani.room.last
    at_the_session(talk)
    talk.ani.room.skip()
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.ani("batal ikut 1").hears("sudah tercatat", "tidak bisa dibatalkan")
    talk.ani.presses("Batal ikut", on=joined).toast("").hears("tidak bisa dibatalkan")
    assert seats(talk) == [(talk.ani.user, True, True)]
    talk.ani.forges("cjm:1").toast("").hears("Materi sesi itu belum ada")


def test_the_code_is_asked_for_by_button(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    talk.ani("/jadwal").hears("Sesi 1").presses("1. Menyusun SKP").toast("")
    page = talk.ani.room.sees("Menyusun SKP")
    talk.ani.presses("Saya hadir", on=page).toast("").hears("Tulis kode yang ditampilkan")
    talk.ani("gak jadi").hears("dihentikan")
    talk.ani.presses("Saya hadir", on=page).toast("").hears("Tulis kode yang ditampilkan")
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.burhan("/lapor").hears("Ceritakan")
    talk.burhan("/jadwal").hears("Sesi 1").presses("1. Menyusun SKP").toast("")
    talk.burhan.presses("Saya hadir").toast("").hears("Tulis kode yang ditampilkan")
    talk.burhan(code).hears("Kehadiran Anda tercatat")
    talk.burhan("/batal").hears("dibatalkan")
    talk.until(3, 11, 40)
    for who in (talk.ani, talk.burhan):
        who.hears("1 dari 5")
    talk.ani.presses("Saya hadir", on=page).toast("").hears("tidak ada sesi yang sedang mencatat")


def test_a_session_called_off_takes_no_attendance(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    talk.budi("/clinic batal 1 listrik padam").room.skip()
    talk.ani(code).hears("tidak ada sesi yang sedang mencatat")
    assert seats(talk) == []
    talk.desk.skip()
