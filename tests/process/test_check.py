"""`main.py check` as an operator types it: what is in order, and exit 1 with what is not."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

import main
from bot.data.clinic import clinic
from bot.data.data_file import HERE
from bot.data.letterhead import letterhead
from bot.data.working_time import calendar
from bot.settings import Settings
from bot.simulator.server.app import running
from bot.simulator.world import accounts
from bot.simulator.world.clock import MovableClock
from bot.simulator.world.world import World
from handlers.clock.backup import failure_of
from handlers.operator import check, outlook
from storage.engine import Database, opened
from storage.schema import migrate
from tests.process.bot import living
from tests.process.test_health import free_port
from tests.process.test_start import run, settings, taken


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database that a bot has served from for a month, and no bot that runs."""
    url = f"sqlite:///{tmp_path}/bot.sqlite3"
    for name, value in {
        "DATABASE_URL": url,
        "BACKUP_DIR": str(tmp_path / "backup"),
        "HEALTH_LISTEN": f"127.0.0.1:{free_port()}",
    }.items():
        monkeypatch.setenv(name, value)
    with opened(url) as database:
        migrate(database)
        with database.unit() as unit:
            unit.agenda.installed_at(datetime.now(UTC) - timedelta(days=30))
        yield database


def backed_up(tmp_path: Path, **ago: float) -> None:
    then = datetime.now(UTC) - timedelta(**ago)
    file = tmp_path / "backup" / f"bot-{then:%Y-%m-%d}.sqlite3"
    file.parent.mkdir(exist_ok=True)
    file.touch()
    os.utime(file, (then.timestamp(), then.timestamp()))


def checked(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, list[str]]:
    code = main.main(["check", *words])
    told = capsys.readouterr()
    return code, told.out, told.err.splitlines()


def test_all_in_order(house: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    backed_up(tmp_path, hours=20)
    code, out, err = checked(capsys)
    assert (code, err) == (0, [])
    for words in (
        "settings: in order",
        "book: ",
        "database: in order",
        "GB free in",
        "bot: not running; nobody answers at 127.0.0.1:",
        "backup: 1 in ",
        "failed and parked: none",
        "token: none, so run starts the simulator",
        "facts of Balangan are still to be filled in",
    ):
        assert words in out
    now = datetime.now(UTC)
    known = calendar(Settings().zone, Settings().holidays_file)
    assert outlook.holiday_lines(house, replace(known, known_until=date.max), now) == []
    ended = replace(known, known_until=date(2020, 12, 31))
    assert "complete until 2020-12-31 only" in outlook.holiday_lines(house, ended, now)[0]


def test_backups_that_are_missing_old_or_failing(
    house: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, (line,) = checked(capsys)
    assert code == 1
    assert line == "error: the last daily backup is 30 days old; is the bot running?"
    backed_up(tmp_path, days=3)
    code, _, (line,) = checked(capsys)
    assert "3 days old" in line
    backed_up(tmp_path, hours=20)
    newest = next(file.name for file in sorted((tmp_path / "backup").iterdir(), reverse=True))
    with house.unit() as unit:
        unit.agenda.claim(failure_of(newest), now=datetime(2026, 11, 24, 1, 30, tzinfo=UTC))
    code, _, (line,) = checked(capsys)
    assert code == 1
    assert "has failed since 2026-11-24 09:30" in line
    assert "action=backup_failed" in line


def test_no_backup_is_missed_before_the_first_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bot.sqlite3")
    monkeypatch.setenv("BACKUP_DIR", "")
    code, out, _ = checked(capsys)
    assert code == 0
    assert "to be migrated; run does it" in out


@pytest.mark.parametrize(
    ("read", "name", "was", "becomes", "told"),
    [
        (
            letterhead,
            "letterhead.toml",
            "size = 12",
            "size = 120",
            "needs a whole number, 8 to 16",
        ),
        (letterhead, "letterhead.toml", "[kop]", "[kop", "no TOML; correct it"),
        (clinic, "clinic.toml", "tries =", "try =", "tries needs a whole number"),
    ],
)
def test_a_data_file_with_a_slip_is_named_with_its_cure(
    read: Callable[..., object],
    name: str,
    was: str,
    becomes: str,
    told: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not at the first paper, weeks later."""
    given = (HERE / name).read_text(encoding="utf-8")
    assert was in given
    (tmp_path / name).write_text(given.replace(was, becomes, 1), encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bot.sqlite3")
    monkeypatch.setattr(read, "__defaults__", (tmp_path / name,))
    code, _, (line,) = checked(capsys)
    assert code == 1
    assert line.startswith(f"error: {name}:")
    assert told in line


def test_a_list_of_offices_with_a_slip_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "kantor.txt"
    listed.write_text("Dinas Pendidikan\n" + "Dinas " * 20 + "\n", encoding="utf-8")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bot.sqlite3")
    monkeypatch.setenv("OFFICES_FILE", str(listed))
    code, _, (line,) = checked(capsys)
    assert code == 1
    assert line.startswith("error: kantor.txt:2:")
    assert "is no name of an office" in line


@pytest.mark.usefixtures("house")
def test_a_full_disk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(tmp_path, hours=20)
    monkeypatch.setattr(check, "ROOM", 1e18)
    code, _, err = checked(capsys)
    assert code == 1
    assert all("make room" in line for line in err)


@pytest.mark.usefixtures("house")
def test_it_is_said_whether_pictures_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(tmp_path, hours=20)
    assert "pictures: read" in checked(capsys)[1].splitlines()
    monkeypatch.setenv("PATH", "")
    code, out, _ = checked(capsys)
    assert code == 0
    assert "pictures: not read; Tesseract is not installed; run: sudo apt-get install" in out


class Elsewhere(BaseHTTPRequestHandler):
    """Another service, which speaks JSON too."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'["ok"]')

    def log_message(self, *_: object) -> None:
        """Nobody asked."""


@pytest.mark.usefixtures("house")
def test_another_program_at_the_health_port(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    backed_up(tmp_path, hours=20)
    monkeypatch.setattr(check, "PATIENCE", 0.2)
    with taken() as other:
        monkeypatch.setenv("HEALTH_LISTEN", f"127.0.0.1:{other.getsockname()[1]}")
        code, out, _ = checked(capsys)
    assert code == 0
    assert "something else answers" in out
    with HTTPServer(("127.0.0.1", 0), Elsewhere) as server:
        Thread(target=server.handle_request, daemon=True).start()
        monkeypatch.setenv("HEALTH_LISTEN", f"127.0.0.1:{server.server_port}")
        code, out, _ = checked(capsys)
    assert code == 0
    assert "something else answers" in out


def test_an_env_file_that_others_can_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=INFO\n")
    for mode, warned in ((0o644, True), (0o640, True), (0o600, False)):
        (tmp_path / ".env").chmod(mode)
        ended = run(
            settings(tmp_path, MANUAL_DIR="faq/manual", BACKUP_DIR="", HEALTH_LISTEN=""),
            "check",
            cwd=in_the_bots_folder(tmp_path),
        )
        assert ended.returncode == 0, ended.stderr
        assert ("chmod 600 .env" in ended.stdout) == warned
        assert "token: not tried; main.py check --online" in ended.stdout


def in_the_bots_folder(tmp_path: Path) -> Path:
    for name in ("faq", "bot"):
        if not (tmp_path / name).exists():
            (tmp_path / name).symlink_to(Path(main.__file__).parent / name)
    return tmp_path


async def test_online_with_a_bot_that_runs(tmp_path: Path) -> None:
    port = free_port()
    async with living(tmp_path, HEALTH_LISTEN=f"127.0.0.1:{port}") as (_, bot):
        ended = await asyncio.to_thread(run, bot.environ, "check", "--online")
        assert ended.returncode == 0, ended.stderr
        assert "bot: running, last poll " in ended.stdout
        assert f"token: Telegram knows it as @{accounts.BOT_USERNAME}" in ended.stdout
        assert "HELPDESK_CHAT_ID: the bot is there" in ended.stdout
        there = {**bot.environ, "HELPDESK_CHAT_ID": "-1001"}
        ended = await asyncio.to_thread(run, there, "check", "--online")
        assert ended.returncode == 1
        assert ended.stderr.startswith("error: HELPDESK_CHAT_ID: the bot is not there: ")


async def test_online_with_a_wrong_token_or_without_a_net(tmp_path: Path) -> None:
    given = settings(tmp_path, BACKUP_DIR="", HEALTH_LISTEN="")
    ended = await asyncio.to_thread(run, given, "check", "--online")
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: Telegram does not answer: ")
    async with running(World(MovableClock())) as url:
        ended = await asyncio.to_thread(run, {**given, "BOT_API_URL": url}, "check", "--online")
    assert ended.returncode == 1
    assert "BOT_TOKEN: Telegram refuses this token" in ended.stderr
    assert given["BOT_TOKEN"] not in ended.stdout + ended.stderr


async def test_messages_that_wait_while_the_bot_runs(tmp_path: Path) -> None:
    port = free_port()
    async with living(tmp_path, HEALTH_LISTEN=f"127.0.0.1:{port}") as (world, bot):
        world.state.faults.add("flood", method="sendMessage", times=None, retry_after=9999)
        with opened(bot.database_url) as database, database.unit() as unit:
            then = datetime.now(UTC) - timedelta(hours=2)
            unit.outbox.add(accounts.ANI, "sendMessage", {"text": "halo"}, now=then)
        ended = await asyncio.to_thread(run, bot.environ, "check")
        assert ended.returncode == 1
        assert ended.stderr.startswith("error: a message waits since ")
