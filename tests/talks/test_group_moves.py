"""The helpdesk group comes late, becomes a supergroup, or throws the bot out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.simulator.world import accounts
from handlers.resources import Resources
from tests.talks.steps import (
    NO_PHOTOS,
    STORY,
    as_far_as_check,
    as_far_as_files,
    by_steps,
    file,
    file_with_photos,
    take,
)
from tests.talks.talk import Talk


@pytest.mark.parametrize("heard", ["both", "old", "new", "refusal"])
def test_the_group_becomes_a_supergroup(talk: Talk, heard: str) -> None:
    file(talk, talk.ani)
    old = talk.card()
    new = talk.world.membership.upgrade_group(accounts.HELPDESK)
    updates = talk.state.updates
    if heard in {"new", "refusal"}:
        updates.drop(updates.pending[0])
    if heard in {"old", "refusal"}:
        updates.drop(updates.pending[-1])
    if heard == "refusal":  # only the next sending tells where the group went
        talk.burhan("/start").hears("Selamat datang")
        file_quietly(talk)
    talk.settle()
    desk = talk.room(new)
    if heard == "refusal":
        desk.hears("EK-2026-00002")
    desk.hears("supergrup")
    desk.hears("EK-2026-00001", button="Ambil")
    assert talk.card().message_id != old.message_id or talk.card().chat_id != old.chat_id
    budi = talk.someone(accounts.BUDI, chat=new)
    budi.replies("Sudah kami lihat", to="EK-2026-00001")
    talk.ani.hears("Sudah kami lihat")
    budi("/antrian").hears("Tiket terbuka")


def file_quietly(talk: Talk) -> None:
    """A second ticket, whose card nobody has looked for yet."""
    by_steps(talk.burhan)
    talk.burhan("saran").hears("Tentang apa")
    talk.burhan("lainnya").hears("Tuliskan saran Anda")
    talk.burhan("Mohon tombol simpan dibuat lebih besar").hears("Ada foto layar")
    talk.burhan("tidak ada").hears("Mohon diperiksa")
    talk.burhan("kirim").hears("EK-2026-00002")


def test_numbers_of_the_old_group_mean_nothing_in_the_new(talk: Talk) -> None:
    """The new group counts its messages from one: talk there must not reach a reporter."""
    file(talk, talk.ani)
    talk.budi.replies("Kami periksa", to="EK-2026-00001")
    talk.ani.hears("Kami periksa")
    new = talk.world.membership.upgrade_group(accounts.HELPDESK)
    talk.settle()
    talk.room(new).hears("supergrup").hears("EK-2026-00001")
    talk.world.membership.add_bot(new, accounts.BUDI, administrator=True)
    talk.settle()
    talk.room(new).skip()
    budi, dewi = talk.someone(accounts.BUDI, chat=new), talk.someone(accounts.DEWI, chat=new)
    for _ in range(4):
        budi("obrolan petugas").hears_nothing()
        dewi.replies("rahasia dapur", to=budi.said).hears_nothing()
    talk.ani.hears_nothing()


def test_files_that_the_old_group_refused_come_in_the_new(talk: Talk) -> None:
    talk.state.faults.add("refusal", method="sendPhoto", words=NO_PHOTOS, times=None)
    file_with_photos(talk, 1)
    talk.desk.hears(STORY).hears("belum bisa ditampilkan")
    talk.state.faults.clear()
    new = talk.world.membership.upgrade_group(accounts.HELPDESK)
    talk.settle()
    desk = talk.room(new).hears("supergrup").hears(STORY, button="Ambil").hears_nothing()
    talk.someone(accounts.BUDI, chat=new)("/tiket 1")
    desk.hears_file("Lampiran EK-2026-00001").hears(STORY)


def test_an_old_update_from_before_the_move_is_answered_in_the_new_group(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        new = talk.world.membership.upgrade_group(accounts.HELPDESK)
        talk.state.push_raw(
            {
                "message": {
                    "message_id": 70,
                    "date": talk.state.timestamp(),
                    "chat": {"id": accounts.HELPDESK, "type": "group", "title": "Helpdesk"},
                    "from": {"id": accounts.BUDI, "is_bot": False, "first_name": "Budi"},
                    "text": "/start",
                }
            },
            accounts.HELPDESK,
        )
    desk = talk.room(new)
    desk.hears("supergrup").hears("").hears("EK-2026-00001")


def test_thrown_out_of_the_group_its_messages_wait(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.admin("/start").hears("Selamat datang")
    talk.world.membership.kick_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.admin.hears("tidak bisa menulis di grup helpdesk", "yang menunggu lalu terkirim")
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani.presses("Tambah keterangan").hears("Tulis keterangan")
    talk.ani("Tambahan dari saya").hears("Sudah kami sampaikan")
    talk.desk.hears_nothing()
    talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI)
    talk.settle()
    talk.wait(minutes=5)
    talk.desk.hears("Tambahan dari saya")
    talk.desk.hears("Grup helpdesk siap")


def test_admins_hear_it_once_while_the_desk_is_unreachable(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    talk.state.faults.add(
        "refusal", chat=accounts.HELPDESK, words="CHAT_WRITE_FORBIDDEN", times=None
    )
    as_far_as_check(talk.ani).presses("Kirim").hears("Nomor tiket")
    talk.admin.hears("tidak bisa menulis di grup helpdesk")
    for _ in range(3):
        talk.restart().wait(minutes=5)
    talk.wait(days=1)
    talk.admin.hears_nothing()
    talk.state.faults.clear()
    talk.wait(minutes=5)
    talk.desk.hears(STORY).hears("Tiket yang menunggu")
    talk.admin.hears_nothing()
    talk.state.faults.add("refusal", chat=accounts.HELPDESK, words="CHAT_WRITE_FORBIDDEN", times=1)
    talk.wait(days=1)
    talk.admin.hears("tidak bisa menulis di grup helpdesk")  # it could for a while
    talk.wait(minutes=5)
    talk.desk.hears("Tiket yang menunggu")


def test_another_group_in_the_settings_gets_cards_of_its_own(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    old = talk.card()
    talk.resources = replace(talk.resources, helpdesk_chat_id=accounts.REPORTS)
    talk.restart().settle()
    new_desk = talk.room(accounts.REPORTS)
    new_desk.hears(STORY, button="Selesai")
    budi = talk.someone(accounts.BUDI, chat=accounts.REPORTS)
    budi.replies("Sudah kami lihat", to="EK-2026-00001")
    talk.ani.hears("Sudah kami lihat")
    talk.ani.replies("Di komputer lain juga gagal", to="Sudah kami lihat").hears("sampaikan")
    new_desk.hears("Di komputer lain juga gagal")
    assert talk.card().chat_id == accounts.REPORTS
    assert talk.state.message(old.chat_id, old.message_id).text == old.text


def test_the_report_chat_is_told_what_comes_there(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    talk.world.membership.kick_bot(accounts.REPORTS, accounts.HADI)
    talk.world.membership.add_bot(accounts.REPORTS, accounts.HADI)
    talk.settle()
    talk.admin.hears("bot tidak ada di grup laporan")
    talk.desk.hears("bot tidak ada di grup laporan")
    talk.reports.hears("Ringkasan mingguan", "Senin pukul 08.00", "/laporan")
    assert talk.reports.last is not None
    assert "/antrian" not in talk.reports.last.text
    talk.hadi("/start").hears("Ringkasan mingguan")
    talk.hadi("/bantuan").hears("Ringkasan mingguan")


def test_a_promotion_is_no_joining(talk: Talk) -> None:
    for group in (accounts.HELPDESK, accounts.REPORTS):
        talk.world.membership.add_bot(group, accounts.BUDI, administrator=True)
        talk.settle()
        talk.room(group).hears_nothing()
        talk.world.membership.add_bot(group, accounts.BUDI)
        talk.settle()
        talk.room(group).hears_nothing()


def test_a_channel_hears_nothing(talk: Talk) -> None:
    channel = talk.state.add_group(-1001000000088, "Info", [accounts.BUDI])
    channel.kind = "channel"
    channel.bot_status = "left"
    talk.world.membership.add_bot(channel.number, accounts.BUDI, administrator=True)
    talk.settle()
    talk.room(channel.number).hears_nothing()


def filed_without_a_group(talk: Talk, *, files: int) -> Resources:
    """Gives back the resources that name the group."""
    with_group = talk.resources
    talk.resources = replace(with_group, helpdesk_chat_id=None)
    talk.restart()
    as_far_as_files(talk.ani)
    talk.ani.album(files)
    talk.wait(seconds=2)
    talk.ani.hears(f"{files} berkas diterima")
    talk.ani.presses("Lanjut").hears("Mohon diperiksa")
    talk.ani.presses("Kirim").hears("EK-2026-00001")
    return with_group


def test_what_came_before_there_was_a_group_is_shown_once_there_is(talk: Talk) -> None:
    with_group = filed_without_a_group(talk, files=2)
    talk.desk.hears_nothing()
    talk.resources = with_group
    talk.restart().settle()
    talk.desk.hears(STORY, button="Ambil").hears_file().hears_file()
    talk.restart().settle()
    talk.desk.hears_nothing()


def test_more_files_than_an_album_holds_come_in_several(talk: Talk) -> None:
    with_group = filed_without_a_group(talk, files=10)
    talk.ani("/tiket 1").hears("EK-2026-00001")
    talk.ani.presses("Tambah keterangan").hears("Tulis keterangan")
    talk.ani.photo().hears("Sudah kami sampaikan")
    talk.resources = with_group
    talk.restart().settle()
    talk.desk.hears(STORY, "11 berkas")
    for _ in range(11):
        talk.desk.hears_file()
    talk.desk.hears_nothing()
