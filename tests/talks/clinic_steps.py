"""What talks of Coaching Clinic begin with."""

from __future__ import annotations

from sqlmodel import select

from storage.tables import ClinicSeat, ClinicSession
from tests.talks.talk import Talk
from tests.talks.voice import Voice

ORDER = "/clinic baru: Menyusun SKP | 26 November 2026 09.00-11.00 | Aula | {} | Bu Dewi"


def session(talk: Talk) -> ClinicSession:
    with talk.database.reading() as unit:
        row = unit.session.exec(select(ClinicSession)).one()
        unit.session.expunge(row)
        return row


def seats(talk: Talk) -> list[tuple[int | None, bool, bool]]:
    with talk.database.reading() as unit:
        rows = unit.session.exec(select(ClinicSeat).order_by(ClinicSeat.id)).all()  # type: ignore[arg-type]
        return [(row.person_id, bool(row.seated_at), bool(row.attended_at)) for row in rows]


def opened(talk: Talk, places: int = 20) -> str:
    """The code of attendance of a session that people may join."""
    talk.budi(ORDER.format(places)).hears("Sesi 1 · Kantor diundang", button="Lewati")
    talk.budi.presses("Lewati").toast("").hears("Sesi 1", "Menyusun SKP", "Kamis, 26 November")
    talk.budi.presses("Buka pendaftaran").toast("Pendaftaran dibuka")
    talk.desk.hears("tampil di /jadwal", "Kode hadir")
    code = session(talk).code
    assert code is not None
    return code


def joins(who: Voice) -> Voice:
    who("/jadwal").hears("Sesi 1", "Kamis, 26 November 2026, 09.00–11.00 WITA")
    who.presses("1. Menyusun SKP").toast("")
    return who.presses("Daftar").toast("")


def at_the_session(talk: Talk, hour: int = 9, minute: int = 5) -> None:
    talk.until(2, 23)  # a Wednesday
    talk.until(3, 1)
    talk.until(3, hour, minute)
