"""What hits many at once: begun by an officer, heard first by whoever asks, closed by a note."""

from __future__ import annotations

from dataclasses import replace

from bot.rules.ticket import Deed, Role, Status
from bot.simulator.world import accounts
from faq.matching.clusters import Clusters
from faq.matching.likeness import Likeness, Rarity
from handlers.backend import bootstrap
from storage.incidents import MOST_OPEN
from tests.talks.steps import file
from tests.talks.talk import Talk
from tests.talks.test_announcement_card import toasts
from tests.talks.test_desk_staff import appoint

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
    talk.dewi.replies("oke siap", to="Terdampak").hears("Belum saya kabarkan")
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


def test_what_no_title_is_and_how_many_may_be_open(talk: Talk) -> None:
    for said in ("!!!", "server mati " * 20):
        talk.budi(f"/gangguan {said}").hears("paling panjang 100 huruf")
    with talk.database.unit() as unit:
        for number in range(MOST_OPEN):
            unit.incidents.begin(f"gangguan {number}", by=talk.budi.user, now=talk.clock.now())
    talk.budi("/gangguan server BKN mati").hears("Terlalu banyak gangguan")
    with talk.database.reading() as unit:
        assert len(unit.incidents.open()) == MOST_OPEN


def test_one_that_is_open_is_shown_by_the_bare_command(talk: Talk) -> None:
    begin(talk)
    talk.budi("/gangguan").hears("🚨 Gangguan 1", button="Sudah pulih").hears_nothing()


def test_all_alike_are_linked_with_one_tap(talk: Talk) -> None:
    for who in (talk.ani, talk.citra):
        file(talk, who, SERVER)
    talk.desk.skip()
    begin(talk)
    card = talk.desk.last
    talk.budi.presses("Tiket serupa", on=card).toast("Saya cari")
    talk.budi.presses("Kaitkan semua (2)", on=card).toast("Saya cari")
    for who in (talk.ani, talk.citra):
        who.hears("termasuk gangguan: server BKN mati")
    assert card is not None
    assert "Terdampak: 2 orang, 2 tiket" in card.text
    assert [talk.deeds(number)[-1] for number in (1, 2)] == ["join_incident"] * 2
    with talk.at_once():  # both of them at the same tap
        talk.budi.presses("Sudah pulih", on=card)
        talk.dewi.presses("Tiket serupa", on=card)
    talk.toasts.clear()
    talk.desk.hears("Gangguan pulih nomor 1")
    asked = talk.desk.last
    listed = card.button_words
    assert "Kembali" in listed
    talk.budi.replies("// lihat dulu", to=asked).hears_nothing()
    talk.budi.replies("!", to=asked).hears("Mohon tulis")
    talk.budi.replies("a" * 1_600, to=asked).hears("kurangi 100 huruf")
    talk.budi.replies(NOTE, to=asked).hears("Gangguan 1 ditutup", "2 tiket")
    for who in (talk.ani, talk.citra):
        who.hears("dinyatakan selesai", NOTE)
    talk.dewi.replies("Semua sudah normal kembali", to=asked).hears("sudah pulih")


def test_an_old_list_of_one_that_is_over_links_nothing(talk: Talk) -> None:
    file(talk, talk.ani, SERVER)
    talk.desk.skip()
    begin(talk)
    card = talk.desk.last
    talk.budi.presses("Tiket serupa", on=card).toast("Saya cari")
    with talk.at_once():
        talk.budi.presses("Kaitkan EK-2026-00001", on=card)
        talk.dewi.presses("Kaitkan EK-2026-00001", on=card)
    assert toasts(talk)[-2:] == ["1 tiket dikaitkan."] * 2
    talk.ani.hears("termasuk gangguan").hears_nothing()
    assert talk.deeds() == ["file", "join_incident"]
    with talk.database.unit() as unit:
        (row,) = unit.incidents.open()
        assert unit.incidents.close(row, NOTE, by=talk.budi.user, now=talk.clock.now())
    assert card is not None
    for data in (f"{tag}:9" for tag in ("alike", "links", "hit", "hitend")):
        talk.budi.forges(data, on=card)
        talk.toasts.clear()
    talk.desk.hears_nothing()


def test_whoever_closed_it_may_no_more_close_tickets(talk: Talk) -> None:
    """Many are closed a few at a time, and the right to do so may end between."""
    for who in (talk.ani, talk.burhan, talk.citra, talk.someone(accounts.HADI), talk.eko.private):
        file(talk, who, SERVER)
    talk.desk.skip()
    begin(talk)
    card = talk.desk.last
    talk.budi.presses("Tiket serupa", on=card).toast("Saya cari")
    talk.budi.presses("Kaitkan semua (5)", on=card).toast("Saya cari")
    talk.dewi.presses("Sudah pulih", on=card).toast("").hears("Gangguan pulih nomor 1")
    talk.dewi.replies(NOTE).hears("Gangguan 1 ditutup", "5 tiket")
    assert [talk.deeds(number)[-1] for number in range(1, 6)].count("resolve_by_incident") == 4
    appoint(talk, accounts.DEWI, Role.ASKER)
    talk.wait(minutes=1)
    assert talk.ticket(5).status is Status.OPEN
    for who in (talk.ani, talk.burhan, talk.citra, talk.someone(accounts.HADI), talk.eko.private):
        who.room.skip()


def test_without_a_group_nobody_counts_aloud(talk: Talk) -> None:
    begin(talk)
    talk.ani("server bkn mati kah").hears("Sedang ada gangguan").room.skip()
    talk.ani.presses("Saya juga").toast("Tercatat")
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart().wait(hours=1)
    talk.desk.hears_nothing()


def test_whoever_says_me_too_is_counted(talk: Talk) -> None:
    begin(talk)
    talk.ani("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga").room.skip()
    talk.ani("sama min, saya juga").hears("Tercatat, terima kasih")
    talk.desk.skip()
    talk.dewi.presses("Sudah pulih").hears("Gangguan pulih nomor 1")
    talk.dewi.replies(NOTE).hears("ditutup")
    talk.ani.hears("Gangguan sudah pulih")
