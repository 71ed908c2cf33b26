"""Somebody who reported without a name, or of abuse, asks to be forgotten: nothing of it may tell
the group whose those reports were, nor that they are there."""

from __future__ import annotations

import pytest

from tests.talks.planted import ASK, confirm
from tests.talks.steps import ABUSE, as_far_as_check, file
from tests.talks.talk import Talk
from tests.talks.test_confidential import file_with


def wish(talk: Talk) -> str:
    """What the desk hears of it."""
    talk.ani("/hapus_data").room.skip()
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    heard = talk.desk.hears("Permintaan hapus data 1", "Ani Rahmawati").last
    assert heard is not None
    return heard.text


def test_the_card_of_the_wish_counts_no_report_of_abuse(talk: Talk) -> None:
    talk.admin("/start").room.skip()
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    said = wish(talk)
    assert "EK-2026" not in said
    assert "Laporan: 0 tiket" in said
    talk.admin.room.skip()


@pytest.mark.parametrize("choice", ["☐ Anonim", "☐ Rahasia"])
def test_the_card_of_the_wish_names_what_the_group_knows(talk: Talk, choice: str) -> None:
    talk.admin("/start").room.skip()
    file(talk, talk.ani)
    file_with(talk, talk.ani, choice, story="Tombol simpan realisasi hilang sejak tadi pagi")
    talk.desk.skip()
    said = wish(talk)
    hidden = choice == "☐ Anonim"
    assert f"Laporan: {1 if hidden else 2} tiket" in said
    assert ("EK-2026-00002" in said) != hidden
    assert "EK-2026-00001" in said
    talk.admin.room.skip()


def test_no_one_is_offered_as_the_same_reporter_of_an_anonymous_report(talk: Talk) -> None:
    file(talk, talk.ani)
    file_with(talk, talk.ani, "☐ Anonim", story="Jadwal coaching clinic bulan depan belum ada")
    talk.desk.skip()
    for number in (1, 2):
        talk.budi.presses("Lainnya…", on=talk.card(number)).toast("")
        offered = " ".join(talk.card(number).button_words)
        assert f"EK-2026-0000{3 - number}" not in offered
    talk.desk.skip()


def test_who_wrote_only_anonymously_is_not_among_the_busiest(talk: Talk) -> None:
    file_with(talk, talk.ani, "☐ Anonim")
    talk.desk.skip()
    offered = talk.budi("/blokir").hears("").room.last
    assert offered is not None
    assert not any("Ani" in word for word in offered.button_words)


def test_the_card_of_an_anonymous_report_does_not_tell_of_the_erasure(talk: Talk) -> None:
    file_with(talk, talk.ani, "☐ Anonim", story="Zqanon menu realisasi tidak bisa saya buka")
    talk.desk.hears("Pelapor anonim")
    talk.ani("Zqmore sampai sekarang ya").room.skip()
    wish(talk)
    confirm(talk)
    talk.wait(minutes=5)
    talk.ani.room.skip()
    talk.desk.skip()
    said = talk.card().text
    assert "Dari: Pelapor anonim" in said
    assert "Isinya tidak disimpan lagi" in said
    assert "permintaan" not in said.casefold()
    talk.budi("/antrian").hears("Pelapor anonim").room.skip()
    talk.budi.forges("open:1", on=talk.card()).toast("tidak disimpan lagi")
    talk.budi("/blokir 1 kasar").hears("tidak tahu siapa yang dimaksud")
    shown = [m for m in talk.state.messages(talk.desk.chat) if m.from_bot]
    assert not any("zq" in m.text.casefold() for m in shown)
    talk.budi.presses("Selesai", on=talk.card()).toast("").hears("catatan penutup")
    talk.budi.replies("Ditutup, isinya sudah tidak ada").room.skip()
    assert talk.deeds()[-1] == "resolve"


def test_a_block_by_name_is_not_shown_on_an_anonymous_report(talk: Talk) -> None:
    file(talk, talk.ani)
    file_with(talk, talk.ani, "☐ Anonim", story="Tombol simpan realisasi hilang sejak tadi pagi")
    talk.desk.skip()
    talk.budi("/blokir 1 kasar").hears("diblokir")
    talk.settle().desk.skip()
    assert "diblokir" in talk.card(1).text
    assert "diblokir" not in talk.card(2).text
