"""When a session of Coaching Clinic is, as officers write it."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from faq.text.dates.session_time import read_when

TODAY = date(2026, 11, 24)  # a Tuesday
ZONE = ZoneInfo("Asia/Makassar")
THURSDAY = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("said", "day", "begins", "ends"),
    [
        ("3 Desember 2026 09.00", THURSDAY, time(9), None),
        ("Kamis, 3 Desember 2026 pukul 09.00–11.30 WITA", THURSDAY, time(9), time(11, 30)),
        ("3/12/2026 9.00", THURSDAY, time(9), None),
        ("3-12-26 jam 9 pagi", THURSDAY, time(9), None),
        ("2026-12-03 09:00 s.d. 11:00", THURSDAY, time(9), time(11)),
        ("besok jam 2 siang", date(2026, 11, 25), time(14), None),
        ("Kamis depan jam 9", THURSDAY, time(9), None),
        ("kamis jam 9", date(2026, 11, 26), time(9), None),
        ("Senin minggu depan 13.30", date(2026, 11, 30), time(13, 30), None),
        ("3 hari lagi 09.00", date(2026, 11, 27), time(9), None),
        ("dua minggu lagi jam 9", date(2026, 12, 8), time(9), None),
        ("bsk jam 9", date(2026, 11, 25), time(9), None),
        ("3/12 jam 9-11", THURSDAY, time(9), time(11)),
        ("3 Des 10-11.30", THURSDAY, time(10), time(11, 30)),
        ("3 des, 30 orang, jam 9", THURSDAY, time(9), None),
        ("3 desember 30 peserta jam 9", THURSDAY, time(9), None),
        ("３ Desember pukul ０９：３０", THURSDAY, time(9, 30), None),
        ("3 jan 09.00", date(2027, 1, 3), time(9), None),
        ("3 Desember 2026 9 pagi sampai 1 siang", THURSDAY, time(9), time(13)),
        ("minggu depan jam 9", None, time(9), None),
        ("31 Februari 2027 09.00", None, time(9), None),
        ("3 Desember 2026 25.00", THURSDAY, None, None),
        ("nanti saja", None, None, None),
    ],
)
def test_a_day_and_an_hour(
    said: str, day: date | None, begins: time | None, ends: time | None
) -> None:
    written = read_when(said, TODAY)
    assert (written.day, written.begins, written.ends) == (day, begins, ends)


def test_what_contradicts_itself_is_no_moment() -> None:
    assert read_when("Senin 3 Desember 2026 09.00", TODAY).span(ZONE) is None
    assert read_when("3 Desember 2026 11.00-09.00", TODAY).span(ZONE) is None
