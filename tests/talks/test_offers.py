"""What was just offered by a button is taken by words, as if it had been pressed."""

from __future__ import annotations

import pytest

from tests.talks.steps import STORY, file
from tests.talks.talk import Talk

UNKNOWN = "bolehkah kucing naik jabatan"
UNSURE = "progres harian saya ga muncul di akun kabid"


@pytest.mark.parametrize("words", ["ya", "oke", "kirim", "iya tolong teruskan", "tanya petugas"])
def test_a_question_becomes_a_ticket_without_a_button(talk: Talk, words: str) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan", button="Tanya petugas")
    talk.ani(words).hears("Mohon diperiksa", UNKNOWN)
    talk.ani("ya, kirim").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001", UNKNOWN)


@pytest.mark.parametrize("words", ["tidak", "oke makasih", "boleh tanya pak", "kirim ga?", "halo"])
def test_what_is_no_yes_takes_nothing(talk: Talk, words: str) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    talk.ani(words)
    assert not any("Mohon diperiksa" in said.text for said in talk.ani.room.all_unheard())
    assert talk.tickets() == 0


def test_a_question_of_its_own_stays_one(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    talk.ani("ya, tapi cara cetak skp gimana min?").hears("Cetak")


def test_only_what_was_said_last_is_offered(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    talk.ani("halo").hears("Halo")
    talk.ani("ya").hears("Tulis saja pertanyaan Anda")


def test_an_offer_ends(talk: Talk) -> None:
    talk.ani(UNKNOWN).hears("belum saya temukan")
    talk.wait(minutes=31)
    talk.ani("ya").hears("Tulis saja pertanyaan Anda")


def test_a_yes_to_an_answer_files_nothing(talk: Talk) -> None:
    talk.ani("cara cetak skp gimana min?").hears("Cetak", button="Tanya petugas")
    talk.ani("oke").hears("Tulis saja pertanyaan Anda")


def test_what_is_named_amid_other_buttons(talk: Talk) -> None:
    talk.ani(UNSURE).hears("Maksud Anda", button="Bukan itu, tanya petugas")
    talk.ani("laporkan aja").hears("Mohon diperiksa", UNSURE)


@pytest.mark.parametrize("words", ["ya", "iya tarik", "oke tarik aja"])
def test_the_one_report_is_withdrawn(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    talk.ani("udah bisa min").hears("menarik", button="Tarik EK-2026-00001")
    talk.ani(words).hears("EK-2026-00001 Anda tarik")
    talk.desk.hears("Ani Rahmawati menarik EK-2026-00001")
    assert "withdraw" in talk.deeds()


def test_of_several_it_is_asked_which(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani(f"/lapor Lain lagi: {STORY}").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00002")
    talk.ani("udah bisa min").hears("menarik")
    talk.ani("iya tarik").hears("Yang mana", "Tarik EK-2026-00002", "Tarik EK-2026-00001")
    assert "withdraw" not in talk.deeds()
    talk.ani("Tarik EK-2026-00001").hears("EK-2026-00001 Anda tarik")
    talk.desk.hears("EK-2026-00002").hears("menarik EK-2026-00001")


@pytest.mark.parametrize("words", ["ya", "oke", "hapus"])
def test_data_is_not_erased_by_a_mere_yes(talk: Talk, words: str) -> None:
    talk.ani("/hapus_data").hears("Minta data dihapus", button="Ya, minta dihapus")
    talk.ani(words)
    heard = [said.text for said in talk.ani.room.all_unheard()]
    assert heard
    assert not talk.desk.all_unheard()


def test_data_is_erased_by_what_stands_on_the_button(talk: Talk) -> None:
    talk.ani("/hapus_data").hears("Minta data dihapus")
    talk.ani("ya").hears("tekan tombolnya, atau tulis", "Ya, minta dihapus")
    talk.ani("ya, minta dihapus").hears(button="Batalkan permintaan")
    talk.desk.hears("Permintaan hapus data")


def test_an_officers_question_comes_before_an_offer(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("udah bisa min").hears("menarik")
    talk.budi.presses("Ambil").toast("EK-2026-00001 Anda ambil")
    talk.budi.replies("Ibu sudah coba muat ulang?", to="EK-2026-00001")
    talk.ani.hears("sedang ditangani").hears("coba muat ulang")
    talk.ani("ya").hears("sampaikan ke petugas")
    talk.desk.hears("Ani Rahmawati, pelapor", "ya")
    assert "withdraw" not in talk.deeds()


def test_what_was_asked_is_in_the_report_with_how_it_went(talk: Talk) -> None:
    asked, went = "skp saya tidak bisa diajukan", "sudah dicoba tetap tidak bisa"
    talk.ani(asked).hears("Ajukan")
    talk.ani(went).hears("sampai di situ")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", f"{asked}\n{went}")


def test_a_new_question_is_reported_alone(talk: Talk) -> None:
    talk.ani("skp saya tidak bisa diajukan").hears("Ajukan")
    unknown = f"{UNKNOWN} di kantor kami tahun depan"
    talk.ani(unknown).hears("belum saya temukan")
    talk.ani("ya").hears("Mohon diperiksa", unknown)
    assert talk.ani.room.last is not None
    assert "diajukan" not in talk.ani.room.last.text
