"""Whoever asks to be forgotten is: in the database, its files, the log, and the chats."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from stat import S_IMODE

import pytest
from sqlalchemy import inspect, text
from sqlmodel import select

from bot.rules.weekly import history, weekly
from bot.simulator.world import accounts
from storage import backup
from storage.backup import forgotten
from storage.inbox import Received
from storage.tables import ERASED_ID, JobKind, LearnedRow, Question, Ticket
from tests.talks.steps import as_far_as_story, file, take
from tests.talks.talk import BEGINS, Talk

ASK, YES, KEEP = "Ya, minta dihapus", "Hapus data orang ini", "Batalkan permintaan"
WORD = "zqplanted"  # stands in all that is planted
NAME = "Zqplantedname Rahmawati"


def ask(talk: Talk) -> None:
    talk.ani("/hapus_data").hears("Minta data dihapus", button=ASK)
    talk.ani.presses(ASK).toast("").hears("sudah dicatat", button=KEEP)
    talk.desk.hears("Permintaan hapus data 1", button=YES)


def erase(talk: Talk) -> None:
    ask(talk)
    confirm(talk)
    talk.ani.hears("sudah dihapus")


def confirm(talk: Talk) -> None:
    talk.budi.presses(YES).toast("Dikonfirmasi")
    talk.settle()


def rename(talk: Talk, user: int, name: str) -> None:
    talk.state.user(user).first_name = name
    talk.state.user(user).last_name = ""


def plant(talk: Talk) -> None:
    """Words in every place where a person's words may be."""
    rename(talk, accounts.ANI, NAME)
    talk.ani(f"bagaimana {WORD}question pensiun taspen").hears("belum saya temukan")
    talk.ani("/profil").hears("Profil", button="Isi nama kantor")
    talk.ani.presses("Isi nama kantor").toast("").hears("Tulis nama kantor")
    talk.ani(f"Dinas {WORD}office").hears("Terima kasih")
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin. " * 40)
    talk.desk.hears("cerita lengkap")
    talk.budi.replies(f"/blokir {WORD}reason", to="Status: ").hears("diblokir", f"{WORD}reason")
    talk.budi("/buka_blokir").hears(f"{WORD}reason")
    talk.budi.presses(f"Buka blokir {NAME}").room.skip()
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.replies(f"{WORD}answer dari petugas", to="Keluhan")
    talk.ani.hears(f"{WORD}answer")
    talk.budi.replies(f"// {WORD}note", to="Keluhan").hears("Catatan internal")
    talk.ani.photo(f"{WORD}caption").hears("Sudah kami sampaikan")
    talk.desk.hears(f"{WORD}caption").hears_file("")
    talk.ani(f"{WORD}reply lagi").hears("Sudah kami sampaikan")
    talk.desk.hears(f"{WORD}reply")
    talk.ani.edits(f"{WORD}amended").hears("Perbaikan")
    talk.desk.hears("memperbaiki", f"{WORD}amended")
    talk.budi("/antrian").hears("Tiket terbuka", f"{WORD}story")
    talk.budi.presses("Selesai").hears("catatan penutup")
    talk.budi.replies(f"{WORD}closing sudah dibuka").room.hears_nothing()
    talk.ani.hears(f"{WORD}closing", button="Ya, selesai")
    talk.budi("/faq").hears("Pertanyaan 1 dari 1", f"{WORD}question")
    entry = talk.desk.newest_with("Abaikan").button_words[0]
    talk.budi.presses(entry).toast("")
    talk.desk.sees("Ditambahkan oleh")
    talk.ani(f"bagaimana {WORD}question pensiun taspen").room.skip()  # also to the desk
    talk.desk.skip()
    as_far_as_story(talk.ani)
    talk.ani(f"{WORD}draft belum selesai ditulis").hears("Ada foto layar")
    talk.budi("/faq").room.skip()


def plant_what_waits(talk: Talk) -> None:
    with talk.database.unit() as unit:
        ani, now = accounts.ANI, talk.clock.now()
        later = now + timedelta(hours=1)
        unit.outbox.add(ani, "sendMessage", {"text": f"{WORD}queued"}, now=now, not_before=later)
        parked = Received(1 << 40, ani, f'{{"message": {{"text": "{WORD}parked"}}}}')
        unit.inbox.add([parked], now)
        unit.inbox.bury(parked, error="ValueError")


def places(talk: Talk) -> list[str]:
    """Where planted words still are."""
    found = []
    database = talk.database
    if database.is_sqlite:
        with database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        there = Path(str(database.engine.url.database))
        for each in (there, Path(f"{there}-wal")):
            if each.exists() and WORD.encode() in each.read_bytes().lower():
                found.append(each.name)
    with database.engine.connect() as connection:
        for table in inspect(connection).get_table_names():
            for row in connection.execute(text(f"SELECT * FROM {table}")):
                found += [f"{table}: {value}" for value in row if WORD in str(value).lower()]
    for chat in (talk.desk.chat, talk.reports.chat):
        found += [
            f"chat {chat}: {message.text}"
            for message in talk.state.messages(chat)
            if message.from_bot and WORD in message.text.lower()
        ]
    return found


def figures(talk: Talk) -> object:
    now, resources = BEGINS + timedelta(hours=1), talk.resources
    with talk.database.reading() as unit:
        cases = unit.figures.cases(as_of=now, since=now - timedelta(days=365))
    monday = resources.calendar.monday_of(now)
    edition = resources.editions.default
    report = weekly(cases, monday, now, resources.calendar, edition)
    return cases, report, history(cases, monday, resources.calendar)


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


def test_an_older_backup_does_not_bring_anybody_back(talk: Talk, tmp_path: Path) -> None:
    plant(talk)
    copy = tmp_path / "copy"
    backup.make(talk.database, copy)
    erase(talk)
    talk.wait(seconds=1).desk.skip()
    before = figures(talk)
    talk.stop()
    done = backup.restore(talk.database, copy, now=BEGINS, keep_in=tmp_path)
    assert done.erased == 1
    assert figures(talk) == before
    assert places(talk) == []
    assert [file.name for file in tmp_path.glob("*.erasures")]
    assert done.kept is not None
    again = backup.restore(talk.database, copy, now=BEGINS, keep_in=tmp_path)
    assert again.erased == 1, "the list went with the database that was replaced"
    talk.restart()


def test_with_the_database_lost_the_list_beside_the_backups_counts(
    talk: Talk, tmp_path: Path
) -> None:
    listed = forgotten.list_of(talk.database, tmp_path)
    talk.resources = replace(talk.resources, erased_list=listed)
    talk.restart()
    file(talk, talk.ani, f"{WORD}story tidak bisa disimpan sejak kemarin")
    backup.make(talk.database, tmp_path / "copy")
    erase(talk)
    talk.settle().desk.skip()
    assert S_IMODE(listed.stat().st_mode) == 0o600
    assert str(accounts.ANI) not in listed.read_text().replace("2026", "")
    talk.stop()
    with talk.database.engine.begin() as connection:
        connection.execute(text("DELETE FROM erasure"))
    done = backup.restore(talk.database, tmp_path / "copy", now=BEGINS, keep_in=tmp_path)
    assert done.erased == 1
    assert places(talk) == []
    talk.restart()


def test_whoever_comes_back_is_a_stranger_whom_no_restore_touches(
    talk: Talk, tmp_path: Path
) -> None:
    file(talk, talk.ani)
    erase(talk)
    talk.wait(minutes=1).desk.skip()
    talk.ani("/start").hears("Selamat datang", "Data Anda (UU 27/2022)")
    talk.ani("/tiket").hears("belum punya tiket")
    file(talk, talk.ani, "Cerita yang baru sama sekali dari pengguna baru")
    backup.make(talk.database, tmp_path / "copy")
    talk.stop()
    done = backup.restore(talk.database, tmp_path / "copy", now=BEGINS, keep_in=tmp_path)
    assert done.erased == 0
    talk.restart()
    talk.ani("/tiket").hears("EK-2026-00002").hears_nothing()


def test_one_request_a_person_however_often_it_is_pressed(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("/hapus_data").hears("Masih berjalan: EK-2026-00001", "3×24 jam", button=ASK)
    button = talk.ani.room.newest_with(ASK)
    with talk.at_once():
        for _ in range(20):
            talk.ani.presses(ASK, on=button)
    talk.toasts.clear()
    talk.ani.hears("sudah dicatat", "27 Nov 2026").room.skip()
    talk.desk.hears("Permintaan hapus data 1", "Ani Rahmawati", "EK-2026-00001")
    talk.desk.hears_nothing()
    talk.ani("/hapus_data").hears("sudah kami catat", button=KEEP)
    assert talk.tickets() == 1


def test_only_an_admin_confirms_and_only_on_the_card(talk: Talk) -> None:
    ask(talk)
    talk.dewi.presses(YES).toast("hanya admin")
    talk.eko.presses(YES).toast("hanya untuk petugas")
    talk.ani.forges("forget:1").toast("tidak berlaku")
    talk.budi.forges("forget:1", on=talk.state.messages(talk.desk.chat)[-1]).toast("Dikonfirmasi")
    talk.ani.hears("sudah dihapus")
    talk.budi.forges("forget:1").toast("tidak berlaku")
    talk.desk.sees("selesai")


def test_it_may_be_called_off_while_it_waits(talk: Talk) -> None:
    file(talk, talk.ani)
    ask(talk)
    talk.ani.presses(KEEP).toast("").hears("dibatalkan")
    assert talk.desk.sees("Dibatalkan oleh pemohon").button_words == []
    talk.budi.forges("forget:1", on=talk.desk.sees("Dibatalkan")).toast("tidak berlaku")
    talk.ani.presses(KEEP).toast("").hears("Tidak ada permintaan")
    talk.ani("/tiket").hears("EK-2026-00001")
    for number in (2, 3):
        talk.ani("/hapus_data").hears("Minta data dihapus")
        talk.ani.presses(ASK).toast("").hears("sudah dicatat")
        talk.desk.hears(f"Permintaan hapus data {number}")
        talk.ani.presses(KEEP).toast("").hears("dibatalkan")
    talk.ani("/hapus_data").hears("coba lagi besok")


def test_an_officer_is_no_officer_first(talk: Talk) -> None:
    talk.budi.private("/hapus_data").hears("masih terdaftar sebagai petugas")


def test_the_open_ticket_of_somebody_erased_can_only_be_closed(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    erase(talk)
    talk.desk.skip()
    assert talk.card().button_words == ["Selesai"]
    talk.budi.replies("Halo, sudah bisa?", to="Data pelapor").hears("Tidak ada yang bisa dibalas")
    talk.budi.forges("open:1", on=talk.card()).toast("sudah meminta datanya dihapus")
    talk.budi.presses("Selesai", on=talk.card()).toast("").hears("catatan penutup")
    talk.budi.replies("Ditutup, datanya sudah dihapus")
    talk.ani.hears_nothing()
    assert talk.deeds()[-1] == "resolve"
    assert talk.card().button_words == []
    talk.until(3, 9).until(0, 9)
    talk.ani.hears_nothing()
    for room in (talk.desk, talk.reports, talk.admin.room):
        room.skip()


def test_admins_are_reminded_before_it_is_due_and_each_day_after(talk: Talk) -> None:
    ask(talk)
    talk.expects(dead_sendings=1)  # the admin has not begun a chat with the bot
    talk.wait(hours=47)
    talk.desk.skip()
    talk.admin.room.skip()
    talk.wait(hours=1)
    talk.desk.hears("belum dikonfirmasi", "27 Nov 2026")
    talk.admin.hears_nothing()
    talk.admin("/start").hears("Selamat datang")
    talk.wait(hours=24)
    talk.desk.hears("lewat batas")
    talk.admin.hears("lewat batas")
    talk.wait(hours=1)
    talk.desk.hears_nothing()
    talk.wait(hours=24)
    talk.desk.hears("lewat batas")
    talk.admin.hears("lewat batas")


@contextmanager
def without_last_piece(talk: Talk) -> Iterator[None]:
    """Everything is done but the person's own row, as after a kill."""
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN prompted_id TO gone"))
    yield
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE album RENAME COLUMN gone TO prompted_id"))


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
    before = figures(talk)
    talk.dewi.private("/hapus_data").hears("Masih berjalan: EK-2026-00002")
    talk.dewi.private.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1")
    confirm(talk)
    talk.dewi.private.hears("sudah dihapus")
    talk.wait(minutes=5)
    talk.desk.skip()
    assert figures(talk) == before
    assert "Sudah kami buka kembali." in talk.card(1).text
    assert NAME not in talk.card(1).text + talk.card(2).text
    assert [place for place in places(talk) if not place.startswith("chat")] == []


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


def test_nobody_is_blocked_by_the_ticket_of_somebody_erased(talk: Talk) -> None:
    blocked = talk.ani
    file(talk, blocked)
    talk.budi("/blokir 1 kasar").hears("diblokir")
    talk.ani("/hapus_data").hears("Minta data dihapus")
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1", "Sedang diblokir", button=YES)
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.wait(minutes=1).desk.skip()
    talk.budi("/blokir 1 kasar").hears("sudah dihapus, jadi tidak ada lagi")
    talk.budi("/buka_blokir 1").hears("sudah dihapus, jadi tidak ada lagi")


def test_who_was_appointed_meanwhile_is_not_erased(talk: Talk) -> None:
    ask(talk)
    talk.budi(f"/petugas tambah {accounts.ANI}").hears("sekarang petugas")
    talk.budi.presses(YES).toast("petugas sekarang")
    talk.budi(f"/petugas hapus {accounts.ANI}").hears("bukan petugas")
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.desk.skip()


def test_who_is_appointed_after_the_press_is_asked_for_again(talk: Talk) -> None:
    ask(talk)
    with talk.at_once():
        talk.budi.presses(YES)
        talk.budi(f"/petugas tambah {accounts.ANI}")
    talk.toasts.clear()
    talk.settle().desk.skip()
    with talk.database.reading() as unit:
        assert unit.people.get(accounts.ANI) is not None
        assert unit.erasures.undecided()
    talk.ani.room.skip()


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
