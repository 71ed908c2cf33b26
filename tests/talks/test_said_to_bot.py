"""What is said to the bot and not asked of the book, by people who know no command."""

from __future__ import annotations

import pytest

from tests.talks.steps import file
from tests.talks.talk import Talk

BOOK = "cara reset kata sandi"
SATURDAY = 5
NOT_SENT = "Tidak ada yang sedang diisi"


@pytest.mark.parametrize(
    "words",
    [
        "menu",
        "help",
        "kamu bisa apa aja?",
        "cara pakai bot ini gmn",
        "apa haja nang kawa ditakunakan",
    ],
)
def test_what_can_be_done_here_is_told(talk: Talk, words: str) -> None:
    talk.ani(words).hears("Yang bisa saya bantu", "/lapor")


def test_who_asks_for_the_hours_hears_when_the_desk_reads(talk: Talk) -> None:
    talk.ani("jam kantor bkpsdm").hears(
        "Petugas sedang bertugas, hari ini sampai", "belum tercatat"
    )
    talk.until(SATURDAY, 22)
    talk.ani("jam kantor bkpsdm").hears("Kantor sedang tutup. Petugas membacanya mulai Senin")


@pytest.mark.parametrize("words", ["kirim", "oke kirim", "kirim dong min", "lanjut"])
def test_what_is_not_being_written_is_not_sent(talk: Talk, words: str) -> None:
    talk.ani(words).hears(NOT_SENT)


@pytest.mark.parametrize(
    "words",
    [
        "besok aja deh",
        "sebentar ya",
        "kaina ja",
        "bentar pak saya lagi rapat",
        "nanti saya coba dulu",
    ],
)
def test_whoever_goes_on_later_is_let_go(talk: Talk, words: str) -> None:
    talk.ani(words).hears("Kapan saja")
    talk.ani(BOOK).hears("kata sandi")
    talk.ani(words).hears("Kapan saja")


@pytest.mark.parametrize("words", ["masih tidak bisa", "yang tadi"])
def test_what_goes_on_about_nothing_is_asked_about(talk: Talk, words: str) -> None:
    talk.ani(words).hears("sedikit lebih lengkap", button="Buat laporan")


@pytest.mark.parametrize(
    "words", ["udah bisa min", "alhamdulillah sudah bisa", "gak jadi, udah bisa", "kawa sudah"]
)
@pytest.mark.parametrize("after_an_answer", [False, True])
def test_who_needs_no_more_is_not_looked_up(
    talk: Talk, words: str, *, after_an_answer: bool
) -> None:
    if after_an_answer:
        talk.ani(BOOK).hears("ASN Digital")
    talk.ani(words).hears("Syukurlah")


UNSURE = "progres harian saya ga muncul di akun kabid"


@pytest.mark.parametrize("words", ["batalkan", "batalkan aja min", "batalin"])
def test_whoever_takes_it_back_is_let_go(talk: Talk, words: str) -> None:
    talk.ani(UNSURE).hears("Maksud Anda")
    talk.ani(words).hears("Baik. Tulis saja")


@pytest.mark.parametrize("words", ["gpp", "gapapa kok min"])
def test_what_does_not_matter_is_let_be(talk: Talk, words: str) -> None:
    talk.ani(words).hears("Syukurlah")


@pytest.mark.parametrize("words", ["kirim aja", "kirim"])
def test_what_the_book_did_not_answer_may_be_sent(talk: Talk, words: str) -> None:
    talk.ani(UNSURE).hears("Maksud Anda")
    talk.ani(words).hears("diteruskan ke petugas", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", UNSURE)


@pytest.mark.parametrize(
    "words",
    [
        "yaudah lapor aja deh",
        "tolong diteruskan ke petugas",
        "kirim aja ke admin",
        "laporkan ini ke petugas",
    ],
)
def test_what_was_asked_just_before_is_reported(talk: Talk, words: str) -> None:
    talk.ani(UNSURE).hears("Maksud Anda")
    talk.ani(words).hears("Mohon diperiksa", UNSURE, button="Kirim")


def test_a_person_is_told_what_was_asked_just_before(talk: Talk) -> None:
    talk.ani(UNSURE).hears("Maksud Anda")
    talk.ani("sambungkan ke petugas dong").hears("sudah terisi", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", UNSURE)
    talk.burhan("sambungkan ke petugas dong").hears("ceritakan masalahnya", button="Buat laporan")


def test_what_was_answered_well_is_not_reported(talk: Talk) -> None:
    talk.ani(BOOK).hears("ASN Digital")
    talk.ani.presses("Membantu").toast("")
    talk.ani("mau lapor saja").hears("Ceritakan dengan kata-kata Anda")


@pytest.mark.parametrize("words", ["lapor", "mau lapor"])
def test_another_report_begins_empty(talk: Talk, words: str) -> None:
    talk.ani(UNSURE).hears("Maksud Anda")
    talk.ani(words).hears("Ceritakan dengan kata-kata Anda")


@pytest.mark.parametrize(
    "words", ["bisa ditelpon aja ga", "ada nomor telepon yang bisa dihubungi?"]
)
def test_whoever_would_rather_telephone_hears_what_is_known(talk: Talk, words: str) -> None:
    talk.ani(words).hears("kontak BKPSDM")


@pytest.mark.parametrize(
    "words", ["kalo nilai jelek ngaruh ke tpp ga", "sinyal jelek, skp ga kesimpan"]
)
def test_bad_marks_are_no_bad_words(talk: Talk, words: str) -> None:
    talk.ani(words).hears("")
    assert talk.ani.room.last is not None
    assert "Maaf sudah merepotkan" not in talk.ani.room.last.text
    talk.ani("petugasnya jelek banget").hears("Maaf sudah merepotkan")


def test_what_the_book_is_not_sure_of_may_be_for_the_report(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("resep rendang padang").hears(
        "belum saya temukan", button="Sampaikan ke EK-2026-00001"
    )
    talk.ani("oh iya lupa, yang tidak tampil juga tanggal 18").hears(
        "Maksud Anda", button="Sampaikan ke EK-2026-00001"
    )
    talk.ani.presses("Sampaikan ke EK-2026-00001").toast("Diteruskan ke petugas")
    talk.ani.hears("Sudah kami sampaikan")
    talk.budi.hears("tanggal 18")


def test_a_question_that_the_book_answers_is_for_no_report(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("bagaimana cara reset kata sandi?").hears("ASN Digital")
    assert talk.ani.room.last is not None
    assert not any("Sampaikan" in words for words in talk.ani.room.last.button_words)


def test_who_needs_no_more_may_take_the_report_back(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("udah bisa min").hears("Ingin menarik", button="Tarik EK-2026-00001")


@pytest.mark.parametrize("words", ["itu aja sih", "dah ah", "cukup sekian"])
def test_who_has_done_is_let_go(talk: Talk, words: str) -> None:
    talk.ani(BOOK).hears("ASN Digital")
    talk.ani(words).hears("Sama-sama")


@pytest.mark.parametrize(
    "words",
    [
        "petugasnya lambat!!",
        "kok lama banget sih, petugasnya ngapain aja",
        "dari tadi ga dibalas2",
        "siapa yg pegang tiket saya",
    ],
)
def test_who_waits_for_an_officer_hears_of_the_report(talk: Talk, words: str) -> None:
    talk.ani(words).hears("tidak ada laporan Anda di petugas", button="Buat laporan")
    file(talk, talk.ani)
    talk.ani(words).hears("EK-2026-00001", "petugas mengambil laporan Anda")
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani Budi Santoso")
    talk.ani(words).hears("Budi Santoso menyelesaikannya")


@pytest.mark.parametrize(
    ("words", "story"),
    [
        ("mau lapor kalau tpp saya dipotong padahal hadir", "tpp saya dipotong padahal hadir"),
        ("lapor min, skp saya hilang dari daftar", "skp saya hilang dari daftar"),
        ("Assalamualaikum, saya mau komplain soal tpp saya", "soal tpp saya"),
        ("ijin melapor pak, akun saya terkunci", "akun saya terkunci"),
    ],
)
def test_a_report_may_begin_in_the_wish_to_report(talk: Talk, words: str, story: str) -> None:
    talk.ani(words).hears("Mohon diperiksa", f"\n\n{story}\n")
    talk.ani("kirim").hears("EK-2026-00001")
    talk.desk.hears(story)


@pytest.mark.parametrize(
    "words",
    [
        "mau lapor kalau skp belum disetujui, bagaimana caranya?",
        "mau buat laporan kinerja bulanan",
        "mau lapor realisasi tapi ditolak",
    ],
)
def test_what_is_asked_of_the_book_begins_no_report(talk: Talk, words: str) -> None:
    talk.ani(words)
    (said,) = talk.ani.room.all_unheard()
    assert "Mohon diperiksa" not in said.text


def test_what_follows_other_choices_is_not_about_the_answer_before_them(talk: Talk) -> None:
    talk.ani("udah reset tapi email ga masuk2").hears("reset belum masuk ke e-mail")
    talk.ani("kenapa ya").hears("Penjelasan di buku baru sampai di situ")
    talk.ani("penilaian").hears("Maksud Anda")
    talk.ani("kenapa ya")
    (said,) = talk.ani.room.all_unheard()
    assert "Penjelasan di buku baru sampai di situ" not in said.text


def test_few_words_are_reported_with_what_was_asked_before_them(talk: Talk) -> None:
    talk.ani("siapa admin instansi di sekolah saya").hears("")
    talk.ani("orangnya yg mana").hears("")
    told = talk.ani("no hp nya").hears("").room.last
    assert told is not None
    talk.ani.presses(next(each for each in told.button_words if "anya petugas" in each)).hears(
        "Mohon diperiksa",
        "siapa admin instansi di sekolah saya\norangnya yg mana\nno hp nya",
    )


def test_what_speaks_for_itself_is_reported_alone(talk: Talk) -> None:
    talk.ani("cara reset kata sandi").hears("ASN Digital")
    talk.ani("progres harian saya tidak muncul di akun kepala bidang").hears("")
    talk.ani.presses("Bukan itu, tanya petugas").hears("Mohon diperiksa")
    assert talk.ani.room.last is not None
    assert "reset" not in talk.ani.room.last.text


@pytest.mark.parametrize("words", ["lama ga", "lawas kah min"])
def test_how_long_it_takes_is_asked_of_the_report_just_filed(talk: Talk, words: str) -> None:
    file(talk, talk.ani)
    talk.ani(words).hears("EK-2026-00001", "Berikutnya")
