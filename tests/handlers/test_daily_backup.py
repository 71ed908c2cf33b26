"""The daily backup: once a day, the oldest give way, and a failing one is heard of once."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from bot.simulator.world import accounts
from bot.wire.aside import GivenUp
from handlers.clock.backup import DailyBackup, Folder
from handlers.resources import Resources
from storage import backup
from storage.engine import Database
from storage.tables import OutboxRow
from tests.support.still_clock import StillClock

EVENING = datetime(2026, 11, 24, 12, tzinfo=UTC)  # 20.00 in Balangan


class House:
    def __init__(self, database: Database, resources: Resources, path: Path) -> None:
        self.database = database
        self.resources = resources
        self.clock = StillClock(EVENING)
        self.folder = Folder(path, database, keep=3)
        self.restart()

    def restart(self) -> None:
        self.daily = DailyBackup(self.folder, self.resources, self.clock)

    def looks(self) -> None:
        self.daily.run_due(lambda: None)

    def days(self) -> list[str]:
        return [file.stem[-10:] for file in self.folder.all()]

    def told(self) -> list[int]:
        with self.database.reading() as unit:
            return [row.chat_id for row in unit.session.exec(select(OutboxRow))]


@pytest.fixture
def house(database: Database, resources: Resources, tmp_path: Path) -> House:
    admins = (accounts.BUDI, accounts.DEWI)
    return House(database, replace(resources, admin_ids=admins), tmp_path / "backup")


def test_one_a_day_from_two_in_the_night_on(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="bot"):
        for _ in range(3):
            house.looks()
            house.restart()
    assert house.days() == ["2026-11-24"]
    assert caplog.text.count("action=backup_made") == 1
    house.clock.move_to(datetime(2026, 11, 24, 17, 59, tzinfo=UTC))  # 01.59
    house.looks()
    assert house.days() == ["2026-11-24"]
    house.clock.move_to(datetime(2026, 11, 24, 18, tzinfo=UTC))
    house.looks()
    assert house.days() == ["2026-11-24", "2026-11-25"]
    assert backup.check(house.database, house.folder.all()[-1])


def test_the_oldest_give_way_and_other_files_stay(house: House) -> None:
    house.looks()
    for side in (backup.PART, f"{backup.PART}-journal"):  # of one that was killed the day before
        Path(f"{house.folder.of('2026-11-23')}{side}").touch()
    for name in ("catatan.txt", "bot-lama.sqlite3", "before-restore-1.dump", "bot-1.sqlite3.part"):
        (house.folder.path / name).touch()
    for day in range(25, 30):
        house.clock.move_to(datetime(2026, 11, day, 12, tzinfo=UTC))
        house.looks()
    assert house.days() == ["2026-11-27", "2026-11-28", "2026-11-29"]
    assert len(list(house.folder.path.iterdir())) == 7


def test_a_failing_one_is_logged_and_told_to_admins_once(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    house.folder.path.write_text("a file is in the way")
    for _ in range(3):
        house.looks()
    assert caplog.text.count("action=backup_failed") == 1, "it is tried once an hour"
    assert house.told() == [accounts.BUDI, accounts.DEWI]
    house.restart()
    house.looks()
    assert caplog.text.count("action=backup_failed") == 2
    assert house.told() == [accounts.BUDI, accounts.DEWI]
    house.folder.path.unlink()
    house.looks()
    assert house.days() == [], "not before the hour is over"
    house.clock.move_to(datetime(2026, 11, 24, 13, tzinfo=UTC))
    house.looks()
    assert house.days() == ["2026-11-24"]
    house.clock.move_to(datetime(2026, 11, 25, 13, tzinfo=UTC))
    Path(f"{house.folder.of('2026-11-25')}{backup.PART}").mkdir()
    house.looks()
    assert house.told() == [accounts.BUDI, accounts.DEWI] * 2


def test_one_that_a_stop_gives_up_is_no_failure(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    def stops() -> None:
        raise GivenUp

    with pytest.raises(GivenUp):
        house.daily.run_due(stops)
    assert caplog.text == ""
    assert house.told() == []
    house.looks()
    assert house.days() == ["2026-11-24"]
