"""A wish to be forgotten: who may have it, who confirms it, what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.ticket import Role
from bot.simulator.world import accounts
from bot.words import privacy as words
from handlers.clock import scrubbing
from tests.talks.planted import (
    ASK,
    KEEP,
    YES,
    ask,
    confirm,
    erase,
)
from tests.talks.steps import STORY, file, take
from tests.talks.talk import Talk
from tests.talks.test_desk_staff import appoint
from tests.talks.test_rights import press_unseen


def test_one_request_a_person_however_often_it_is_pressed(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani("/hapus_data").hears("Masih berjalan: EK-2026-00001", "3×24 jam", button=ASK)
    button = talk.ani.room.newest_with(ASK)
    with talk.at_once():
        for _ in range(20):
            talk.ani.presses(ASK, on=button)
    talk.toasts.clear()
    talk.ani.hears("sudah dicatat", "27 Nov 2026").room.skip()
    talk.desk.hears("Permintaan hapus data 1", "Ani Rahmawati", "EK-2026-00001")
    talk.desk.hears_nothing()
    talk.ani("/hapus_data").hears("sudah kami catat", button=KEEP)
    assert talk.tickets() == 1


def test_only_an_admin_confirms_and_only_on_the_card(talk: Talk) -> None:
    ask(talk)
    talk.dewi.presses(YES).toast("hanya penyelia atau admin")
    talk.eko.presses(YES).toast("hanya untuk petugas")
    talk.ani.forges("forget:1").toast("tidak berlaku")
    talk.budi.forges("forget:1", on=talk.state.messages(talk.desk.chat)[-1]).toast("Dikonfirmasi")
    talk.ani.hears("sudah dihapus")
    talk.budi.forges("forget:1").toast("tidak berlaku")
    talk.desk.sees("selesai")


def test_it_may_be_called_off_while_it_waits(talk: Talk) -> None:
    file(talk, talk.ani)
    ask(talk)
    talk.ani.presses(KEEP).toast("").hears("dibatalkan")
    assert talk.desk.sees("Dibatalkan oleh pemohon").button_words == []
    talk.budi.forges("forget:1", on=talk.desk.sees("Dibatalkan")).toast("tidak berlaku")
    talk.ani.presses(KEEP).toast("").hears("Tidak ada permintaan")
    talk.ani("/tiket").hears("EK-2026-00001")
    for number in (2, 3):
        talk.ani("/hapus_data").hears("Minta data dihapus")
        talk.ani.presses(ASK).toast("").hears("sudah dicatat")
        talk.desk.hears(f"Permintaan hapus data {number}")
        talk.ani.presses(KEEP).toast("").hears("dibatalkan")
    talk.ani("/hapus_data").hears("coba lagi besok")


def test_an_officer_is_no_officer_first(talk: Talk) -> None:
    talk.budi.private("/hapus_data").hears("masih terdaftar sebagai petugas")


def test_the_open_ticket_of_somebody_erased_can_only_be_closed(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    erase(talk)
    talk.desk.skip()
    assert talk.card().button_words == ["Selesai"]
    talk.budi.replies("Halo, sudah bisa?", to="Data pelapor").hears("Tidak ada yang bisa dibalas")
    talk.budi.forges("open:1", on=talk.card()).toast("sudah meminta datanya dihapus")
    talk.budi.presses("Selesai", on=talk.card()).toast("").hears("catatan penutup")
    talk.budi.replies("Ditutup, datanya sudah dihapus")
    talk.ani.hears_nothing()
    assert talk.deeds()[-1] == "resolve"
    assert talk.card().button_words == []
    talk.until(3, 9).until(0, 9)
    talk.ani.hears_nothing()
    for room in (talk.desk, talk.reports, talk.admin.room):
        room.skip()


def test_admins_are_reminded_before_it_is_due_and_each_day_after(talk: Talk) -> None:
    ask(talk)
    talk.expects(dead_sendings=1)  # the admin has not begun a chat with the bot
    talk.wait(hours=47)
    talk.desk.skip()
    talk.admin.room.skip()
    talk.wait(hours=1)
    talk.desk.hears("belum dikonfirmasi", "27 Nov 2026")
    talk.admin.hears_nothing()
    talk.admin("/start").hears("Selamat datang")
    talk.wait(hours=24)
    talk.desk.hears("lewat batas")
    talk.admin.hears("lewat batas")
    talk.wait(hours=1)
    talk.desk.hears_nothing()
    talk.wait(hours=24)
    talk.desk.hears("lewat batas")
    talk.admin.hears("lewat batas")


def test_nobody_is_blocked_by_the_ticket_of_somebody_erased(talk: Talk) -> None:
    blocked = talk.ani
    file(talk, blocked)
    talk.budi("/blokir 1 kasar").hears("diblokir")
    talk.ani("/hapus_data").hears("Minta data dihapus")
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears("Permintaan hapus data 1", "Sedang diblokir", button=YES)
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.wait(minutes=1).desk.skip()
    talk.budi("/blokir 1 kasar").hears("sudah dihapus, jadi tidak ada lagi")
    talk.budi("/buka_blokir 1").hears("sudah dihapus, jadi tidak ada lagi")


def test_who_was_appointed_meanwhile_is_not_erased(talk: Talk) -> None:
    ask(talk)
    talk.budi(f"/petugas tambah {accounts.ANI}").hears("sekarang petugas")
    talk.budi.presses(YES).toast("petugas sekarang")
    talk.budi(f"/petugas hapus {accounts.ANI}").hears("bukan petugas")
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    talk.desk.skip()


def test_who_is_appointed_after_the_press_is_asked_for_again(talk: Talk) -> None:
    ask(talk)
    with talk.at_once():
        talk.budi.presses(YES)
        talk.budi(f"/petugas tambah {accounts.ANI}")
    talk.toasts.clear()
    talk.settle().desk.skip()
    with talk.database.reading() as unit:
        assert unit.people.get(accounts.ANI) is not None
        assert unit.erasures.undecided()
    talk.ani.room.skip()


def test_who_asks_again_while_it_is_under_way_asks_for_nothing_more(talk: Talk) -> None:
    """And what was said to it then is gone with all the rest."""
    ask(talk)
    with talk.at_once():
        talk.budi.presses(YES)
        talk.ani("/hapus_data")
    talk.toasts.clear()
    talk.ani.hears("sudah dihapus").hears_nothing()
    with talk.database.reading() as unit:
        assert not unit.erasures.undecided()
    talk.desk.skip()


def test_what_telegram_will_not_delete_loses_its_words(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.ani.replies("layarnya tetap putih", to="Nomor tiket").hears("sampaikan")
    talk.desk.hears("layarnya tetap putih")
    talk.state.faults.add("refusal", method="deleteMessages", words="message can't be deleted")
    erase(talk)
    talk.wait(minutes=2)
    assert "layarnya tetap putih" not in talk.desk.story()
    assert STORY not in talk.desk.story()
    talk.desk.skip()
    talk.expects(dead_sendings=1)


def test_two_who_confirm_at_once_confirm_it_once(talk: Talk) -> None:
    appoint(talk, accounts.EKO, Role.SUPERVISOR)
    ask(talk)
    with talk.at_once():
        talk.budi.presses(YES)
        talk.eko.presses(YES)
    assert "Dikonfirmasi" in talk.toasts[-2].text
    assert talk.toasts[-1].text == words.erasure_decided_toast()
    talk.toasts.clear()
    talk.settle()
    talk.ani.hears("sudah dihapus").hears_nothing()


def test_a_card_too_old_to_tell_its_button_counts_all_the_same(talk: Talk) -> None:
    ask(talk)
    card = talk.desk.last
    assert card is not None
    press_unseen(talk, talk.budi, card, "forget:9")
    talk.ani.hears_nothing()
    press_unseen(talk, talk.budi, card, "forget:1")
    talk.settle()
    talk.ani.hears("sudah dihapus")


def test_without_a_group_admins_are_reminded_alone(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    ask(talk)
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart().wait(hours=48)
    talk.admin.hears("belum dikonfirmasi")
    talk.desk.hears_nothing()


def test_a_group_that_is_set_later_gets_the_card(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    desk = talk.resources.helpdesk_chat_id
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart()
    talk.ani("/hapus_data").hears("Minta data dihapus", button=ASK)
    talk.ani.presses(ASK).toast("").hears("sudah dicatat")
    talk.desk.hears_nothing()
    talk.resources = replace(talk.resources, helpdesk_chat_id=desk)
    talk.restart().wait(hours=48)
    talk.desk.hears("Permintaan hapus data 1", button=YES).hears("belum dikonfirmasi")
    talk.admin.room.skip()


def test_the_file_is_scrubbed_later_where_somebody_reads_just_then(talk: Talk) -> None:
    if not talk.database.is_sqlite:
        pytest.skip("of SQLite")
    ask(talk)
    confirm(talk)
    talk.ani.hears("sudah dihapus")
    now = talk.clock.now()
    with talk.database.unit() as unit:
        unit.agenda.unclaim(scrubbing.once(1))
    with talk.database.reading() as unit:
        assert unit.people.get(accounts.BUDI) is not None
        talk.burhan("/bantuan").room.skip()
        assert not scrubbing.scrub_after(talk.database, now)
    with talk.database.reading() as unit:
        assert unit.agenda.done_at(scrubbing.once(1)) is None
    assert scrubbing.scrub_after(talk.database, now)
