"""How often an officer wants to be told alone what they have in hand."""

from __future__ import annotations

from enum import StrEnum


class Digest(StrEnum):
    DAILY = "daily"
    WEEKLY = "weekly"


# As officers write it behind the command; None: no more.
SAID: dict[Digest | None, tuple[str, ...]] = {
    Digest.DAILY: ("harian", "hari", "tiap hari", "setiap hari"),
    Digest.WEEKLY: ("mingguan", "minggu", "pekanan", "tiap minggu", "setiap minggu"),
    None: ("tidak", "tidak usah", "berhenti", "hapus", "mati", "off", "stop"),
}
