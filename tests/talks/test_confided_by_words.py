"""Who stays unnamed by words instead of the button, and what words are part of the report."""

from __future__ import annotations

import pytest

from tests.talks.talk import Talk
from tests.talks.test_confidential import seen_at_desk

STORY = "Realisasi bulan ini tidak bisa saya simpan, muncul tulisan gagal menyimpan"


@pytest.mark.parametrize(
    "words",
    [
        "anonim ya",
        "tanpa nama aja min",
        "jangan sebut nama saya",
        "tolong rahasiakan identitas saya",
    ],
)
def test_who_would_stay_unnamed_says_so(talk: Talk, words: str) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani(words).hears("Mohon diperiksa", "🕶 Anonim", button="✅ Anonim")
    talk.ani("kirim").hears("Nomor tiket")
    told = talk.budi.hears("Pelapor anonim", STORY).room.last
    assert told is not None
    assert words not in told.text


@pytest.mark.parametrize("words", ["rahasia ya pak", "tolong dirahasiakan"])
def test_what_is_only_for_who_works_on_it(talk: Talk, words: str) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani(words).hears("Mohon diperiksa", "🔒 Rahasia", button="✅ Rahasia")


@pytest.mark.parametrize(
    "words",
    [
        "tolong jangan sampai atasan saya tahu",
        "rahasia ya jangan sampai atasan tau",
        "tolong rahasia",
    ],
)
def test_who_is_not_to_know_is_no_part_of_the_story(talk: Talk, words: str) -> None:
    talk.admin("/start").hears("")
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani(words).hears("Mohon diperiksa", "🔒 Rahasia", button="✅ Rahasia")
    talk.ani("kirim").hears("Nomor tiket")
    assert STORY not in seen_at_desk(talk)
    talk.desk.skip()
    talk.admin.room.skip()


TOLD = "Atasan saya memarahi saya tiap minta tanda tangan. Tolong rahasiakan"


def test_a_wish_in_the_story_is_kept_and_said(talk: Talk) -> None:
    talk.admin("/start").hears("")
    talk.ani(f"/lapor {TOLD}").hears("🔒 Rahasia", "karena Anda memintanya", button="✅ Rahasia")
    talk.ani("kirim").hears("Nomor tiket")
    assert "memarahi" not in seen_at_desk(talk)
    assert "Rahasia: isinya hanya" in seen_at_desk(talk)
    talk.desk.skip()
    talk.admin.room.skip()


def test_also_where_it_comes_with_a_later_line(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa", button="☐ Rahasia")
    talk.ani("jangan sampai atasan saya tahu, beliau yang mengubahnya").hears(
        "beliau yang mengubahnya", "karena Anda memintanya", button="✅ Rahasia"
    )


def test_who_undoes_it_is_not_asked_again(talk: Talk) -> None:
    talk.ani(f"/lapor {TOLD}").hears(button="✅ Rahasia")
    talk.ani.presses("✅ Rahasia").toast("")
    talk.ani("Sudah tiga kali begitu").hears("tiga kali", button="☐ Rahasia")


def test_it_may_be_undone_by_words(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani("saya takut ketahuan").hears("🕶 Anonim", "🔒 Rahasia")
    talk.ani("gak usah anonim").hears("🔒 Rahasia", button="☐ Anonim")


def test_what_is_confided_is_not_added_to_what_everybody_reads(talk: Talk) -> None:
    talk.admin("/start").hears("")
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani("kirim").hears("Nomor tiket")
    talk.budi.hears(STORY)
    talk.ani(f"/lapor {STORY}. Tolong rahasiakan").hears("🔒 Rahasia", button="Kirim")
    talk.ani("tambahkan ke EK-2026-00001").hears("tidak serahasia", "Kirim")
    talk.ani("kirim").hears("EK-2026-00002")
    assert "Tolong rahasiakan" not in seen_at_desk(talk)
    talk.desk.skip()
    talk.admin.room.skip()


def test_a_report_is_wished_and_that_nobody_hears_of_it(talk: Talk) -> None:
    talk.ani("saya mau lapor tapi rahasia, jangan sampai atasan tahu").hears(
        "🔒 Rahasia", "Ceritakan"
    )
    talk.ani(STORY).hears("Mohon diperiksa", "🔒 Rahasia", button="✅ Rahasia")


ABUSE = "Kepala bidang saya memeras staf tiap bulan"


def test_why_a_report_waits_is_said(talk: Talk) -> None:
    talk.ani(f"/lapor {ABUSE}").hears("dugaan pelanggaran", button="Jalur pengawasan")
    talk.ani("iya kirim").hears("Belum terkirim. Pilih dulu salah satu", "dugaan pelanggaran")
    talk.ani("jalur pengawasan ya").hears("🛡 Jalur pengawasan", button="Laporan biasa")


def test_the_usual_way_is_chosen_by_words(talk: Talk) -> None:
    talk.ani(f"/lapor {ABUSE}").hears("dugaan pelanggaran")
    talk.ani("biasa aja").hears("Mohon diperiksa", "Kirim", button="Jalur pengawasan")


def test_it_may_be_said_before_the_story(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("anonim ya").hears("🕶 Anonim", "Ceritakan")
    talk.ani(STORY).hears("Mohon diperiksa", "🕶 Anonim", button="✅ Anonim")


@pytest.mark.parametrize(
    "words",
    [
        "nama atasan saya tidak tampil di cetakan",
        "jangan sampai atasan saya tahu, beliau yang memotong",
        "katanya rahasia tapi semua orang kantor tahu",
        "Petugas lambat membalas, sudah tiga hari laporan saya tidak ada kabar. Payah.",
        "Kalau bisa jam layanan ditambah sampai malam di akhir bulan",
    ],
)
def test_what_tells_more_is_part_of_the_story(talk: Talk, words: str) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani(words).hears("Mohon diperiksa", words, button="☐ Anonim")


def test_a_story_that_begins_like_another_category_is_kept(talk: Talk) -> None:
    """ "Bukan soal X" names what it is not, and then tells."""
    told = "bukan soal aplikasi. admin saya memindah skp saya tanpa alasan"
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani(told).hears(told)


def test_a_category_may_be_named_by_what_it_is_not(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani("bukan tentang absen tapi penilaian").hears("Tentang: Penilaian")
    talk.ani("bukan tentang penilaian").hears("Tentang apa")


@pytest.mark.parametrize(
    "words", ["bukan, cuma mau tanya", "hanya mau bertanya pak", "mau tanya saja"]
)
def test_who_only_asks_files_no_report(talk: Talk, words: str) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani(words).hears("dibatalkan")
    talk.ani("cara reset kata sandi").hears("ASN Digital")
