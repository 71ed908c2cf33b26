"""/profil: somebody and their NIP, by a second proof; and nobody learns anything by guessing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from bot.rules.offices import Offices
from bot.rules.roster.people import State
from bot.simulator.world import accounts
from storage.tables import InboxRow, OutboxRow, Person, RosterClaim, RosterLink
from tests.talks.planted import NAME, erase, places, rename
from tests.talks.roster_steps import ANI, GONE, NIP, NUMBER, OTHER, claims, links, listed, shares
from tests.talks.steps import file
from tests.talks.talk import Talk


def test_without_a_list_the_profile_is_what_it_was(talk: Talk) -> None:
    talk.ani("/profil").hears("Profil Anda", button="Isi nama kantor")
    assert "Hubungkan NIP" not in talk.ani.room.sees("Profil Anda").button_words


def test_by_nip_and_telephone(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani, "NIP 19870101 200601 1 001").hears("…001", "buktikan")
    shares(talk, talk.ani).hears("terhubung sebagai Ani Rahmawati, S.Kom", "Dinas Pendidikan")
    talk.ani("/profil").hears("Ani Rahmawati, S.Kom", "Analis", "NIP: …001", button="Lepas NIP")
    file(talk, talk.ani)
    assert "Isi nama kantor" not in talk.ani.room.sees("EK-2026-00001").button_words
    assert "Ani Rahmawati, S.Kom (NIP …001), Dinas Pendidikan" in talk.card().text
    talk.ani("/data_saya").hears("DATA PEGAWAI", "NIP: …001", "6281234567890", "nomor telepon")
    talk.ani("/profil").hears("NIP").presses("Lepas NIP").toast("dilepas").hears("sudah dilepas")
    assert links(talk) == {}
    talk.ani("/profil").hears("Profil Anda", button="Hubungkan NIP")


@pytest.mark.parametrize("who", ["nobody's", "gone", "another number", "no number"])
def test_whoever_guesses_hears_the_same(talk: Talk, who: str) -> None:
    listed(talk, ANI, GONE, replace(ANI, nip="198801012010011002", phone=None))
    nips = {"nobody's": "197001011990031007", "gone": OTHER, "no number": "198801012010011002"}
    number = "+628999999999" if who == "another number" else NUMBER
    claims(talk, talk.ani, nips.get(who, NIP)).hears("buktikan")
    assert "Ani" not in talk.ani.room.sees("buktikan").text
    shares(talk, talk.ani, number).hears("tidak cocok dengan data pegawai")
    assert links(talk) == {}
    talk.desk.hears_nothing()


def test_a_contact_of_somebody_else_proves_nothing(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani, of=talk.burhan.user).hears("bukan kontak Anda sendiri")
    talk.ani("Batal").hears("tidak jadi")
    shares(talk, talk.ani).hears("")
    assert links(talk) == {}


def test_any_of_the_numbers_that_the_list_has_proves(talk: Talk) -> None:
    listed(talk, replace(ANI, phone=("6289999999999", "6281234567890")))
    claims(talk, talk.ani).room.skip()
    shares(talk, talk.ani).room.skip()
    assert links(talk) == {accounts.ANI: NIP}
    talk.ani("/data_saya").hears("6289999999999 6281234567890")


def test_a_number_that_is_but_part_of_one_proves_nothing(talk: Talk) -> None:
    listed(talk, replace(ANI, phone=("62812345678901",)))
    claims(talk, talk.ani).room.skip()
    shares(talk, talk.ani).room.skip()
    assert links(talk) == {}


def test_a_number_that_is_written_proves_nothing(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani(NUMBER).hears("belum menjadi bukti", "Bagikan nomor saya")
    assert links(talk) == {}
    shares(talk, talk.ani).hears("terhubung sebagai Ani")
    talk.ani(NUMBER).room.skip()  # after that it is no matter of the profile


def test_tries_are_counted(talk: Talk) -> None:
    listed(talk, ANI)
    for last in range(1, 6):
        claims(talk, talk.ani, f"19870101200601{last}001").hears("buktikan")
    talk.ani("/profil").hears("Profil Anda").presses("Hubungkan NIP").hears("lima kali")
    talk.wait(minutes=16)
    claims(talk, talk.ani).hears("buktikan")


def test_a_nip_may_be_tried_by_five_others_a_day(talk: Talk) -> None:
    listed(talk, ANI)
    tried_by_others(talk, 5)
    claims(talk, talk.burhan).hears("terlalu sering dicoba hari ini")
    talk.burhan("Minta persetujuan petugas").hears("terlalu sering dicoba hari ini")
    shares(talk, talk.burhan, "+628999999999").hears("tidak cocok", "besok")
    talk.burhan("Minta persetujuan petugas").hears("tidak cocok", "besok")
    talk.desk.hears_nothing()
    talk.wait(hours=25)
    claims(talk, talk.burhan).hears("buktikan")


def tried_by_others(talk: Talk, most: int) -> None:
    for number in range(most):
        other = talk.state.newcomer(f"Orang {number}")
        claims(talk, talk.someone(other.number)).hears("buktikan")


def test_one_account_tries_a_nip_five_times_a_day_and_keeps_nobody_out(talk: Talk) -> None:
    listed(talk, ANI)
    for _ in range(5):
        claims(talk, talk.burhan).hears("buktikan")
    talk.wait(minutes=16)
    claims(talk, talk.burhan).hears("terlalu sering dicoba hari ini")
    talk.burhan("Minta persetujuan petugas").hears("terlalu sering dicoba hari ini")
    talk.desk.hears_nothing()
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai ke petugas")
    talk.desk.hears("Menurut data pegawai: Ani Rahmawati", button="Setujui")


def test_the_number_of_the_owner_counts_however_often_others_tried(talk: Talk) -> None:
    listed(talk, ANI)
    tried_by_others(talk, 5)
    claims(talk, talk.ani).hears("terlalu sering dicoba hari ini", "Bagikan nomor saya")
    shares(talk, talk.ani).hears("terhubung sebagai Ani Rahmawati")
    claims(talk, talk.burhan).hears("terlalu sering dicoba hari ini")
    shares(talk, talk.burhan).hears("tidak cocok", "besok")
    talk.ani.hears_nothing()  # the holder is told of five others a day, not of all
    assert links(talk) == {talk.ani.user: NIP}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("19870101200601100", "17 angka"),
        ("131234567", "9 angka"),
        ("12345", "5 angka"),
        ("NIP. 1987", "4 angka"),
        ("1987 0101 2006 0110 019", "19 angka"),
    ],
)
def test_what_is_no_nip_is_asked_again(talk: Talk, written: str, told: str) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani, written).hears(told)
    talk.ani(NIP).hears("buktikan")


def test_it_is_called_off_or_over_when_something_else_is_said(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani, "/batal").hears("tidak jadi dihubungkan")
    claims(talk, talk.ani, "lupa kata sandi").hears("Lupa kata sandi")
    talk.ani(NIP).hears("")
    assert "buktikan" not in (talk.ani.room.last.text if talk.ani.room.last else "")


def test_the_office_follows_the_list_and_is_not_typed(talk: Talk) -> None:
    listed(talk, ANI)
    talk.ani("/profil").hears("Profil Anda")
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung")
    talk.ani.presses("Isi nama kantor", on=talk.ani.room.sees("Kantor: belum diisi"))
    talk.ani.hears("menurut data pegawai", "Dinas Pendidikan")
    listed(talk, replace(ANI, office="BKPSDM"))
    with talk.database.unit() as unit:
        unit.roster.move(unit.roster.of_other_office())
        ani = unit.session.get(Person, talk.ani.user)
        assert ani is not None
        assert ani.office == "BKPSDM"
        assert unit.roster.of_other_office() == []


def test_nothing_of_it_is_left_of_somebody_erased(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    listed(talk, replace(ANI, name="Quux Frobozz, S.Kom"))
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    talk.desk.hears("Quux Frobozz")
    talk.budi.presses("Setujui", on=talk.desk.last)
    talk.ani.hears("terhubung")
    talk.desk.skip()
    file(talk, talk.ani)
    erase(talk)
    talk.wait(seconds=5)
    with talk.database.reading() as unit:
        assert unit.session.exec(select(RosterLink)).all() == []
        assert unit.session.exec(select(RosterClaim)).all() == []
        assert unit.roster.get(NIP) is not None
        for table in (OutboxRow.payload, InboxRow.raw):
            assert not [text for text in unit.session.exec(select(table)) if "Quux" in text]
    assert places(talk) == []
    assert not [each for each in talk.state.messages(talk.desk.chat) if "Quux" in each.text]


def test_an_office_is_known_with_a_slip_of_the_finger_and_by_its_old_name(talk: Talk) -> None:
    named = Offices(
        ("Dinas Pendidikan", "Dinas Perikanan", "Badan Kepegawaian Balangan"),
        {"BKPPD": "Badan Kepegawaian Balangan"},
    )
    talk.resources = replace(talk.resources, offices=named)
    talk.restart()
    for written, kept in (
        ("dinas pendidkan", "Dinas Pendidikan"),
        ("BKPPD", "Badan Kepegawaian Balangan"),
    ):
        talk.ani("/profil").hears("Profil Anda").presses("Isi nama kantor").hears("Tulis nama")
        talk.ani(written).hears(f"Kantor Anda: {kept}")
    talk.ani("/profil").hears("Profil Anda").presses("Isi nama kantor").hears("Tulis nama")
    talk.ani("Dinas Pernikahan").hears("Atau maksudnya", button="Dinas Perikanan")
    talk.ani.presses("Dinas Perikanan").hears("Kantor Anda: Dinas Perikanan")


def test_what_is_pressed_or_written_after_it_was_linked(talk: Talk) -> None:
    listed(talk, ANI)
    talk.ani("/profil").hears("Profil Anda", button="Hubungkan NIP")
    profile = talk.ani.room.last
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("Minta dihubungkan", button="Setujui").last
    talk.ani.presses("Hubungkan NIP", on=profile).toast("").hears("Tulis NIP")
    talk.budi.presses("Setujui", on=card)
    talk.ani.hears("terhubung sebagai Ani")
    talk.ani(NIP).hears("sudah terhubung dengan sebuah NIP")
    talk.ani.presses("Hubungkan NIP", on=profile).toast("").hears("sudah terhubung")
    assert links(talk) == {talk.ani.user: NIP}


def test_a_report_that_is_written_goes_first(talk: Talk) -> None:
    listed(talk, ANI)
    talk.ani("/profil").hears("Profil Anda", button="Hubungkan NIP")
    profile = talk.ani.room.last
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani.presses("Hubungkan NIP", on=profile).toast("")
    talk.ani.hears("Laporan Anda sedang ditulis", "hubungkan NIP")
    talk.ani("Batal").hears("dibatalkan")  # the report; the proof still waits
    shares(talk, talk.ani).hears("terhubung sebagai Ani")


@pytest.mark.parametrize("said", ["gak jadi", "kada jadi", "jangan"])
def test_it_is_called_off_in_words(talk: Talk, said: str) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani, said).hears("tidak jadi dihubungkan")
    talk.ani(NIP).room.skip()
    assert "buktikan" not in talk.ani.room.story()
    talk.desk.skip()


def test_two_nips_at_once_are_none(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani, f"{NIP} atau {OTHER} bu").hears("18 angka")
    talk.ani(NIP).hears("buktikan")


def test_a_number_that_does_not_fit_is_tried_once(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani, "+628999999999").hears("tidak cocok")
    talk.ani(NUMBER).room.skip()
    shares(talk, talk.ani).room.skip()
    assert "terhubung sebagai" not in talk.ani.room.story()
    assert links(talk) == {}


def test_without_a_desk_only_the_number_proves(talk: Talk) -> None:
    listed(talk, ANI)
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart()
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("petugas belum bisa dihubungi")
    shares(talk, talk.ani).hears("terhubung sebagai Ani")


def test_who_has_left_the_list_meanwhile_is_not_linked(talk: Talk) -> None:
    listed(talk, ANI)
    claims(talk, talk.ani).hears("buktikan")
    talk.ani("Minta persetujuan petugas").hears("sudah sampai")
    card = talk.desk.hears("Minta dihubungkan", button="Setujui").last
    listed(talk, replace(ANI, state=State.DEPARTED))
    talk.budi.presses("Setujui", on=card)
    talk.toasts.clear()
    assert links(talk) == {}
    talk.ani.room.skip()
    talk.desk.skip()


def test_a_list_without_their_office_leaves_what_they_told(talk: Talk) -> None:
    listed(talk, replace(ANI, office=None))
    talk.ani("/profil").hears("Profil Anda").presses("Isi nama kantor").hears("Tulis nama")
    talk.ani("Dinas Perikanan").hears("Kantor Anda: Dinas Perikanan")
    claims(talk, talk.ani).hears("buktikan")
    shares(talk, talk.ani).hears("terhubung sebagai Ani")
    talk.ani("/profil").hears("Dinas Perikanan")
