"""What keeps the bot from starting: one line with the cause and the cure, exit code 1."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from tests.process.bot import MEASURED, ROOT, Bot, clean_environ
from tests.process.conftest import Command
from tests.support.waiting import until

TOKEN = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
NOWHERE = "http://127.0.0.1:1"


def run(
    environ: Mapping[str, str], *command: str, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """A start that is expected to end by itself."""
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *(command or ("run",))],
        cwd=cwd,
        env=clean_environ(environ),
        capture_output=True,
        text=True,
        check=False,
    )


def is_one_line(ended: subprocess.CompletedProcess[str], *parts: str) -> None:
    assert ended.returncode == 1, ended.stderr
    lines = ended.stderr.strip().splitlines()
    assert len(lines) == 1, ended.stderr
    assert lines[0].startswith("error: ")
    for part in parts:
        assert part in lines[0]
    assert TOKEN not in ended.stderr


def settings(tmp_path: Path, **more: str) -> dict[str, str]:
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": NOWHERE,
        "DATABASE_URL": f"sqlite:///{tmp_path}/bot.sqlite3",
        **more,
    }


WRONG: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "folder": ({"DATABASE_URL": "sqlite:////proc/nowhere/bot.sqlite3"}, ("data folder", "right")),
    "not a database": ({"DATABASE_URL": "nonsense"}, ("DATABASE_URL", "sqlite:///")),
    "unreachable PostgreSQL": (
        {"DATABASE_URL": "postgresql+psycopg://bot:geheim@127.0.0.1:1/bot"},
        ("DATABASE_URL",),
    ),
    "zone": ({"TIMEZONE": "Asia/Balangan"}, ("TIMEZONE", "Asia/Makassar")),
    "level": ({"LOG_LEVEL": "LOUD"}, ("LOG_LEVEL", "WARNING")),
    "admins": ({"ADMIN_IDS": "12,budi"}, ("ADMIN_IDS", "commas")),
    "chat": ({"HELPDESK_CHAT_ID": "kantor"}, ("HELPDESK_CHAT_ID", "-100")),
    "webhook": ({"WEBHOOK_URL": "ftp://x", "WEBHOOK_SECRET": "a"}, ("WEBHOOK_URL", "https://")),
    "api": ({"BOT_API_URL": "telegram.org"}, ("BOT_API_URL", "http")),
    "listen": ({"LISTEN": "8080"}, ("LISTEN", "127.0.0.1:8080")),
    "secret": ({"WEBHOOK_URL": "https://example.org/hook"}, ("WEBHOOK_SECRET",)),
    "misspelled": ({"BOT_TOKE": "x"}, ("BOT_TOKE", "README")),
    "secret file": ({"BOT_TOKEN_FILE": "/nowhere/token"}, ("BOT_TOKEN_FILE",)),
    "holidays": ({"HOLIDAYS_FILE": "/nowhere/holidays.csv"}, ("holidays.csv",)),
    "manual": ({"MANUAL_DIR": "/nowhere/manual"}, ("manual",)),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_settings(case: str, command: Command, tmp_path: Path) -> None:
    wrong, parts = WRONG[case]
    ended = command(settings(tmp_path, **wrong), "run")
    is_one_line(ended, *parts)
    assert "geheim" not in ended.stderr


def test_unknown_key_in_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=\nHELPDESK_CHAT=5\n", encoding="utf-8")
    environ = settings(tmp_path, MANUAL_DIR=str(ROOT / "faq" / "manual"))
    is_one_line(run(environ, cwd=tmp_path), "HELPDESK_CHAT", "README")


@pytest.mark.parametrize("words", [["run"], ["check"], ["ask", "lupa sandi"], ["book", "lint"]])
def test_started_in_another_folder(words: list[str], command: Command, tmp_path: Path) -> None:
    ended = command(settings(tmp_path), *words, cwd=tmp_path)
    is_one_line(ended, "MANUAL_DIR", str(tmp_path), "in the bot's own folder")


def test_unwritable_folder_for_another_user(tmp_path: Path) -> None:
    """Root may write anywhere, so the test gives that up where it can."""
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    if os.geteuid() == 0:
        everyone = Path(sys.executable).resolve().stat().st_mode & 0o005
        if shutil.which("setpriv") is None or not everyone or not readable_by_nobody():
            pytest.skip("runs as root, and nobody else may use this Python")
    prefix = (
        ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        if os.geteuid() == 0
        else []
    )
    environ = clean_environ(settings(tmp_path, DATABASE_URL=f"sqlite:///{folder}/bot.sqlite3"))
    if prefix:  # nor could that user write down what was measured
        environ.pop(MEASURED, None)
    ended = subprocess.run(
        [*prefix, sys.executable, str(ROOT / "main.py"), "run"],
        cwd=ROOT,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    is_one_line(ended, "locked", "Permission denied", "right")


def readable_by_nobody() -> bool:
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
    probe = [*command, sys.executable, "-c", "import encodings"]
    return subprocess.run(probe, cwd=ROOT, capture_output=True, check=False).returncode == 0


def test_newer_schema(command: Command, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "bot.sqlite3") as database:
        database.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        database.execute("INSERT INTO alembic_version VALUES ('9999')")
    database.close()
    is_one_line(command(settings(tmp_path), "run"), "newer schema 9999", "update the bot")


@pytest.mark.parametrize("left", [5000, 40_960, None])
def test_a_damaged_file(command: Command, tmp_path: Path, left: int | None) -> None:
    """Cut off, or, with its first page, full of something else."""
    assert command(settings(tmp_path), "migrate").returncode == 0
    file = tmp_path / "bot.sqlite3"
    if left is None:
        whole = file.read_bytes()
        file.write_bytes(whole[:100] + os.urandom(len(whole) - 100))
    else:
        os.truncate(file, left)
    is_one_line(command(settings(tmp_path), "run"), "malformed", "restore a backup")


def test_file_that_is_no_database(command: Command, tmp_path: Path) -> None:
    (tmp_path / "bot.sqlite3").write_bytes(b"GIF89a" * 500)
    is_one_line(command(settings(tmp_path), "run"), "not a database")


def test_broken_book(command: Command, tmp_path: Path) -> None:
    """A book tells all that is wrong in it, a line each."""
    manual = tmp_path / "manual"
    shutil.copytree(ROOT / "faq" / "manual", manual)
    (manual / "99-rusak.md").write_bytes(b"tanpa kepala\n\xff")
    ended = command(settings(tmp_path, MANUAL_DIR=str(manual)), "run")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert "99-rusak.md:" in ended.stderr


def taken() -> socket.socket:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


def test_taken_port_of_the_simulator(command: Command) -> None:
    with taken() as listener:
        port = str(listener.getsockname()[1])
        is_one_line(command({}, "simulate", "--port", port), port, "port")


def test_unknown_verb() -> None:
    ended = run({}, "fly")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


async def with_world(
    tmp_path: Path, prepare: Callable[[World], None] | None = None, **more: str
) -> Bot:
    """A start against a living Bot API that is expected to end by itself."""
    world = World(MovableClock())
    if prepare is not None:
        prepare(world)
    async with running(world) as url:
        bot = Bot(url, tmp_path, settings=more, fresh=True)
        bot.start()
        try:
            assert await asyncio.to_thread(bot.wait) == 1
        finally:
            await asyncio.to_thread(bot.kill)
    lines = bot.said().strip().splitlines()
    assert "Traceback" not in bot.said()
    assert [line for line in lines if line.startswith("error: ")] == lines[-1:], bot.said()
    return bot


async def test_wrong_token(tmp_path: Path) -> None:
    bot = await with_world(tmp_path, BOT_TOKEN=TOKEN)
    assert "BOT_TOKEN" in bot.said()
    assert TOKEN not in bot.said()


async def test_taken_port_of_the_webhook(tmp_path: Path) -> None:
    with taken() as listener:
        port = listener.getsockname()[1]
        bot = await with_world(
            tmp_path,
            WEBHOOK_URL=f"http://127.0.0.1:{port}/hook",
            WEBHOOK_SECRET="rahasia",
            LISTEN=f"127.0.0.1:{port}",
        )
    assert str(port) in bot.said()


async def test_second_bot_on_one_database(tmp_path: Path) -> None:
    async with running(World(MovableClock())) as url:
        first = Bot(url, tmp_path, fresh=True)
        first.start()
        try:
            await asyncio.to_thread(first.wait_until_serving)
            ended = await asyncio.to_thread(run, first.environ)
            is_one_line(ended, "another bot", "stop it")
            assert first.alive
        finally:
            await asyncio.to_thread(first.kill)


async def test_telegram_is_away_at_first(tmp_path: Path) -> None:
    """It waits, and serves as soon as Telegram is there."""
    with taken() as placeholder:
        port = placeholder.getsockname()[1]
    bot = Bot(f"http://127.0.0.1:{port}", tmp_path, fresh=True)
    bot.start()
    try:
        await asyncio.sleep(4)
        assert bot.alive
        world = World(MovableClock())
        async with running(world, port=port):
            await asyncio.to_thread(bot.wait_until_serving)
            world.people.say(accounts.ANI, accounts.ANI, "/bantuan")
            await until(lambda: any(said.from_bot for said in world.state.messages(accounts.ANI)))
            code, _ = await asyncio.to_thread(bot.stop)
            assert code == 0
    finally:
        await asyncio.to_thread(bot.kill)
