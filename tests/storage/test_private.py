"""What people entrusted to the desk is for nobody else on the machine, whatever the umask."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_IMODE

import pytest

from storage import backup
from storage.backup import BackupError
from storage.engine import DatabaseError, open_database, opened, still_starting
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


PASSWORDS = (
    *("Zebra@Kuda", "@Zebra", "Zebra@", "Zebra@@Kuda", "Zebra@Kuda/Sapi", "Zebra@Kuda:99"),
    *("Zebra/Kuda", "Zebra:Kuda", "Zebra#Kuda", "Zebra?Kuda", "Zebra%Kuda", "Zebra Kuda"),
    *("Zebra/@Kuda", "Zebra#@Kuda", "Zebra?@Kuda", "Zebra[Kuda]", "Zebra%zz@Kuda", "Zebra:@Kuda"),
)
ADDRESSES = (
    *("postgresql://bot:{}@127.0.0.1:1/bot", "postgres://bot:{}@localhost:1/bot"),
    "postgresql+psycopg://bot:{}@127.0.0.1:1/bot?sslmode=disable",
    *("postgresql://bot:{}@[::1]:1/bot", "postgresql://bot:{}@127.0.0.1:port/bot"),
    *("postgresql://bot:{}@127.0.0.1", "postgresql:/bot:{}@127.0.0.1/bot", "bot:{}@127.0.0.1/bot"),
    *("mysql://bot:{}@127.0.0.1/bot", "postgresql://{}@127.0.0.1:1/bot"),
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("password", PASSWORDS)
def test_a_password_that_is_not_escaped_is_not_printed(address: str, password: str) -> None:
    if address == "postgresql://{}@127.0.0.1:1/bot" and password == "Zebra:Kuda":
        return  # a user and a password
    with pytest.raises(DatabaseError, match=r"^DATABASE_URL: .*write") as refused:
        open_database(address.format(password))
    for piece in ("Zebra", "Kuda", "Sapi", "\n"):
        assert piece not in str(refused.value)


@pytest.mark.parametrize("option", ["password=1&Kuda=2", "port=Kuda", "conninfo=Kuda"])
def test_an_option_that_nobody_knows_is_refused_without_it(option: str) -> None:
    with pytest.raises(DatabaseError, match="option behind the") as refused:
        open_database(f"postgresql://bot:a@127.0.0.1:1/bot?{option}")
    assert "Kuda" not in str(refused.value)


def test_a_password_ends_where_it_is_said_to() -> None:
    with pytest.raises(DatabaseError, match="DATABASE_URL"):
        open_database("postgresql://bot:Zebra%00@127.0.0.1:1/bot")


@pytest.mark.parametrize(
    "address",
    [
        "bot:Zebra@Kuda.invalid/bot",
        *("127.0.0.1:1/bot?sslmode=Kuda", "127.0.0.1:1/bot?connect_timeout=Kuda"),
        *("127.0.0.1:1/bot?target_session_attrs=Kuda", "127.0.0.1:1/bot?service=Kuda"),
    ],
)
def test_what_may_be_a_piece_of_it_is_not_printed_either(address: str, tmp_path: Path) -> None:
    """A host, or the value of an option."""
    with opened(f"postgresql://{address}") as database:
        try:
            said = str(still_starting(database))
        except DatabaseError as error:
            said = str(error)
        assert "%40" in said
        assert "Kuda" not in said
        with pytest.raises(BackupError, match="%40") as failed:
            backup.make(database, tmp_path / "copy")
        assert "Kuda" not in str(failed.value)


def test_escaped_it_is_what_was_meant() -> None:
    with opened(
        "postgresql://b%40t:ge%40%2F%3A%23%25$&!@127.0.0.1:5432/bot?sslmode=disable"
    ) as database:
        assert database.engine.url.password == "ge@/:#%$&!"
        assert database.engine.url.username == "b@t"
        assert database.engine.url.host == "127.0.0.1"


@pytest.mark.parametrize(
    "url", ["postgresql:///helpdesk", "postgresql://bot@/bot?host=/run/postgresql"]
)
def test_without_a_password_or_a_host(url: str) -> None:
    with opened(url) as database:
        assert database.engine.url.password is None
