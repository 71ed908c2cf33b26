"""The pinned board, lists instead of floods, and an officer's own digest."""

from __future__ import annotations

import logging

import pytest
from sqlmodel import select

from bot.simulator.world import accounts
from bot.simulator.world.model import Message
from storage.tables import OutboxRow, OutboxStatus
from tests.talks.steps import STORY, as_far_as_check, file, take
from tests.talks.talk import Talk

WEDNESDAY, THURSDAY, FRIDAY, MONDAY = 2, 3, 4, 0
BOARD, NOT_PINNED = "📌 Papan tiket", "belum bisa disematkan"


def boards(talk: Talk) -> list[Message]:
    return [m for m in talk.state.messages(accounts.HELPDESK) if m.text.startswith(BOARD)]


def board(talk: Talk) -> str:
    (found,) = boards(talk)
    return found.text


def test_one_message_follows_what_happens(talk: Talk) -> None:
    talk.wait(minutes=2)
    assert boards(talk) == []
    file(talk, talk.ani)
    talk.wait(minutes=2)
    assert "Baru: 1 · Diproses: 0" in board(talk)
    assert "1. EK-2026-00001 – batas 14 Des – belum diambil" in board(talk)
    assert "24 Nov 2026 09.3" in board(talk)
    before = board(talk)
    talk.restart().wait(minutes=30)
    assert board(talk) == before
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.wait(minutes=1)
    assert "Baru: 0 · Diproses: 1" in board(talk)
    assert "– Budi Santoso" in board(talk)
    assert "10.0" in board(talk)


def test_deleted_it_is_made_anew_with_the_next_change(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.wait(minutes=2)
    (old,) = boards(talk)
    talk.state.remove_message(old)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.wait(minutes=1).wait(minutes=2)
    assert "Diproses: 1" in board(talk)
    assert boards(talk)[0].message_id != old.message_id


def test_where_it_may_not_be_pinned_that_is_said_once(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    file(talk, talk.ani)
    with caplog.at_level(logging.INFO):
        talk.wait(minutes=2)
    assert "action=pin_refused" in caplog.text
    assert "action=card_gone" not in caplog.text
    assert len(talk.desk.came_by_itself(NOT_PINNED)) == 1
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    for _ in range(3):
        talk.restart().wait(minutes=5)
    assert talk.desk.came_by_itself(NOT_PINNED) == []


def test_an_admin_pins_it(talk: Talk) -> None:
    talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI, administrator=True)
    file(talk, talk.ani)
    talk.wait(minutes=2)
    assert talk.desk.came_by_itself(NOT_PINNED) == []
    assert boards(talk)


def test_many_at_once_are_a_list_and_every_ticket_gets_its_card(talk: Talk) -> None:
    people = [talk.someone(talk.state.newcomer(f"Pegawai {n}").number) for n in range(14)]
    for who in people:
        as_far_as_check(who, STORY)
        who.presses("Kirim").hears("Nomor tiket")
    said = [message.text for message in talk.desk.all_unheard()]
    cards = [text for text in said if "– Keluhan" in text and "🔴" in text]
    lists = [text for text in said if "laporan lagi dalam waktu singkat" in text]
    assert len(cards) >= 8
    assert lists
    for _ in range(20):
        talk.wait(seconds=5)
    talk.desk.skip()
    assert all(talk.card(serial).text for serial in range(1, 15))


def test_an_officers_own_digest(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    take(talk, talk.ani, talk.budi)
    talk.budi("/ringkasan").hears("tidak dikirim", button="Setiap hari")
    talk.dewi.presses("Setiap hari").toast("tidak berlaku")
    talk.budi.presses("Setiap hari").toast("")
    talk.desk.sees("ringkasan pribadi Budi Santoso dikirim setiap hari kerja")
    talk.until(WEDNESDAY, 8)
    talk.admin.hears("Ringkasan Anda, Rabu, 25 November 2026", "Anda pegang: 1", STORY[:30])
    talk.restart().wait(hours=2)
    talk.admin.hears_nothing()
    talk.budi("/ringkasan mingguan").room.skip()
    talk.until(FRIDAY, 8)
    talk.admin.hears_nothing()
    talk.until(MONDAY, 8)
    talk.admin.hears("Ringkasan Anda, Senin")
    talk.desk.skip()
    talk.reports.skip()
    talk.budi("/ringkasan tidak").hears("berhenti")
    talk.wait(days=7)
    talk.admin.hears_nothing()
    talk.desk.skip()
    talk.reports.skip()


def test_a_digest_is_for_officers(talk: Talk) -> None:
    talk.eko("/ringkasan harian").hears("hanya untuk petugas")


def test_it_is_pinned_as_soon_as_it_may_be(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.wait(minutes=2)
    assert len(talk.desk.came_by_itself(NOT_PINNED)) == 1
    talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI, administrator=True)
    talk.settle()
    with talk.database.reading() as unit:
        pins = unit.session.exec(select(OutboxRow).where(OutboxRow.method == "pinChatMessage"))
        assert [each.status for each in pins][-1] is OutboxStatus.SENT
    assert talk.desk.came_by_itself(NOT_PINNED) == []
