"""/cari: a ticket is found again."""

from __future__ import annotations

from tests.talks.steps import file, resolve
from tests.talks.talk import Talk
from tests.talks.test_desk_overview import fill


def test_a_ticket_is_found_by_what_was_said(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi, "Sesi pegawai sudah kami setel ulang.")
    file(talk, talk.citra, "Pejabat penilai saya salah orang sejak mutasi")
    talk.desk.skip()
    talk.budi("/cari").hears("/cari server mati")
    talk.budi("/cari SETEL ulang").hears("Cari: SETEL ulang", "1 tiket", "EK-2026-00001", "Ani")
    talk.dewi("/cari citra").hears("EK-2026-00002", "batas", "salah orang")
    talk.dewi("/cari 2").hears("EK-2026-00002")
    talk.dewi("/cari pejabta").hears("yang mirip", "EK-2026-00002")
    talk.dewi('/cari "NEAR(%*').hears("Tidak ada tiket")
    talk.dewi("/cari " + "kata " * 800).hears("Tidak ada tiket")
    talk.ani("/cari citra").hears("tidak saya kenal")


def test_what_is_found_is_paged(talk: Talk) -> None:
    fill(talk)
    talk.settle()
    talk.desk.skip()
    talk.budi("/cari nomor panjang").hears("40 tiket (ke-1 sampai 10)", button="Berikutnya ›")
    page = talk.desk.last
    assert page is not None
    assert page.text.index("EK-2026-00040") < page.text.index("EK-2026-00031")
    for first in (11, 21, 31):
        talk.dewi.presses("Berikutnya ›", on=page).hears_nothing()
        assert f"(ke-{first} sampai {first + 9})" in page.text
    assert page.button_words == ["‹ Sebelumnya"]
