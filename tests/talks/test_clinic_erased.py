"""What Coaching Clinic keeps of a person: told to them, and gone when they wish it."""

from __future__ import annotations

from bot.simulator.world import accounts
from storage.tables import ERASED_ID
from tests.talks.clinic_steps import joins, opened, seats
from tests.talks.planted import NAME, WORD, erase, places, rename
from tests.talks.talk import Talk


def test_it_is_told_to_the_person(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    talk.ani(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    talk.ani.hears("1 dari 5")
    talk.ani("baik").hears("2 dari 5")
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani("Cuti dan SKP").hears("kantor mana")
    talk.ani("RSUD").hears("Kirim permintaan")
    talk.ani("kirim").hears("sudah dikirim")
    talk.desk.skip()
    talk.ani("/data_saya").hears(
        *("COACHING CLINIC (1)", "Menyusun SKP: hadir; Penilaian Anda 1: 3"),
        *("PERMINTAAN COACHING CLINIC (1)", "Cuti dan SKP: RSUD; belum dijawab"),
    )


def test_nothing_of_a_person_is_left_and_the_next_moves_up(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    opened(talk, places=1)
    joins(talk.ani).hears("Anda terdaftar")
    talk.burhan("daftar").hears("urutan 1")
    talk.ani("minta coaching clinic").hears("tentang apa")
    talk.ani(f"{WORD}topic tentang cuti").hears("kantor mana")
    talk.ani(f"Dinas {WORD}office").hears("Kirim permintaan")
    talk.ani("ya").hears("sudah dikirim")
    talk.desk.hears("Permintaan Clinic 1")
    talk.budi("/clinic peserta 1").hears(NAME)
    talk.budi("/clinic permintaan").hears(f"{WORD}topic")
    talk.budi("/clinic 1").hears("Menyusun SKP")
    talk.budi.replies(f"pertanyaan: {NAME} bertanya soal cuti").hears("dicatat")
    talk.budi("/clinic tolak 1 sudah ada sesi lain").room.skip()
    talk.ani.hears("belum bisa")
    talk.wait(seconds=5)
    erase(talk)
    talk.wait(seconds=5)
    talk.burhan.hears("Ada tempat untuk Anda")
    assert places(talk) == []
    assert seats(talk) == [(accounts.BURHAN, True, False)]
    talk.desk.skip()


def test_who_was_there_still_counts(talk: Talk) -> None:
    code = opened(talk)
    talk.until(3, 9, 5)
    for who in (talk.ani, talk.burhan):
        who(code).hears("Kehadiran Anda tercatat")
    talk.until(3, 11, 20)
    for who in (talk.ani, talk.burhan):
        who.hears("1 dari 5")
        who.presses("Baik").toast("").hears("2 dari 5")
    talk.budi("/clinic rekap").hears("Orang dilatih: 2")
    erase(talk)
    assert seats(talk) == [(ERASED_ID, False, True), (accounts.BURHAN, False, True)]
    talk.budi("/clinic rekap").hears("Orang dilatih: 2")
    talk.budi("/clinic peserta 1").hears("hadir 2")
    talk.desk.skip()


def test_a_list_of_participants_forgets_a_name_of_one_word_too(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME.split()[0])
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    talk.budi("/clinic peserta 1").hears(NAME.split()[0])
    erase(talk)
    talk.wait(seconds=5)
    assert places(talk) == []
    talk.desk.skip()
