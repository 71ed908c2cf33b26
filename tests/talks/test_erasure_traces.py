"""Whoever asks to be forgotten is: in the database, its files, the log, and the chats."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.simulator.world import accounts
from handlers.clock.scrubbing import once
from storage.inbox import Received
from storage.tables import (
    ERASED_ID,
    AgendaKind,
    AgendaRow,
    HeldAnswer,
    JobKind,
    JobRow,
    LastSpokenRow,
    LearnedRow,
    Question,
    Ticket,
    TicketEvent,
)
from tests.talks.planted import (
    ASK,
    NAME,
    WORD,
    YES,
    ask,
    confirm,
    erase,
    figures,
    places,
    plant,
    plant_what_waits,
    rename,
)
from tests.talks.roster_steps import ANI as EMPLOYEE
from tests.talks.roster_steps import claims, listed, shares
from tests.talks.steps import file, resolve, take
from tests.talks.talk import Talk


def test_nothing_of_a_person_is_left_and_every_figure_stays(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    plant(talk)
    assert len(places(talk)) > 12
    before = figures(talk)
    ask(talk)
    plant_what_waits(talk)
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.wait(seconds=1)
    assert places(talk) == []
    assert figures(talk) == before
    assert WORD not in caplog.text.lower()
    with talk.database.reading() as unit:
        assert unit.people.get(accounts.ANI) is None
        texts = [text for (text,) in unit.session.execute(select(Question.text))]
        assert set(texts) == {""}
        assert {row.reporter_id for row in unit.session.exec(select(Ticket))} == {ERASED_ID}
        assert all(row.revoked_at for row in unit.session.exec(select(LearnedRow)))
    assert "Data pelapor sudah dihapus" in talk.card().text
    talk.desk.skip()


def test_no_row_of_the_agenda_names_them(talk: Talk) -> None:
    """Wherever in it: who tried somebody's NIP stands behind whose it is."""
    listed(talk, EMPLOYEE)
    claims(talk, talk.burhan).room.skip()
    shares(talk, talk.burhan).room.skip()
    claims(talk, talk.ani).room.skip()
    talk.burhan.hears("akun lain yang menyebut NIP Anda")
    talk.wait(minutes=1)
    assert AgendaKind.NIP_TRIED in done_for(talk, accounts.ANI)
    erase(talk)
    assert done_for(talk, accounts.ANI) == set()


def done_for(talk: Talk, person_id: int) -> set[AgendaKind]:
    """Of what kinds there is a row with their number in any column."""
    with talk.database.reading() as unit:
        rows = unit.session.exec(select(AgendaRow))
        return {row.kind for row in rows if person_id in row.model_dump().values()}


def test_an_answer_to_them_that_was_held_back_is_wiped(talk: Talk) -> None:
    file(talk, talk.ani)
    file(talk, talk.burhan)
    talk.budi.replies("saya ambil", to=talk.card(1)).hears("Belum dikirim")
    talk.budi.replies("tutup aja", to=talk.card(2)).hears("Belum dikirim")
    assert held_back(talk) == {"saya ambil", "tutup aja"}
    erase(talk)
    assert held_back(talk) == {"tutup aja"}
    talk.desk.skip()


def held_back(talk: Talk) -> set[str]:
    with talk.database.reading() as unit:
        return set(unit.session.exec(select(HeldAnswer.text)))


def test_what_they_spoke_of_last_is_forgotten(talk: Talk) -> None:
    talk.ani("kata sandi saya:").room.skip()
    talk.wait(minutes=4)  # else what they write next is taken for it
    assert [each.person_id for each in spoken_of(talk)] == [accounts.ANI]
    erase(talk)
    assert spoken_of(talk) == []


def test_what_somebody_spoke_of_is_kept_for_a_day_at_most(talk: Talk) -> None:
    talk.ani("kata sandi saya:").room.skip()
    talk.wait(minutes=2)
    assert len(spoken_of(talk)) == 1
    talk.wait(days=1)
    assert spoken_of(talk) == []


def spoken_of(talk: Talk) -> list[LastSpokenRow]:
    with talk.database.reading() as unit:
        return list(unit.session.exec(select(LastSpokenRow)))


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


def test_who_blocked_the_bot_is_in_no_row_of_a_job(talk: Talk) -> None:
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
    talk.eko.private("/hapus_data").hears("Minta data")
    talk.eko.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.skip()
    confirm(talk)
    talk.eko.private.hears("sudah dihapus")
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


@contextmanager
def without_last_piece(talk: Talk) -> Iterator[None]:
    """Everything is done but the person's own row, as after a kill."""
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN prompted_id TO gone"))
    yield
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN gone TO prompted_id"))


def test_files_are_cleaned_by_the_clock_where_a_kill_came_before(talk: Talk) -> None:
    file(talk, talk.ani)
    erase(talk)
    with talk.database.unit() as unit:
        assert unit.agenda.done_at(once(1)) is not None
        unit.agenda.unclaim(once(1))
    talk.wait(minutes=1).desk.skip()
    with talk.database.reading() as unit:
        assert unit.agenda.done_at(once(1)) is not None


def test_after_a_kill_in_between_the_rest_is_done(talk: Talk) -> None:
    for serial in range(3):
        talk.ani(f"bagaimana {WORD}question pensiun taspen {serial}").room.skip()
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    ask(talk)
    with without_last_piece(talk):
        talk.budi.presses(YES).toast("Dikonfirmasi")
        talk.ani.hears_nothing()
    talk.restart().wait(seconds=1)
    talk.ani.hears("sudah dihapus")
    assert places(talk) == []
    talk.desk.skip()


def test_what_is_written_meanwhile_is_found_by_the_next_try(talk: Talk) -> None:
    talk.ani(f"bagaimana {WORD}question pensiun taspen").room.skip()
    ask(talk)
    with talk.at_once():
        talk.ani(f"bagaimana {WORD}later pensiun taspen dini")
        talk.budi.presses(YES)
    talk.toasts.clear()
    talk.wait(seconds=2)
    talk.ani.room.skip()
    talk.desk.skip()
    assert places(talk) == []


def test_what_is_older_than_two_days_loses_its_words_in_place(talk: Talk) -> None:
    """Telegram lets a bot delete what is younger, and edit what is not."""
    take(talk, talk.ani, talk.budi)
    talk.ani.replies(f"{WORD}reply lagi", to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears(f"{WORD}reply")
    talk.ani.photo(to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears_file("")
    talk.ani.document(to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears_file("")
    before = {message.file_id for message in talk.state.messages(talk.desk.chat)}
    talk.wait(days=3)
    talk.desk.skip()
    talk.ani.replies(f"{WORD}second lagi", to="ditangani").hears("Sudah kami sampaikan")
    talk.desk.skip()
    erase(talk)
    talk.desk.skip()
    assert places(talk) == []
    after = [message.file_id for message in talk.state.messages(talk.desk.chat)]
    assert len([file for file in after if file]) == 2
    assert not {file for file in after if file} & before
    assert talk.desk.sees("dihapus atas permintaan pemilik")


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
    talk.eko.private("/hapus_data").hears("Minta data")
    talk.eko.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.skip()
    confirm(talk)
    talk.eko.private.hears("sudah dihapus")
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


def test_the_group_where_the_desk_was_before_loses_the_words_too(talk: Talk) -> None:
    rename(talk, accounts.ANI, NAME)
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    before = talk.desk.chat
    talk.resources = replace(talk.resources, helpdesk_chat_id=talk.reports.chat)
    talk.restart()
    talk.ani("/hapus_data").hears("Minta data dihapus")
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    with talk.database.unit() as unit:
        row, now = unit.erasures.get(1), talk.clock.now()
        assert row is not None
        unit.erasures.confirm(row, by=accounts.BUDI, now=now)
        there = talk.reports.chat
        unit.jobs.ask(JobKind.ERASE, "erase:1", chat_id=there, arguments={"erasure": 1}, now=now)
    talk.wait(seconds=1)
    talk.ani.hears("sudah dihapus")
    talk.wait(minutes=2)
    said = [each.text for each in talk.state.messages(before) if each.from_bot]
    assert not [each for each in said if WORD in each.lower()]
    for room in (talk.desk, talk.reports):
        room.skip()


def test_what_was_taught_from_a_question_of_long_ago_goes_with_it(talk: Talk) -> None:
    talk.ani(f"bagaimana {WORD}question pensiun taspen").room.skip()
    talk.budi("/faq").hears("Pertanyaan 1 dari 1")
    entry = talk.desk.newest_with("Abaikan").button_words[0]
    talk.budi.presses(entry).toast("")
    talk.wait(days=181)
    for room in (talk.desk, talk.reports, talk.admin.room, talk.ani.room):
        room.skip()
    with talk.database.reading() as unit:
        assert unit.session.exec(select(Question.text)).all() == [""]
    talk.ani("/start").room.skip()
    erase(talk)
    talk.wait(seconds=1).desk.skip()
    # Of a list in the group that is as old nobody knows any more where it stands.
    assert [place for place in places(talk) if not place.startswith("chat")] == []
    with talk.database.reading() as unit:
        assert all(row.revoked_at for row in unit.session.exec(select(LearnedRow)))


def test_what_was_said_of_the_service_and_what_was_to_be_sent_later(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.ani.presses("Ya, selesai").hears("kami tutup")
    talk.ani.presses("Kurang baik").toast("")
    talk.ani(f"{WORD}opinion agak lama dijawab").hears("kami catat")
    assert f"{WORD}opinion" in talk.card().text
    talk.budi.replies(f"{WORD}later maaf ya Bu //besok", to=talk.card()).hears("Disimpan")
    erase(talk)
    talk.wait(minutes=5)
    assert places(talk) == []
    talk.wait(days=1)
    talk.ani.hears_nothing()
    talk.desk.skip()
