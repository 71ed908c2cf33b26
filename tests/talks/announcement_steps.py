"""What is done with every announcement, and what is to be seen of it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import select

from bot.words import labels
from storage.tables import Announcement, Recipient
from tests.talks.talk import Talk
from tests.talks.voice import Voice

TEXT = "Pengisian SKP triwulan IV dibuka sampai 31 Desember."
OFF = labels.NEWS_OFF


def known(talk: Talk) -> None:
    """Five who have written to the bot before."""
    for voice in (*everybody(talk), talk.admin, talk.dewi.private):
        voice("/bantuan")
        voice.room.skip()


def everybody(talk: Talk) -> Iterator[Voice]:
    yield from (talk.ani, talk.burhan, talk.citra)


def drafted(talk: Talk, text: str = TEXT) -> None:
    talk.budi(f"/umumkan {text}").hears("Begini pengumuman").hears("📢 Pengumuman", text)
    talk.desk.hears("draf", "Penulis: Budi", button="Ajukan")


def proposed(talk: Talk, text: str = TEXT) -> None:
    """To all, in the group."""
    drafted(talk, text)
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")


def row(talk: Talk) -> Announcement:
    with talk.database.reading() as unit:
        found = unit.session.exec(select(Announcement)).all()[-1]
        unit.session.expunge(found)
        return found


def reached(talk: Talk) -> dict[int, str]:
    with talk.database.reading() as unit:
        found = unit.session.exec(select(Recipient))
        return {each.person_id: each.reached.value for each in found}


def all_hear(talk: Talk, *voices: Voice) -> None:
    for voice in voices or (*everybody(talk), talk.admin, talk.dewi.private):
        voice.room.hears("📢 Pengumuman", TEXT, button=OFF)


def goes_out(talk: Talk) -> None:
    talk.budi.presses("Semua orang").toast("")
    talk.budi.presses("Ajukan").toast("Diajukan")
    talk.dewi.presses("Setujui").toast("Disetujui")
