"""Somebody with more than one report: each is found, told of, and reached by the right words."""

from __future__ import annotations

from tests.talks.steps import file
from tests.talks.talk import Talk

OTP = "Kode OTP saya ditolak terus sejak pagi"
ABSENCE = "Lupa absen pulang hari Jumat, TPP saya langsung terpotong"


def two(talk: Talk) -> None:
    file(talk, talk.ani, OTP)
    file(talk, talk.ani, ABSENCE)


def test_each_is_listed_with_what_was_and_what_comes(talk: Talk) -> None:
    two(talk)
    talk.budi.presses("Ambil").toast("EK-2026-00002 Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.ani("/tiket").hears(
        "EK-2026-00001", "Laporan Anda masuk", "Targetnya paling lambat 14 Desember 2026"
    )
    listed = talk.ani.room.last
    assert listed is not None
    for part in ("EK-2026-00002", "Diambil petugas", "Budi Santoso menyelesaikannya", ABSENCE):
        assert part in listed.text
    talk.ani.presses("EK-2026-00001").hears(OTP, button="Tarik laporan")
    talk.ani.presses("Bagikan").toast("Teruskan pesan").hears("EK-2026-00001", "Status: ")
    shared = talk.ani.room.last
    assert shared is not None
    assert OTP not in shared.text


def test_words_with_a_number_reach_that_ticket(talk: Talk) -> None:
    two(talk)
    talk.ani("tambahan untuk tiket 1: jam HP sudah saya cocokkan").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001", "sudah saya cocokkan")
    talk.ani("EK-2026-00001 masih sama saja pak, tadi pagi saya coba lagi dan ditolak lagi")
    talk.ani.hears("Sudah kami sampaikan", "EK-2026-00001")
    talk.desk.hears("EK-2026-00001", "tadi pagi saya coba lagi")
    talk.ani("tarik tiket 1").hears("menarik laporan ini", button="Tarik EK-2026-00001")
    talk.ani("bagikan tiket 2").hears("EK-2026-00002", "Status: ")


def test_what_names_none_of_several_is_asked(talk: Talk) -> None:
    two(talk)
    talk.ani("mau tambah keterangan laporan: layarnya putih").hears(
        "Tentang laporan yang mana", button="Tambahkan ke EK-2026-00001"
    )
    talk.restart()
    talk.ani.presses("Tambahkan ke EK-2026-00001").hears("sudah kami sampaikan")
    talk.desk.hears("EK-2026-00001", "layarnya putih")


def test_a_verdict_on_two_is_asked(talk: Talk) -> None:
    two(talk)
    for number in ("EK-2026-00001", "EK-2026-00002"):
        talk.budi.presses("Selesai", on=talk.card(int(number[-1]))).hears("catatan penutup")
        talk.budi.replies("Sudah kami perbaiki.")
        talk.ani.hears(number, button="Ya, selesai")
    talk.wait(hours=30)
    talk.desk.skip()
    talk.ani.room.skip()
    talk.ani("sudah beres pak").hears("Tentang laporan yang mana", button="EK-2026-00002")
    talk.ani("tiket 1 sudah selesai").hears("tentang EK-2026-00001", button="Ya, selesai")
    talk.ani.presses("Ya, selesai").hears("EK-2026-00001", "kami tutup")
