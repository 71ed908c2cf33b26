"""Steps of talks about one's NIP: a list of personnel, a claim, a number that is shared."""

from __future__ import annotations

from sqlmodel import select

from bot.rules.roster.people import Employee, State
from storage.tables import RosterLink
from tests.talks.talk import Talk
from tests.talks.voice import Voice

NIP, OTHER = "198701012006011001", "199005052023212003"
ANI = Employee(
    nip=NIP,
    name="Ani Rahmawati, S.Kom",
    office="Dinas Pendidikan",
    position="Analis",
    phone=("6281234567890",),
)
GONE = Employee(nip=OTHER, name="Rusmini", office="Dinas Kesehatan", state=State.DEPARTED)
NUMBER = "+62 812-3456-7890"


def listed(talk: Talk, *people: Employee) -> None:
    with talk.database.unit() as unit:
        newest = unit.roster.newest()
        number = unit.roster.begin(people=len(people), now=talk.clock.now())
        assert unit.roster.stage(number, people)
        assert unit.roster.switch(number, before=None if newest is None else newest.id)


def claims(talk: Talk, who: Voice, nip: str = NIP) -> Voice:
    who("/profil").hears("Profil Anda").presses("Hubungkan NIP").hears("Tulis NIP")
    return who(nip)


def shares(talk: Talk, who: Voice, number: str = NUMBER, of: int | None = None) -> Voice:
    contact = {"phone_number": number, "first_name": "x", "user_id": of or who.user}
    return who.sends("contact", contact)


def links(talk: Talk) -> dict[int, str]:
    with talk.database.reading() as unit:
        return {link.person_id: link.nip for link in unit.session.exec(select(RosterLink))}
