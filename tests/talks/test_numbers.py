"""A ticket's number without its year, when the year has changed."""

from __future__ import annotations

from tests.talks.steps import file
from tests.talks.talk import Talk

OF_JANUARY = "Tombol simpan hilang sejak tahun baru"


def test_the_newest_of_a_serial_is_meant(talk: Talk) -> None:
    file(talk, talk.ani)
    file(talk, talk.ani, "Laporan saya yang kedua di tahun lama")
    talk.wait(days=45)
    talk.desk.skip()
    talk.reports.skip()
    file(talk, talk.burhan, OF_JANUARY)
    talk.burhan("/tiket 1").hears("EK-2027-00001", OF_JANUARY)
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani("/tiket 2").hears("EK-2026-00002")
    talk.budi("/tiket 1").hears("EK-2027-00001", OF_JANUARY)
    talk.budi("/tiket 2").hears("EK-2026-00002")
    talk.ani("/tiket EK-2027-00001").hears("tidak ada dalam daftar Anda")
    talk.ani("/tiket 2027 2").hears("tidak ada dalam daftar Anda")
    talk.citra("/tiket 1").hears("tidak ada dalam daftar Anda")
    talk.budi("/tiket EK-2027-00002").hears("tidak ditemukan")
