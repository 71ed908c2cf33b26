"""A failure of ours can be found by its line in the log, and by its row; no words stand there."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from bot.simulator.world import accounts
from bot.wire.log import Formatter
from tests.talks.steps import as_far_as_check, file
from tests.talks.talk import Talk

CANARY = "kenari"
NIP = "198501152010011007"
STORY = f"{CANARY} tidak bisa menyimpan, NIP saya {NIP}"


@contextmanager
def refused(talk: Talk, table: str) -> Iterator[None]:
    """The database refuses new rows of the table, in words that quote a person."""
    before = f"CREATE TRIGGER refused BEFORE INSERT ON {table}"
    if talk.database.is_sqlite:
        make = [f"{before} BEGIN SELECT RAISE(ABORT, '{STORY}'); END"]
        drop = ["DROP TRIGGER refused"]
    else:
        body = f"$$ BEGIN RAISE EXCEPTION '{STORY}'; END $$"
        make = [
            f"CREATE FUNCTION refused() RETURNS trigger AS {body} LANGUAGE plpgsql",
            f"{before} FOR EACH ROW EXECUTE FUNCTION refused()",
        ]
        drop = [f"DROP TRIGGER refused ON {table}", "DROP FUNCTION refused()"]
    execute(talk, *make)
    yield
    execute(talk, *drop)


def execute(talk: Talk, *statements: str) -> None:
    with talk.database.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def parked(talk: Talk) -> str:
    with talk.database.reading() as unit:
        rows = unit.session.execute(text("SELECT error FROM inbox WHERE status = 'dead'"))
        return str(rows.scalar_one())


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """As they stand in the log."""
    return [Formatter().format(record) for record in caplog.records]


PLACES = {"ticket": r"storage/tickets\.py:\d+ file", "message_ref": r"storage/refs\.py:\d+ put"}


@pytest.mark.parametrize("table", PLACES)
def test_each_place_that_fails_has_a_line_of_its_own(
    talk: Talk, caplog: pytest.LogCaptureFixture, table: str
) -> None:
    as_far_as_check(talk.ani, STORY)
    with refused(talk, table), caplog.at_level(logging.DEBUG):
        talk.ani.presses("Kirim")
        talk.wait(seconds=1)
        talk.wait(seconds=1)
        talk.ani.hears("gangguan di pihak kami")
        talk.desk.hears("tidak dapat diproses")
    told = lines(caplog)
    tries = [line for line in told if "action=update_failed" in line]
    (end,) = [line for line in told if "action=update_parked" in line]
    assert len(tries) == 2
    found = re.search(
        rf"update=(\d+) doing=press:send chat={accounts.ANI} attempt=3 error=\S.* at=\"(.*)\"", end
    )
    assert found, end
    library, innermost, *callers = found[2].split(" < ")
    assert re.match(r"(sqlalchemy|psycopg)/\S+\.py:\d+ \w+$", library)
    assert re.fullmatch(PLACES[table], innermost)
    assert all(re.match(r"(handlers|storage)/\S+\.py:\d+ \w+$", caller) for caller in callers)
    assert "handlers/actions/ticket.py" in found[2]
    assert parked(talk).endswith(found[2]), "the row tells the same"
    for canary in (CANARY, NIP):
        assert canary not in "\n".join([*told, parked(talk)])
    talk.expects(dead_updates=1, unanswered=1)


def test_a_malformed_update_is_told_by_where_it_was_given_up(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    message = {"message_id": 1, "date": 1, "chat": {"id": CANARY, "type": "private"}}
    talk.world.state.push_raw({"message": {**message, "text": STORY}}, accounts.ANI)
    talk.settle()
    (line,) = [line for line in lines(caplog) if "action=update_parked" in line]
    assert ' reason="malformed: id expected" error=Malformed at="handlers/json_parts.py:' in line
    assert parked(talk).startswith("malformed: id expected; Malformed at handlers/json_parts.py:")
    assert CANARY not in line + parked(talk)
    talk.expects(dead_updates=1)


def test_what_telegram_refuses_is_told_with_the_messages_number(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    file(talk, talk.ani)
    words = f'wrong thing "{CANARY}" in it'
    talk.world.state.faults.add("refusal", method="sendMessage", chat=talk.ani.chat, words=words)
    talk.ani("/bantuan").hears_nothing()
    with talk.database.reading() as unit:
        row = unit.session.execute(
            text("SELECT id, error FROM outbox WHERE status = 'dead'")
        ).one()
    (line,) = [line for line in lines(caplog) if "action=message_refused" in line]
    assert f" message={row.id} method=sendMessage chat={talk.ani.chat} reason=" in line
    assert row.error == "Wrong thing … in it"
    assert CANARY not in line
    talk.expects(dead_sendings=1)


def test_a_duty_that_fails_is_named_and_keeps_no_other_back(
    talk: Talk, caplog: pytest.LogCaptureFixture
) -> None:
    file(talk, talk.ani)
    execute(talk, "ALTER TABLE ticket_event RENAME TO gone")
    talk.until(0, 8, 1)
    execute(talk, "ALTER TABLE gone RENAME TO ticket_event")
    talk.desk.hears("EK-2026-00001")  # the morning's list
    talk.reports.hears_nothing()
    failed = [line for line in lines(caplog) if "action=duty_failed" in line]
    (line,) = [line for line in failed if "duty=remind_reporters" in line]
    assert re.search(r" duty=remind_reporters error=\S.* at=.* < storage/reminders\.py:\d+ ", line)
    failed = [line for line in lines(caplog) if "action=job_failed" in line]
    (line,) = [line for line in failed if "kind=weekly" in line]
    assert re.search(r" kind=weekly .*error=\S.* at=.* < storage/figures\.py:\d+ ", line)
    talk.wait(seconds=1)
    talk.reports.hears("Ringkasan")
