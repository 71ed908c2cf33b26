"""One person who floods is put off alone: told once, nothing of theirs lost that can be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import col, func, select

from bot.rules.limits import MOST_WAITING
from bot.simulator.world import accounts
from storage.tables import Attachment, Question
from tests.talks.steps import STORY, as_far_as_check, as_far_as_files, by_steps, file, take
from tests.talks.talk import Talk

TOO_FAST = "terlalu cepat"
MINUTE = 60  # turns: as README's table has it


@pytest.fixture(autouse=True)
def remembers(talk: Talk, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("restart"):
        pytest.skip("after a restart everybody may begin anew")


def heard(talk: Talk, who: int) -> list[str]:
    return [each.text for each in talk.state.messages(who) if each.from_bot]


def test_a_flood_is_told_once_and_served_in_its_order_later(talk: Talk) -> None:
    with talk.at_once():
        for _ in range(MINUTE + 40):
            talk.ani("lupa kata sandi")
        talk.burhan("lupa kata sandi")
    talk.burhan.hears("Lupa kata sandi")
    said = heard(talk, talk.ani.chat)
    assert sum("Lupa kata sandi" in each for each in said) == MINUTE
    assert sum(TOO_FAST in each for each in said) == 1
    for _ in range(6):
        talk.wait(seconds=11)
    said = heard(talk, talk.ani.chat)
    assert sum("Lupa kata sandi" in each for each in said) == MINUTE + 40
    assert sum(TOO_FAST in each for each in said) == 1
    talk.ani.room.skip()


def test_who_waits_for_each_answer_never_meets_it(talk: Talk) -> None:
    for number in range(2 * MINUTE):
        talk.ani(f"lupa kata sandi {number}")
    assert asked(talk) == 2 * MINUTE
    assert not any(TOO_FAST in each for each in heard(talk, talk.ani.chat))
    talk.ani.room.skip()


def test_what_is_too_much_to_be_kept_is_passed_over(talk: Talk) -> None:
    with talk.at_once():
        for _ in range(600):
            talk.ani("lupa kata sandi")
    for _ in range(40):
        talk.wait(seconds=11)
    assert MINUTE + MOST_WAITING <= asked(talk) < 320
    talk.ani("lupa kata sandi")
    assert asked(talk) < 321
    talk.ani.room.skip()


def test_fast_fingers_never_meet_it(talk: Talk) -> None:
    """Four taps a second for ten seconds, in the middle of a report."""
    check = as_far_as_check(talk.ani).room.newest_with("Kirim")
    send = next(key.data for row in check.buttons for key in row if key.text == "Kirim")
    assert send is not None
    for _ in range(40):
        talk.clock.advance(timedelta(seconds=0.25))
        talk.ani.presses(send, on=check)
    talk.toasts.clear()
    assert talk.tickets() == 1
    assert not any(TOO_FAST in each for each in heard(talk, talk.ani.chat))
    talk.ani.room.skip()
    talk.desk.skip()


def test_many_people_file_at_once_and_nobody_is_lost(talk: Talk) -> None:
    crowd = [talk.someone(talk.state.newcomer(f"Orang {at}").number) for at in range(12)]
    for step in ("/lapor", "keluhan", "lainnya", STORY, "lanjut", "kirim"):
        with talk.at_once():
            for who in crowd:
                who(step)
    assert talk.tickets() == len(crowd)
    for _ in range(4):  # more than a group takes at once: the last cards follow
        talk.wait(seconds=5)
    assert {talk.card(serial).text[:20] for serial in range(1, 13)}
    for who in crowd:
        assert sum("Nomor tiket" in each for each in heard(talk, who.chat)) == 1
        who.room.skip()
    talk.desk.skip()


def test_long_messages_count_for_more(talk: Talk) -> None:
    with talk.at_once():
        for number in range(30):
            talk.ani(f"tidak bisa login {number} " + "lama sekali " * 320)
    assert asked(talk) == 12  # each as five short ones
    for _ in range(15):
        talk.wait(seconds=11)
    assert asked(talk) == 30
    talk.ani.room.skip()


def test_an_album_counts_once(talk: Talk) -> None:
    as_far_as_files(talk.ani)
    for _ in range(8):
        talk.ani.album(10)
    talk.wait(seconds=2)
    assert not any(TOO_FAST in each for each in heard(talk, talk.ani.chat))
    talk.ani.room.skip()


def test_an_officer_who_presses_again_and_again_stops_nobody(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    with talk.at_once():
        for _ in range(200):
            talk.dewi.forges("take:1")
        talk.budi.replies("Sudah kami perbaiki.", to="Status: ")
    talk.ani.hears("Sudah kami perbaiki.")
    assert talk.deeds() == ["file", "take", "reply"]
    pressed = [each for each in talk.toasts if each.user == talk.dewi.user]
    assert sum(TOO_FAST in (each.text or "").casefold() for each in pressed) == 1
    assert sum("sudah diambil" in (each.text or "") for each in pressed) == MINUTE
    talk.toasts.clear()
    talk.expects(unanswered=200 - MINUTE - 1)


def test_what_an_officer_answers_and_members_chat_never_counts(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    with talk.at_once():
        for number in range(MINUTE + 20):
            talk.dewi(f"obrolan {number}")
            talk.budi.replies(f"jawaban {number}", to="Status: ")
    assert len([deed for deed in talk.deeds() if deed == "reply"]) == MINUTE + 20
    talk.ani.room.skip()


def test_of_open_tickets_only_so_many(talk: Talk) -> None:
    limited(talk, open_tickets=2)
    for _ in range(2):
        file(talk, talk.ani)
    talk.ani("/lapor").hears("2 laporan yang masih terbuka", "EK-2026-00001", "EK-2026-00002")
    talk.ani("/lapor Muncul pesan galat 500 saat menyimpan").hears(
        "yang baru Anda kirim ikut ditambahkan", button="Tambahkan ke EK-2026-00002"
    )
    talk.ani.presses("Tambahkan ke EK-2026-00002").hears("Tulisan Anda tadi", "EK-2026-00002")
    talk.desk.hears("Muncul pesan galat 500")
    assert talk.deeds(2) == ["file", "answer"]
    assert talk.tickets() == 2
    by_steps(talk.burhan)


def test_a_report_that_is_ready_waits_until_one_is_settled(talk: Talk) -> None:
    as_far_as_check(talk.ani)
    limited(talk, open_tickets=0)
    talk.ani.presses("Kirim").hears("masih terbuka")
    talk.ani("kirim").hears("masih terbuka")
    limited(talk, open_tickets=1)
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears(STORY)


def test_of_files_only_so_many_a_day(talk: Talk) -> None:
    limited(talk, files_a_day=3)
    take(talk, talk.ani, talk.budi)
    talk.ani.replies("ini fotonya", to="sedang ditangani").hears("Sudah kami sampaikan")
    talk.desk.hears("ini fotonya")
    for _ in range(3):
        talk.ani.photo().hears("Sudah kami sampaikan")
    talk.ani.photo().hears("Hari ini sudah 3 berkas untuk EK-2026-00001")
    with talk.database.reading() as unit:
        assert unit.session.exec(select(func.count(col(Attachment.id)))).one() == 3
    talk.wait(hours=25)
    talk.ani.room.skip()
    talk.desk.skip()
    talk.ani.photo(to="sedang ditangani").hears("Sudah kami sampaikan")
    talk.desk.skip()


def limited(talk: Talk, **limits: int) -> None:
    talk.resources = replace(talk.resources, limits=replace(talk.resources.limits, **limits))
    talk.restart()


def asked(talk: Talk) -> int:
    with talk.database.reading() as unit:
        return unit.session.exec(select(func.count(col(Question.id)))).one()


def test_many_additions_to_one_ticket_come_to_the_desk_together(talk: Talk) -> None:
    adds(talk, 120)
    hears_additions(talk)
    talk.desk.hears_nothing()
    talk.wait(seconds=31)
    talk.desk.hears("Ani Rahmawati, pelapor – EK-2026-00001, 115 pesan:")
    last = talk.desk.last
    assert last is not None
    assert last.text.splitlines()[-115:] == [f"• tambahan {number}" for number in range(5, 120)]
    talk.budi.replies("Baik, kami baca.", to="115 pesan")
    talk.ani.room.skip()
    assert talk.deeds() == ["file", "take", *["answer"] * 120, "reply"]
    talk.wait(minutes=2)
    talk.ani("tambahan lagi").hears("Sudah kami sampaikan")
    talk.desk.hears("tambahan lagi")


def test_what_is_gathered_keeps_its_order_corrections_and_files(talk: Talk) -> None:
    adds(talk, 5)
    hears_additions(talk)
    talk.ani("salah tulis").edits("benar tulis")
    talk.ani.photo()
    talk.ani("yang panjang " + "sekali " * 580)
    talk.ani.photo(caption="dengan keterangan")
    talk.desk.hears_nothing()
    talk.wait(seconds=31)
    talk.desk.hears("4 pesan:\n", "• salah tulis\n✏️ benar tulis\n• yang panjang")
    talk.desk.hears("• dengan keterangan").hears_file("EK-2026-00001").hears_file("")
    talk.desk.hears_nothing()
    talk.ani.room.skip()


def test_what_is_gathered_survives_a_failure(talk: Talk) -> None:
    adds(talk, 8)
    hears_additions(talk)
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE attachment RENAME TO gone"))
    talk.wait(seconds=31)
    talk.desk.hears_nothing()
    with talk.database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE gone RENAME TO attachment"))
    talk.wait(seconds=2)
    talk.desk.hears("3 pesan:", "tambahan 5", "tambahan 7")
    talk.ani.room.skip()


def adds(talk: Talk, count: int) -> None:
    """To a ticket that was taken, all at once."""
    take(talk, talk.ani, talk.budi)
    talk.ani.replies("tambahan 0", to="sedang ditangani")
    for number in range(1, count):
        talk.ani(f"tambahan {number}")


def hears_additions(talk: Talk) -> None:
    """As many as come as they are sent."""
    for number in range(5):
        talk.desk.hears(f"tambahan {number}")


def test_who_floods_as_a_guest_is_told_nothing_in_private(talk: Talk) -> None:
    name = f"@{accounts.BOT_USERNAME}"
    with talk.at_once():
        asked_as = [
            talk.world.people.ask_as_guest(talk.ani.user, f"{name} terima kasih {at}")
            for at in range(MINUTE + 10)
        ]
    answered = [talk.state.guest_queries[each] is not None for each in asked_as]
    assert 0 < answered.count(True) <= MINUTE
    assert heard(talk, talk.ani.chat) == []
