"""While a report is written: it is put right, asked about, sent and thrown away by words."""

from __future__ import annotations

import pytest

from tests.talks.steps import STORY
from tests.talks.talk import Talk

OCTOBER = "TPP saya bulan Oktober dipotong padahal saya hadir terus"


def _said(talk: Talk) -> str:
    last = talk.ani.room.last
    assert last is not None
    return last.text


@pytest.mark.parametrize(
    "right",
    [
        "eh bulan September maksudnya",
        "salah, September",
        "maksudnya September",
        "nggak jadi Oktober, September",
        "makasih, oh ya kantor saya di Marabahan",
    ],
)
def test_what_is_put_right_before_sending_is_in_the_report(talk: Talk, right: str) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa", OCTOBER)
    talk.ani(right).hears("Mohon diperiksa", OCTOBER, right, button="Kirim")
    talk.ani("sudah, kirim saja").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001", OCTOBER, right)


def test_a_kind_put_right_is_no_line_of_the_story(talk: Talk) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Jenis: Keluhan")
    talk.ani("maksudnya saran").hears("Jenis: Saran")
    assert "maksudnya" not in _said(talk)


def test_that_something_is_wrong_is_no_line_of_the_story(talk: Talk) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa")
    talk.ani("salah").hears("belum saya kirim")
    assert "salah" not in _said(talk)


def test_a_wish_to_send_few_words_leads_to_the_check(talk: Talk) -> None:
    talk.ani("/lapor SKP error").hears("Sudah saya catat", "SKP error")
    talk.ani("kirim ya").hears("Belum terkirim", "Mohon diperiksa", button="Kirim")
    assert "kirim ya" not in _said(talk)
    assert "kirim ya" not in _said(talk)
    talk.ani.presses("Ubah jenis")("saran").hears("Jenis: Saran")
    talk.ani("ya").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001", "SKP error")


def test_few_words_are_kept_though_more_is_asked_for(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("SKP hilang").hears("terlalu pendek", "Sudah saya catat", "SKP hilang")
    talk.ani("lanjut").hears("Belum terkirim", "SKP hilang", button="Kirim")


def test_nothing_told_cannot_be_sent(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani("kirim sekarang ya").hears("Belum ada isinya", "Ceritakan")
    talk.ani("nomor tiketku?").hears("Belum ada isinya", "/tiket")
    talk.ani(STORY).hears("Mohon diperiksa", STORY)


@pytest.mark.parametrize("asked", ["sudah terkirim kan?", "nomor tiketku?", "no tiket"])
def test_whether_it_was_sent_is_answered(talk: Talk, asked: str) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa")
    talk.ani(asked).hears("Belum terkirim", "Jenis: Keluhan", button="Kirim")
    assert asked not in _said(talk)


def test_who_sees_whose_it_is(talk: Talk) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa")
    talk.ani("nama saya ga keliatan kan?").hears("hanya dilihat petugas", "Anonim")
    talk.ani("anonim ya").hears("Anonim: petugas tidak melihat")
    talk.ani("nama saya ga keliatan kan?").hears("petugas tidak melihat siapa Anda")


def test_it_is_shown_again(talk: Talk) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa")
    talk.ani("coba lihat lagi laporannya").hears("Mohon diperiksa", OCTOBER)
    assert "coba" not in _said(talk)


@pytest.mark.parametrize(
    "wish",
    [
        "tolong hapus laporan tadi, takut ketahuan",
        "berarti ga usah lapor deh",
        "maksud saya itu pertanyaan lain",
    ],
)
def test_it_is_thrown_away(talk: Talk, wish: str) -> None:
    talk.ani(f"/lapor {OCTOBER}").hears("Mohon diperiksa")
    talk.ani(wish).hears("dibatalkan", "Yang dibuang", OCTOBER)


def test_what_is_to_go_from_elsewhere_is_told(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan")
    told = "tolong hapus laporan kinerja bulan Oktober"
    talk.ani(told).hears("Mohon diperiksa", told)
    talk.ani("hapus yang Hasan").hears("Mohon diperiksa", told, "hapus yang Hasan")
