"""A throw-away PostgreSQL for the tests: found, or installed by apt, and gone with them."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

OWNER = "postgres"  # PostgreSQL refuses to run as root
QUICK = {  # nothing here outlives the tests, so nothing need survive a power cut
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
    "max_connections": "60",
    "log_min_messages": "fatal",
}
READY_WITHIN = 30.0  # seconds
APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"])


class NoPostgres(Exception):
    """One line: why there is none, and what to do."""


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """The address of a fresh server, without a database's name. Raises NoPostgres."""
    binaries = found_or_installed()
    folder = Path(tempfile.mkdtemp(prefix="bot-pg-"))
    try:
        _give(folder)
        data = folder / "data"
        _initdb(binaries, data)
        port = _free_port()
        server = _start(_command(binaries, data, folder, port))
        try:
            address = f"postgresql+psycopg://{OWNER}@127.0.0.1:{port}"
            _wait_until_ready(server, port)
            yield address
        finally:
            server.send_signal(signal.SIGINT)  # "fast shutdown": does not wait for clients
            with contextlib.suppress(subprocess.TimeoutExpired):
                server.wait(10)
            server.kill()
            server.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def found_or_installed() -> Path:
    found = _found()
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in APT:
            _quietly(*command)
        found = _found()
    if found is None:
        raise NoPostgres(
            "the tests need PostgreSQL: run `sudo apt-get install postgresql`,"
            " or set TEST_DATABASE_URL to a server where databases may be created"
        )
    return found


def _found() -> Path | None:
    """The folder that has both initdb and postgres; the newest release first."""
    in_path = shutil.which("initdb")
    folders = [Path(in_path).resolve().parent] if in_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_release, reverse=True)
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    return None


def _release(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def _give(folder: Path) -> None:
    """To the user who is to run the server, where that is not ourselves."""
    if os.geteuid() != 0:
        return
    if _quietly("id", "-u", OWNER) != 0:
        _quietly("useradd", "--system", OWNER)
    shutil.chown(folder, OWNER)


def _as_owner() -> list[str]:
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={OWNER}", f"--regid={OWNER}", "--clear-groups"]


def _initdb(binaries: Path, data: Path) -> None:
    command = [str(binaries / "initdb"), "-D", str(data), "-U", OWNER, "-A", "trust"]
    command += ["--no-sync", "--no-instructions", "-E", "UTF8", "--locale=C"]
    made = subprocess.run(
        [*_as_owner(), *command], check=False, capture_output=True, text=True, cwd="/"
    )
    if made.returncode != 0:
        reason = (made.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise NoPostgres(f"initdb failed: {reason}; or set TEST_DATABASE_URL")


def _command(binaries: Path, data: Path, folder: Path, port: int) -> list[str]:
    # With us dies the server: a killed test run leaves nothing behind.
    prefix = [*_as_owner(), "--pdeathsig=INT"] if os.geteuid() == 0 else []
    settings = QUICK | {"listen_addresses": "127.0.0.1", "unix_socket_directories": str(folder)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return [*prefix, str(binaries / "postgres"), "-D", str(data), "-p", str(port), *options]


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    silence = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=silence, stderr=silence, cwd="/")


def _quietly(*command: str) -> int:
    silence = subprocess.DEVNULL
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, stdout=silence, stderr=silence, env=environment)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(host="127.0.0.1", port=port, user=OWNER, dbname=OWNER).close()
            return
        time.sleep(0.05)
    raise NoPostgres("the throw-away PostgreSQL did not start; or set TEST_DATABASE_URL")
