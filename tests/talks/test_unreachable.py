"""A page or a card that cannot be delivered: somebody hears of it, and it arrives later."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from bot.settings import Settings
from bot.simulator.world import accounts
from handlers.operator.outlook import undelivered_lines
from handlers.resources import Resources
from tests.talks.steps import as_far_as_check, resolve
from tests.talks.talk import Talk

HEAD = 70_070
MONDAY = 0
ADMIN = 1  # word to the one admin, who has never talked with the bot alone


@pytest.fixture
def resources(resources: Resources, request: pytest.FixtureRequest) -> Resources:
    return replace(resources, report_chat_id=getattr(request, "param", accounts.REPORTS))


def file_unseen(talk: Talk) -> None:
    """A complaint whose card does not come up."""
    as_far_as_check(talk.ani)
    talk.ani.presses("Kirim").hears("Nomor tiket")


def check(talk: Talk, report_chat: int) -> list[str]:
    settings = Settings(helpdesk_chat_id=accounts.HELPDESK, report_chat_id=report_chat)
    return undelivered_lines(talk.database, settings)


@pytest.mark.parametrize("resources", [HEAD], indirect=True)
def test_a_head_who_never_pressed_start(talk: Talk) -> None:
    talk.state.add_user(HEAD, "Kepala")
    talk.until(MONDAY, 8)
    talk.desk.hears("belum bisa dikirim", "menekan Start", "t.me/")
    talk.wait(days=7)
    talk.desk.hears_nothing()
    (line,) = check(talk, HEAD)
    assert line.startswith("REPORT_CHAT_ID: 3 messages wait since 2026-11-30 00:00 UTC; ask")
    head = talk.someone(HEAD)
    head("/start")
    head.hears_file("23–29 November 2026").hears_file("30 November – 6 Desember 2026")
    head.hears_file("Laporan bulanan").hears("Selamat datang")
    assert check(talk, HEAD) == []
    talk.wait(days=7)
    head.hears_file("7–13 Desember 2026")
    talk.expects(dead_sendings=ADMIN)


@pytest.mark.parametrize("resources", [HEAD], indirect=True)
def test_a_head_who_blocks_the_bot_again_and_again(talk: Talk) -> None:
    talk.state.add_user(HEAD, "Kepala")
    head = talk.someone(HEAD)
    head("/start").hears("Selamat datang")
    for week in ("23–29 November 2026", "30 November – 6 Desember 2026"):
        head.blocks()
        talk.until(MONDAY, 8)
        talk.desk.hears("belum bisa dikirim")
        head.unblocks()
        head.hears_file(week)
    head.hears_file("Laporan bulanan")
    talk.expects(dead_sendings=2 * ADMIN)


def test_a_report_group_without_the_bot(talk: Talk) -> None:
    talk.world.membership.kick_bot(accounts.REPORTS, by=accounts.HADI)
    talk.until(MONDAY, 8)
    talk.desk.hears("bot tidak ada di grup laporan")
    talk.wait(hours=1)
    talk.desk.hears_nothing()
    (line,) = check(talk, accounts.REPORTS)
    assert "REPORT_CHAT_ID: 1 messages wait" in line
    assert "add the bot to that group" in line
    talk.world.membership.add_bot(accounts.REPORTS, by=accounts.HADI)
    talk.settle()
    talk.reports.hears_file("23–29 November 2026").hears("Ringkasan mingguan akan dikirim")
    talk.expects(dead_sendings=ADMIN)


def test_a_helpdesk_without_the_bot_is_told_to_the_admins(talk: Talk) -> None:
    budi = talk.budi.private
    budi("/start").hears("Selamat datang")
    talk.world.membership.kick_bot(accounts.HELPDESK, by=accounts.DEWI)
    file_unseen(talk)
    budi.hears("tidak bisa menulis di grup helpdesk")
    talk.wait(hours=1)
    budi.hears_nothing()
    talk.world.membership.add_bot(accounts.HELPDESK, by=accounts.DEWI)
    talk.settle()
    talk.desk.hears("EK-2026-00001", button="Ambil").hears("Grup helpdesk siap")


def test_a_closing_note_for_who_has_blocked_the_bot(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.state.user(talk.ani.user).blocked = True
    talk.budi.replies("Sudah bisa dicoba lagi", to=talk.card())
    talk.desk.hears("memblokir bot", "disimpan")
    talk.state.user(talk.ani.user).blocked = False
    talk.ani("/start").hears("Sudah bisa dicoba lagi").hears("Selamat datang")


def test_a_card_that_telegram_refuses_is_said_once(talk: Talk) -> None:
    talk.state.faults.add("refusal", method="sendMessage", chat=accounts.HELPDESK)
    file_unseen(talk)
    talk.desk.hears("Kartu EK-2026-00001 ditolak Telegram", "/antrian")
    talk.restart().settle()
    talk.desk.hears("EK-2026-00001", button="Ambil")  # a start gives each open ticket its card
    talk.expects(dead_sendings=1 + ADMIN)


def test_a_page_that_telegram_refuses_is_said(talk: Talk) -> None:
    talk.until(MONDAY, 7, 59)
    talk.state.faults.add("refusal", method="sendPhoto")
    talk.state.faults.add("refusal", method="sendMessage", chat=accounts.REPORTS)
    talk.until(MONDAY, 8)
    talk.desk.hears("ditolak Telegram", "/laporan")
    with talk.database.engine.begin() as connection:
        dead = connection.execute(text("select count(*) from outbox where status = 'dead'"))
        assert dead.scalar_one() == 1 + ADMIN
    talk.expects(dead_sendings=1 + ADMIN)
