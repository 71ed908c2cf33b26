"""What people entrusted to the desk is for nobody else on the machine, whatever the umask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from storage.engine import DatabaseError, open_database, opened
from storage.lock import only_one
from storage.schema import migrate


@pytest.fixture(params=[0o000, 0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    return {path.name: S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


@pytest.mark.usefixtures("umask")
def test_new_files_and_folders(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path}/new/data/bot.sqlite3") as database, only_one(database):
        migrate(database)
        with database.engine.connect():
            found = modes(tmp_path)
    assert found == {
        "new": 0o700,
        "data": 0o700,
        "bot.sqlite3": 0o600,
        "bot.sqlite3-wal": 0o600,
        "bot.sqlite3-shm": 0o600,
        "bot.sqlite3.lock": 0o600,
    }


@pytest.mark.usefixtures("umask")
def test_those_of_an_earlier_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = tmp_path / "data"
    data.mkdir()
    for name in ("bot.sqlite3", "bot.sqlite3.lock"):
        (data / name).touch()
        (data / name).chmod(0o644)
    data.chmod(0o755)
    with opened("sqlite:///data/bot.sqlite3") as database, only_one(database):
        pass
    assert modes(tmp_path) == {"data": 0o700, "bot.sqlite3": 0o600, "bot.sqlite3.lock": 0o600}


def test_a_folder_that_others_use_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with opened(f"sqlite:///{tmp_path}/bot.sqlite3"):
        assert S_IMODE(tmp_path.stat().st_mode) == 0o755
    assert modes(tmp_path) == {"bot.sqlite3": 0o600}


@pytest.mark.parametrize("password", ["ge@heim", "@geheim", "geheim@", "ge@he/im", "ge@he?im"])
def test_a_password_that_is_not_escaped_is_not_printed(password: str) -> None:
    with pytest.raises(DatabaseError, match="%40") as refused:
        open_database(f"postgresql://bot:{password}@127.0.0.1/bot")
    for piece in (password, "heim", "ge@", "@ge"):
        assert piece not in str(refused.value)


@pytest.mark.parametrize("password", ["ge/heim", "ge?heim", "ge#heim", "ge:heim", "ge%40heim"])
def test_other_signs_of_a_password_need_no_escape(password: str) -> None:
    with opened(f"postgresql://bot:{password}@127.0.0.1/bot") as database:
        assert database.engine.url.password == password.replace("%40", "@")
        assert database.engine.url.host == "127.0.0.1"
