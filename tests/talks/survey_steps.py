"""What the talks about a survey begin with, and what they find."""

from __future__ import annotations

from storage.tables import Survey
from tests.talks.talk import Talk
from tests.talks.voice import Voice

QUESTION = "lupa password e-kinerja"


def served(talk: Talk, *who: Voice) -> None:
    for each in who or (talk.ani, talk.burhan):
        each(QUESTION).room.skip()
    talk.desk.skip()


def opened(talk: Talk, *who: Voice, days: int = 14) -> None:
    """Open, with everybody who was served invited."""
    served(talk, *who)
    talk.budi("/survei baru 3 bulan").hears("Survei 1", "draf", button="Buka survei")
    talk.budi(f"/survei lama 1 {days}").hears(f"Lamanya: {days} hari")
    talk.budi.presses("Buka survei").toast("Survei dibuka").hears("Survei dibuka sampai")
    talk.wait(minutes=1)
    for each in who or (talk.ani, talk.burhan):
        each.hears("Survei Kepuasan Masyarakat", "9 pertanyaan", "Anonim", button="Isi survei")


def fills(who: Voice, scores: str, *, sends: bool = True) -> Voice:
    """By words; the last one by hand."""
    who("/survei").hears("Survei 1 dari 9", "1. Tidak sesuai")
    for place, score in enumerate(scores, 2):
        who(score).hears(f"Survei {place} dari 9" if place < 10 else "Kirim?")
    if sends:
        who.presses("Kirim").toast("").room.sees("sudah dihitung")
    return who


def survey(talk: Talk, number: int = 1) -> Survey:
    with talk.database.reading() as unit:
        row = unit.session.get_one(Survey, number)
        unit.session.expunge(row)
        return row


def sheets(talk: Talk) -> list[str]:
    with talk.database.reading() as unit:
        return unit.surveys.sheets(1)
