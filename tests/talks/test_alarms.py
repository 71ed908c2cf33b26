"""What desk and admins hear of trouble around the bot: each sort once a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.wire.trouble import AnotherBot, ClockWrong, Trouble, WebhookFails, WebhookTaken
from handlers.clock.troubles import teller
from tests.talks.talk import Talk


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (ClockWrong(timedelta(weeks=5)), ("terlalu cepat 35 hari", "jam Telegram")),
        (ClockWrong(timedelta(hours=-3)), ("terlambat 3 jam",)),
        (AnotherBot(gives_way=False), ("program lain", "tetap jalan")),
        (AnotherBot(gives_way=True), ("baru dijalankan", "berhenti sebentar lagi")),
        (WebhookTaken(), ("webhook", "kembalikan")),
        (WebhookFails(7), ("tidak dapat mengantar", "7 pesan")),
    ],
)
def test_each_trouble_is_said_once_a_day(
    talk: Talk, trouble: Trouble, words: tuple[str, ...]
) -> None:
    budi = talk.budi.private
    budi("/start").hears("Selamat datang")
    tell = teller(talk.database, talk.resources, talk.clock)
    for _ in range(3):
        tell(trouble)
        talk.settle()
    talk.desk.hears(*words)
    budi.hears(*words)
    talk.wait(days=1)
    tell(trouble)
    talk.settle()
    talk.desk.hears(*words)
    budi.hears(*words)
