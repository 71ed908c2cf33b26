"""Words planted in every place where a person's words may be, and where of them some are left."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import inspect, text

from bot.rules.weekly import history, weekly
from bot.simulator.world import accounts
from storage.inbox import Received
from tests.talks.steps import as_far_as_check, as_far_as_story, file
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
    _plant_what_is_secret(talk)
    as_far_as_story(talk.ani)
    talk.ani(f"{WORD}draft belum selesai ditulis").hears("Ada foto layar")
    talk.budi("/faq").room.skip()


def _plant_what_is_secret(talk: Talk) -> None:
    """It stands alone with who may read it, and not in the group."""
    talk.admin("/start").room.skip()
    as_far_as_check(talk.ani, f"{WORD}secret lama tidak muncul di layar")
    talk.ani.presses("☐ Rahasia").toast("")
    talk.ani.presses("Kirim").room.skip()
    talk.admin.hears(f"{WORD}secret", button="Ambil")
    talk.admin.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.ani.replies(f"{WORD}more", to="sedang ditangani").hears("Sudah kami sampaikan")
    talk.admin.hears(f"{WORD}more")
    talk.admin.presses("Selesai").hears("catatan penutup")
    talk.admin.replies(f"{WORD}closed sudah dibuka lagi")
    talk.ani.hears(f"{WORD}closed", button="Ya, selesai")
    talk.desk.skip()


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
