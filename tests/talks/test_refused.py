"""What Telegram refuses for a reason of its own: nothing is lost unseen, nobody else waits."""

from __future__ import annotations

import pytest

from bot.simulator.world import accounts
from tests.talks.steps import (
    ABUSE,
    NO_PHOTOS,
    STORY,
    as_far_as_check,
    by_steps,
    file,
    file_with_photos,
    take,
)
from tests.talks.talk import Talk

MONDAY = 0


@pytest.mark.parametrize("again", ["promoted", "asked"])
def test_a_group_that_takes_no_photos_gets_all_else_and_those_later(
    talk: Talk, again: str
) -> None:
    talk.state.faults.add("refusal", method="sendPhoto", words=NO_PHOTOS, times=None)
    file_with_photos(talk, 1)
    talk.desk.hears(STORY).hears("Lampiran EK-2026-00001 belum bisa ditampilkan", "/tiket")
    file(talk, talk.burhan)
    talk.budi("/antrian").hears("Tiket terbuka")
    talk.state.faults.clear()
    if again == "promoted":
        talk.world.membership.add_bot(accounts.HELPDESK, accounts.BUDI, administrator=True)
        talk.settle()
    else:
        talk.budi("/tiket 1")
    talk.desk.hears_file("Lampiran EK-2026-00001")
    if again == "asked":
        talk.desk.hears(STORY, button="Ambil")


def test_a_chat_that_takes_no_photos_gets_the_weekly_page_as_text(talk: Talk) -> None:
    talk.state.faults.add("refusal", method="sendPhoto", words=NO_PHOTOS, times=None)
    talk.until(MONDAY, 8)
    talk.reports.hears("23–29 November 2026").hears_nothing()


def test_one_broken_file_of_an_album_keeps_no_other_back(talk: Talk) -> None:
    words = "wrong file identifier/HTTP URL specified"
    talk.state.faults.add("refusal", method="sendMediaGroup", words=words)
    talk.state.faults.add("refusal", method="sendPhoto", words=words, skip=1)
    file_with_photos(talk, 3)
    talk.desk.hears(STORY).hears_file("Lampiran").hears_file("Lampiran")
    talk.desk.hears("Satu lampiran EK-2026-00001 tidak bisa ditampilkan")
    talk.expects(dead_sendings=2)


def test_the_desk_learns_that_its_answer_was_refused(talk: Talk) -> None:
    """For a reason that is neither a blocked bot nor a chat that is gone."""
    take(talk, talk.ani, talk.budi)
    talk.state.faults.add("refusal", chat=talk.ani.chat, words="CHAT_RESTRICTED")
    talk.budi.replies("Akun Ibu sudah kami buka", to=talk.card())
    talk.ani.hears_nothing()
    talk.desk.hears("EK-2026-00001", "tidak berhasil disampaikan")
    talk.expects(dead_sendings=1)


def test_a_closed_topic_is_waited_for(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    talk.state.faults.add("refusal", chat=accounts.HELPDESK, words="TOPIC_CLOSED", times=2)
    as_far_as_check(talk.ani)
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears_nothing()
    talk.admin.hears("tidak bisa menulis di grup helpdesk")
    talk.wait(minutes=5)
    talk.wait(minutes=5)
    talk.desk.hears(STORY, button="Ambil")


def test_no_outage_is_too_long(talk: Talk) -> None:
    by_steps(talk.ani)
    for kind in ("server_error", "timeout"):
        talk.state.faults.add(kind, chat=talk.ani.chat, times=None)
    talk.ani("keluhan").hears_nothing()
    for _ in range(50):  # more tries than a message has that fails alone
        talk.wait(minutes=2)
    talk.ani.hears_nothing()
    talk.state.faults.clear()
    talk.wait(minutes=1)
    talk.ani.hears("Tentang apa")


def test_the_desk_learns_that_a_secret_card_was_refused(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    as_far_as_check(talk.ani)
    talk.ani.presses("☐ Rahasia").toast("")
    talk.state.faults.add("refusal", chat=accounts.BUDI, words="CHAT_RESTRICTED")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears("Rahasia", button="Ambil")
    talk.desk.hears("EK-2026-00001 ditolak Telegram")
    talk.admin.hears("EK-2026-00001 ditolak Telegram")
    talk.expects(dead_sendings=1)


def test_what_a_reporter_wrote_stands_on_the_card_though_the_group_refused_it(talk: Talk) -> None:
    file(talk, talk.ani)
    talk.state.faults.add("refusal", method="sendMessage", chat=accounts.HELPDESK, words="X")
    talk.ani.replies("layarnya tetap putih", to="Nomor tiket").hears("sampaikan")
    talk.desk.hears_nothing()
    assert "layarnya tetap putih" in talk.card().text
    talk.expects(dead_sendings=1)


def test_no_group_hears_that_a_report_of_abuse_was_refused(talk: Talk) -> None:
    talk.admin("/start").hears("Selamat datang")
    as_far_as_check(talk.ani, ABUSE, send=False)
    talk.ani.presses("Jalur pengawasan").toast("")
    talk.state.faults.add("refusal", chat=accounts.BUDI, words="CHAT_RESTRICTED")
    talk.ani.presses("Kirim").hears("Nomor tiket")
    talk.desk.hears_nothing()
    talk.expects(dead_sendings=1)
