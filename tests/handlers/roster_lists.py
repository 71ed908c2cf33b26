"""Lists of personnel as offices write them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from bot.rules.offices import Offices
from handlers.operator.roster.collect import Collected, collect

TODAY = date(2026, 11, 27)
NOW = datetime(2026, 11, 27, 1, tzinfo=UTC)
HEAD = ("No", "Nama", "NIP", "Pangkat/Gol", "Jabatan", "Unit Kerja", "No. HP", "Status")
GOOD = "198701012006011001"
OFFICES = Offices(("Dinas Pendidikan", "Dinas Kesehatan"), {"Disdikbud": "Dinas Pendidikan"})


def row(nip: object, name: object = "Siti", **more: object) -> list[object]:
    cells: dict[str, object] = {
        "no": 1,
        "name": name,
        "nip": nip,
        "rank": "III/a",
        "position": "Guru",
        "office": "Dinas Pendidikan",
        "phone": "081234567890",
        "status": "PNS",
    }
    return list((cells | more).values())


def written_csv(path: Path, rows: Sequence[Sequence[object]], sign: str = ";", **how: Any) -> Path:
    with path.open("w", newline="", **({"encoding": "utf-8"} | how)) as file:
        csv.writer(file, delimiter=sign).writerows(rows)
    return path


def read(path: Path, offices: Offices = OFFICES) -> Collected:
    return collect(path, offices, TODAY, lambda _: None)


def people(folder: Path, *rows: list[object]) -> Path:
    return written_csv(folder / "a.csv", [list(HEAD), *rows])
