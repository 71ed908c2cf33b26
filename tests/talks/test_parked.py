"""What was put aside is listed without a person's words, and served or sent when asked again."""

from __future__ import annotations

import pytest
from pydantic import SecretStr
from sqlalchemy import text

from bot.settings import Settings
from handlers.operator import parked
from tests.talks.talk import Talk

CANARY = "kenari otp tidak muncul"


def settings(talk: Talk) -> Settings:
    url = talk.database.engine.url.render_as_string(hide_password=False)
    return Settings(database_url=SecretStr(url))


def sql(talk: Talk, statement: str) -> None:
    with talk.database.engine.begin() as connection:
        connection.execute(text(statement))


def an_update_and_a_message_fail(talk: Talk) -> None:
    sql(talk, "ALTER TABLE question RENAME TO gone")
    talk.ani(CANARY)
    for _ in range(3):
        talk.wait(seconds=1)
    sql(talk, "ALTER TABLE gone RENAME TO question")
    talk.ani.hears("gangguan")
    talk.desk.hears("tidak dapat diproses")
    talk.state.faults.add("refusal", chat=talk.burhan.chat, words="kenapa begitu")
    talk.burhan("/bantuan").hears_nothing()


def test_both_kinds_are_listed_and_get_their_second_chance(talk: Talk) -> None:
    an_update_and_a_message_fail(talk)
    update, message, summary = parked.listed(settings(talk))
    assert update.startswith("u")
    assert "2026-11-24 09:30" in update, "local time"
    assert "update" in update
    assert "Error" in update
    assert message.startswith("m")
    assert "sendMessage" in message
    assert "Kenapa begitu" in message
    assert summary.startswith("2 parked")
    for line in (update, message):
        assert "kenari" not in line
        assert "Ani" not in line
    assert parked.requeue(settings(talk), update.split()[0]).startswith("1 requeued")
    talk.wait(minutes=1)
    talk.ani.hears("Kode authenticator")
    assert parked.requeue(settings(talk), "all").startswith("1 requeued")
    talk.wait(minutes=1)
    talk.burhan.hears("/lapor")
    assert parked.listed(settings(talk)) == ["nothing is parked"]
    assert parked.requeue(settings(talk), "all").startswith("0 requeued")


def test_the_number_in_the_log_is_id_enough(talk: Talk) -> None:
    an_update_and_a_message_fail(talk)
    update = parked.listed(settings(talk))[0].split()[0]
    parked.requeue(settings(talk), update.removeprefix("u"))
    talk.wait(minutes=1)
    talk.ani.hears("Kode authenticator")
    talk.expects(dead_sendings=1)


@pytest.mark.parametrize("row_id", ["u1", "m99", "-5", "semua", "", "u", "1 2", "9" * 40])
def test_an_id_that_is_none(talk: Talk, row_id: str) -> None:
    with pytest.raises(parked.NoSuchRow, match=r"main\.py parked lists"):
        parked.requeue(settings(talk), row_id)
