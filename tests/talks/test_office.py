"""The question for somebody's office, and what they say to it that is no office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.offices import Offices
from storage.tables import Person
from tests.talks.roster_steps import ANI, claims, listed, shares
from tests.talks.steps import STORY, as_far_as_files, file, resolve, take
from tests.talks.talk import Talk


def asked_for_the_office(talk: Talk) -> None:
    talk.ani("/profil").hears("Profil Anda")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")


def office(talk: Talk) -> str | None:
    with talk.database.reading() as unit:
        ani = unit.session.get(Person, talk.ani.user)
        assert ani is not None
        return ani.office


@pytest.mark.parametrize("named", ["Dinas Kesehatan", "BKPSDM Balangan", "SMPN 1 Paringin"])
def test_an_office_is_kept(talk: Talk, named: str) -> None:
    asked_for_the_office(talk)
    talk.ani(named).hears(f"Kantor Anda: {named}")
    assert office(talk) == named


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("dari dinas pertanian pak", "dinas pertanian"),
        ("saya guru di SDN Paringin 2", "SDN Paringin 2"),
        ("dinas di Puskesmas Juai", "Puskesmas Juai"),
        ("kantor kami Dinas Perhubungan ya", "Dinas Perhubungan"),
        ("saya pindah ke Dinas Kesehatan", "Dinas Kesehatan"),
        ("Kantor Camat Halong", "Kantor Camat Halong"),
        ("Badan Keuangan", "Badan Keuangan"),
    ],
)
def test_an_office_in_a_sentence_is_kept_without_what_stands_around(
    talk: Talk, written: str, named: str
) -> None:
    file(talk, talk.ani)
    talk.desk.skip()
    talk.ani(written).hears(f"Kantor Anda: {named}")
    assert office(talk) == named


@pytest.mark.parametrize(
    "words", ["dari kemarin tidak bisa login", "di SKP saya kosong", "min mau tanya"]
)
def test_what_begins_so_is_no_office(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    talk.desk.skip()
    talk.ani(words).room.skip()
    talk.desk.skip()
    assert office(talk) is None


def test_words_that_call_it_off_call_it_off(talk: Talk) -> None:
    for words in ("batal", "tidak jadi pak", "tidak usah"):
        asked_for_the_office(talk)
        talk.ani(words).hears("dibatalkan")
    assert office(talk) is None


def test_manners_are_no_office_and_it_is_asked_again(talk: Talk) -> None:
    asked_for_the_office(talk)
    for words in ("selamat pagi", "baik pak"):
        talk.ani(words).hears("Tulis nama kantor")
    talk.ani("Dinas Kesehatan").hears("Kantor Anda: Dinas Kesehatan")


def test_a_question_is_answered_and_the_office_is_asked_for_no_more(talk: Talk) -> None:
    for words in ("bagaimana cara mengisi SKP bulanan?", "lupa kata sandi", "tidak bisa login"):
        asked_for_the_office(talk)
        talk.ani(words).hears("")
        assert talk.ani.room.last is not None
        assert "Kantor Anda" not in talk.ani.room.last.text
    talk.ani("lupa kata sandi").hears("Lupa kata sandi")
    asked_for_the_office(talk)
    talk.ani("mau lapor").hears("Ceritakan")
    assert office(talk) is None


def test_a_photo_is_no_office_and_is_kept(talk: Talk) -> None:
    asked_for_the_office(talk)
    talk.ani.photo("layar saya")
    talk.wait(seconds=2)
    talk.ani.room.skip()
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")
    assert office(talk) is None


def test_what_an_officer_asks_meanwhile_is_answered(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    asked_for_the_office(talk)
    talk.budi.replies("Pakai peramban apa, Bu?", to=talk.card())
    talk.ani.hears("peramban apa", "tulis saja")
    talk.ani("pakai Chrome").hears("Sudah kami sampaikan")
    talk.desk.hears("pakai Chrome")
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")
    assert office(talk) is None


def test_an_office_never_named_does_not_end_the_talk_with_the_desk(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("Coba pakai Chrome lalu kabari ya", to=talk.card())
    talk.ani.hears("Chrome")
    asked_for_the_office(talk)
    talk.wait(hours=2)
    talk.ani("layar tetap putih").hears("Sudah kami sampaikan")
    talk.desk.hears("layar tetap putih")


@pytest.mark.parametrize("meanwhile", [False, True])
def test_a_photo_waits_for_its_report_though_a_ticket_is_closed(
    talk: Talk, *, meanwhile: bool
) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("/batal").hears("tidak lagi masuk")
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    talk.budi.replies("Bagaimana, Bu?", to=talk.card())
    talk.ani.hears("Bagaimana")
    if meanwhile:
        asked_for_the_office(talk)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    if meanwhile:
        talk.ani("Dinas Kesehatan").hears("Dinas Kesehatan")
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")


def test_an_officer_who_asks_about_a_closed_ticket_is_answered(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.budi.replies("Ada yang masih kurang, Bu?", to=talk.card())
    talk.ani.hears("masih kurang")
    fill_in_the_office(talk, "Dinas Kesehatan")
    talk.ani("layar tetap putih").hears("Sudah kami sampaikan")
    talk.desk.hears("layar tetap putih")


def test_once_the_question_is_over_batal_means_the_talk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Coba pakai Chrome lalu kabari ya", to=talk.card())
    talk.ani.hears("Chrome")
    asked_for_the_office(talk)
    talk.wait(hours=2)
    talk.ani("/batal").hears("tidak lagi masuk")


def test_a_photo_waits_as_long_as_the_office_was_asked_for(talk: Talk) -> None:
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    talk.wait(minutes=50)
    asked_for_the_office(talk)
    talk.wait(minutes=20)
    talk.ani("Dinas Kesehatan").hears("Dinas Kesehatan")
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")


def test_a_draft_is_not_lost_through_the_profile(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani("/profil").hears("Profil Anda", button="Isi nama kantor")
    talk.ani.presses("Isi nama kantor").hears("tetap tersimpan")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", STORY)


def test_a_photo_waits_for_its_report_though_the_office_is_filled_in(talk: Talk) -> None:
    for office in ("Dinas Kesehatan", "/batal"):
        talk.ani.photo()
        talk.wait(seconds=2)
        talk.ani.hears("Berkasnya saya terima")
        fill_in_the_office(talk, office)
        talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")
        talk.ani("/batal").hears("dibatalkan")


def test_a_report_begun_instead_of_an_office_has_the_photo(talk: Talk) -> None:
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    talk.ani("/profil").hears("Profil Anda")
    for _ in range(2):
        talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani("/lapor").hears("Mohon diperiksa", "1 berkas")


def test_a_talk_with_the_desk_goes_on_after_the_office_is_filled_in(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Coba pakai Chrome lalu kabari ya", to=talk.card())
    talk.ani.hears("Chrome")
    fill_in_the_office(talk, "Dinas Kesehatan")
    talk.ani("layar tetap putih").hears("Sudah kami sampaikan")
    talk.desk.hears("layar tetap putih")


def test_a_ticket_closed_while_the_office_is_filled_in_is_not_talked_of_on(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("/profil").hears("Profil Anda")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani("Dinas Kesehatan").hears("Dinas Kesehatan")
    talk.ani("lupa kata sandi e-kinerja").hears("Lupa kata sandi")


def fill_in_the_office(talk: Talk, office: str) -> None:
    talk.ani("/profil").hears("Profil Anda")
    talk.ani.presses("Isi nama kantor").hears("Tulis nama kantor")
    talk.ani(office).hears("dibatalkan" if office == "/batal" else office)


def test_an_older_list_is_no_way_around_the_list_of_personnel(talk: Talk) -> None:
    talk.resources = replace(talk.resources, offices=Offices(("RSUD Datu", "Dinas Kesehatan")))
    talk.restart()
    file(talk, talk.ani)
    receipt = talk.ani.room.last
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    talk.ani.presses("RSUD Datu", on=receipt).toast("").hears("menurut data pegawai")
    talk.ani("/profil").hears("Dinas Pendidikan")
