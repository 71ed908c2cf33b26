"""A complaint from the first word to the card at the desk."""

from __future__ import annotations

import pytest

from tests.talks.steps import STORY, as_far_as_check, by_steps, file
from tests.talks.talk import Talk


def test_by_buttons_from_lapor_to_the_card(talk: Talk) -> None:
    by_steps(talk.ani)
    talk.ani.presses("Keluhan").hears("Tentang apa", button="Lainnya")
    talk.ani.presses("Lainnya").hears("Ceritakan", "kata sandi", button="Batal")
    talk.ani(STORY).hears("Ada foto layar", button="Lanjut")
    talk.ani.photo().hears_nothing()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas diterima", button="Lanjut")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa", STORY, "1 berkas", button="Kirim")
    talk.ani.presses("Kirim").hears("EK-2026-00001", "hari kerja")
    talk.desk.hears("EK-2026-00001", "Ani Rahmawati", "Keluhan", "Lainnya", STORY, button="Ambil")
    talk.desk.hears_file("Lampiran EK-2026-00001")
    assert talk.deeds() == ["file"]


@pytest.mark.parametrize(
    ("kind", "helped"),
    [
        ("Keluhan", "apa yang muncul di layar"),
        ("Kritik", "bagaimana seharusnya"),
        ("Saran", "apa manfaatnya"),
        ("Permintaan informasi", "Informasi apa"),
    ],
)
def test_each_kind_is_asked_for_in_its_own_words(talk: Talk, kind: str, helped: str) -> None:
    by_steps(talk.ani)
    talk.ani.presses(kind).hears("Tentang apa")
    talk.ani.presses("Lainnya").hears(helped, "kata sandi")
    talk.ani("tolong").hears("terlalu pendek", helped)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas", helped)


def test_a_double_tap_on_kirim_makes_one_ticket(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    with talk.at_once():
        talk.ani.presses("Kirim")
        talk.ani.presses("Kirim")
    talk.ani.toast("Sudah terkirim sebagai EK-2026-00001").hears("EK-2026-00001")
    talk.desk.hears("EK-2026-00001")
    assert talk.tickets() == 1


def test_a_complaint_is_filed_taken_answered_and_closed(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.presses("Ambil").toast("EK-2026-00001 Anda ambil")
    talk.ani.hears("EK-2026-00001", "sedang ditangani Budi Santoso")
    talk.budi.replies("Coba muat ulang halamannya, Bu.", to="EK-2026-00001")
    talk.ani.hears("Budi Santoso, petugas", "Coba muat ulang")
    talk.ani("Sudah saya coba, tetap gagal").hears("Sudah kami sampaikan")
    talk.desk.hears("Ani Rahmawati, pelapor", "tetap gagal")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies("Akun Ibu sudah kami buka kembali.")
    talk.ani.hears("dinyatakan selesai", "sudah kami buka kembali", button="Ya, selesai")
    talk.ani.presses("Ya, selesai").hears("Terima kasih", "kami tutup")
    assert "Selesai" in talk.card().text
    assert talk.deeds() == ["file", "take", "reply", "answer", "resolve", "confirm"]
