"""Holidays, hours and special periods as data: sourced, and refused in one line where wrong."""

from __future__ import annotations

import csv
from datetime import date, time
from pathlib import Path

import pytest

from bot.data.data_file import HERE, DataError
from bot.data.working_time import holidays, known_until, office_hours, special_periods
from bot.rules.calendar import OfficeHours
from tests.rules.refused import refused

WEEK = '[[week]]\nfrom = 2027-01-01\nhours = ["08:00-12:00", "13:00-16:30"]\nsource = "x"\n'
PERIOD = """
[[period]]
name = "Ramadan 1448 H"
first = 2027-02-08
last = 2027-03-09
opens = 08:00:00
closes = 15:00:00
source = "x"
"""
CLOSED = PERIOD.replace("opens = 08:00:00\ncloses = 15:00:00", "closed = true")
HOLIDAYS = HERE / "holidays.csv"


def _rows() -> list[dict[str, str]]:
    with HOLIDAYS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_holiday_has_a_name_and_a_source() -> None:
    for row in _rows():
        assert row["name"].strip(), row
        assert row["source"].strip(), row
        assert None not in row, row


def test_holidays_are_sorted_and_unique() -> None:
    days = [date.fromisoformat(row["date"]) for row in _rows()]
    assert days == sorted(set(days))
    assert holidays(HOLIDAYS) == set(days)


def test_the_usual_hours_have_a_rest_and_a_longer_one_on_fridays() -> None:
    (week,) = office_hours()
    assert week.on(date(2026, 11, 26)) == OfficeHours(time(8), time(17), (time(12), time(13)))
    friday = OfficeHours(time(8), time(17), (time(11, 30), time(13, 30)))
    assert week.on(date(2026, 11, 27)) == friday


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"\[\[week\]\]"),
        (WEEK.replace("12:00", "13:30"), "in order"),
        (WEEK.replace('"08:00-12:00"', '"08.00-12.00"'), "in order"),
        (WEEK.replace('"08:00-12:00"', '"08:00-29:00"'), "hour must be"),
        (WEEK.replace('["08:00-12:00", "13:00-16:30"]', "[]"), "in order"),
        (WEEK.replace('"x"', '""'), "a source is needed"),
        (WEEK + WEEK, "begin on the same day"),
    ],
)
def test_usual_hours_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    refused(office_hours, tmp_path / "jam.toml", text, said)


@pytest.mark.parametrize("row", ["25-12-2026,Natal,x", ",Natal,x", "2026-02-30,Tidak ada,x"])
def test_a_wrong_holiday_is_named_with_its_line(tmp_path: Path, row: str) -> None:
    file = tmp_path / "libur.csv"
    file.write_text(f"date,name,source\n2026-12-25,Natal,x\n{row}\n")
    with pytest.raises(DataError, match=r"libur\.csv:3: write the date like 2026-12-25"):
        holidays(file)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"libur\.csv:1: .*date,name,source"),
        ("date;name;source\n2026-12-25;Natal;x\n", r"libur\.csv:1: .*commas"),
        ("2026-12-25,Natal,x\n", r"libur\.csv:1: "),
        ('date,name,source\n2026-12-25,"Natal,x\n2026-12-26,Cuti,x\n', r"quotation mark"),
        ("date,name,source\n\n2026-12-25,Natal,x\n25 Des,Natal,x\n", r"libur\.csv:4: "),
        ('date,name,source\n2026-12-25,"Na\ntal",x\n25 Des,Natal,x\n', r"libur\.csv:4: "),
    ],
)
def test_a_holiday_file_of_another_form_is_said_in_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    refused(holidays, tmp_path / "libur.csv", text, said)


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    file = tmp_path / "libur.csv"
    file.write_bytes("\ufeffdate,name,source\r\n2026-12-25,Natal,x\r\n".encode())
    assert holidays(file) == {date(2026, 12, 25)}


def test_a_missing_or_broken_file_is_said_in_one_line(tmp_path: Path) -> None:
    broken = tmp_path / "libur.csv"
    broken.write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "tiada.csv", broken):
        with pytest.raises(DataError, match=r"HOLIDAYS_FILE: .*: cannot be read"):
            holidays(path)


def test_a_year_with_a_fixed_few_is_not_yet_known() -> None:
    assert known_until(holidays(HOLIDAYS)) == date(2026, 12, 31)
    assert known_until([]) == date.min
    assert known_until([date(2027, 1, day) for day in range(1, 12)]) == date.min


def test_no_special_period_is_assumed() -> None:
    assert special_periods() == ()


def test_the_example_of_a_special_period_can_be_copied(tmp_path: Path) -> None:
    lines = (HERE / "special_periods.toml").read_text(encoding="utf-8").splitlines()
    begin = lines.index("# [[period]]")
    file = tmp_path / "masa.toml"
    file.write_text("\n".join(line.removeprefix("# ").removeprefix("#") for line in lines[begin:]))
    ramadan, moving = special_periods(file)
    assert ramadan.hours == OfficeHours(time(8), time(15), (time(12), time(12, 30)))
    assert ramadan.on(date(2027, 2, 12)) == OfficeHours(
        time(8), time(15, 30), (time(11, 30), time(12, 30))
    )
    assert moving.hours is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("period = 7", r"under \[\[period\]\]"),
        ("[[period]]\nname = 'x'", "period x: .*KeyError"),
        (PERIOD.replace("2027-02-08", "2027-04-08"), "in order"),
        (PERIOD.replace("08:00:00", "16:00:00"), "in order"),
        (PERIOD.replace("08:00:00", "'08:00'"), "are times"),
        (PERIOD.replace("2027-02-08", "'8 Feb'"), "are dates"),
        (PERIOD.replace('source = "x"', 'source = ""'), "source are needed"),
        (PERIOD.replace('name = "Ramadan 1448 H"', ""), "without a name"),
        (PERIOD.replace("closes = 15:00:00", ""), "closes"),
        (PERIOD + CLOSED, "overlap"),
    ],
)
def test_a_period_that_cannot_be_used(tmp_path: Path, text: str, said: str) -> None:
    refused(special_periods, tmp_path / "masa.toml", text, said)
