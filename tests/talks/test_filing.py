"""A report in two taps: the words, then Kirim; and what can be changed before that."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.offices import Offices
from bot.rules.ticket import Kind
from tests.talks.steps import ABUSE, file
from tests.talks.talk import Talk

STORY = "Kode OTP saya ditolak terus sejak pagi, padahal jam HP sudah otomatis"
ABSENCE = "Lupa absen pulang hari Jumat, TPP saya langsung terpotong"


def test_words_then_kirim(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan", "kata sandi", button="Isi langkah demi langkah")
    talk.ani(STORY).hears("Mohon diperiksa", "Jenis: Keluhan", "Tentang: MFA dan OTP", STORY)
    talk.ani.presses("Kirim").hears(
        "EK-2026-00001",
        "hari ini sampai pukul 17.00",
        "Target selesai: Senin, 14 Desember 2026 (14 hari kerja)",
    )
    talk.desk.hears("EK-2026-00001", "MFA dan OTP", STORY)
    assert talk.ticket().kind is Kind.COMPLAINT


@pytest.mark.parametrize(
    ("story", "kind", "about"),
    [
        ("Saran saya, SKP tahun lalu bisa disalin saja ke tahun ini", "Saran", "Menyusun SKP"),
        (
            "Petugas helpdesk tidak ramah, laporan saya ditutup begitu saja",
            "Kritik",
            "Layanan bantuan",
        ),
        (
            "Mohon informasi batas waktu aktivasi MFA untuk pegawai puskesmas",
            "Permintaan informasi",
            "MFA dan OTP",
        ),
    ],
)
def test_a_story_says_what_it_is(talk: Talk, story: str, kind: str, about: str) -> None:
    talk.ani(f"/lapor {story}").hears("Mohon diperiksa", f"Jenis: {kind}", f"Tentang: {about}")


def test_what_was_guessed_is_changed_by_buttons(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa", button="Ubah jenis")
    talk.ani.presses("Ubah jenis").hears_nothing()
    assert "Jenis sekarang: Keluhan" in talk.ani.room.newest_with("Kritik").text
    talk.restart()
    talk.ani.presses("Kritik")
    assert "Jenis: Kritik" in talk.ani.room.newest_with("Kirim").text
    talk.ani.presses("Ubah tentang")
    offered = talk.ani.room.newest_with("Semua pilihan").button_words
    assert offered[0] == "MFA dan OTP"
    assert len(offered) == 5  # three, all of them, and back
    talk.ani.presses("Semua pilihan").presses("Cetak dokumen")
    assert "Tentang: Cetak dokumen" in talk.ani.room.newest_with("Kirim").text
    talk.ani.presses("Ubah jenis").presses("Kembali")
    talk.ani.presses("Kirim").hears("Kritik Anda sudah kami terima")
    talk.desk.hears("Kritik", "Cetak dokumen")


def test_what_was_guessed_is_changed_by_words(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani("jenisnya saran").hears("Jenis: Saran", "Tentang: MFA dan OTP")
    talk.ani("ubah tentang absen").hears("Jenis: Saran", "Tentang: TPP dan aktivitas harian")
    talk.ani("ubah jenis").hears("Jenis sekarang: Saran", button="Keluhan")
    talk.restart()
    talk.ani("bukan saran, tapi kritik").hears("Jenis: Kritik")
    talk.ani("ganti kategorinya").hears("Tentang apa", button="Semua pilihan")
    talk.ani("nomor 2").hears("Mohon diperiksa", "Jenis: Kritik")
    talk.ani("kategori: cetak").hears("Tentang: Cetak dokumen")
    talk.ani("Ini terjadi sejak hari Senin").hears("Jenis: Kritik", "Cetak dokumen", "Senin")
    talk.ani("ya kirim").hears("EK-2026-00001")
    talk.desk.hears("Kritik", "Cetak dokumen")
    assert talk.ticket().story == f"{STORY}\nIni terjadi sejak hari Senin"


def test_what_nobody_chose_follows_an_edited_story(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani(STORY).hears("MFA dan OTP")
    talk.ani.edits(ABSENCE).hears("Mohon diperiksa", "TPP dan aktivitas harian")


def test_a_kind_alone_asks_for_its_story(talk: Talk) -> None:
    talk.ani("/lapor saran").hears("Saran.", "Tuliskan saran Anda")
    talk.ani("Kolom realisasi dibuat lebih lebar").hears("Jenis: Saran")


def test_a_voice_is_a_story(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani.attaches("voice")
    talk.wait(seconds=2)
    talk.ani.hears("Mohon diperiksa", "Lampiran: 1 berkas", button="Kirim")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("Tanpa tulisan: pesan suara").hears_file()


def test_from_the_book_to_the_desk_in_one_confirmation(talk: Talk) -> None:
    talk.ani("lupa sandi").hears("kata sandi", button="Tanya petugas")
    talk.ani.presses("Tanya petugas").hears("Mohon diperiksa", "lupa sandi", "Akses dan login")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("lupa sandi", "Akses dan login")


def test_the_same_story_twice_names_the_first(talk: Talk) -> None:
    file(talk, talk.ani, STORY)
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("OTP saya masih ditolak terus padahal jam HP otomatis").hears(
        "Serupa dengan EK-2026-00001", button="Tambahkan ke EK-2026-00001"
    )
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("Sudah kami sampaikan")
    talk.desk.hears("masih ditolak terus")
    talk.ani(f"/lapor {STORY} dan sore").hears("Serupa dengan EK-2026-00001")
    talk.ani("tambahkan saja ke situ").hears("Sudah kami sampaikan")
    talk.desk.hears("dan sore")
    assert talk.tickets() == 1
    talk.ani(f"/lapor {STORY}").hears("Serupa dengan EK-2026-00001")
    talk.ani.presses("Kirim").hears("EK-2026-00002")
    talk.desk.hears("EK-2026-00002")


def test_an_answer_of_the_book_is_a_tap_away_at_the_check(talk: Talk) -> None:
    talk.ani("/lapor saya lupa kata sandi e-kinerja").hears("sudah ada di buku", button="Kirim")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001")


def test_a_receipt_at_night_says_when_somebody_reads(talk: Talk) -> None:
    talk.until(weekday=4, hour=20)
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("Kantor sedang tutup", "Senin, 30 November pukul 08.00")
    talk.desk.hears("EK-2026-00001")


def test_the_office_is_asked_once(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.presses("Lewati").toast("dilewati")
    file(talk, talk.ani, ABSENCE)
    assert "Lewati" not in talk.ani.room.sees("EK-2026-00002").button_words
    talk.ani("Dinas Perikanan")  # asked within the hour, though skipped
    talk.ani.hears("Kantor Anda: Dinas Perikanan")


@pytest.mark.parametrize("said", ["nanti saja", "Lewati dulu ya pak", "skip"])
def test_the_office_is_skipped_by_words(talk: Talk, said: str) -> None:
    file(talk, talk.ani)
    talk.ani(said).hears("dilewati")


def test_the_office_may_be_typed_or_chosen(talk: Talk) -> None:
    named = Offices(tuple(f"Dinas Nomor {number}" for number in range(1, 13)))
    talk.resources = replace(talk.resources, offices=named)
    talk.restart()
    file(talk, talk.ani)
    talk.ani.presses("Pilih kantor").hears("Dari kantor mana", "Halaman 1 dari 2")
    talk.ani.presses("Berikutnya ›").hears("Halaman 2 dari 2", button="Dinas Nomor 12")
    talk.ani.presses("Dinas Nomor 12").hears("Kantor Anda: Dinas Nomor 12")
    talk.ani("/profil").hears("Dinas Nomor 12")


OTHER = "Menu cetak SKP tidak muncul di halaman depan"


def test_all_its_files_go_to_the_report_it_is_added_to(talk: Talk) -> None:
    file(talk, talk.ani, STORY)
    talk.ani(f"/lapor {STORY} dan sore").hears("Serupa dengan EK-2026-00001")
    talk.ani.album(3)
    talk.wait(seconds=2)
    talk.ani.hears("3 berkas", button="Tambahkan ke EK-2026-00001")
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("Sudah kami sampaikan")
    talk.desk.hears("dan sore")
    talk.wait(seconds=3)
    talk.desk.hears_file().hears_file().hears_file()
    with talk.database.reading() as unit:
        assert len(unit.attachments.files(talk.ticket().id)) == 3
    assert talk.tickets() == 1


def test_added_to_nothing_it_stays_a_report(talk: Talk) -> None:
    talk.ani(f"/lapor {OTHER}").hears("Mohon diperiksa")
    talk.ani("tambahkan saja ke situ").hears("Mohon diperiksa", OTHER)
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(OTHER)


def test_an_older_check_sends_nothing_while_something_is_changed(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa")
    older = talk.ani.room.last
    talk.ani("Ini terjadi sejak hari Senin").hears("Mohon diperiksa", "Senin")
    talk.ani.presses("Ubah jenis")
    talk.ani.presses("Kirim", on=older).toast("tidak berlaku")
    assert talk.tickets() == 0
    talk.ani("tidak jadi diubah").hears("Mohon diperiksa", "Senin", button="Kirim")
    talk.ani("batal").hears("dibatalkan")


def test_a_change_is_called_off_in_words(talk: Talk) -> None:
    talk.ani(f"/lapor {STORY}").hears("Mohon diperiksa", "Jenis: Keluhan")
    for said in ("tidak", "jangan", "kada jadi", "batal"):
        talk.ani.presses("Ubah jenis").hears_nothing()
        talk.ani(said).hears("Mohon diperiksa", "Jenis: Keluhan", button="Kirim")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(STORY)


def test_an_older_check_asks_again_which_way_abuse_is_to_go(talk: Talk) -> None:
    told = "Ada yang mau ulun sampaikan tentang bidang kami"
    talk.ani(f"/lapor {told}").hears("Mohon diperiksa")
    older = talk.ani.room.last
    talk.ani(ABUSE).hears(button="Jalur pengawasan")
    talk.ani.presses("Kirim", on=older).toast("").hears("", button="Jalur pengawasan")
    assert talk.tickets() == 0
    talk.ani("ya kirim").hears("", button="Jalur pengawasan")
    assert talk.tickets() == 0
    talk.ani.presses("Laporan biasa").toast("")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    talk.desk.hears(told)


def test_an_insult_is_borne_and_a_story_of_slow_officers_is_a_story(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("bodoh").hears("Ceritakan")
    talk.ani("kapan laporan saya dijawab, sudah seminggu saya tunggu di kantor").hears(
        "Mohon diperiksa", "sudah seminggu"
    )
    talk.ani("/batal").hears("dibatalkan")
    talk.ani("/lapor").hears("Ceritakan")
    asked = "jam berapa kantor buka hari ini ya pak, kemarin saya datang tutup"
    talk.ani(asked).hears("Mohon diperiksa", asked)
    talk.ani("/batal").hears("dibatalkan")
    assert talk.tickets() == 0
