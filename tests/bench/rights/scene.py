"""A desk with tickets in every state, and everybody who may, or may not, do something there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.rules.dialog import DialogKind
from bot.rules.roster.claims import ClaimStatus
from bot.rules.roster.people import Employee
from bot.rules.survey import SurveyStatus
from bot.rules.ticket import Role
from bot.simulator.world import accounts
from storage.unit import Unit
from tests.talks.clinic_steps import joins, opened
from tests.talks.steps import as_far_as_check, file
from tests.talks.talk import Talk

SECRET = "Rahasia jabatan yang hanya petugas boleh membaca"
FOR_LEADERS = "Cerita rahasia yang hanya penyelia boleh membaca"
OF_ABUSE = "Kepala bidang meminta setoran, hanya yang ditunjuk boleh membaca"
STRANGER, DISMISSED, STRANGE_GROUP = 1_900, 2_009, -1_001_000_000_099
SUPERVISOR, SEES, NAMED = 2_010, 2_011, 2_012
FACELESS = {"anonymous admin", "channel", "another bot"}
PLACES = ("private", "desk", "reports", "strange group")
PEOPLE = {
    "stranger": STRANGER,
    "reporter": accounts.ANI,
    "another reporter": accounts.BURHAN,
    "blocked": accounts.CITRA,
    "member": accounts.EKO,
    "dismissed": DISMISSED,
    "officer": accounts.DEWI,
    "named": NAMED,
    "supervisor": SUPERVISOR,
    "admin": accounts.BUDI,
    "sees": SEES,
    "head": accounts.HADI,
    "anonymous admin": accounts.ANONYMOUS_ADMIN,
    "channel": accounts.CHANNEL_BOT,
    "another bot": 555,
}
ROLES = {
    "officer": Role.OFFICER,
    "named": Role.OFFICER,  # by an admin, to hear of abuse
    "supervisor": Role.SUPERVISOR,
    "admin": Role.ADMIN,
    "sees": Role.HEAD,
}
# Whose private chats may be told the words of which ticket.
MAY_BE_TOLD = {
    SECRET: {accounts.HELPDESK, accounts.ANI},
    FOR_LEADERS: {accounts.ANI, accounts.BUDI, SUPERVISOR},
    OF_ABUSE: {accounts.ANI, NAMED},
}
SECRET_TICKET, ABUSE_TICKET = 6, 7
OFFERED_TICKET, LINKED_TICKET = 8, 9
OFFERED = {OFFERED_TICKET, LINKED_TICKET}
"""Noted down by an officer, and said to be Burhan's."""
BURHANS_NIP = "198701012006011001"


@dataclass(frozen=True)
class Scene:
    card: int
    prompt: int
    relay: int
    secret_card: int
    key: str
    """Of Ani's report that is ready to be sent."""
    question: int


def made(talk: Talk) -> Scene:
    """Tickets 1 taken, 2 resolved, 3 open, 4 closed, all Ani's; 5 Burhan's; 6 Ani's secret one;
    7 of abuse, Ani's as well; 8 noted down and offered to Burhan, who said yes to 9. Citra is
    blocked. Ani has a place in Coaching Clinic's first session, Burhan asks for another."""
    file(talk, talk.ani, SECRET)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    prompt = talk.desk.last
    talk.ani.replies("ini keterangan saya", to="sedang ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears("ini keterangan saya")
    relay = talk.desk.last
    _settled(talk, serial=2)
    file(talk, talk.ani, SECRET)
    _settled(talk, serial=4)
    talk.ani.presses("Ya, selesai").hears("Terima kasih")
    file(talk, talk.burhan, "Cerita Burhan yang lain sama sekali")
    talk.admin("/start").room.skip()
    _staff(talk)
    _confided(talk, FOR_LEADERS, "☐ Rahasia")
    talk.desk.hears("Rahasia")
    _confided(talk, OF_ABUSE, "Jalur pengawasan")
    talk.desk.skip()
    _clinic(talk)
    _offered(talk)
    talk.ani("pensiun dini taspen diurus di mana").hears("belum saya temukan")
    as_far_as_check(talk.ani, SECRET)
    with talk.database.unit() as unit:
        now = talk.clock.now()
        unit.people.seen(DISMISSED, name="Mantan Petugas", username=None, now=now)
        blocked = unit.people.seen(accounts.CITRA, name="Citra", username=None, now=now)
        unit.people.seen(accounts.EKO, name="Eko", username=None, now=now)
        unit.blocks.add(blocked, by=accounts.BUDI, reason="kasar", now=now)
        _claimed(unit, now)
        _surveys(unit, now)
    with talk.database.reading() as unit:
        row = unit.dialogs.open(accounts.ANI, now=talk.clock.now())[DialogKind.COMPLAINT]
        asked = unit.questions.newest(accounts.ANI, since=talk.clock.now().replace(year=2020))
        assert row.key is not None
        assert asked is not None
        assert prompt is not None
        assert relay is not None
        return Scene(
            card=talk.card().message_id,
            prompt=prompt.message_id,
            relay=relay.message_id,
            secret_card=talk.card(SECRET_TICKET).message_id,
            key=row.key,
            question=asked.id,
        )


def _offered(talk: Talk) -> None:
    talk.state.user(accounts.BURHAN).username = "burhan_r"
    talk.burhan("/start").room.skip()
    for number in sorted(OFFERED):
        talk.budi(f"/catat telepon Pak B: tidak bisa masuk sejak kemarin {number}")
        talk.budi(f"/catat {number} @burhan_r")
        talk.burhan.hears("milik Anda")
    talk.burhan.presses("Ya, milik saya").toast("")
    talk.desk.skip()


def _claimed(unit: Unit, now: datetime) -> None:
    """Burhan says that a NIP is his, and the desk is asked."""
    burhan = Employee(nip=BURHANS_NIP, name="Burhanuddin", office="Dinas Perikanan")
    number = unit.roster.begin(people=1, now=now)
    unit.roster.stage(number, [burhan])
    unit.roster.switch(number, before=None)
    claim = unit.roster.claim(accounts.BURHAN, BURHANS_NIP, now=now)
    unit.roster.decide(claim, ClaimStatus.TYPED, ClaimStatus.ASKED, by=None, at=now)


def _surveys(unit: Unit, now: datetime) -> None:
    """1 a draft; 2 closed, with a testimony of Ani's at which nobody has looked."""
    for status in (SurveyStatus.DRAFT, SurveyStatus.CLOSED):
        row = unit.surveys.draft(
            edition="-", elements=["time"], days=7, by_id=accounts.BUDI, now=now
        )
        values = {"status": status, "first": now.date(), "last": now.date()}
        unit.surveys.change(row, values)
    unit.surveys.add_testimony(row.id, accounts.ANI, "sabar", named=True)


def _staff(talk: Talk) -> None:
    with talk.database.unit() as unit:
        for who in ("supervisor", "sees", "named"):
            person = unit.people.seen(
                PEOPLE[who], name=f"Si {who}", username=None, now=talk.clock.now()
            )
            person.role = ROLES[who]
            person.reachable = False  # they have never met the bot in this world
            person.hears_abuse = who == "named"


def _clinic(talk: Talk) -> None:
    opened(talk)
    joins(talk.ani)
    talk.burhan("/jadwal").room.skip()
    talk.burhan.presses("Minta Coaching Clinic").toast("").hears("tentang apa")
    talk.burhan("Cuti dan SKP").hears("kantor mana")
    talk.burhan("RSUD").hears("Kirim permintaan")
    talk.burhan.presses("Kirim").toast("").hears("sudah dikirim")
    for room in (talk.desk, talk.ani.room, talk.burhan.room):
        room.skip()


def _confided(talk: Talk, story: str, choice: str) -> None:
    as_far_as_check(talk.ani, story, send=choice.startswith("☐"))
    talk.ani.presses(choice).toast("")
    talk.ani.presses("Kirim").hears("Nomor tiket")


def _settled(talk: Talk, *, serial: int) -> None:
    file(talk, talk.ani, SECRET)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.presses("Selesai").hears("tulis catatan penutup")
    talk.budi.replies(f"Catatan {serial}: sudah dikerjakan")
    talk.ani.hears("sudah dikerjakan", button="Ya, selesai")
