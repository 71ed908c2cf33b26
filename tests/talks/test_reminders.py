"""What the desk is reminded of, in office hours: nothing lost, nothing twice, the right people."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.steps import file, take
from tests.talks.talk import Talk

MONDAY, WEDNESDAY, THURSDAY, FRIDAY = 0, 2, 3, 4
ATTENTION, HOLDS = "Perlu perhatian", "tiket yang Anda pegang"


@pytest.fixture
def ready(talk: Talk) -> Talk:
    """Budi can be written to alone."""
    talk.admin("/start").hears("Selamat datang")
    return talk


def test_a_new_ticket_that_nobody_touches(ready: Talk) -> None:
    talk = ready
    file(talk, talk.ani)  # on Tuesday at 9.30
    talk.until(WEDNESDAY, 9, 0)
    assert talk.desk.came_by_itself(ATTENTION) == []
    talk.until(WEDNESDAY, 9, 40)
    (said,) = talk.desk.came_by_itself(ATTENTION)
    assert "Pelapor menunggu jawaban lebih dari 24 jam: 1" in said
    assert "belum diambil" in said
    for _ in range(3):
        talk.restart().wait(minutes=30)
    assert talk.desk.came_by_itself(ATTENTION) == []
    talk.until(FRIDAY, 16)
    assert talk.desk.came_by_itself(ATTENTION) == []
    talk.until(MONDAY, 8)
    (said,) = talk.desk.came_by_itself(ATTENTION)
    assert "Belum ditangani setelah 3 hari kerja: 1" in said
    talk.reports.skip()
    talk.until(WEDNESDAY, 8)
    (said,) = talk.desk.came_by_itself(ATTENTION)
    assert "lebih dari 5 hari kerja: 1" in said
    talk.desk.skip()
    talk.reports.hears_file("Laporan bulanan")


def test_the_officer_who_has_it_then_the_group(ready: Talk) -> None:
    talk = ready
    take(talk, talk.ani, talk.budi)
    talk.until(WEDNESDAY, 10)
    (said,) = talk.admin.room.came_by_itself(HOLDS)
    assert "24 jam: 1" in said
    assert talk.desk.came_by_itself(ATTENTION) == []
    talk.budi.replies("Sedang kami periksa", to=talk.card())
    talk.ani.hears("Sedang kami periksa")
    talk.until(FRIDAY, 10)
    assert talk.admin.room.came_by_itself(HOLDS) == []
    talk.ani.replies("masih sama pak", to="Sedang kami periksa").hears("Sudah kami sampaikan")
    talk.until(MONDAY, 11)
    assert "24 jam: 1" in talk.admin.room.came_by_itself(HOLDS)[0]
    talk.desk.skip()
    talk.reports.skip()


def test_soon_late_and_late_again_over_a_downtime(ready: Talk) -> None:
    talk = ready
    take(talk, talk.ani, talk.budi)
    talk.budi.replies("Sedang kami periksa", to=talk.card())
    talk.ani.hears("Sedang kami periksa")
    talk.wait(minutes=10)
    talk.stop()
    talk.asleep(days=16)  # Thursday, the 10th of December
    talk.restart().settle()
    assert talk.admin.room.came_by_itself(HOLDS) == []
    talk.until(FRIDAY, 8)
    (said,) = talk.admin.room.came_by_itself(HOLDS)
    assert "Batasnya hari ini atau hari kerja berikutnya: 1" in said
    assert talk.desk.came_by_itself(ATTENTION) == []
    talk.stop()
    talk.asleep(days=3, hours=20)  # Tuesday, at four in the morning
    talk.restart().settle()
    assert talk.admin.room.came_by_itself(HOLDS) == []
    talk.wait(hours=5)
    (said,) = talk.admin.room.came_by_itself(HOLDS)
    assert "Baru lewat batas: 1" in said
    (said,) = talk.desk.came_by_itself(ATTENTION)
    assert "Baru lewat batas: 1" in said
    assert "Budi" in said
    talk.until(THURSDAY, 9)
    (said,) = talk.desk.came_by_itself(ATTENTION)
    assert "Masih lewat batas: 1" in said
    talk.desk.skip()
    talk.reports.skip()
    talk.ani.room.skip()


def test_what_waits_for_the_reporter_is_nobodys_fault(ready: Talk) -> None:
    talk = ready
    take(talk, talk.ani, talk.budi)
    talk.budi.presses("Minta info").hears("")
    talk.budi.replies("NIP-nya berapa, Bu?")
    talk.ani.hears("NIP-nya")
    assert "dijeda sejak 24 Nov" in talk.card().text
    talk.until(MONDAY, 8)
    talk.until(WEDNESDAY, 9)
    talk.reports.skip()
    talk.ani.room.skip()
    assert talk.desk.came_by_itself(ATTENTION) == []
    assert talk.admin.room.came_by_itself(HOLDS) == []
    talk.ani.replies("sudah saya kirim", to="NIP-nya").hears("Sudah kami sampaikan")
    assert "Batas: 22 Desember 2026" in talk.card().text  # six working days later, less an hour
    talk.desk.skip()


def test_an_officer_who_cannot_be_reached_is_told_in_the_group(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.until(WEDNESDAY, 10)
    (said,) = talk.desk.came_by_itself(HOLDS)
    assert "Budi" in said
    assert talk.state.chats[accounts.HELPDESK]
    talk.until(THURSDAY, 10)
    talk.desk.skip()
