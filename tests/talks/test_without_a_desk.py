"""Where no helpdesk group is named, or none any more: people are served, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.simulator.world import accounts
from handlers.backend import command_menus
from tests.talks.clinic_steps import joins, opened
from tests.talks.planted import ASK, KEEP, ask
from tests.talks.steps import STORY, as_far_as_check, file, take
from tests.talks.talk import Talk
from tests.talks.test_clinic_requests import asks, requests
from tests.talks.test_incidents import begin
from tests.talks.test_linking import asks as asks_whose
from tests.talks.test_ticket_life import more


@pytest.fixture
def alone(talk: Talk) -> Talk:
    return without_desk(talk)


def without_desk(talk: Talk) -> Talk:
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    return talk.restart()


def test_a_report_and_what_is_added_to_it_wait_for_a_desk(alone: Talk) -> None:
    with_desk = replace(alone.resources, helpdesk_chat_id=accounts.HELPDESK)
    as_far_as_check(alone.ani)
    alone.ani.presses("Kirim").hears("Nomor tiket")
    alone.ani("/tiket 1").hears(STORY).presses("Tambah keterangan").hears("Tulis keterangan")
    alone.ani("layarnya putih").hears("sampaikan")
    alone.ani.blocks()
    alone.wait(minutes=5)
    alone.desk.hears_nothing()
    alone.resources = with_desk
    alone.restart().settle()
    alone.desk.hears(STORY, button="Ambil").skip()


def test_a_request_for_a_session_waits(alone: Talk) -> None:
    asks(alone.ani).presses("Kirim").toast("").hears("sudah dikirim")
    alone.desk.hears_nothing()
    assert requests(alone) == [("Cuti dan SKP", "open")]


def test_a_wish_to_be_forgotten_is_kept_and_called_off(alone: Talk) -> None:
    alone.ani("/hapus_data").hears("")
    alone.ani.presses(ASK).toast("").hears("sudah dicatat")
    alone.wait(minutes=1)
    alone.ani("/hapus_data").hears("sudah kami catat", button=KEEP)
    alone.ani.presses(KEEP).toast("").hears("dibatalkan")
    alone.desk.hears_nothing()


def test_what_was_begun_goes_on_for_those_it_concerns(talk: Talk) -> None:
    """A session, an incident and a ticket put off, of a desk that is named no more."""
    opened(talk)
    joins(talk.ani).hears("Anda terdaftar")
    begin(talk)
    take(talk, talk.burhan, talk.budi)
    more(talk.budi, "Tunda…", "Rab, 25 Nov").toast("ditunda sampai")
    talk.burhan.hears("ditunda")
    talk.budi("/clinic ubah 1 tempat: Ruang rapat").hears("dikabari")
    talk.citra("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga")
    talk.citra.presses("Saya juga").toast("Tercatat").room.skip()
    without_desk(talk)
    talk.wait(minutes=3)
    talk.ani.hears("Ada perubahan", "Ruang rapat")
    talk.ani("server bkn mati kah").hears("Sedang ada gangguan", button="Saya juga")
    talk.ani.presses("Saya juga").toast("Tercatat").room.skip()
    talk.until(2, 9, 1)
    talk.burhan.hears("EK-2026-00001", "dilanjutkan")
    talk.ani.hears("Besok ada Coaching Clinic")
    talk.desk.hears_nothing()


def test_the_wish_of_somebody_whose_desk_is_gone(talk: Talk) -> None:
    file(talk, talk.ani)
    ask(talk)
    without_desk(talk)
    talk.ani.presses(KEEP).toast("").hears("dibatalkan")
    talk.desk.hears_nothing()


def test_what_is_withdrawn_or_refused_is_told_to_nobody(talk: Talk) -> None:
    asks_whose(talk)
    asked = talk.ani.room.last
    file(talk, talk.burhan)
    without_desk(talk)
    talk.ani.presses("Bukan milik saya", on=asked).toast("")
    talk.burhan("batalkan laporan saya").hears("EK-2026-00002")
    talk.burhan.presses("Tarik EK-2026-00002").hears("Anda tarik")
    talk.desk.hears_nothing()
    assert talk.ticket(1).is_noted_down
    assert talk.ticket(2).status.value == "withdrawn"


def test_no_menu_is_set_for_a_group_that_nobody_named(talk: Talk) -> None:
    def places() -> str:
        menus = command_menus(talk.database, talk.resources, talk.clock)
        return str([menu["scope"] for menu in menus])

    assert str(accounts.HELPDESK) in places()
    without_desk(talk)
    assert str(accounts.HELPDESK) not in places()
