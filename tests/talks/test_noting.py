"""/catat: what comes in person, by telephone or by letter is a ticket as well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.offices import Offices
from bot.rules.ticket import Channel
from tests.talks.talk import Talk

STORY = "lupa kata sandi e-Kinerja, email lama sudah tidak aktif"
NOTE = f"/catat telepon Bu Siti dari Dinas Pertanian: {STORY}"


def note(talk: Talk) -> None:
    talk.budi(NOTE)
    heard = talk.desk.all_unheard()
    assert any("Tercatat sebagai EK-2026-00001" in message.text for message in heard)
    assert any("Ambil" in message.button_words for message in heard)


def test_a_call_becomes_a_ticket_with_its_channel(talk: Talk) -> None:
    note(talk)
    card = talk.card()
    assert "Dari: Bu Siti, Dinas Pertanian" in card.text
    assert "Saluran: telepon" in card.text
    assert "memblokir" not in card.text
    assert "Minta info" not in card.button_words
    assert talk.ticket().channel is Channel.PHONE
    assert talk.ticket().category == "Akses dan login"
    assert talk.deeds() == ["file"]


def test_its_whole_life_tells_nobody_and_ends_with_an_officers_word(talk: Talk) -> None:
    note(talk)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.dewi.replies("Sudah saya telepon, menunggu berkas", to=talk.card())
    talk.desk.hears("tidak memakai bot", "sampaikan sendiri")
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies("Sandi sudah disetel ulang di kantor.").hears_nothing()
    talk.restart()
    talk.wait(days=3)
    talk.desk.skip()
    talk.budi.presses("Pelapor setuju", on=talk.card()).hears("bagaimana pelapor")
    talk.budi.replies("ok").hears("dengan kata-kata")
    talk.budi.replies("Lewat telepon siang ini").hears("ditutup atas pernyataan pelapor")
    assert talk.ticket().status == "closed"
    assert talk.deeds() == ["file", "take", "reply", "resolve", "confirm"]
    talk.reports.skip()
    calls = [message for message in talk.state.messages(talk.desk.chat) if message.from_bot]
    assert calls  # all of it was said here: nobody else's chat exists
    assert talk.ticket().reporter_id < 0


def test_a_channel_that_is_not_said_is_asked_by_buttons(talk: Talk) -> None:
    talk.budi(f"/catat Pak Ahmad, RSUD: {STORY}").hears("Lewat mana", button="Tatap muka")
    talk.dewi.presses("WhatsApp").toast("tidak berlaku")
    talk.restart()
    talk.budi.presses("Tatap muka")
    heard = talk.desk.all_unheard()
    assert any("Saluran: tatap muka" in message.text for message in heard)
    assert talk.tickets() == 1


def test_a_report_of_lapor_keeps_its_number(talk: Talk) -> None:
    talk.budi("/catat SP4N-LAPOR! 7654321 Rina: TPP bulan Oktober belum cair")
    talk.desk.skip()
    assert "Saluran: SP4N-LAPOR! no. 7654321" in talk.card().text


@pytest.mark.parametrize("typed", ["/catat", "/catat telepon Bu Siti", "/catat telepon: halo"])
def test_a_mistyped_one_is_explained_and_put_right_by_an_edit(talk: Talk, typed: str) -> None:
    talk.budi(typed).hears("Contoh", "/catat telepon Bu Siti dari Dinas Pertanian")
    talk.budi.edits(NOTE)
    talk.desk.skip()
    assert talk.tickets() == 1
    talk.budi.edits(f"{NOTE} sekali").hears("sudah menjadi EK-2026-00001")
    assert talk.tickets() == 1


def test_alone_with_the_bot_only_officers_note_down(talk: Talk) -> None:
    talk.admin(NOTE).hears("Tercatat sebagai EK-2026-00001")
    talk.desk.hears("EK-2026-00001", "Saluran: telepon", button="Ambil")
    talk.admin.edits(NOTE + " ya").hears("sudah menjadi EK-2026-00001")
    talk.ani(NOTE).hears("tidak saya kenal")
    talk.eko(NOTE).hears("hanya untuk petugas")
    assert talk.tickets() == 1


def test_with_a_photo_above_it(talk: Talk) -> None:
    talk.budi.photo(NOTE)
    talk.wait(seconds=2)
    talk.desk.skip()
    assert "Lampiran: 1 berkas" in talk.card().text


def test_nobody_is_blocked_by_it(talk: Talk) -> None:
    note(talk)
    talk.budi.replies("/blokir kasar", to=talk.card())
    talk.desk.hears("")
    assert talk.ticket().status == "open"


def test_an_office_is_spelled_as_in_the_list(talk: Talk) -> None:
    """Also by a former name; what the list does not know stays as it was written."""
    listed = Offices(("Dinas Pertanian",), {"Dinas Tanaman Pangan": "Dinas Pertanian"})
    talk.resources = replace(talk.resources, offices=listed)
    talk.restart()
    for written, kept in (
        ("dinas  pertanain", "Dinas Pertanian"),
        ("Dinas Tanaman Pangan", "Dinas Pertanian"),
        ("SMPN 1 Paringin", "SMPN 1 Paringin"),
    ):
        talk.budi(f"/catat telepon Bu Siti dari {written}: {STORY}")
        told = [message.text for message in talk.desk.all_unheard()]
        assert any(f"Dari: Bu Siti, {kept}\n" in text for text in told)
    talk.budi(f"/catat Bu Siti dari dinas tanaman pangan: {STORY}")
    talk.desk.hears("Lewat mana", "Dinas Pertanian")
