"""What hits many at once: begun by an officer, heard first by whoever asks, closed by a note."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.ticket import Deed, Status
from bot.simulator.world import accounts
from faq.matching.clusters import Clusters
from faq.matching.likeness import Likeness, Rarity
from handlers.backend import bootstrap
from tests.talks.steps import file
from tests.talks.talk import Talk

SERVER = "Server BKN mati sejak pagi, aplikasi tidak bisa dibuka sama sekali"
NOTE = "Server BKN sudah hidup lagi sejak pukul 11.00, silakan coba masuk."


def begin(talk: Talk, title: str = "server BKN mati") -> None:
    talk.budi(f"/gangguan {title}").hears("🚨 Gangguan 1: " + title, "Terdampak: 0 orang")


def test_who_writes_that_it_is_over_begins_no_other(talk: Talk) -> None:
    talk.budi("/gangguan tutup").hears("Tidak ada gangguan massal")
    begin(talk)
    for said in ("tutup", "1 sudah pulih", "selesai"):
        talk.budi(f"/gangguan {said}").hears("🚨 Gangguan 1", button="Sudah pulih")
        talk.desk.hears("Menutupnya: tekan Sudah pulih")
    talk.budi("/gangguan SIASN lambat").hears("🚨 Gangguan 2: SIASN lambat")
    talk.budi("/gangguan server BKN sudah pulih").hears("🚨 Gangguan 1", button="Sudah pulih")
    talk.desk.hears("Menutupnya: tekan Sudah pulih", "Ada gangguan lain?")
    talk.desk.hears_nothing()


def test_an_incident_from_its_beginning_to_its_end(talk: Talk) -> None:
    file(talk, talk.ani, SERVER)
    file(talk, talk.citra, "Pejabat penilai saya salah orang sejak mutasi bulan lalu")
    talk.desk.skip()
    talk.budi("/gangguan").hears("Tidak ada gangguan massal")
    begin(talk)
    card = talk.desk.last
    assert card is not None
    talk.budi.presses("Tiket serupa", on=card).toast("Saya cari").hears_nothing()
    assert "EK-2026-00001" in card.text
    assert "EK-2026-00002" not in card.text
    talk.budi.presses("Kaitkan EK-2026-00001", on=card).toast("1 tiket").room.hears_nothing()
    talk.ani.hears("Laporan EK-2026-00001 termasuk gangguan: server BKN mati")
    talk.budi.presses("Kembali", on=card).toast("").hears_nothing()
    assert "Terdampak: 1 orang, 1 tiket" in card.text
    talk.burhan("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga")
    talk.burhan.hears("Buku panduan")
    asked = talk.burhan.room.newest_with("Saya juga")
    talk.burhan.presses("Saya juga", on=asked).toast("Tercatat").hears_nothing()
    assert "Tercatat, terima kasih" in asked.text
    talk.burhan("server bkn mati").hears("Anda sudah tercatat").hears("Buku panduan")
    talk.wait(minutes=2)
    assert "Terdampak: 2 orang, 1 tiket" in card.text
    talk.budi.replies("BKN sedang memperbaiki, perkiraan dua jam.", to="Terdampak")
    for who in (talk.ani, talk.burhan):
        who.hears("Kabar gangguan: server BKN mati", "perkiraan dua jam")
    talk.budi.presses("Sudah pulih", on=card).hears("Gangguan pulih nomor 1", "Balas pesan ini")
    talk.budi.replies("ok").hears("Gangguan pulih nomor 1")
    talk.budi.replies(NOTE).hears("Gangguan 1 ditutup", "2 orang dikabari", "1 tiket")
    talk.ani.hears("EK-2026-00001 dinyatakan selesai oleh Budi", NOTE, button="Ya, selesai")
    talk.burhan.hears("Gangguan sudah pulih: server BKN mati", NOTE)
    assert "✅ Gangguan 1" in card.text
    assert card.button_words == []
    with talk.database.reading() as unit:
        first, second = unit.tickets.get(1), unit.tickets.get(2)
        assert first is not None
        assert second is not None
        assert (first.status, second.status) == (Status.RESOLVED, Status.OPEN)
        last = unit.events.last(first, Deed.RESOLVE_BY_INCIDENT)
        assert last is not None
        assert (last.actor_id, last.text) == (talk.budi.user, NOTE)
    talk.burhan("server bkn mati kah").hears("Buku panduan")


def test_filing_is_no_dead_end_and_old_buttons_are_kind(talk: Talk) -> None:
    begin(talk)
    as_far_as_check_with_news(talk)
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Keluhan")
    talk.ani.presses("Saya juga").toast("Tercatat").hears_nothing()
    talk.desk.skip()
    talk.dewi.presses("Sudah pulih").hears("Gangguan pulih nomor 1")
    talk.dewi.replies(NOTE).hears("ditutup")
    talk.ani.hears("Gangguan sudah pulih")


def as_far_as_check_with_news(talk: Talk) -> None:
    talk.ani("/lapor").hears("Ceritakan", button="Batal")
    talk.ani(SERVER).hears("Sedang ada gangguan", button="Saya juga")
    talk.ani.hears("Mohon diperiksa", button="Kirim")


def test_the_group_hears_how_many_once_an_hour(talk: Talk) -> None:
    begin(talk)
    for who in (talk.ani, talk.citra, talk.burhan):
        who("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga").room.skip()
        who.presses("Saya juga", on=who.room.newest_with("Saya juga")).toast("Tercatat")
    talk.desk.hears_nothing()
    talk.wait(hours=1)
    talk.desk.hears("Gangguan 1 (server BKN mati): 3 orang terdampak, 3 di antaranya baru")
    talk.wait(hours=2)
    talk.desk.hears_nothing()


def test_a_bot_that_starts_amid_one_counts_before_anybody_waits(talk: Talk) -> None:
    """Which takes as long as many questions."""
    begin(talk)
    counted = []

    def rarity() -> Rarity:
        counted.append(True)
        return Rarity(["server mati"])

    likeness = Likeness(rarity)
    resources = replace(talk.resources, clusters=Clusters(likeness, likeness))
    bootstrap(talk.database, resources, talk.clock)
    assert counted


def test_whoever_is_counted_stays_counted_once(talk: Talk) -> None:
    begin(talk)
    card = talk.desk.last
    assert card is not None
    shown = []
    for _ in range(2):
        talk.ani("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga")
        shown.append(talk.ani.room.last)
        talk.ani.room.skip()
    for message in shown:
        talk.ani.presses("Saya juga", on=message).toast("Tercatat")
    talk.ani("/lapor").hears("Ceritakan")
    talk.ani(SERVER).hears("Mohon diperiksa", button="Kirim")  # said already that it is known
    talk.ani("/batal").hears("dibatalkan")
    talk.wait(minutes=2)
    assert "Terdampak: 1 orang" in card.text


def test_in_the_group_who_asks_is_led_to_where_they_are_counted(talk: Talk) -> None:
    begin(talk)
    talk.eko(f"@{accounts.BOT_USERNAME} server bkn mati kah").hears("server BKN mati", "t.me/")
    talk.desk.hears("Buku panduan")


def test_who_presses_after_its_end_is_told_that_it_is_over(talk: Talk) -> None:
    begin(talk)
    talk.ani("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga")
    asked = talk.ani.room.last
    talk.ani.room.skip()
    talk.budi.presses("Sudah pulih").hears("Gangguan pulih nomor 1")
    talk.budi.replies(NOTE).hears("Gangguan 1 ditutup")
    talk.ani.presses("Saya juga", on=asked).toast("pulih")
    assert asked is not None
    assert asked.button_words == []
    assert "server BKN mati" in asked.text
