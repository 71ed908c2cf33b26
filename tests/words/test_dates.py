"""Dates and spans as Indonesian readers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.words import dates

WITA = ZoneInfo("Asia/Makassar")
MOMENT = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)


def test_a_moment_is_local() -> None:
    assert dates.short(MOMENT, WITA) == "23 Nov 2026 14.05"
    late = datetime(2026, 8, 31, 16, 0, tzinfo=UTC)
    assert dates.short(late, WITA) == "1 Sep 2026 00.00"


def test_all_months_are_indonesian() -> None:
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    named = [dates.date_of(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert named == months.split()


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("Asia/Makassar", "WITA"),
        ("Asia/Jakarta", "WIB"),
        ("Asia/Jayapura", "WIT"),
        ("Asia/Singapore", "UTC+8"),  # the same clock, but nobody there says WITA
        ("Asia/Kolkata", "UTC+5.30"),
        ("America/St_Johns", "UTC-3.30"),
        ("UTC", "UTC+0"),
    ],
)
def test_a_zone_is_named_only_where_it_has_a_name(zone: str, name: str) -> None:
    assert dates.zone_name(MOMENT, ZoneInfo(zone)) == name
    assert dates.stamp(MOMENT, ZoneInfo(zone)).endswith(f" {name}")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 16), date(2026, 11, 22), "16–22 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 November – 6 Desember 2026"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Desember 2026 – 3 Januari 2027"),
        (date(2026, 11, 16), date(2026, 11, 16), "16 November 2026"),
    ],
)
def test_days_say_nothing_twice(first: date, last: date, said: str) -> None:
    assert dates.days(first, last) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(days=-1), "baru saja"),
        (timedelta(seconds=59), "baru saja"),
        (timedelta(minutes=1), "1 menit"),
        (timedelta(minutes=45, seconds=59), "45 menit"),
        (timedelta(hours=1), "1 jam"),
        (timedelta(hours=3, minutes=10), "3 jam 10 menit"),
        (timedelta(days=1), "1 hari"),
        (timedelta(days=1, minutes=59), "1 hari"),
        (timedelta(days=2, hours=3), "2 hari 3 jam"),
        (timedelta(days=13, hours=23), "13 hari 23 jam"),
        (timedelta(days=14, hours=23), "14 hari"),
        (timedelta(days=400), "400 hari"),
    ],
)
def test_spans(length: timedelta, said: str) -> None:
    assert dates.span(length) == said


def test_a_duration_is_never_just_now() -> None:
    assert dates.duration(timedelta(seconds=5)) == "kurang dari 1 menit"
    assert dates.duration(timedelta(hours=5)) == "5 jam"
