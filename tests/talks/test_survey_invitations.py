"""Who is asked for a survey, and when."""

from __future__ import annotations

from tests.talks.survey_steps import opened, served, sheets
from tests.talks.talk import Talk

TUESDAY, WEDNESDAY = 1, 2


def test_who_was_not_served_is_not_asked(talk: Talk) -> None:
    talk.ani("/survei").hears("tidak ada survei")
    opened(talk, talk.burhan)
    talk.citra("/survei").hears("Survei ini untuk yang memakai")
    talk.citra.forges("sva:1:0:4").toast("tidak berlaku")
    talk.burhan("/survei").hears("Survei 1 dari 9")
    for forged in ("sva:1:9:4", "sva:1:0:5", "sva:1:0:0", "svb:1:99", "svs:2", "sva:7:0:1"):
        talk.burhan.forges(forged).toast("tidak berlaku")
    assert sheets(talk) == []


def test_nobody_is_woken_by_it(talk: Talk) -> None:
    served(talk, talk.ani)
    talk.budi("/survei baru 3 bulan").hears("Survei 1")
    talk.until(1, 22)
    talk.desk.skip()
    talk.budi("/survei buka 1").hears("Survei dibuka")
    talk.wait(minutes=5)
    talk.ani.hears_nothing()
    talk.until(2, 9)
    talk.desk.skip()
    talk.ani.hears("Survei Kepuasan Masyarakat")


def test_nobody_is_invited_who_wants_no_news(talk: Talk) -> None:
    served(talk, talk.ani, talk.burhan)
    talk.ani("jangan kirim pengumuman lagi").room.skip()
    opened(talk, talk.burhan)
    talk.ani.hears_nothing()
    talk.ani("/survei").hears("Survei 1 dari 9")


def test_invitations_wait_for_the_morning(talk: Talk) -> None:
    served(talk, talk.ani, talk.burhan)
    talk.budi("/survei baru 3 bulan").hears("Survei 1", button="Buka survei")
    talk.until(TUESDAY, 20, 30)
    talk.budi.presses("Buka survei").toast("Survei dibuka").hears("Survei dibuka sampai")
    talk.wait(minutes=10)
    talk.ani.hears_nothing()
    talk.until(WEDNESDAY, 8, 1)
    talk.ani.hears("Survei Kepuasan Masyarakat", button="Isi survei")
    talk.burhan.hears("Survei Kepuasan Masyarakat", button="Isi survei")
    talk.wait(hours=2)
    talk.ani.hears_nothing()


def test_what_could_not_go_out_by_day_goes_out_on_the_next(talk: Talk) -> None:
    served(talk, talk.ani)
    talk.budi("/survei baru 3 bulan").hears("Survei 1", button="Buka survei")
    talk.until(TUESDAY, 19, 55)
    talk.state.faults.add("flood", chat=talk.ani.chat, times=1, retry_after=600)
    talk.budi.presses("Buka survei").toast("Survei dibuka").hears("Survei dibuka sampai")
    talk.wait(minutes=1)
    talk.wait(minutes=15)
    talk.ani.hears_nothing()
    talk.until(WEDNESDAY, 8, 1)
    talk.ani.hears("Survei Kepuasan Masyarakat", button="Isi survei")
    talk.expects(dead_sendings=1)
