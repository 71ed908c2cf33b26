"""PostgreSQL's own tools, pg_dump, pg_restore and psql. They come with its client."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO

from storage import private
from storage.backup.errors import BackupError, Between
from storage.engine import Database, discreet
from storage.search import WORDS_OF
from storage.tables import Table

NAME, SUFFIX, SIGNATURE = "PostgreSQL", ".dump", b"PGDMP"
PIECE = 1 << 20
OURS = {"alembic_version", "ticket"}
ADAPTED = ("--no-owner", "--no-privileges")  # another server may know other users
_TABLE = re.compile(r"^\d+; \d+ \d+ TABLE (?P<schema>\S+) (?P<name>\S+) ", re.MULTILINE)
_REVISION = re.compile(r"^COPY \S*alembic_version \(version_num\) FROM stdin;\n(\S+)$", re.M)


def copy(database: Database, to: Path, between: Between) -> None:
    dump = ("--format=custom", *ADAPTED, *_address(database))
    with to.open("wb") as out:

        def keep(piece: bytes) -> None:
            out.write(piece)
            out.flush()
            os.fdatasync(out)  # in small pieces: a large one holds up the bot's own commits

        _pour("pg_dump", *dump, into=keep, between=between, environ=_environ(database))


def revision_in(file: Path, between: Between) -> str:
    tables = {name for _, name in _tables(file)}
    if not tables >= OURS:
        raise BackupError(f"{file} is another program's dump; take a backup of the bot's")
    _pour("pg_restore", "--file=-", str(file), into=lambda _: None, between=between)
    said = _run("pg_restore", "--data-only", "--table=alembic_version", "--file=-", str(file))
    found = _REVISION.search(said)
    if found is None:
        raise BackupError(f"{file} tells no schema; take another one")
    return found[1]


def put_back(database: Database, file: Path, keep_in: Path) -> None:
    """In one transaction: all of it, or nothing has changed."""
    database.close()
    private.make_folder(keep_in)
    with tempfile.NamedTemporaryFile(dir=keep_in, suffix=".sql") as script:  # 0600
        _run("pg_restore", *ADAPTED, f"--file={script.name}", str(file))
        _run(
            "psql",
            *("--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"),
            *_address(database),
            f"--command={_drops(file)}",
            f"--file={script.name}",
            environ=_environ(database),
        )


def _drops(file: Path) -> str:
    """Of what is ours: the tables in the file, and what the releases since have added."""
    names = [f'"{schema}"."{name}"' for schema, name in _tables(file)]
    names += [f'"{table.name}"' for table in Table.metadata.sorted_tables]
    tables = " ".join(f"DROP TABLE IF EXISTS {name} CASCADE;" for name in names)
    return f"{tables} DROP FUNCTION IF EXISTS {WORDS_OF};"


def _tables(file: Path) -> list[tuple[str, str]]:
    listed = _run("pg_restore", "--list", str(file))
    return [(found["schema"], found["name"]) for found in _TABLE.finditer(listed)]


def _run(tool: str, *arguments: str, environ: dict[str, str] | None = None) -> str:
    said = bytearray()
    _pour(tool, *arguments, into=said.extend, between=lambda: None, environ=environ)
    return said.decode(errors="replace")


def _pour(
    tool: str,
    *arguments: str,
    into: Callable[[bytes], object],
    between: Between,
    environ: dict[str, str] | None = None,
) -> None:
    """What it writes, through our hands: with us it ends. Raises BackupError where it fails."""
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [_tool(tool), *arguments], stdout=subprocess.PIPE, stderr=said, env=environ
        ) as running,
    ):
        assert running.stdout is not None
        try:
            while piece := running.stdout.read(PIECE):
                into(piece)
                between()
        except BaseException:
            running.kill()
            raise
        _raise_failed(tool, running.wait(), said)


def _raise_failed(tool: str, code: int, said: IO[bytes]) -> None:
    if code == 0:
        return
    said.seek(0)
    lines = said.read(PIECE).decode(errors="replace").splitlines()
    told = [line for line in lines if re.search(r"error|fatal", line, re.IGNORECASE)] or lines
    reason = told[0].removeprefix(f"{tool}: ") if told else f"it ended with {code}"
    raise BackupError(f"{tool}: {discreet(reason)}")


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BackupError(
            f"PostgreSQL is backed up by its own {name}, and there is none here;"
            " run: sudo apt-get install postgresql-client"
        )
    return found


def _parameters(database: Database) -> dict[str, str]:
    url = database.engine.url
    given = url.translate_connect_args(username="user", database="dbname") | url.query
    return {name: str(value) for name, value in given.items()}


def _address(database: Database) -> Sequence[str]:
    """Without the password: every user of the machine can read an argument."""
    from psycopg import ProgrammingError  # noqa: PLC0415 - a SQLite bot is spared the driver
    from psycopg.conninfo import make_conninfo  # noqa: PLC0415

    shown = {name: each for name, each in _parameters(database).items() if name != "password"}
    try:
        return ("--no-password", f"--dbname={make_conninfo(**shown)}")
    except ProgrammingError as error:
        raise BackupError(f"DATABASE_URL: {discreet(str(error))}") from None


def _environ(database: Database) -> dict[str, str]:
    password = _parameters(database).get("password")
    return {**os.environ, **({} if password is None else {"PGPASSWORD": password})}
