"""Abuse and distress that are told to the bot alone, without a report."""

from __future__ import annotations

import pytest

from handlers.buttons import Confide
from tests.talks.talk import Talk
from tests.talks.test_confidential import seen_at_desk

BRIBE = "atasan saya minta uang supaya SKP saya dinilai baik"
GRAVE = "min saya stres mau bunuh diri aja"


def test_abuse_is_heard_and_can_be_reported_by_one_tap(talk: Talk) -> None:
    talk.ani(BRIBE).hears("Jalur pengawasan", "Belum ada yang terkirim", button="Jalur pengawasan")
    talk.ani.presses("Jalur pengawasan").hears(BRIBE, "🛡 Jalur pengawasan", button="Kirim")
    talk.ani("batal").hears("dibatalkan")


def test_what_the_book_knows_stands_below(talk: Talk) -> None:
    talk.ani(BRIBE).hears("Jalur pengawasan", button="Bukan itu, tanya petugas")
    talk.ani.presses("Bukan itu, tanya petugas").hears("dugaan pelanggaran", BRIBE)


def test_another_matter_beside_it_is_answered(talk: Talk) -> None:
    talk.ani(f"cara reset kata sandi. {BRIBE}").hears(button="Jalur pengawasan")
    talk.ani.room.hears("ASN Digital")


def test_a_question_about_it_is_asked_of_the_book(talk: Talk) -> None:
    talk.ani("apakah pungli dilaporkan di sini").hears("Bagaimana melapor", button="Membantu")


def test_nobody_at_the_desk_is_shown_it_as_a_question(talk: Talk) -> None:
    talk.ani(BRIBE).hears("Jalur pengawasan")
    talk.ani(GRAVE).hears("112")
    talk.ani("tpp dipotong karena kucing").room.skip()
    talk.admin.private("/start").room.skip()
    talk.budi("/faq").room.skip()
    seen = seen_at_desk(talk)
    assert "minta uang" not in seen
    assert "bunuh diri" not in seen


def test_distress_is_answered_kindly_and_a_person_can_be_told(talk: Talk) -> None:
    talk.admin("/start").hears("")
    talk.ani(GRAVE).hears(
        "keluarga atau teman", "112", "119 ext. 8", button="Ceritakan ke petugas"
    )
    talk.ani.presses("Ceritakan ke petugas").hears("🔒 Rahasia", button="✅ Rahasia")
    talk.ani("kirim").hears("Nomor tiket")
    assert "bunuh diri" not in seen_at_desk(talk)
    talk.desk.skip()
    talk.admin.hears(GRAVE)
    talk.admin.room.skip()


def test_another_matter_beside_distress_is_answered(talk: Talk) -> None:
    talk.ani("mau bunuh diri rasanya, otp ga masuk masuk").hears("112")
    talk.ani.room.hears("Kode authenticator")


def test_in_a_report_it_calls_nothing_off(talk: Talk) -> None:
    talk.ani("/lapor SKP saya tidak disetujui atasan").hears("Mohon diperiksa")
    talk.ani("pengen mati aja rasanya").hears("112")
    talk.ani.room.hears("pengen mati aja rasanya", button="✅ Rahasia")


def test_in_a_reports_story_it_is_heard(talk: Talk) -> None:
    talk.ani("/lapor saya mau bunuh diri karena SKP tidak disetujui").hears("112")
    talk.ani.room.hears("Mohon diperiksa", "🔒 Rahasia")


@pytest.mark.parametrize(
    "words", ["capek mau mati antri otp", "aplikasi mati", "mati lampu jadi tidak bisa absen"]
)
def test_a_figure_of_speech_is_a_question(talk: Talk, words: str) -> None:
    heard = talk.ani(words).hears("").room.last
    assert heard is not None
    assert "112" not in heard.text
    assert heard.button_words


def test_anothers_words_are_not_told(talk: Talk) -> None:
    """A forged button begins an empty report."""
    talk.ani(BRIBE).hears("Jalur pengawasan")
    talk.burhan("halo").hears("")
    talk.burhan.forges(Confide(1, abuse=True).pack())
    talk.burhan.room.hears("Ceritakan")
    assert BRIBE not in talk.burhan.room.story()
