"""The database: how it is opened, and the one transaction everything happens in."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlmodel import Session

from storage import private

if TYPE_CHECKING:
    from storage.figures_unit import FiguresUnit
    from storage.unit import Unit

BUSY_TIMEOUT_MS = 10_000
# What its postmaster says while it is not ready (errcode 57P03, cannot_connect_now).
NOT_READY = ("starting up", "shutting down", "in recovery mode", "not yet accepting connections")
# As people write the address, and with which driver it is opened.
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
# Else a piece of the password is taken for the host, a port or an option, and printed.
WELL_FORMED = re.compile(
    r"(?!.*%00)(?:(?:[^@:/?#%\s\[\]]|%[0-9A-Fa-f]{2})*(?::(?:[^@:/?#%\s\[\]]|%[0-9A-Fa-f]{2})*)?@)?"
    r"[^@/?#\s]*(?::[0-9]*)?/[^@/?#\s]+(?:\?[^@#\s]*)?"
)
ESCAPED = (
    "in a user or password write % as %25, @ as %40, : as %3A, / as %2F, ? as %3F, # as %23,"
    " a blank as %20"
)
TELLING = {
    "resolve host": "no host of that name is found",
    "translate host name": "no host of that name is found",
    "connection option": "an option behind the ? is not known",
    "query parameter": "an option behind the ? is not known",
    ' value: "': "an option behind the ? has a value that is not understood",
    "bad value for": "an option behind the ? has a value that is not understood",
    "definition of service": "an option behind the ? names no known service",
}
# Of PostgreSQL's (libpq, 32.1.2) those that may stand behind the ?.
OPTIONS = {
    *("application_name", "client_encoding", "connect_timeout", "gssencmode", "options"),
    *("keepalives", "keepalives_count", "keepalives_idle", "keepalives_interval", "service"),
    *("sslcert", "sslcrl", "sslkey", "sslmode", "sslrootcert", "target_session_attrs"),
    *("tcp_user_timeout", "channel_binding", "passfile", "host"),
}
# PostgreSQL would else look anew for every statement; SQLite's readers see one moment anyway.
READING: dict[str, dict[str, object]] = {
    "sqlite": {"read_only": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


class DatabaseError(Exception):
    """One line for the operator: the cause and the cure."""


class Database:
    """Opens units. One writer at a time within this process, as many readers as wanted."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._readers = engine.execution_options(**READING[engine.dialect.name])
        self._unflushed = engine.execution_options(flushed=False)
        # SQLite's own waiting for the writer's turn is by sleeping and guessing; a lock is fair.
        self._write_lock = threading.Lock() if self.is_sqlite else nullcontext()
        self.when_asked: Callable[[], None] = lambda: None
        """Called, in whatever thread, after a unit that asked for a job was committed."""

    @property
    def is_sqlite(self) -> bool:
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def unit(self, *, flushed: bool = True) -> Iterator[Unit]:
        """A writing transaction: committed at the end, rolled back on any exception.

        Not `flushed`, its commit does not wait for the disk: a kill -9 still loses nothing of it,
        a power cut may undo it whole, together with all that came later and was not flushed.
        """
        from storage.unit import Unit  # noqa: PLC0415 - see FiguresUnit

        engine = self.engine if flushed else self._unflushed
        with self._write_lock, Session(engine, expire_on_commit=False) as session:
            unit = Unit(session)
            with session.begin():
                yield unit
                unit.settle()
        if unit.asked:
            self.when_asked()

    @contextmanager
    def reading(self) -> Iterator[Unit]:
        """The database as it is at one moment; nothing written here is kept."""
        from storage.unit import Unit  # noqa: PLC0415 - see FiguresUnit

        with Session(self._readers) as session:
            yield Unit(session)

    @contextmanager
    def reading_figures(self) -> Iterator[FiguresUnit]:
        """As `reading`, for a head's page alone."""
        from storage.figures_unit import FiguresUnit  # noqa: PLC0415 - of no use to other readers

        with Session(self._readers) as session:
            yield FiguresUnit(session)

    def without_fsync(self) -> None:
        """For the simulator's database on SQLite, which need not survive a power cut."""
        event.listen(self.engine, "connect", _unsynchronised)

    def close(self) -> None:
        self.engine.dispose()


def _unsynchronised(connection: Any, record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF")
    record.info["synchronous"] = "OFF"


def open_database(url: str) -> Database:
    """Raises DatabaseError when the address is wrong or its folder cannot be written."""
    address = _parse(url)
    if address.get_backend_name() == "sqlite":
        _make_folder(address)
        engine = create_engine(
            address, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        engine = create_engine(address, hide_parameters=True, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_postgresql)
    return Database(engine)


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """Open for the length of a `with`. Raises as `open_database` does."""
    database = open_database(url)
    try:
        yield database
    finally:
        database.close()


def still_starting(database: Database) -> DatabaseError | None:
    """What a server says that is not ready yet; None once it answers.

    After a power cut the bot is often up before PostgreSQL. Raises DatabaseError where waiting
    cannot help, as with a wrong password.
    """
    try:
        with database.engine.connect():
            return None
    except DBAPIError as error:
        if not _may_come_up(error):
            raise does_not_open(error) from None
        return does_not_open(error)


def _may_come_up(error: DBAPIError) -> bool:
    """Without FATAL no server answered at all; else it must say that it is not ready yet."""
    reason = str(error.orig)
    return isinstance(error, OperationalError) and (
        "FATAL" not in reason or any(words in reason for words in NOT_READY)
    )


def does_not_open(error: DBAPIError) -> DatabaseError:
    """The driver's own first line; it names host and file, never the password."""
    reason = next(iter(str(error.orig).strip().splitlines()), type(error.orig).__name__)
    cure = "restore a backup of it" if "malformed" in reason else "check DATABASE_URL"
    return DatabaseError(f"the database does not open: {discreet(reason)}; {cure}")


def discreet(reason: str) -> str:
    """Without the name of a host or an option that nobody knows: it may be a piece of the
    password."""
    return next((f"{ours}; {ESCAPED}" for told, ours in TELLING.items() if told in reason), reason)


def _parse(url: str) -> URL:
    """Raises DatabaseError for what is no address, or one of a database we do not serve."""
    scheme, _, rest = url.partition("://")
    if DRIVERS.get(scheme, "sqlite") != "sqlite" and not WELL_FORMED.fullmatch(rest):
        raise DatabaseError(
            f"DATABASE_URL: write it like postgresql://user:password@host/name; {ESCAPED}"
        )
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise _not_understood() from None
    driver = DRIVERS.get(address.drivername)
    if driver is None or (driver == "sqlite" and (address.host or address.query)):
        raise _not_understood()
    if not OPTIONS.issuperset(address.query):
        raise DatabaseError(f"DATABASE_URL: an option behind the ? is not known; {ESCAPED}")
    if driver == "sqlite" and str(address.database or "").rpartition("/")[2] in {"", ":memory:"}:
        raise DatabaseError("DATABASE_URL: names no file; write sqlite:///data/bot.sqlite3")
    return address.set(drivername=driver)


def _not_understood() -> DatabaseError:
    return DatabaseError(
        "DATABASE_URL: not understood; write sqlite:///data/bot.sqlite3"
        " or postgresql://user:password@host/name"
    )


def _make_folder(address: URL) -> None:
    file = Path(str(address.database))
    folder = file.parent
    try:
        private.make_folder(folder)
        probe = folder / ".writable"
        probe.touch()
        probe.unlink()
        private.make_file(file)
        for side in ("-wal", "-shm"):
            private.tighten(Path(f"{file}{side}"))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DatabaseError(
            f"cannot write in the data folder {folder}: {reason};"
            " give this user the right to write there or set DATABASE_URL"
        ) from None


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "secure_delete=ON",  # what was overwritten or deleted does not lie on in the file
        "journal_size_limit=67108864",
        "cache_size=-512",  # KiB a connection; the file lies in the system's own cache anyway
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A deferred transaction that turns into a writer may fail midway; begin as one."""
    options = connection.get_execution_options()
    if options.get("read_only", False):
        connection.exec_driver_sql("BEGIN")
        return
    level = "FULL" if options.get("flushed", True) else "NORMAL"
    if connection.info.get("synchronous") not in {level, "OFF"}:
        connection.exec_driver_sql(f"PRAGMA synchronous={level}")
        connection.info["synchronous"] = level
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_postgresql(connection: Connection) -> None:
    if not connection.get_execution_options().get("flushed", True):
        connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
