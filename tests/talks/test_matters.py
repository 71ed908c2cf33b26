"""Several matters in one message: each answered, offered for, or named."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.simulator.world import accounts
from storage.tables import Outcome, Question
from tests.talks.talk import Talk

BOT = f"@{accounts.BOT_USERNAME}"
OTP = "Kode authenticator ditolak"
TWO = "lupa password dan tpp dipotong kenapa"
WRONG_BOSS = "Pejabat penilai (atasan) yang tampil bukan atasan saya"
LIST = "1. kode otp salah\n2. harga beras di pasar paringin\n3. tpp dipotong kenapa"


def asked(talk: Talk) -> list[Question]:
    with talk.database.reading() as unit:
        found = list(unit.session.exec(select(Question).order_by(col(Question.id))))
        unit.session.expunge_all()
        return found


def test_both_are_answered_each_with_its_place_and_buttons(talk: Talk) -> None:
    talk.ani(TWO)
    talk.ani.hears("Lupa kata sandi", "Buku panduan: Bab", "Jawaban 1 dari 2", button="Membantu")
    talk.ani.hears("TPP saya terpotong", "Buku panduan", "Jawaban 2 dari 2", button="Membantu")
    first, second = asked(talk)
    assert (first.entry_id, second.entry_id) == ("lupa-password", "tpp-terpotong")
    assert (first.text, second.text) == ("lupa password", "tpp dipotong kenapa")


def test_the_one_is_answered_and_the_other_offered(talk: Talk) -> None:
    talk.ani("otp salah terus dan skp saya ditolak atasan").hears(OTP, "Jawaban 1 dari 2")
    talk.ani.hears("Untuk hal yang kedua, maksud Anda", button="Bukan itu, tanya petugas")
    assert talk.ani.room.last is not None
    choice = talk.ani.room.last.button_words[1]
    talk.ani("2").hears(choice.rstrip("…"), "Buku panduan")


def test_of_a_list_what_is_not_found_is_named_and_unsolved(talk: Talk) -> None:
    talk.ani(LIST).hears(OTP, "Jawaban 1 dari 3")
    talk.ani.hears("Yang kedua belum saya temukan", "harga beras", button="Tanya petugas")
    talk.ani.hears("TPP saya terpotong", "Jawaban 3 dari 3")
    assert [each.outcome for each in asked(talk)] == [
        Outcome.ANSWER,
        Outcome.SILENCE,
        Outcome.ANSWER,
    ]
    talk.ani("yang kedua belum dijawab").hears("Yang kedua belum saya temukan", "harga beras")
    talk.ani.presses("Tanya petugas").hears("harga beras", "Mohon diperiksa")


def test_a_matter_is_asked_for_again_after_a_restart(talk: Talk) -> None:
    talk.ani(TWO).hears("Jawaban 1").hears("Jawaban 2")
    talk.restart()
    talk.ani("yang kedua belum dijawab").hears("TPP saya terpotong", "Jawaban 2 dari 2")
    talk.wait(minutes=11)
    talk.ani("yang kedua belum dijawab").hears("")
    assert talk.ani.room.last is not None
    assert "TPP" not in talk.ani.room.last.text


def test_many_matters_stay_within_bounds(talk: Talk) -> None:
    talk.ani(
        "1. kode otp salah\n2. lupa password\n3. tpp dipotong kenapa\n4. cara cetak skp\n"
        "5. atasan saya salah orang\n6. rencana aksi kosong"
    )
    for at in (1, 2, 3):
        talk.ani.hears(f"Jawaban {at} dari 5")
    talk.ani.hears("Hal lain yang Anda tanyakan", button=WRONG_BOSS)
    talk.ani.hears("satu per satu")
    talk.ani.presses(WRONG_BOSS).hears("Buku panduan")


@pytest.mark.parametrize(
    "words",
    [
        "nama dan gelar saya di profil salah",
        "bagaimana cara menambah RHK utama dan RHK tambahan",
        "lupa absen masuk dan pulang di hari yang sama gimana",
        "apa beda pendekatan kuantitatif dan kualitatif",
        "bukan lupa password, tapi kode OTP ditolak",
    ],
)
def test_one_matter_stays_one(talk: Talk, words: str) -> None:
    talk.ani(words).hears("").hears_nothing()
    assert len(asked(talk)) == 1


def test_in_the_group_too(talk: Talk) -> None:
    talk.budi(f"{BOT} {TWO}").hears("Lupa kata sandi", "Jawaban 1 dari 2")
    talk.desk.hears("TPP saya terpotong", "Jawaban 2 dari 2")
    talk.budi(f"{BOT} yang kedua belum dijawab").hears("TPP saya terpotong")
    talk.budi(f"{BOT} {LIST}").hears(OTP).hears("Yang kedua belum saya temukan")
    talk.desk.hears("Hal lain", button="Mengapa TPP saya terpotong?")


def test_behind_three_answers_what_is_not_found_is_an_officers(talk: Talk) -> None:
    talk.ani(
        "1. kode otp salah\n2. lupa password\n3. tpp dipotong kenapa\n"
        "4. harga beras di pasar paringin"
    )
    for at in (1, 2, 3):
        talk.ani.hears(f"Jawaban {at} dari 4")
    talk.ani.hears("Hal lain yang Anda tanyakan", button="Tanya petugas")
    talk.ani.hears_nothing()
    talk.ani.presses("Tanya petugas", on=talk.ani.room.last).hears(
        "harga beras", "Mohon diperiksa"
    )


def test_what_was_only_offered_is_offered_again(talk: Talk) -> None:
    talk.ani("otp salah terus dan skp saya ditolak atasan").hears(OTP, "Jawaban 1 dari 2")
    talk.ani.hears("Untuk hal yang kedua, maksud Anda", button="Bukan itu, tanya petugas")
    talk.ani("yang kedua belum dijawab").hears(
        "Untuk hal yang kedua, maksud Anda", button="Bukan itu, tanya petugas"
    )
