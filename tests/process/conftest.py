"""`main.py` within the tests' own process, where only its words and its code matter; and what
waits for minutes of a real one runs in `make slow` alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from main import main
from storage.engine import opened
from storage.schema import migrate
from tests.process.bot import MEASURED, ROOT, Bot
from tests.process.prefork import Prefork

WAITING = {
    *("test_clock.py", "test_proxy.py", "test_restore.py", "test_two_bots.py"),
    *("test_wrong_settings[unreachable PostgreSQL]", "test_stop_while_a_send_hangs"),
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--slow"):
        return
    left_out = [item for item in items if _is_slow(item)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not _is_slow(item)]


def _is_slow(item: pytest.Item) -> bool:
    here = item.path.parent == Path(__file__).parent
    return here and not WAITING.isdisjoint({item.path.name, item.name})


@pytest.fixture(scope="session", autouse=True)
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What every start of a bot would do anew, done once."""
    Bot.template = tmp_path_factory.mktemp("ready") / "bot.sqlite3"
    with opened(f"sqlite:///{Bot.template}") as database:
        migrate(database)
    if MEASURED in os.environ:  # coverage begins with Python
        yield
        return
    with Prefork() as begun:
        Bot.prefork = begun
        yield
        Bot.prefork = None


Ran = subprocess.CompletedProcess[str]
Command = Callable[..., Ran]


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Settings and words: its exit code, and what it said where."""

    def run(environ: dict[str, str], *words: str, cwd: Path = ROOT) -> Ran:
        for name in set(os.environ) - {"PATH"}:
            monkeypatch.delenv(name)
        for name, value in environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(cwd)
        return subprocess.CompletedProcess(words, main(list(words)), *capsys.readouterr())

    return run


@pytest.fixture
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/bot.sqlite3")


@pytest.fixture
def ready(tmp_path: Path) -> None:
    """Nobody's yet, and in today's form: bringing it there takes a second."""
    assert Bot.template is not None
    shutil.copy(Bot.template, tmp_path / "bot.sqlite3")
