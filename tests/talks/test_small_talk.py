"""People who do not press buttons: what they say instead, at each step and beside each ticket."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.rules.ticket import Status
from bot.simulator.world.accounts import BUDI
from faq.matching.matcher import Suggestions
from storage.tables import Question
from tests.talks.steps import (
    STORY,
    as_far_as_check,
    as_far_as_files,
    as_far_as_story,
    by_steps,
    file,
    resolve,
    take,
)
from tests.talks.talk import Talk


def questions(talk: Talk) -> list[str]:
    with talk.database.reading() as unit:
        return [row.text for row in unit.session.exec(select(Question).order_by(col(Question.id)))]


def offered(talk: Talk) -> list[str]:
    """Choices just given, by words of which there are several."""
    vague = ("realisasi", "penilaian", "skp", "atasan", "bukti dukung", "angka kredit", "mutasi")
    find = talk.resources.matcher.find
    talk.ani(next(text for text in vague if isinstance(find(text), Suggestions)))
    talk.ani.hears("Maksud Anda")
    assert talk.ani.room.last is not None
    return talk.ani.room.last.button_words[:-1]


# At "Kirim?" and at the step of files.

YES = (
    "ya kirim saja",
    "oke kirim",
    "sdh",
    "y",
    "siap",
    "👍",
    "inggih",
    "iyaa pak kirimm",
    "gas min",
)


@pytest.mark.parametrize("words", YES)
def test_yes_sends(talk: Talk, words: str) -> None:
    as_far_as_check(talk.ani)
    talk.ani(words).hears("EK-2026-00001")
    talk.desk.hears(STORY)
    assert talk.ticket().story == STORY


@pytest.mark.parametrize(
    "words", ["kadada", "tidak ada", "gk ada fotonya pak", "kada baisi", "lanjut"]
)
def test_no_files(talk: Talk, words: str) -> None:
    as_far_as_files(talk.ani)
    talk.ani(words).hears("Mohon diperiksa")
    talk.ani("kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)
    assert talk.ticket().story == STORY


def test_nothing_small_is_ever_added_to_the_story(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani("ada, hadangi satumat lah").hears("saya tunggu", "Ada foto layar", button="Lanjut")
    talk.ani("makasih min").hears("Sama-sama", "Ada foto layar")
    talk.ani("pak").hears("tekan salah satu tombol", "Ada foto layar")
    talk.ani("berapa lama diproses pak?").hears("hari kerja", "Ada foto layar")
    talk.ani("bingung saya").hears("Tidak apa-apa", "Ada foto layar")
    talk.ani("tanpa file").hears("Mohon diperiksa")
    talk.ani("belum, masih ada yang kurang").hears("belum saya kirim", "Mohon diperiksa")
    talk.ani("kamu siapa").hears("bukan orang", "Mohon diperiksa", button="Kirim")
    talk.ani("Terjadi sejak Senin pagi").hears("Mohon diperiksa", "sejak Senin pagi")
    talk.ani("bujur sudah, kirim").hears("EK-2026-00001")
    talk.desk.hears("sejak Senin pagi")
    assert talk.ticket().story == f"{STORY}\nTerjadi sejak Senin pagi"


def test_particles_are_no_story(talk: Talk) -> None:
    as_far_as_story(talk.ani)
    talk.ani("iya baik pak mohon maaf").hears("terlalu pendek", "Apa yang Anda lakukan")
    talk.ani("kada tahu kayapa mangisahakannya").hears("tulis sebisanya", "Ceritakan")
    talk.ani("kecewa saya, dari pagi tombol simpan tidak jalan").hears(
        "Maaf sudah merepotkan.", "Ada foto layar"
    )


def test_it_works_again_before_it_was_sent(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.ani("udh normal lg kok, gausah dikirim").hears("Syukurlah", "dibuang", STORY)
    talk.ani("/batal").hears("Tidak ada yang sedang berjalan")


# What was not sent.


def test_batal_says_what_it_throws_away_and_what_it_does_not(talk: Talk) -> None:
    file(talk, talk.ani)
    as_far_as_files(talk.ani, "Tombol cetak hilang sejak kemarin sore")
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas")
    talk.ani("/batal").hears(
        "Tidak ada yang dikirim",
        "Tombol cetak hilang",
        "1 berkas",
        "tetap berjalan: EK-2026-00001",
    )
    talk.ani("/batal").hears("tetap berjalan", "EK-2026-00001", button="Tarik EK-2026-00001")


def test_tiket_tells_of_a_report_that_was_not_sent(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    talk.ani("/tiket").hears("belum terkirim", STORY, button="Lanjutkan laporan")
    talk.ani.presses("Lanjutkan laporan").hears("Silakan lanjutkan").hears("Mohon diperiksa")
    talk.ani("/tiket").hears("belum terkirim").hears_nothing()
    talk.ani.presses("Batal").hears_nothing()
    talk.ani.room.sees("Baik, dibatalkan")
    talk.ani("/tiket").hears("belum punya tiket")


def test_two_reminders_and_no_more(talk: Talk) -> None:
    as_far_as_check(talk.ani)  # a Tuesday, 09.30
    talk.wait(minutes=59)
    talk.ani.hears_nothing()
    talk.wait(minutes=2)
    talk.ani.hears("belum terkirim", STORY, button="Lanjutkan laporan")
    talk.restart()
    talk.wait(hours=3)
    talk.ani.hears_nothing()
    talk.until(2, 7, 59)
    talk.ani.hears_nothing()
    talk.until(2, 8, 1)
    talk.ani.hears("belum terkirim", button="Batal")
    for _ in range(3):
        talk.restart().wait(hours=9)
    talk.ani.hears_nothing()
    talk.reports.skip()
    talk.desk.skip()


def test_nobody_is_reminded_at_night_or_twice_in_a_morning(talk: Talk) -> None:
    talk.until(4, 22)  # a Friday
    talk.desk.skip()
    as_far_as_check(talk.ani)
    talk.wait(hours=2)
    talk.ani.hears_nothing()
    talk.until(5, 8, 1)
    talk.ani.hears("belum terkirim")
    talk.until(6, 12)
    talk.ani.hears_nothing()
    talk.until(0, 8, 1)
    talk.ani.hears("belum terkirim")
    talk.reports.skip()


def test_what_was_sent_or_given_up_needs_no_reminder(talk: Talk) -> None:
    file(talk, talk.ani)
    as_far_as_check(talk.burhan)
    talk.burhan("batal").hears("dibatalkan")
    by_steps(talk.citra)  # nothing told yet
    talk.wait(hours=30)
    talk.desk.skip()
    for voice in (talk.ani, talk.burhan, talk.citra):
        voice.hears_nothing()


# With a ticket open.


@pytest.mark.parametrize(
    "words", ["sdh ada kabarkah", "berapa lama lagi pak", "lawas banar pak ai"]
)
def test_news(talk: Talk, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani(words).hears(
        "EK-2026-00001",
        "Sedang ditangani",
        "Berikutnya: Budi Santoso",
        "2026",
        button="Tambah keterangan",
    )
    assert talk.deeds() == ["file", "take"]


def test_news_while_an_officer_is_talked_with(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies("Sejak kapan, Bu?")
    talk.ani.hears("Sejak kapan")
    talk.ani("sdh ada kabarkah").hears("Menunggu jawaban Anda", "menunggu jawaban Anda")
    talk.ani("sejak Senin pak").hears("Sudah kami sampaikan")
    talk.desk.hears("sejak Senin")


@pytest.mark.parametrize("words", ["batalkan laporan saya", "tidak jadi pak, sudah bisa"])
def test_taking_a_report_back_is_one_tap(talk: Talk, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani(words).hears("EK-2026-00001", STORY, button="Tarik EK-2026-00001")
    with talk.at_once():
        talk.ani.presses("Tarik EK-2026-00001")
        talk.ani.presses("Tarik EK-2026-00001")
    talk.ani.toast("sudah Anda tarik").hears("Anda tarik", "kami tutup", button="Buka lagi")
    talk.desk.hears("Ani Rahmawati menarik EK-2026-00001", "ditutup")
    assert talk.deeds() == ["file", "take", "withdraw"]
    assert "Ditarik pelapor" in talk.card().text
    assert talk.ticket().status is Status.WITHDRAWN


def test_who_took_a_report_back_may_open_it_again(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani("batalkan laporan saya").hears("EK-2026-00001", button="Tarik EK-2026-00001")
    talk.ani.presses("Tarik EK-2026-00001").hears("kami tutup", button="Buka lagi")
    talk.desk.hears("menarik EK-2026-00001")
    talk.ani.presses("Buka lagi").hears("EK-2026-00001 kami buka lagi")
    talk.desk.hears("Ani Rahmawati membuka lagi EK-2026-00001")
    ticket = talk.ticket()
    assert (ticket.status, ticket.officer_id) == (Status.TAKEN, BUDI)


def test_somebody_elses_ticket_cannot_be_taken_back(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.burhan("batalkan laporan saya").hears("Tidak ada laporan Anda")
    talk.burhan.forges(f"drop:{talk.ticket().id}").toast("tidak ada dalam daftar")
    assert talk.deeds() == ["file"]


@pytest.mark.parametrize("words", ["cuti tahunan ngaruh ke skp?", "tpp"])
def test_a_question_to_the_book_stays_one(talk: Talk, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sedang kami periksa, mohon tunggu.", to=talk.card())
    talk.ani.hears("mohon tunggu")
    talk.ani(words).hears("", button="Sampaikan ke EK-2026-00001")
    talk.desk.hears_nothing()
    talk.ani.presses("Sampaikan ke EK-2026-00001").toast("Diteruskan")
    talk.ani.hears("Sudah kami sampaikan")
    talk.desk.hears(words)


@pytest.mark.parametrize(
    "words", ["Baik", "besok boleh saya coba?", "skp saya masih belum muncul pak", "tidak bisa"]
)
def test_what_may_be_the_officers_goes_there(talk: Talk, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sedang kami periksa, mohon tunggu.", to=talk.card())
    talk.ani.hears("mohon tunggu")
    talk.ani(words).hears("Sudah kami sampaikan")
    talk.desk.hears(words)
    talk.ani.room.skip()


# After the end.


@pytest.mark.parametrize(
    "words", ["error lagi", "muncul lagi", "ternyata belum selesai", "masih kosong pak"]
)
def test_what_is_back_again_offers_the_ticket(talk: Talk, words: str) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.wait(days=5)
    talk.desk.skip()
    talk.reports.skip()
    talk.ani(words).hears("Apakah ini tentang EK-2026-00001", "dibuka lagi", button="Buka lagi")
    talk.ani.presses("Buka lagi").hears("kami buka lagi")
    talk.desk.hears("belum selesai")
    talk.desk.skip()  # of what says more than that it is not, the words


def test_good_news_offers_to_say_so(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani("sip sudah muncul pak terima kasih").hears("EK-2026-00001", button="Ya, selesai")
    talk.desk.hears_nothing()
    talk.ani.presses("Ya, selesai").hears("kami tutup")


# Numbers, choices, and what is no question.


@pytest.mark.parametrize(
    "words",
    [
        "EK\u20112026\u201100001", "ＥＫ－２０２６－００００１", "tiket nomor 1", "#1", "no 1",
        "tiket EK-2026-0001", "/tiket nomor 1", "/tiket #1",
    ],
)  # fmt: skip
def test_a_number_as_it_is_pasted(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    talk.ani(words).hears("EK-2026-00001", STORY)


def test_a_number_of_nobodys_is_no_ticket(talk: Talk) -> None:
    talk.ani("tiket nomor 7").hears("tidak ada dalam daftar")
    talk.ani("#7").hears("")


def test_iya_to_choices_asks_which_one(talk: Talk) -> None:
    choices = offered(talk)
    talk.ani("iya").hears("Yang mana?", button=choices[0])
    talk.ani("bingung saya yang mana").hears("Yang mana?", button=choices[-1])
    talk.ani("2").hears(choices[1].rstrip("…"))


@pytest.mark.parametrize("words", ["dua-duanya", "keduanya pak", "1 dan 2"])
def test_both_choices_are_answered(talk: Talk, words: str) -> None:
    choices = offered(talk)
    talk.ani(words).hears(choices[0].rstrip("…")).hears(choices[1].rstrip("…"))
    talk.ani.room.skip()


@pytest.mark.parametrize("words", ["bukan itu maksud saya", "salah jawabannya", "lain itu pang"])
def test_the_wrong_answer_leads_to_an_officer(talk: Talk, words: str) -> None:
    talk.ani("lupa kata sandi e-kinerja").hears("Lupa kata sandi")
    talk.ani(words).hears("Maaf belum membantu", button="Tanya petugas")
    offered(talk)
    talk.ani(words).hears("Maaf belum membantu", button="Tanya petugas")
    assert words not in questions(talk)


def test_an_insult_is_met_with_one_kind_sentence(talk: Talk) -> None:
    for words in ("bot bodoh", "bungul", "dasar gaje 😡"):
        talk.ani(words).hears("Maaf sudah merepotkan.", button="Buat laporan").hears_nothing()
    talk.ani("goblok, lupa kata sandi e-kinerja").hears(
        "Maaf sudah merepotkan.", "Lupa kata sandi"
    )
    assert questions(talk) == ["lupa kata sandi e-kinerja"]


def test_an_insult_is_not_passed_on(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sedang kami periksa.", to=talk.card())
    talk.ani.hears("kami periksa")
    talk.ani("bot sialan").hears("Maaf sudah merepotkan.")
    talk.desk.hears_nothing()


def test_small_questions_have_answers(talk: Talk) -> None:
    talk.ani("keren botnya").hears("Terima kasih, kami senang")
    talk.ani("kamu siapa").hears("Saya bot", "/lapor")
    talk.ani("jam buka").hears("belum tercatat")
    talk.ani("alamat").hears("Alamat dan kontak BKPSDM", "belum tercatat")
    talk.ani("/tikett").hears("Maksud Anda /tiket?")
    assert questions(talk) == []


def test_nobody_is_told_twice_in_a_row_that_they_were_not_understood(talk: Talk) -> None:
    talk.ani("qwrtp zxcvb").hears("belum saya temukan", button="Tanya petugas")
    talk.ani("zxcvb qwrtp").hears("Petugas bisa membantu Anda langsung", button="Tanya petugas")
    talk.ani("lupa kata sandi").hears("Lupa kata sandi")
    talk.ani("/xyzzy").hears("tidak saya kenal", button="Buat laporan")
    talk.restart()
    talk.ani("pak").hears("Petugas bisa membantu Anda langsung", button="Buat laporan")
    talk.wait(hours=1)
    talk.ani.sticker().hears("stiker")


def test_somebody_worried_hears_a_kind_word_first(talk: Talk) -> None:
    talk.ani("takut sekali pak, lupa kata sandi e-kinerja").hears("Tidak apa-apa, kami bantu.", "")


# The officer's closing.


@pytest.mark.parametrize("words", ["ok", "sudah", "Sudah selesai ya pak", "👍"])
def test_a_closing_note_that_tells_nothing_is_asked_for_again(talk: Talk, words: str) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies(words).hears("apa yang sudah dikerjakan", "Balas pesan ini")
    assert talk.ticket().status == "taken"
    talk.restart()
    talk.budi.replies("Akun sudah kami buka kembali.")
    talk.ani.hears("dinyatakan selesai", "kami buka kembali")


def test_a_reply_that_was_refused_can_be_put_right_there(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Minta info").hears("keterangan apa")
    talk.budi.replies("Kirim kata sandi Ibu ke sini").hears("belum diteruskan")
    talk.budi.replies("Sejak kapan, Bu?")
    talk.ani.hears("perlu keterangan", "Sejak kapan")
