"""How long `main.py roster import` takes, how much memory, how long others cannot write.

python -m tests.bench.roster [--people 5000 100000] [--forms csv xlsx]
"""

from __future__ import annotations

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from handlers.clock.uptime import LAST
from storage.engine import Database, opened
from storage.schema import fit_for_reading

ROOT = Path(__file__).parents[2]
OFFICES = 60
HEAD = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja", "No. HP", "E-mail", "Status")


class Took(NamedTuple):
    wall: float
    cpu: float
    memory: float  # MB
    longest_wait: float
    said: str


def people(count: int, moved: int) -> Iterator[tuple[str, ...]]:
    """The first `moved` are in another office than else."""
    for n in range(count):
        year, month, day = 1966 + n % 34, 1 + n // 34 % 12, 1 + n // 408 % 28
        serial = 1 + n // 11424
        nip = f"{year}{month:02}{day:02}{year + 25}01{1 + n % 2}{serial:03}"
        office = (n + (n < moved)) % OFFICES
        yield (
            *(str(n + 1), f"Pegawai Nomor {n}, S.Kom", nip, "Penata / III.c", "Analis SDM"),
            *(f"Dinas Nomor {office}", f"0812{n:08}", f"pegawai{n}@contoh.go.id", "PNS"),
        )


def written(path: Path, count: int, moved: int) -> Path:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEAD, *people(count, moved)])
        return path
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Pegawai")
        for line, cells in enumerate([HEAD, *people(count, moved)]):
            for at, cell in enumerate(cells):
                sheet.write_string(line, at, cell)
    return path


class Others(threading.Thread):
    """Somebody who writes all the while, and notes the longest that they had to wait."""

    def __init__(self, database: Database) -> None:
        super().__init__(daemon=True)
        self.database, self.longest, self.over = database, 0.0, threading.Event()

    def run(self) -> None:
        while not self.over.wait(0.02):
            began = time.perf_counter()
            with self.database.unit() as unit:
                unit.agenda.note(LAST, now=datetime.now(UTC))
            self.longest = max(self.longest, time.perf_counter() - began)


def measured(file: Path, url: str) -> Took:
    with opened(url) as database:
        fit_for_reading(database)
        others = Others(database)
        others.start()
        began = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "main.py", "roster", "import", str(file), "--yes"],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": url},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert child.stdout is not None
        said = child.stdout.read()
        # not child.wait(): the figures are wanted of this child alone
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        others.over.set()
        others.join()
        assert status == 0, said
        cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
        return Took(wall, cpu, memory, others.longest, said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=[5_000, 100_000])
    parser.add_argument("--forms", choices=("csv", "xlsx"), nargs="+", default=["csv", "xlsx"])
    wanted = parser.parse_args()
    for count in wanted.people:
        for form in wanted.forms:
            with tempfile.TemporaryDirectory(prefix="roster-") as folder:
                url = f"sqlite:///{folder}/bot.sqlite3"
                for what, moved in (("first", 0), ("1 % moved", count // 100)):
                    file = written(Path(folder) / f"list.{form}", count, moved)
                    took = measured(file, url)
                    print(
                        f"{count:>7,} people, {form}, {what}: {took.wall:.1f} s,"
                        f" {took.cpu:.1f} of CPU, {took.memory:.0f} MB,"
                        f" others waited at most {took.longest_wait * 1000:.0f} ms",
                        flush=True,
                    )
                    print("   ", took.said.splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
