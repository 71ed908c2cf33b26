"""A played day at the desk: forty open tickets, thirty new people in an hour, most of one outage.

    python -m tests.bench.desk_day [--database-url URL]

Three officers work from their cards. Told at the end: messages and edits in the group by minute,
the taps of the commonest deeds, and whether anybody or anything was lost.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import col, select

from bot.rules.ticket import OPEN_STATES, Status
from bot.settings import Settings
from bot.simulator.world import accounts
from bot.simulator.world.accounts import DEWI
from bot.simulator.world.model import Message
from handlers.resources import load_resources
from storage.engine import opened
from storage.schema import migrate
from storage.tables import OutboxRow, OutboxStatus
from tests.talks.steps import as_far_as_files, file
from tests.talks.talk import Talk
from tests.talks.voice import Voice

OPEN, NEW, FILE_ALL_THE_SAME = 40, 30, 4
OUTAGE_AT, OVER_AT, LAST = 6, 50, 75  # minutes
HIT = 24  # of the new, by the outage
FIRST = 700_000
OUTAGE = "Server BKN mati, e-Kinerja tidak bisa dibuka sejak pagi"
ASKS = ("server bkn mati kah", "server bkn mati", "apakah server bkn sedang mati pak")
OTHER = (
    "Saya lupa kata sandi e-Kinerja dan emailnya sudah tidak aktif",
    "Pejabat penilai saya salah orang sejak mutasi bulan lalu",
    "Kode OTP tidak masuk ke telepon saya sejak kemarin sore",
    "Realisasi bulan lalu hilang sesudah saya simpan tadi malam",
)
NOTE = "Server BKN sudah pulih sejak pukul 11.00, silakan coba lagi."
MOST_A_MINUTE, MOST_TAPS = 20, 2
WRITTEN = "written"


@dataclass
class Day:
    talk: Talk
    begun: datetime
    taps: dict[str, int] = field(default_factory=dict)
    filed: int = 0
    written: dict[str, int] = field(default_factory=dict)
    often: Counter[str] = field(default_factory=Counter)
    now: Counter[str] = field(default_factory=Counter)
    """Taps of the deed under way, and messages that its officer wrote."""

    def someone(self, number: int) -> Voice:
        self.talk.state.add_user(FIRST + number, f"Pegawai{number}")
        return self.talk.someone(FIRST + number)

    def files(self, number: int, story: str) -> Voice:
        self.talk.desk.skip()
        who = file(self.talk, self.someone(number), story)
        self.filed += 1
        return self.quiet(who)

    def quiet(self, who: Voice) -> Voice:
        who.room.skip()
        self.talk.desk.skip()
        return who

    def tap(self, deed: str, officer: Voice, label: str, on: Callable[[], Message]) -> None:
        officer.presses(label, on=on()).room.skip()
        self.now[deed] += 1

    def write(self, deed: str, officer: Voice, words: str, to: Message | str) -> None:
        officer.replies(words, to=to).room.skip()
        self.now[f"{deed} {WRITTEN}"] += 1

    def done(self, deed: str) -> None:
        """The most that the deed ever took."""
        self.often[deed] += 1
        for all_, name in ((self.taps, deed), (self.written, f"{deed} {WRITTEN}")):
            all_[deed] = max(all_.get(deed, 0), self.now.pop(name, 0))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--database-url")
    given = options.parse_args()
    settings = Settings(
        helpdesk_chat_id=accounts.HELPDESK,
        report_chat_id=accounts.REPORTS,
        admin_ids=(accounts.BUDI,),
    )
    with tempfile.TemporaryDirectory(prefix="bot-day-") as folder:
        url = given.database_url or f"sqlite:///{folder}/day.sqlite3"
        with opened(url) as database:
            migrate(database)
        talk = Talk(url, load_resources(settings).named(accounts.BOT_USERNAME), restless=False)
        day = Day(talk, talk.clock.now())
        play(day)
        tell(day)
        day.talk.stop()


def play(day: Day) -> None:
    talk = day.talk
    for number in range(OPEN):
        day.files(number, OUTAGE if number < 5 else OTHER[number % len(OTHER)])
        talk.wait(minutes=3)
    talk.budi("/jawaban tambah Cek email: Halo {nama}, mohon cek folder spam. {petugas}")
    talk.desk.skip()
    day.begun = talk.clock.now()
    incident: Message | None = None
    arrived = 0
    for minute in range(LAST):
        talk.wait(minutes=1)
        while arrived < NEW and arrived * 60 <= minute * NEW:
            _arrives(day, arrived, known=incident is not None)
            arrived += 1
        if minute == OUTAGE_AT:
            incident = _begins(day)
        if minute == OVER_AT and incident is not None:
            _ends(day, incident)
        _works(day, minute)
        for room in list(talk._rooms.values()):
            room.skip()
    talk.wait(hours=1)


def _arrives(day: Day, place: int, *, known: bool) -> None:
    number = OPEN + place
    if place >= HIT:
        day.files(number, OTHER[place % len(OTHER)])
    elif not known:
        day.files(number, OUTAGE)
    elif place % FILE_ALL_THE_SAME == 0:
        who = as_far_as_files(day.someone(number), OUTAGE)
        who.presses("Lanjut").hears("Sedang ada gangguan").hears("Mohon diperiksa")
        who.presses("Kirim").hears("Nomor tiket")
        day.filed += 1
    else:
        who = day.someone(number)
        who(ASKS[place % len(ASKS)]).hears("Sedang ada gangguan", button="Saya juga")
        day.tap("Saya juga", who, "Saya juga", lambda: who.room.newest_with("Saya juga"))
        day.done("Saya juga")
        day.quiet(who)


def _begins(day: Day) -> Message:
    day.talk.budi("/gangguan server BKN mati").hears("Gangguan 1")
    card = day.talk.desk.last
    assert card is not None
    deed = "Gangguan: kaitkan semua"
    day.tap(deed, day.talk.budi, "Tiket serupa", lambda: card)
    (every,) = (label for label in card.button_words if label.startswith("Kaitkan semua"))
    day.tap(deed, day.talk.budi, every, lambda: card)
    day.done(deed)
    return card


def _ends(day: Day, card: Message) -> None:
    deed = "Gangguan: tutup"
    day.talk.budi.replies("BKN sedang memperbaiki servernya.", to=card)
    day.tap(deed, day.talk.budi, "Sudah pulih", lambda: card)
    day.done(deed)
    day.talk.budi.replies(NOTE, to="Gangguan pulih nomor 1")


def _works(day: Day, minute: int) -> None:
    """Each minute one officer does one thing to a ticket that is not of the outage."""
    talk = day.talk
    officers = (talk.budi, talk.dewi, talk.eko)
    officer = officers[minute % 2]
    serial = 6 + minute % (OPEN - 6)
    if talk.ticket(serial).status not in OPEN_STATES:
        return
    WAYS[minute % len(WAYS)](day, officer, serial)


def _takes(day: Day, officer: Voice, serial: int) -> None:
    if "Ambil" in day.talk.card(serial).button_words:
        day.tap("Ambil", officer, "Ambil", lambda: day.talk.card(serial))
        day.done("Ambil")


def _from_book(day: Day, officer: Voice, serial: int) -> None:
    _chosen(day, officer, serial, "Jawab dari buku")


def _template(day: Day, officer: Voice, serial: int) -> None:
    _chosen(day, officer, serial, "Jawaban siap")


def _chosen(day: Day, officer: Voice, serial: int, label: str) -> None:
    day.tap(label, officer, label, lambda: day.talk.card(serial))
    first = day.talk.card(serial).button_words[0]
    day.tap(label, officer, first, lambda: day.talk.card(serial))
    day.done(label)


def _closes(day: Day, officer: Voice, serial: int) -> None:
    day.tap("Selesai", officer, "Selesai", lambda: day.talk.card(serial))
    _writes_note(day, "Selesai", officer, serial)


def _closes_otherwise(day: Day, officer: Voice, serial: int) -> None:
    deed = "Selesai, dijelaskan"
    for label in ("Selesai", "Dijelaskan"):
        day.tap(deed, officer, label, lambda: day.talk.card(serial))
    _writes_note(day, deed, officer, serial)


def _writes_note(day: Day, deed: str, officer: Voice, serial: int) -> None:
    number = day.talk.ticket(serial).number
    prompt = f"tulis catatan penutup untuk {number}"
    day.write(deed, officer, "Sudah kami perbaiki, silakan dicoba lagi.", prompt)
    assert day.talk.ticket(serial).status is Status.RESOLVED
    day.done(deed)


def _answers(day: Day, officer: Voice, serial: int) -> None:
    day.write("balasan", officer, "Coba keluar dulu, lalu masuk lagi.", day.talk.card(serial))
    if "Kirim juga" in (day.talk.desk.last or day.talk.card(serial)).button_words:
        day.tap("balasan", officer, "Kirim juga", lambda: day.talk.desk.newest_with("Kirim juga"))
    day.done("balasan")


def _asks(day: Day, officer: Voice, serial: int) -> None:
    day.tap("Minta info", officer, "Minta info", lambda: day.talk.card(serial))
    prompt = f"keterangan apa yang diperlukan untuk {day.talk.ticket(serial).number}"
    day.write("Minta info", officer, "Sejak kapan kejadiannya?", prompt)
    assert day.talk.ticket(serial).status is Status.WAITING
    day.done("Minta info")


def _hands_over(day: Day, officer: Voice, serial: int) -> None:
    name = "Dewi Anggraini" if day.talk.ticket(serial).officer_id != DEWI else "Budi Santoso"
    for label in ("Alihkan…", name):
        day.tap("Alihkan", officer, label, lambda: day.talk.card(serial))
    day.done("Alihkan")


def _defers(day: Day, officer: Voice, serial: int) -> None:
    day.tap("Tunda", officer, "Tunda…", lambda: day.talk.card(serial))
    first = day.talk.card(serial).button_words[0]
    day.tap("Tunda", officer, first, lambda: day.talk.card(serial))
    assert day.talk.ticket(serial).status is Status.DEFERRED
    day.done("Tunda")


def _merges(day: Day, officer: Voice, serial: int) -> None:
    day.tap("Gabung", officer, "Lainnya…", lambda: day.talk.card(serial))
    first = day.talk.card(serial).button_words[0]
    day.tap("Gabung", officer, first, lambda: day.talk.card(serial))
    assert day.talk.ticket(serial).status is Status.MERGED
    day.done("Gabung")


# What is done most comes most often.
WAYS: tuple[Callable[[Day, Voice, int], None], ...] = (
    *(_takes, _answers, _from_book, _closes, _takes, _asks, _template, _closes_otherwise),
    *(_takes, _hands_over, _answers, _closes, _defers, _takes, _merges),
)


def tell(day: Day) -> None:
    talk = day.talk
    said, changed = Counter[str](), Counter[str]()
    with talk.database.reading() as unit:
        rows = unit.session.exec(
            select(OutboxRow.sent_at, OutboxRow.method).where(
                col(OutboxRow.chat_id) == accounts.HELPDESK,
                col(OutboxRow.status) == OutboxStatus.SENT,
                col(OutboxRow.created_at) >= day.begun,
            )
        ).all()
        hit = unit.incidents.get(1)
        assert hit is not None
        people, tickets = unit.incidents.counts(hit)
        still = len(unit.incidents.still_open(hit, most=100))
    for at, method in rows:
        if at is not None:
            (said if method.startswith("send") else changed)[f"{at:%H:%M}"] += 1
    told = Counter(
        number
        for number in range(OPEN + NEW)
        for message in talk.state.messages(FIRST + number)
        if message.from_bot and NOTE in message.text
    )
    print(f"messages to the group a minute: {max(said.values())} at most (limit {MOST_A_MINUTE})")
    print(f"edits in the group a minute: {max(changed.values())} at most")
    print(f"{'the commonest deeds':26}{'times':>6}{'taps':>6}{'written':>9}")
    for deed, times in day.often.most_common():
        over = " !" if day.taps[deed] > MOST_TAPS else ""
        print(f"{deed:26}{times:>6}{day.taps[deed]:>6}{day.written[deed]:>9}{over}")
    print(f"tickets filed {day.filed}, known {talk.tickets()}, parked {talk.parked()}")
    print(f"the outage: {people} people, {tickets} tickets, of them still open {still}")
    print(f"heard its end: {len(told)}, twice {sum(count > 1 for count in told.values())}")


if __name__ == "__main__":
    main()
