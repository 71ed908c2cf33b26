"""Who stays unnamed by words instead of the button, and what words are part of the report."""

from __future__ import annotations

import pytest

from tests.talks.talk import Talk

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
