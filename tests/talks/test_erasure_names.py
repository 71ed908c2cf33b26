"""An erased person's name in what others wrote and were told: gone, and no other word with it."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.simulator.world import accounts
from storage.inbox import Received
from storage.tables import (
    JobRow,
    Ticket,
    TicketEvent,
)
from tests.talks.planted import (
    ASK,
    NAME,
    YES,
    confirm,
    erase,
    figures,
    places,
    rename,
)
from tests.talks.steps import file
from tests.talks.talk import Talk
from tests.talks.voice import Voice


def is_erased(talk: Talk, officer: Voice) -> None:
    officer.private("/hapus_data").hears("Minta data")
    officer.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.skip()
    confirm(talk)
    officer.private.hears("sudah dihapus")


def test_a_former_officer_leaves_no_name_on_others_tickets(talk: Talk) -> None:
    rename(talk, accounts.DEWI, NAME)
    talk.dewi("/antrian").hears("Tidak ada")
    file(talk, talk.burhan)
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.burhan.hears("sedang ditangani", NAME)
    talk.dewi.presses("Selesai").hears("catatan penutup")
    talk.dewi.replies("Sudah kami buka kembali.")
    talk.burhan.hears("Sudah kami buka kembali.")
    talk.dewi.private("/start").hears("Selamat datang")
    file(talk, talk.dewi.private)
    talk.dewi.presses("Ambil").toast("Anda ambil")
    talk.dewi.private.hears("sedang ditangani")
    talk.budi(f"/petugas hapus {accounts.DEWI}").hears("")
    talk.dewi.private.hears("kembali ke antrean")
    assert any(f"pass_on:{accounts.DEWI}" in said for said in asked_for(talk))
    before = figures(talk)
    talk.dewi.private("/hapus_data").hears("Masih berjalan: EK-2026-00002")
    talk.dewi.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1")
    confirm(talk)
    talk.dewi.private.hears("sudah dihapus")
    talk.wait(minutes=5)
    talk.desk.skip()
    assert not any(str(accounts.DEWI) in said for said in asked_for(talk))
    assert figures(talk) == before
    assert "Sudah kami buka kembali." in talk.card(1).text
    assert NAME not in talk.card(1).text + talk.card(2).text
    assert [place for place in places(talk) if not place.startswith("chat")] == []


def asked_for(talk: Talk) -> list[str]:
    """What rows of jobs may name somebody in."""
    with talk.database.reading() as unit:
        rows = unit.session.exec(select(JobRow))
        return [f"{row.key} {row.arguments} {row.asker_id} {row.about_id}" for row in rows]


def test_who_was_an_officer_leaves_no_name_in_the_group(talk: Talk) -> None:
    rename(talk, accounts.EKO, "Zqplantedeko")
    talk.eko.private("/start").room.skip()
    talk.budi(f"/petugas tambah {accounts.EKO}").hears("Zqplantedeko")
    talk.budi("/petugas").hears("Zqplantedeko")
    file(talk, talk.burhan)
    talk.eko.presses("Ambil").toast("Anda ambil")
    talk.eko.presses("Selesai").hears("catatan penutup")
    talk.budi.replies("jangan ditutup dulu", to="catatan penutup").hears("untuk Zqplantedeko")
    talk.budi(f"/petugas hapus {accounts.EKO}").hears("Zqplantedeko")
    is_erased(talk, talk.eko)
    talk.wait(minutes=5)
    talk.desk.skip()
    talk.burhan.room.skip()
    assert places(talk) == []


def test_who_is_named_in_what_officers_write_for_all(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    talk.ani("/start").room.skip()
    talk.budi(f"/gangguan Akun ganda seperti milik {NAME}").room.skip()
    talk.budi(f"/jawaban tambah Ganda: hubungi {NAME} di kantor").room.skip()
    talk.budi(f"/umumkan Juara pekan ini {NAME}, selamat!").room.skip()
    file(talk, talk.burhan)
    talk.budi(f"/blokir 1 mengganggu {NAME}").room.skip()
    talk.settle().desk.skip()
    talk.burhan.room.skip()
    kept = {"incident", "template", "announcement", "block"}
    assert kept <= {place.partition(":")[0] for place in places(talk)}
    erase(talk)
    talk.wait(minutes=3).desk.skip()
    talk.reports.skip()
    # The news itself stays where it was read, by people and by the group that wrote it.
    assert [place for place in places(talk) if "📢" not in place] == []


def test_an_officers_note_on_anothers_ticket_names_them_no_more(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    talk.ani("/start").room.skip()
    file(talk, talk.burhan)
    talk.budi.replies(f"// {NAME.lower()} sudah ditelepon", to="Status: ").room.skip()
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.burhan.hears("sedang ditangani")
    talk.budi.replies(f"Sudah kami hubungi {NAME}, mohon ditunggu.", to="Status: ").room.skip()
    talk.burhan.hears("Sudah kami hubungi")
    erase(talk)
    talk.wait(minutes=3).desk.skip()
    with talk.database.reading() as unit:
        said = [row.text for row in unit.session.exec(select(TicketEvent)) if row.text]
    assert said == ["– sudah ditelepon", "Sudah kami hubungi –, mohon ditunggu."]
    # What people were sent and officers typed stands in their chats, and nowhere else.
    assert [place for place in places(talk) if not place.startswith("chat")] == []
    assert NAME not in talk.card().text


def test_what_a_reporter_tells_of_somebody_stays_a_reporters(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    talk.ani("/start").room.skip()
    story = f"Atasan saya {NAME} menolak menilai SKP saya."
    file(talk, talk.burhan, story)
    erase(talk)
    with talk.database.reading() as unit:
        assert [ticket.story for ticket in unit.session.exec(select(Ticket))] == [story]
    assert NAME in talk.card().text


def test_a_name_said_in_another_group_goes_as_well(talk: Talk) -> None:
    talk.burhan("/start").hears("Selamat datang")
    talk.eko("@ekinerja_balangan_bot halo").hears("Eko Prasetyo")
    talk.eko.private("/start").hears("Selamat datang")
    talk.eko.private("/hapus_data").hears("Minta data")
    talk.eko.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1")
    talk.budi.presses(YES).toast("Dikonfirmasi")
    talk.eko.private.hears("sudah dihapus")
    talk.desk.skip()
    said = [one.text for one in talk.state.messages(talk.desk.chat) if one.from_bot]
    assert not [text for text in said if "Eko" in text]


@pytest.mark.parametrize("name", ["skp", "Message", "text"])
def test_a_common_word_of_theirs_takes_nothing_from_others(talk: Talk, name: str) -> None:
    rename(talk, accounts.ANI, name)
    talk.ani("skp").room.skip()
    raw = '{"message": {"from": {"id": 1002}, "text": "cara mengisi skp untuk pppk text"}}'
    with talk.database.unit() as unit:
        parked = Received(1 << 40, accounts.BURHAN, raw)
        unit.inbox.add([parked], talk.clock.now())
        unit.inbox.bury(parked, error="ValueError")
    talk.expects(dead_updates=1)
    erase(talk)
    with talk.database.reading() as unit:
        kept = [each for (each,) in unit.session.execute(text("SELECT raw FROM inbox"))]
    assert raw in kept
    talk.desk.skip()


@pytest.mark.parametrize("name", ["Pertanyaan", "Budi", "Yang", "Dewi", "petugas", "Kinerja"])
def test_a_name_that_is_a_word_of_ours_takes_no_list_of_others(talk: Talk, name: str) -> None:
    """ "Pertanyaan 1 dari 1", or "Budi" in what somebody else asked about Budidaya."""
    rename(talk, accounts.ANI, name)
    talk.ani("/start").room.skip()
    asked = "bagaimana cara Budi mengurus pensiun taspen Budidaya"
    talk.burhan(asked).room.skip()
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", asked)
    talk.budi("/antrian").hears("Tidak ada")
    talk.budi("/petugas").hears("Petugas helpdesk", "Budi Santoso", "Dewi Anggraini")
    talk.budi("@ekinerja_balangan_bot halo").hears("Halo Budi Santoso")
    before = [each.text for each in talk.state.messages(talk.desk.chat) if each.from_bot]
    erase(talk)
    talk.wait(minutes=2).desk.skip()
    after = [each.text for each in talk.state.messages(talk.desk.chat) if each.from_bot]
    assert after[: len(before)] == before


def test_an_officer_of_one_short_name_leaves_it_nowhere(talk: Talk) -> None:
    rename(talk, accounts.EKO, "Zqplanted")
    talk.eko.private("/start").room.skip()
    talk.budi(f"/petugas tambah {accounts.EKO}").room.skip()
    talk.budi("/petugas").hears("Zqplanted")
    talk.burhan("cara mengurus pensiun taspen").room.skip()
    talk.eko("/faq").hears("Pertanyaan 1 dari 1")
    talk.eko.presses(talk.desk.newest_with("Abaikan").button_words[0]).toast("")
    file(talk, talk.burhan)
    talk.eko.presses("Ambil").toast("Anda ambil")
    talk.budi("/antrian").hears("Zqplanted")
    talk.eko.replies("Sejak kapan, Pak?", to="Status: ")
    talk.budi(f"/petugas hapus {accounts.EKO}").room.skip()
    is_erased(talk, talk.eko)
    talk.wait(minutes=5)
    for room in (talk.desk, talk.burhan.room):
        room.skip()
    assert [
        place for place in places(talk) if not place.startswith(f"chat {accounts.BURHAN}")
    ] == []


def test_who_was_blocked_under_another_name_is_found(talk: Talk) -> None:
    rename(talk, accounts.ANI, "Zqplantedold Rahma")
    file(talk, talk.ani)
    talk.budi.replies("/blokir kasar", to="Status: ").hears("Zqplantedold Rahma diblokir")
    talk.budi("/buka_blokir 1").hears("Zqplantedold Rahma")
    rename(talk, accounts.ANI, "Ani Rahmawati")
    talk.ani("/start").room.skip()
    erase(talk)
    talk.wait(seconds=1).desk.skip()
    assert places(talk) == []


def test_whom_an_officer_blocked_is_in_no_row_of_a_job(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.budi.replies("/blokir mengganggu", to="Status: ").hears("diblokir")
    talk.budi("/buka_blokir").room.skip()
    talk.budi.presses("Buka blokir Ani Rahmawati").room.skip()
    talk.ani.room.skip()
    talk.desk.skip()
    assert any(f"blocked:{accounts.ANI}" in said for said in asked_for(talk))
    erase(talk)
    talk.wait(minutes=1).desk.skip()
    assert [said for said in asked_for(talk) if str(accounts.ANI) in said] == []
