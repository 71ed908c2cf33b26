"""Which days of a report people mean."""

from __future__ import annotations

from datetime import date

import pytest

from bot.errors import NoSuchDate, Refusal, WindowInFuture, WindowReversed, WindowUnknown
from bot.rules.report_days import Days, Span, week_of
from bot.words.report_days import days as said
from faq.text.dates.report_days import days_said

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("oktober", "2026-10-01", "2026-10-31"),
        ("Bulan Oktobr 2025", "2025-10-01", "2025-10-31"),
        ("desember", "2025-12-01", "2025-12-31"),  # this year's is still to come
        ("bulan 10", "2026-10-01", "2026-10-31"),
        ("10/2026", "2026-10-01", "2026-10-31"),
        ("2026-10", "2026-10-01", "2026-10-31"),
        ("bulan kemarin", "2026-10-01", "2026-10-31"),
        ("oktober kemaren", "2026-10-01", "2026-10-31"),  # the newest that is over
        ("oktober lalu", "2026-10-01", "2026-10-31"),
        ("november lalu", "2025-11-01", "2025-11-30"),
        ("oktober thn lalu", "2025-10-01", "2025-10-31"),
        ("triwulan 3 kemarin", "2026-07-01", "2026-09-30"),
        ("triwulan 4 lalu", "2025-10-01", "2025-12-31"),
        ("sejak awal tahun", "2026-01-01", "2026-11-27"),
        ("dari awal tahun sampai sekarang", "2026-01-01", "2026-11-27"),
        ("sem 2 tahun ini", "2026-07-01", "2026-11-27"),
        ("10-2026", "2026-10-01", "2026-10-31"),
        ("oktober 🙏🏽", "2026-10-01", "2026-10-31"),
        ("🗓️ okt\u200bober", "2026-10-01", "2026-10-31"),
        ("bulan ini", "2026-11-01", "2026-11-27"),
        ("pekan ini dong", "2026-11-23", "2026-11-27"),
        ("mgg lalu", "2026-11-16", "2026-11-22"),
        ("triwulan 3", "2026-07-01", "2026-09-30"),
        ("TW IV", "2026-10-01", "2026-11-27"),
        ("triwulan ke-2 2025", "2025-04-01", "2025-06-30"),
        ("q1", "2026-01-01", "2026-03-31"),
        ("triwulan lalu", "2026-07-01", "2026-09-30"),
        ("semester 2 tahun lalu", "2025-07-01", "2025-12-31"),
        ("tahun lalu", "2025-01-01", "2025-12-31"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("12 bulan terakhir", "2025-11-28", "2026-11-27"),
        ("setahun terakhir", "2025-11-28", "2026-11-27"),
        ("2 tahun", "2024-01-01", "2025-12-31"),
        ("30 hari terakhir", "2026-10-29", "2026-11-27"),
        ("kemarin", "2026-11-26", "2026-11-26"),
        ("2026-01-01 2026-01-31", "2026-01-01", "2026-01-31"),
        ("2026-01-01..2026-01-31", "2026-01-01", "2026-01-31"),
        ("1/1/2026 - 31/1/2026", "2026-01-01", "2026-01-31"),
        ("dari tanggal 1 Januari s.d. 31 Maret", "2026-01-01", "2026-03-31"),
        ("1-15 oktober 2026", "2026-10-01", "2026-10-15"),
        ("januari–maret 2026", "2026-01-01", "2026-03-31"),
        ("november sampai februari 2026", "2025-11-01", "2026-02-28"),
        ("2024-2025", "2024-01-01", "2025-12-31"),
        ("1 januari sampai 31 maret 2025", "2025-01-01", "2025-03-31"),
        ("1/10 - 15/10", "2026-10-01", "2026-10-15"),
        ("1-Okt-2026 s/d 5-Okt-2026", "2026-10-01", "2026-10-05"),
        ("1 okt 25 okt", "2026-10-01", "2026-10-25"),  # no year of two figures
        ("1 okt-25 okt", "2026-10-01", "2026-10-25"),
        ("1-10-2026-15-10-2026", "2026-10-01", "2026-10-15"),
        ("2026-10-01-2026-10-15", "2026-10-01", "2026-10-15"),
        ("senin sampai kemarin", "2026-11-23", "2026-11-26"),
        ("hari jumat lalu", "2026-11-20", "2026-11-20"),  # today is one
        ("jum'at", "2026-11-27", "2026-11-27"),
        ("hari minggu", "2026-11-22", "2026-11-22"),
        ("Selasa 24 November 2026", "2026-11-24", "2026-11-24"),
        ("29 februari 2024", "2024-02-29", "2024-02-29"),
    ],
)
def test_days_as_people_say_them(text: str, first: str, last: str) -> None:
    days = days_said(text, TODAY)
    assert (str(days.first), str(days.last)) == (first, last)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", WindowUnknown),
        ("halo", WindowUnknown),
        ("saya", WindowUnknown),
        ("minggu ke 3", WindowUnknown),
        ("📊", WindowUnknown),
        ("oktober " * 40, WindowUnknown),
        ("31 februari 2026", NoSuchDate),
        ("2026-13-01", NoSuchDate),
        ("triwulan 5", NoSuchDate),
        ("bulan 13", NoSuchDate),
        ("1 januari 0001", NoSuchDate),
        ("9999 bulan", NoSuchDate),
        ("2026-02-01 2026-01-01", WindowReversed),
        ("2027", WindowInFuture),
        ("minggu depan", WindowInFuture),
        ("besok", WindowInFuture),
        ("minggu 1 oktober", WindowUnknown),  # the first week, or a Sunday that it is not
        ("2026-11-28", WindowInFuture),
    ],
)
def test_what_names_no_days_that_can_be_told_about(text: str, refusal: type[Refusal]) -> None:
    with pytest.raises(refusal):
        days_said(text, TODAY)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("hari berikutnya", date(2026, 11, 28)),
        ("minggu depan", date(2026, 11, 30)),
        ("bulan depan", date(2026, 12, 1)),
        ("triwulan depan", date(2027, 1, 1)),
        ("semester mendatang", date(2027, 1, 1)),
        ("tahun depan", date(2027, 1, 1)),
    ],
)
def test_of_what_is_still_to_come_its_first_day_is_named(text: str, begins: date) -> None:
    with pytest.raises(WindowInFuture) as refused:
        days_said(text, date(2026, 11, 27))
    assert refused.value.first == begins


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_its_quarter_on_every_day_of_the_year(month: int) -> None:
    today = date(2026, month, 28)
    days, quarter = days_said("bulan ini", today), days_said("triwulan ini", today)
    assert days.first.month == month
    assert days.under_way == (days.ends > today)
    assert quarter.first <= days.first <= quarter.ends
    assert quarter.span is Span.QUARTER
    assert quarter == days_said(f"triwulan {(month + 2) // 3}", today)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("oktober", "Oktober 2026 (1–31 Oktober 2026)"),
        ("triwulan 3", "Triwulan III 2026 (1 Juli – 30 September 2026)"),
        ("triwulan 4 2025", "Triwulan IV 2025 (1 Oktober – 31 Desember 2025)"),
        ("semester 2 2025", "Semester 2 2025 (1 Juli – 31 Desember 2025)"),
        ("tahun ini", "Tahun 2026 (1 Januari – 27 November 2026), masih berjalan"),
        ("pekan ini", "Pekan 23–27 November 2026, masih berjalan"),
        ("12 bulan", "28 November 2025 – 27 November 2026"),
    ],
)
def test_what_is_under_way_does_not_look_as_if_it_were_over(text: str, name: str) -> None:
    assert said(days_said(text, TODAY)) == name


def test_a_week_that_is_over_is_whole() -> None:
    week = week_of(date(2026, 11, 18), TODAY)
    over = date(2026, 11, 22)
    assert week == Days(date(2026, 11, 16), over, Span.WEEK, over)
    assert not week.under_way
