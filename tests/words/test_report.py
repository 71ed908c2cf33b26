"""The report's sentences: right figures, fit for a caption, whatever the values."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

import pytest

from bot import utf16
from bot.data.editions import editions
from bot.rules.indicator import Edition, Indicator, Spent, Summary, Window, level_of, still_needed
from bot.rules.period_page import PeriodPage, Stretch
from bot.rules.report_days import Days, Span
from bot.rules.ticket import Status
from bot.rules.weekly import Waiting, Weekly, WeekTook
from bot.words import figures, indicator, period_page, report_days, weekly
from bot.words.html import Html, as_text

WITA = ZoneInfo("Asia/Makassar")
AS_OF = datetime(2026, 11, 23, 8, tzinfo=WITA)
YEAR = Window(datetime(2026, 1, 1, tzinfo=WITA), AS_OF, AS_OF)
EDITIONS = editions().by_name
TELEGRAM_TAGS = {"b", "i", "code"}


def summary(received: int, resolved: int, *, edition: Edition = EDITIONS["2026"]) -> Summary:
    answered = spent(resolved, received - resolved, timedelta(hours=3))
    settled = spent(resolved, received - resolved, timedelta(hours=30))
    return Summary(
        indicator=Indicator(
            window=YEAR,
            edition=edition,
            received=received,
            resolved=resolved,
            level=level_of(received, resolved, edition),
            still_needed=still_needed(received, resolved, edition),
        ),
        open=received - resolved,
        states={
            Status.CLOSED: resolved - resolved // 3,
            Status.RESOLVED: resolved // 3,
            Status.TAKEN: received - resolved,
        },
        overdue=0,
        reopened=0,
        answered=resolved,
        information_received=4,
        information_resolved=3,
        to_first_answer=answered,
        to_resolution=settled,
    )


def spent(have: int, lack: int, took: timedelta) -> Spent:
    some = have > 0
    return Spent(
        have,
        took if some else None,
        took * 2 if some else None,
        lack,
        timedelta(days=40) if lack else None,
    )


def week(year: Summary) -> Weekly:
    return Weekly(
        monday=date(2026, 11, 16),
        as_of=AS_OF,
        received=7,
        resolved=5,
        answered=6,
        reopened=1,
        open=3,
        overdue=2,
        information_received=4,
        information_resolved=3,
        information_open=1,
        categories=(("MFA dan OTP", 4), ("Menyusun SKP", 2), ("Penilaian", 1)),
        oldest=(
            Waiting("EK-2026-00012", timedelta(days=21, hours=4), overdue=True),
            Waiting("EK-2026-00031", timedelta(hours=5), overdue=False),
        ),
        year=year,
    )


def text_of(year: Summary, *, late: bool = False) -> str:
    return as_text(weekly.weekly(week(year), zone=WITA, late=late))


def long_text_of(year: Summary) -> str:
    return as_text(indicator.indicator(year, zone=WITA))


class _Tags(HTMLParser):
    """Raises where tags are unknown, unclosed or crossed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TELEGRAM_TAGS
        assert not attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check_html(page: Html) -> None:
    tags = _Tags()
    tags.feed(page)
    tags.close()
    assert tags.open == []
    bare = re.sub(r"</?(?:b|i|code)>", "", page)
    assert "<" not in bare
    assert not re.search(r"&(?!amp;|lt;|gt;)", bare)
    assert "None" not in page


def test_the_week_on_one_page() -> None:
    said = text_of(summary(32, 29))
    for part in (
        "Pekan 16–22 November 2026",
        "Keadaan per 23 Nov 2026 08.00 WITA",
        "7 masuk · 5 selesai",
        "6 mendapat jawaban pertama · 1 dibuka lagi",
        "3 masih terbuka, 2 lewat batas waktu",
        "1 Januari – 23 November 2026",
        "90,62 % · 29 dari 32 selesai · level 2 dari 3",
        "Perlu 1 pengaduan lagi diselesaikan untuk mencapai 91 %.",
        "Yang selesai: dikonfirmasi pelapor 20, menunggu konfirmasi 9.",
        "Dari 32, paling banyak 2 boleh tidak selesai.",
        "Jawaban pertama: tengah 3 jam, 9 dari 10 dalam 6 jam (dari 29; 3 belum, tertua 40 hari)",
        "Selesai: tengah 1 hari 6 jam, 9 dari 10 dalam 2 hari 12 jam (dari 29; 3 belum",
        "MFA dan OTP 4 · Menyusun SKP 2 · Penilaian 1",
        "EK-2026-00012 21 hari, lewat batas",
        "EK-2026-00031 5 jam\n",
        "Permintaan informasi (terpisah): 4 masuk, 3 selesai, 1 terbuka",
        "Indikator “Penyelesaian layanan pengaduan”, edisi 2026: selesai dengan jawaban",
    ):
        assert part in said
    assert "Terlambat" not in said


def test_a_late_summary_says_when_it_was_due() -> None:
    assert "seharusnya terkirim 23 Nov 2026 08.00 WITA" in text_of(summary(1, 1), late=True)


@pytest.mark.parametrize("said", [text_of(summary(0, 0)), long_text_of(summary(0, 0))])
def test_without_complaints_there_is_no_ratio(said: str) -> None:
    assert "Belum ada pengaduan · level 1 dari 3" in said
    assert "dinilai level 1" in said
    assert "Perlu" not in said
    assert "tengah" not in said
    assert "0,00" not in said


def test_level_3_needs_no_more() -> None:
    said = text_of(summary(12, 11))
    assert "91,66 % · 11 dari 12 selesai · level 3 dari 3" in said
    assert "Target 91 % tercapai.\nDari 12, paling banyak 1 boleh tidak selesai." in said


def test_where_nobody_was_answered_no_median_hides_it() -> None:
    assert "Jawaban pertama: belum ada; 3 belum, tertua 40 hari" in text_of(summary(3, 0))


def test_what_ended_without_an_answer_is_named_and_stays_counted() -> None:
    year = replace(summary(5, 1), states={Status.WITHDRAWN: 2, Status.MERGED: 1, Status.CLOSED: 1})
    said = long_text_of(year)
    assert "tanpa penyelesaian: 3 (ditarik pelapor 2, digabung 1; tetap dihitung)" in said


def test_in_january_the_year_before_stands_beside() -> None:
    report = replace(week(summary(0, 0)), year_before=summary(12, 11).indicator)
    said = as_text(weekly.weekly(report, zone=WITA))
    assert "Tahun 2026, keadaan sekarang:\n91,66 % · 11 dari 12 selesai · level 3 dari 3" in said


@pytest.mark.parametrize(
    ("edition", "received", "resolved", "needed"),
    [
        ("2022", 5, 3, "Perlu 1 pengaduan lagi diselesaikan untuk mencapai lebih dari 60 %."),
        ("2023", 100, 70, "Perlu 1 pengaduan lagi diselesaikan untuk mencapai 71 %."),
        ("2024", 100, 80, "Perlu 6 pengaduan lagi diselesaikan untuk mencapai 86 %."),
    ],
)
def test_the_target_is_the_editions(
    edition: str, received: int, resolved: int, needed: str
) -> None:
    year = summary(received, resolved, edition=EDITIONS[edition])
    for said in (text_of(year), long_text_of(year)):
        assert needed in said
        assert f"edisi {edition}" in said.lower()


def test_the_long_form_says_how_the_figure_was_made() -> None:
    said = long_text_of(summary(11, 10))
    for part in (
        "Penyelesaian layanan pengaduan",
        "Edisi 2026; nomor 13 di daftar kabupaten, 29 di daftar BSKDN",
        "Pengaduan yang diterima 1 Januari – 23 November 2026",
        "Keadaan per 23 Nov 2026 08.00 WITA",
        "10 ÷ 11 × 100 % = 90,90 % (dipotong dua angka, tidak dibulatkan)",
        "Level 2 dari 3",
        "Perlu 1 pengaduan lagi",
        "Level 2 mulai 51 %, level 3 mulai 91 % (menurut salinan, belum dari surat",
        "Diterima: 11",
        "Selesai: 10 (dikonfirmasi pelapor 7, menunggu konfirmasi 3)",
        "Masih terbuka: 1 (lewat batas: 0)",
        "Pernah dibuka lagi: 0",
        "10 dari 11 (angka pembanding, tidak dipakai dalam rasio)",
        "Permintaan informasi: 4 masuk, 3 selesai; tidak dihitung dalam rasio.",
        "Sumber batas level: dua salinan lampiran Surat Kepala BSKDN",
    ):
        assert part in said
    assert "dipotong" not in long_text_of(summary(4, 1))


def test_a_window_of_whole_days_prints_its_last_day() -> None:
    whole = Window(YEAR.start, datetime(2026, 7, 1, tzinfo=WITA), AS_OF)
    assert report_days.window_days(whole, WITA) == "1 Januari – 30 Juni 2026"
    empty = Window(YEAR.start, YEAR.start, AS_OF)
    assert report_days.window_days(empty, WITA) == "1 Januari 2026"


@pytest.mark.parametrize(
    ("ratio", "said"),
    [
        (Fraction(0), "0,00 %"),
        (Fraction(1000, 11), "90,90 %"),
        (Fraction(90_9999, 10_000), "90,99 %"),
        (91 - Fraction(1, 10**30), "90,99 %"),
        (Fraction(200, 3), "66,66 %"),
        (Fraction(5), "5,00 %"),
        (Fraction(1, 10), "0,10 %"),
        (Fraction(100), "100,00 %"),
    ],
)
def test_a_ratio_is_cut_never_rounded(ratio: Fraction, said: str) -> None:
    assert figures.percent(ratio) == said


HOSTILE = ["<b>&</b>", "&amp;", "\u202e" + "a" * 4000, "😭" * 4000, "-" * 4096, "{0} %s $x$"]


@pytest.mark.parametrize("late", [True, False])
@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("count", [0, 7, 10**9])
def test_whatever_the_values_it_is_a_caption_of_sound_html(
    hostile: str, count: int, *, late: bool
) -> None:
    edition = replace(
        EDITIONS["2022"], name=hostile, source=hostile[:1000], numbers=hostile, sure=hostile[:500]
    )
    year = summary(count, count // 3, edition=edition)
    report = replace(
        week(year),
        received=count,
        open=count,
        overdue=count,
        categories=((hostile, count),) * 3,
        oldest=(Waiting(hostile, timedelta(days=999_999), overdue=True, officer=hostile),) * 5,
        year_before=year.indicator,
        ages=(count,) * 4,
        took=WeekTook(year.to_first_answer, year.to_resolution),
        before=WeekTook(year.to_first_answer, year.to_resolution),
    )
    page = weekly.weekly(report, zone=WITA, late=late)
    check_html(page)
    assert utf16.length(as_text(page)) <= 1024
    check_html(indicator.indicator(year, zone=WITA))


def test_five_causes_of_the_books_length_are_shown_before_the_list_of_the_oldest() -> None:
    names = ("MFA dan OTP", "Menyusun SKP", "Penilaian kinerja", "Umpan balik", "Progres harian")
    causes = tuple((name, 12) for name in names)
    year = summary(400, 300)
    said = as_text(weekly.weekly(replace(week(year), categories=causes), zone=WITA))
    assert utf16.length(said) <= 1024
    for name in names:
        assert f"{name} 12" in said


def test_the_lists_give_way_before_the_figures() -> None:
    report = replace(
        week(summary(10**9, 1)),
        categories=(("k" * 300, 10**9),) * 3,
        oldest=(Waiting("n" * 300, timedelta(days=9999), overdue=True),) * 5,
    )
    said = as_text(weekly.weekly(report, zone=WITA, late=True))
    assert utf16.length(said) <= 1024
    assert said.count("n" * 39) < 5
    assert "level 1 dari 3" in said
    assert "Perlu 909.999.999 pengaduan lagi" in said


def test_the_week_stands_against_the_one_before() -> None:
    now = WeekTook(spent(4, 1, timedelta(hours=3)), spent(0, 5, timedelta(hours=3)))
    was = WeekTook(spent(6, 0, timedelta(hours=5)), spent(6, 0, timedelta(hours=30)))
    oldest = Waiting("EK-2026-00012", timedelta(days=21), overdue=True, officer="Budi <Santoso>")
    report = replace(
        week(summary(32, 29)), ages=(1, 0, 2, 0), took=now, before=was, oldest=(oldest,)
    )
    said = as_text(weekly.weekly(report, zone=WITA))
    for part in (
        "Umurnya: ≤ 7 hari 1 · 31–90 hari 2\n",
        "Pekan ini dijawab: tengah 3 jam [5 jam] (dari 4; 1 belum, tertua 40 hari)\n",
        "Pekan ini selesai: belum ada [1 hari 6 jam]; 5 belum, tertua 40 hari\n",
        "Dalam kurung siku: pekan sebelumnya\n",
        "EK-2026-00012 21 hari, lewat batas, Budi <Santoso>\n",
    ):
        assert part in said
    alone = as_text(weekly.weekly(replace(report, before=None), zone=WITA))
    assert "Pekan ini dijawab: tengah 3 jam (dari 4; 1 belum, tertua 40 hari)" in alone
    assert "kurung siku" not in alone


def test_plain_text_is_what_a_reader_sees() -> None:
    assert as_text(Html("<b>a &lt;b&gt; &amp;amp;</b>\n<code>c</code>")) == "a <b> &amp;\nc"


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("count", [0, 7, 10**9])
def test_a_months_page_is_a_caption_of_sound_html_whatever_the_values(
    hostile: str, count: int
) -> None:
    edition = replace(EDITIONS["2026"], name=hostile)
    page = months_page(summary(count, count // 3, edition=edition), hostile)
    said = period_page.period_page(page, zone=WITA, late="1 Des 2026 08.00 WITA")
    check_html(said)
    assert utf16.length(as_text(said)) <= 1024
    assert figures.number(count) in as_text(said)
    check_html(period_page.whole(page, zone=WITA))


def months_page(year: Summary, name: str) -> PeriodPage:
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    counts = year.indicator.received
    stretch = Stretch(first, last, year, counts, counts, counts, counts, counts)
    return PeriodPage(
        days=Days(first, last, Span.MONTH, last),
        now=stretch,
        before=stretch,
        information_received=counts,
        information_resolved=counts,
        information_open=counts,
        categories=((name, counts),) * 5,
        oldest=(Waiting(name, timedelta(days=999_999), overdue=True),) * 5,
        year=year.indicator,
        year_before=year.indicator,
    )
