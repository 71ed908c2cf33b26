"""What the clock brings: on time, once, whatever happened in between."""

from __future__ import annotations

import pytest
from alembic import command
from sqlalchemy import text

from storage.schema import changing, config, migrate
from tests.talks.steps import by_steps, file, resolve, take
from tests.talks.talk import Talk

MONDAY, SATURDAY = 0, 5
BEFORE_THE_KINDS = "0038"  # when the agenda had but a word and a string


def test_the_summary_goes_to_the_head_on_monday_at_eight_once(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.until(MONDAY, 7, 59)
    talk.desk.skip()
    talk.reports.hears_nothing()
    talk.until(MONDAY, 8)
    talk.reports.hears_file("23–29 November 2026")
    talk.desk.hears("Tiket yang menunggu")
    for _ in range(3):
        talk.restart().settle()
        talk.wait(minutes=20)
    talk.reports.hears_nothing()


def down_for_four_weeks(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.stop()
    talk.clock.to_next(MONDAY, 9)
    talk.asleep(weeks=3, hours=6)
    talk.restart().settle()
    talk.reports.hears_file("14–20 Desember 2026", "Terlambat")
    talk.desk.hears("Tiket yang menunggu")  # at three in the afternoon
    assert talk.desk.last is not None
    assert "pagi" not in talk.desk.last.text
    talk.reports.hears("3 ringkasan mingguan", button="Pekan 23–29 November 2026")
    talk.reports.hears_file("Laporan bulanan", "1–30 November 2026", "Terlambat")


def test_after_a_downtime_over_mondays_the_newest_comes_and_the_others_by_a_button(
    talk: Talk,
) -> None:
    down_for_four_weeks(talk)
    talk.restart().wait(hours=1)
    talk.reports.hears_nothing()
    missed = talk.reports.newest_with("Pekan 23–29 November 2026")
    assert missed.button_words == [
        "Pekan 23–29 November 2026",
        "Pekan 30 November – 6 Desember 2026",
        "Pekan 7–13 Desember 2026",
    ]
    talk.hadi.presses("Pekan 23–29 November 2026", on=missed).toast("Sebentar")
    talk.reports.hears_file("23–29 November 2026", "1 masuk", "Terlambat")
    talk.hadi.presses("Pekan 23–29 November 2026", on=missed).hears_nothing()
    talk.wait(weeks=5)
    talk.reports.skip()
    talk.desk.skip()
    talk.hadi.presses("Pekan 23–29 November 2026", on=missed).toast("Sebentar")
    talk.reports.hears_file("23–29 November 2026", "1 masuk")


@pytest.mark.parametrize(
    "forged", ["2026-11-24", "2027-01-04", "2026-12-21", "20261123x", "kemarin", ""]
)
def test_no_week_but_those_that_are_over_has_a_page(talk: Talk, forged: str) -> None:
    down_for_four_weeks(talk)
    talk.hadi.forges(f"week:{forged}", on=talk.reports.last).toast("tidak berlaku")


def test_a_missed_page_is_for_those_who_may_see_it(talk: Talk) -> None:
    """The button's data reaches the bot from any chat, by a client that forges it."""
    talk.until(MONDAY, 8)
    talk.reports.skip()
    talk.ani("/start").hears("Selamat datang")
    talk.ani.forges("week:2026-11-23").toast("hanya untuk petugas")
    card = talk.budi("/antrian").hears("Tidak ada tiket").room.last
    talk.eko.forges("week:2026-11-23", on=card).toast("hanya untuk petugas")
    talk.dewi.forges("week:2026-11-23", on=card).toast("Sebentar")
    talk.desk.hears_file("23–29 November 2026")


def is_sent_once_over_a_restart(talk: Talk, *, weekday: int, about: str) -> None:
    """Between making and sending a page of the head's that is due at eight."""
    talk.state.faults.add("server_error", method="sendPhoto")
    talk.until(weekday, 8)
    talk.reports.hears_nothing()
    talk.restart()
    talk.wait(minutes=1)
    talk.reports.hears_file(about).hears_nothing()


def test_a_restart_between_making_and_sending_sends_once(talk: Talk) -> None:
    is_sent_once_over_a_restart(talk, weekday=MONDAY, about="23–29 November 2026")


def test_a_duty_that_fails_keeps_no_other_back(talk: Talk) -> None:
    """The summary cannot be made, and the desk still gets its list."""
    file(talk, talk.ani)
    with talk.database.engine.begin() as connection:
        connection.execute(text("update ticket_event set after = 'rusak'"))
    talk.until(MONDAY, 8)
    talk.reports.hears_nothing()
    talk.desk.hears("Tiket yang menunggu")
    with talk.database.engine.begin() as connection:
        connection.execute(text("update ticket_event set after = 'open'"))
    talk.wait(minutes=1)
    talk.reports.hears_file("23–29 November 2026")


def test_an_album_that_fails_keeps_no_other_back(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(["Lihat yang merah", ""], to=talk.card())
    with talk.database.engine.begin() as connection:
        connection.execute(text("update album set files = 'rusak'"))
    talk.dewi.album_with(["Lihat yang biru", ""], to=talk.card())
    talk.wait(seconds=2)
    talk.ani.hears_file().hears_file().hears("Lihat yang biru")
    talk.restart().wait(seconds=10)
    talk.desk.hears("album", "EK-2026-00001", "tidak sampai ke pelapor", "kirim ulang")
    talk.restart().wait(seconds=10)
    talk.desk.hears_nothing()
    talk.budi.album_with(["Lihat yang merah", ""], to=talk.card())
    talk.wait(seconds=2)
    talk.budi.hears("Dewi Anggraini baru saja menjawab").presses("Kirim juga").toast("")
    talk.ani.hears_file().hears_file().hears("Lihat yang merah")


def test_an_album_that_fails_at_first_is_tried_again(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.budi.album_with(["Lihat yang merah", ""], to=talk.card())
    with talk.database.engine.begin() as connection:
        files = connection.execute(text("select files from album")).scalar_one()
        connection.execute(text("update album set files = 'rusak'"))
    talk.wait(seconds=2)
    talk.ani.hears_nothing()
    with talk.database.engine.begin() as connection:
        connection.execute(text("update album set files = :files"), {"files": files})
    talk.wait(seconds=1)
    talk.ani.hears_file().hears_file().hears("Lihat yang merah")


def test_a_page_whose_markup_is_refused_goes_out_as_plain_words(talk: Talk) -> None:
    talk.state.faults.add("server_error", method="sendPhoto")
    talk.until(MONDAY, 8)
    with talk.database.engine.begin() as connection:
        connection.execute(text("update outbox set payload = replace(payload, '<b>', '<b><i>')"))
    talk.wait(minutes=1)
    talk.reports.hears("23–29 November 2026").hears_nothing()
    talk.ani("/start").hears("Selamat datang")


def test_nothing_is_due_for_the_time_before_the_first_start(talk: Talk) -> None:
    talk.wait(minutes=5)
    talk.reports.hears_nothing()
    talk.desk.hears_nothing()


def test_the_morning_list_comes_on_working_days_only(talk: Talk) -> None:
    file(talk, talk.ani)
    mornings = []
    for _ in range(7):  # Wednesday to Tuesday
        talk.wait(days=1)
        today = talk.clock.now().astimezone(talk.resources.zone)
        if today.weekday() < SATURDAY:
            talk.desk.hears(
                "Tiket yang menunggu", "Terbuka: 1", "Belum diambil: 1", "EK-2026-00001"
            )
            mornings.append(today.weekday())
        talk.desk.hears_nothing()
    assert mornings == [2, 3, 4, 0, 1]
    talk.reports.skip()


def test_an_empty_desk_hears_no_morning_list(talk: Talk) -> None:
    talk.wait(days=1)
    talk.desk.hears_nothing()


def test_nobodys_phone_rings_at_night(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.stop()
    talk.clock.to_next(2, 23)
    talk.restart().settle()
    talk.desk.hears_nothing()
    talk.until(3, 8)
    talk.desk.hears("Tiket yang menunggu")


def test_the_verdict_is_asked_for_once_more_and_then_never(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    talk.until(3, 8)
    talk.ani.hears_nothing()
    talk.until(MONDAY, 8)
    talk.ani.hears("belum ada kabar dari Anda", button="Ya, selesai")
    talk.wait(days=6)
    talk.reports.skip()
    talk.ani.hears_nothing()
    talk.ani.presses("Ya, selesai").hears("kami tutup")


def test_what_was_said_before_an_upgrade_is_not_said_again_after_it(talk: Talk) -> None:
    resolve(talk, talk.ani, talk.budi)
    file(talk, talk.burhan)
    talk.until(MONDAY, 8)
    talk.ani.hears("belum ada kabar dari Anda")
    talk.reports.hears_file("23–29 November 2026")
    talk.desk.hears("Tiket yang menunggu")
    talk.stop()
    with changing(talk.database) as connection:
        command.downgrade(config(connection), BEFORE_THE_KINDS)
    migrate(talk.database)
    talk.restart().settle()
    talk.wait(minutes=20)
    for room in (talk.ani.room, talk.burhan.room, talk.desk, talk.reports):
        room.hears_nothing()
    talk.wait(hours=12)
    talk.ani.hears_nothing()


def test_overdue_is_said_on_the_card_and_in_the_list(talk: Talk) -> None:
    take(talk, talk.ani, talk.budi)
    talk.asleep(days=41).settle()
    talk.reports.skip()
    talk.desk.hears("Lewat batas: 1")
    talk.budi("/antrian").hears("LEWAT 20 hari")
    talk.budi.replies("// masih dicari", to=talk.card()).hears("disimpan")
    assert "LEWAT" in talk.card().text


@pytest.mark.parametrize("days", [6, 8])
def test_a_draft_is_kept_a_week(talk: Talk, days: int) -> None:
    by_steps(talk.ani)
    talk.asleep(days=days).settle()
    talk.reports.skip()
    if days < 7:
        talk.ani("keluhan").hears("Tentang apa")
    else:
        talk.ani.presses("Keluhan").toast("tidak berlaku")
