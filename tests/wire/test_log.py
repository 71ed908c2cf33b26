"""The log: one line for each thing that happened, fit to be shown to anybody."""

from __future__ import annotations

import ast
import asyncio
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.wire import log
from bot.wire.log import Formatter, record
from bot.wire.log_actions import Action

ROOT = Path(__file__).parents[2]
TOKEN = "123456:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
NIP = "19850115 201001 1 007"
CANARY = "kenari"


@pytest.fixture
def lines() -> Iterator[list[str]]:
    """What our own handler writes, from DEBUG on."""
    written: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    handler, root = Keeping(), logging.getLogger()
    handler.setFormatter(Formatter())
    root.addHandler(handler)
    before = log.logger.level
    log.logger.setLevel(logging.DEBUG)
    yield written
    log.logger.setLevel(before)
    root.removeHandler(handler)


def failed() -> Exception:
    try:
        int(CANARY)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_line_is_an_action_and_its_facts(lines: list[str]) -> None:
    record(Action.MESSAGE_DELAYED, message=7, chat=-100, retry_s=7.25, reason="Bad Gateway")
    (line,) = lines
    assert line.endswith(
        ' INFO action=message_delayed message=7 chat=-100 retry_s=7.25 reason="Bad Gateway"'
    )


def test_what_is_not_known_is_left_out_and_blanks_stay_within_quotes(lines: list[str]) -> None:
    record(Action.UPDATE_SERVED, update=None)
    record(Action.UPDATE_PARKED, reason='dua "baris"\nini')
    assert lines[0].endswith(" DEBUG action=update_served")
    assert lines[1].endswith(r' action=update_parked reason="dua \"baris\"\nini"')


def test_an_error_is_told_by_class_and_place(lines: list[str]) -> None:
    record(Action.BATCH_FAILED, error=failed())
    (line,) = lines
    assert " action=batch_failed error=ValueError at=" in line
    assert "test_log.py:" in line
    assert CANARY not in line


def test_neither_token_nor_nip_is_written(lines: list[str]) -> None:
    logging.getLogger("aiohttp").warning("GET /bot%s/getMe of %s", TOKEN, NIP)
    (line,) = lines
    assert line.endswith(' action=library logger=aiohttp text="GET /bot[token]/getMe of [NIP]"')


def test_a_number_is_masked_however_it_is_spelled_and_an_id_is_not(lines: list[str]) -> None:
    spelled = ("19850115  201001/1/007", "19850115\n201001\t1\n007", "0812/3456/7890")
    for text in (*spelled, "ani@example.go.id"):
        logging.getLogger("aiohttp").warning("of %s", text)
    record(Action.MESSAGE_DELAYED, message=812345678901, chat=-1001234567890, retry_s=7.25)
    assert [line.partition("text=")[2] for line in lines[:4]] == [
        '"of [NIP]"',
        '"of [NIP]"',
        '"of [telepon]"',
        '"of [email]"',
    ]
    assert lines[4].endswith(" message=812345678901 chat=-1001234567890 retry_s=7.25")


def test_a_librarys_traceback_is_told_by_its_place(lines: list[str]) -> None:
    try:
        raise failed()
    except Exception:
        logging.getLogger("library").exception("it failed")
    (line,) = lines
    assert ' text="it failed" error=ValueError at=' in line
    assert CANARY not in line
    assert "\n" not in line


async def test_what_asyncio_has_to_say_holds_no_words(lines: list[str]) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(log.task_failed)
    loop.call_exception_handler(
        {"message": f"Exception in callback tell('{CANARY}')", "exception": failed()}
    )
    loop.call_exception_handler({"message": "Task was destroyed but it is pending!"})
    assert ' ERROR action=task_failed what="Exception in callback tell" error=Val' in lines[0]
    assert lines[1].endswith(' action=task_failed what="Task was destroyed but it is pending!"')
    assert CANARY not in "".join(lines)


def test_set_up_is_for_our_own_lines(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    before, level, own = root.handlers[:], root.level, log.logger.level
    try:
        log.set_up("DEBUG")
        record(Action.UPDATE_SERVED, update=1)
        logging.getLogger("sqlalchemy").info("SELECT %s", CANARY)
        sys.stderr.flush()
    finally:
        root.handlers[:] = before
        root.setLevel(level)
        log.logger.setLevel(own)
    said = capsys.readouterr().err
    assert said.endswith(" DEBUG action=update_served update=1\n")
    assert CANARY not in said


def test_below_the_level_nothing_is_written(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="bot"):
        record(Action.UPDATE_SERVED, update=1)
    assert caplog.text == ""


def sources() -> Iterator[Path]:
    for room in ("bot", "handlers", "storage", "faq"):
        yield from (ROOT / room).rglob("*.py")


def test_every_action_word_is_used_and_named_alike() -> None:
    used = {
        node.attr
        for path in sources()
        if path.name != "log_actions.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "Action"
    }
    assert used == {action.name for action in Action}
    assert [action.word for action in Action] == [action.name.lower() for action in Action]
    assert all(action.meaning.endswith(".") for action in Action)
