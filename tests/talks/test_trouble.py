"""What Telegram, the network and broken rows do to us, and what people notice of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.simulator.world import accounts
from tests.talks.steps import (
    STORY,
    as_far_as_check,
    as_far_as_files,
    by_steps,
    file,
    resolve,
    take,
)
from tests.talks.talk import Talk


def test_what_a_blocker_missed_arrives_when_they_return(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.ani.blocks()
    talk.desk.hears("memblokir bot", "disimpan")
    assert "memblokir bot" in talk.card().text
    talk.budi.replies("Akun Ibu sudah kami buka", to="Status: Sedang ditangani")
    talk.ani.hears_nothing()
    talk.desk.hears_nothing()
    talk.ani.unblocks()
    talk.ani.hears("Akun Ibu sudah kami buka")
    assert "memblokir" not in talk.card().text


def test_blocked_is_also_noticed_from_the_refusal(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.state.user(talk.ani.user).blocked = True  # and Telegram told us nothing
    talk.budi.replies("Akun Ibu sudah kami buka", to="Status: Sedang ditangani")
    talk.desk.hears("memblokir bot")
    talk.state.user(talk.ani.user).blocked = False
    talk.ani("/start").hears("Akun Ibu sudah kami buka").hears("Selamat datang")


def test_a_deactivated_account_leaves_its_ticket_to_the_desk(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.world.membership.deactivate(talk.ani.user)
    talk.budi.replies("Akun Ibu sudah kami buka", to="Status: Sedang ditangani")
    talk.desk.hears("tidak aktif")
    talk.expects(held=1)


def test_a_deleted_card_comes_anew_and_can_be_answered(talk: Talk) -> None:
    file(talk, talk.ani)
    old = talk.card()
    talk.state.remove_message(old)
    talk.ani("/tiket 1").hears("EK-2026-00001", button="Tambah keterangan")
    talk.ani.presses("Tambah keterangan").hears("Tulis keterangan tambahan")
    talk.ani("Kejadiannya di kantor kecamatan").hears("Sudah kami sampaikan")
    talk.desk.hears("EK-2026-00001", button="Ambil").hears("kantor kecamatan")
    assert talk.card().message_id != old.message_id
    talk.budi.replies("Kami periksa", to=talk.card())
    talk.ani.hears("Kami periksa")


def test_refused_markup_goes_out_as_plain_words(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang")
    broken: dict[str, object] = {"text": "<b>Tebal & <i>miring</b>", "parse_mode": "HTML"}
    with talk.database.unit() as unit:
        unit.outbox.add(talk.ani.chat, "sendMessage", broken, now=talk.clock.now())
    talk.settle()
    talk.ani.hears("Tebal & miring")


def test_a_flood_pauses_its_own_chat_only(talk: Talk) -> None:
    talk.state.faults.add("flood", chat=talk.ani.chat, method="sendMessage", retry_after=7)
    talk.ani("/start").hears_nothing()
    talk.ani("/bantuan").hears_nothing()
    talk.burhan("/start").hears("Selamat datang, Burhan")
    talk.wait(seconds=6)
    talk.ani.hears_nothing()
    talk.wait(seconds=1)
    talk.ani.hears("Selamat datang, Ani").hears("/lapor")


def test_a_flooded_group_gets_one_card_for_many_changes(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.faults.add("flood", chat=accounts.HELPDESK, times=1, retry_after=30)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    for said in ("satu lagi", "dua lagi"):
        talk.ani("/tiket 1").hears("EK-2026-00001")
        talk.ani.presses("Tambah keterangan").hears("Tulis keterangan")
        talk.ani(said).hears("Sudah kami sampaikan")
    edits = talk.state.calls["editmessagetext"]
    talk.wait(seconds=30)
    talk.desk.hears("satu lagi").hears("dua lagi")
    assert talk.state.calls["editmessagetext"] - edits == 1
    assert "dua lagi" in talk.card().text


@pytest.mark.parametrize("kind", ["server_error", "html_error", "timeout"])
def test_a_failing_server_is_asked_again_until_it_works(talk: Talk, kind: str) -> None:
    talk.state.faults.add(kind, method="sendMessage", times=3)  # type: ignore[arg-type]
    talk.ani("/start").hears_nothing()
    for _ in range(5):
        talk.wait(seconds=2)
    talk.ani.hears("Selamat datang").hears_nothing()


def test_a_lost_answer_may_repeat_a_message_but_no_deed(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.faults.add("lost", method="sendMessage", chat=talk.ani.chat)
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.wait(seconds=1)
    talk.ani.hears("sedang ditangani").hears("sedang ditangani")
    assert talk.deeds() == ["file", "take"]


def test_a_card_that_stands_twice_is_the_card_in_both_places(talk: Talk) -> None:
    """Only the second is known by its number; the first still bears the ticket's buttons."""
    as_far_as_check(talk.ani)
    talk.state.faults.add("lost", method="sendMessage", chat=talk.desk.chat)
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.wait(seconds=1)
    talk.desk.hears(STORY, button="Ambil")
    first = talk.desk.last
    talk.desk.hears(STORY, button="Ambil")
    assert first is not None
    assert talk.card().message_id != first.message_id
    talk.budi.presses("Ambil", on=first).toast("Anda ambil")
    talk.ani.hears("sedang ditangani")
    talk.budi.replies("Mohon dicoba lagi", to=first)
    talk.ani.hears("Mohon dicoba lagi")
    assert talk.deeds() == ["file", "take", "reply"]


def test_a_lost_answer_to_an_edit_repeats_nothing(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.faults.add("lost", method="editMessageText")
    talk.budi.presses("Ambil").toast("Anda ambil")
    talk.wait(seconds=1)
    talk.ani.hears("sedang ditangani")
    assert "Sedang ditangani" in talk.card().text


def test_a_press_from_before_a_downtime_still_counts(talk: Talk) -> None:
    file(talk, talk.ani)
    with talk.at_once():
        talk.budi.presses("Ambil")
        talk.asleep(minutes=5)
    talk.ani.hears("sedang ditangani Budi Santoso")
    assert talk.deeds() == ["file", "take"]
    talk.expects(unanswered=1)


def test_a_toast_that_comes_too_late_is_not_sent(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.faults.add("flood", method="answerCallbackQuery", retry_after=20)
    talk.budi.presses("Ambil")
    talk.ani.hears("sedang ditangani")
    talk.wait(seconds=20)
    talk.expects(unanswered=1, dead_sendings=1)


MALFORMED: tuple[dict[str, object], ...] = (
    {"message": None},
    {"message": {"message_id": "sieben"}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": "x", "type": "private"}}},
    {"message": {"message_id": 1, "date": 1, "chat": {"id": 1001, "type": 7}, "text": {}}},
    {"callback_query": {"id": 5}},
    {"edited_message": []},
    {"my_chat_member": {"chat": {}}},
)


def test_malformed_updates_are_parked_and_neighbours_served(talk: Talk) -> None:
    with talk.at_once():
        for update in MALFORMED:
            talk.state.push_raw(update, talk.ani.chat)
        talk.ani("/start")
        talk.state.push_raw("bukan objek", 0)
        talk.state.push_raw({"update_id": "tujuh", "message": {}}, 0)
        talk.burhan("/start")
    talk.ani.hears("Selamat datang, Ani")
    talk.burhan.hears("Selamat datang, Burhan")
    talk.desk.skip()
    with talk.database.reading() as unit:
        rows = unit.session.execute(text("select status, count(*) from inbox group by status"))
        dead = dict(map(tuple, rows))["dead"]
    talk.expects(dead_updates=dead)
    assert dead >= len(MALFORMED)


def test_a_repeated_update_is_served_once(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang")
    again: dict[str, object] = {
        "update_id": talk.state.updates.next_id + 5,
        "message": dict(talk.ani.said.body if talk.ani.said else {}),
    }
    for _ in range(3):
        talk.state.push_raw(again, talk.ani.chat)
        talk.settle()
        talk.state.updates.pending.clear()
    talk.ani.hears("Selamat datang").hears_nothing()


def test_our_own_failure_is_tried_again_then_parked_with_one_apology(talk: Talk) -> None:
    file(talk, talk.ani)
    break_ticket(talk, "tidur")
    talk.ani("/tiket").hears_nothing()
    talk.ani("/bantuan").hears_nothing()
    talk.burhan("/start").hears("Selamat datang")
    talk.wait(seconds=1)
    talk.wait(seconds=1)
    talk.ani.hears("gangguan di pihak kami", "sudah tersimpan", "Petugas sudah diberi tahu")
    talk.ani.hears("/lapor").hears_nothing()
    talk.desk.hears("tidak dapat diproses")
    break_ticket(talk, "open")
    talk.ani("/tiket").hears("EK-2026-00001")
    talk.expects(dead_updates=1)


def test_where_there_is_no_desk_nobody_is_said_to_have_been_told(talk: Talk) -> None:
    file(talk, talk.ani)
    break_ticket(talk, "tidur")
    talk.resources = replace(talk.resources, helpdesk_chat_id=None)
    talk.restart()
    talk.ani("/tiket")
    talk.wait(seconds=1)
    talk.wait(seconds=1)
    talk.ani.hears("gangguan di pihak kami", "Mohon coba sekali lagi")
    assert talk.ani.room.last is not None
    assert "diberi tahu" not in talk.ani.room.last.text
    break_ticket(talk, "open")
    talk.expects(dead_updates=1)


def test_a_failure_that_passes_is_never_noticed(talk: Talk) -> None:
    file(talk, talk.ani)
    break_ticket(talk, "tidur")
    talk.ani("/tiket").hears_nothing()
    break_ticket(talk, "open")
    talk.wait(seconds=1)
    talk.ani.hears("EK-2026-00001").hears_nothing()


def break_ticket(talk: Talk, status: str) -> None:
    """A row as no code of ours would write it."""
    with talk.database.engine.begin() as connection:
        connection.execute(text("update ticket set status = :status"), {"status": status})


def test_a_draft_nobody_understands_is_given_up_aloud(talk: Talk) -> None:
    by_steps(talk.ani)
    with talk.database.engine.begin() as connection:
        connection.execute(text("update dialog set step = 'ramalan'"))
    talk.ani("keluhan").hears("tidak bisa dilanjutkan", "/lapor").hears("")
    by_steps(talk.ani)


def test_of_a_draft_nobody_understands_the_story_and_the_files_are_kept(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("1 berkas")
    with talk.database.engine.begin() as connection:
        connection.execute(text("update dialog set step = 'ramalan'"))
    talk.ani("lanjut").hears("tidak bisa dilanjutkan", "/lapor").hears("")
    talk.ani("/lapor").hears("Mohon diperiksa", STORY, "1 berkas")


def test_files_nobody_understands_are_given_up_aloud(talk: Talk) -> None:
    talk.ani.photo()
    talk.wait(seconds=2)
    talk.ani.hears("Berkasnya saya terima")
    with talk.database.engine.begin() as connection:
        connection.execute(text("update dialog set draft = 'ramalan'"))
    talk.ani("/lapor").hears("tidak bisa dilanjutkan", "/lapor").hears("Ceritakan")


def test_a_whole_day_of_downtime_loses_nothing(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    with talk.at_once():
        talk.ani.presses("Belum selesai")
        talk.ani("Masih sama seperti kemarin, Pak")
        talk.burhan("/start")
        talk.asleep(hours=8)
    talk.ani.hears("Maaf belum beres").hears("Sudah kami sampaikan")
    talk.desk.hears("belum selesai").hears("Masih sama")
    talk.burhan.hears("Selamat datang")
    talk.expects(unanswered=1)


def test_ids_may_begin_anew_after_an_idle_week(talk: Talk) -> None:
    talk.ani("/start").hears("Selamat datang")
    talk.clock.advance(timedelta(days=8))
    talk.restart()
    talk.state.updates.next_id = 77
    talk.ani("/bantuan").hears("/lapor")
    talk.reports.skip()


def test_a_command_in_the_group_that_fails_is_told_there_and_to_nobody_else(talk: Talk) -> None:
    file(talk, talk.ani)
    break_ticket(talk, "tidur")
    talk.budi("/tiket 1").hears_nothing()
    talk.wait(seconds=1)
    talk.wait(seconds=1)
    talk.desk.hears("tidak dapat diproses").hears_nothing()
    talk.ani.hears_nothing()
    break_ticket(talk, "open")
    talk.expects(dead_updates=1)
