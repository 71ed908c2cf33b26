"""Reports and their papers."""

from __future__ import annotations

from datetime import date, timedelta

from bot.rules.figure_lines import Line, LineGroup
from bot.rules.report_days import Span
from bot.words import dates
from bot.words.figures import age_band
from bot.words.labels.base import Label, label

BESIDE_RATIO = Label("Rincian")
CHARTS = Label("Grafik")
PAGE_PAPER = Label("PDF A4")
OTHER_FIGURES = Label("Tiket baris lain")
EVIDENCE = Label("Bukti dukung")
FORM_PDF = Label("PDF")
FORM_DOCX = Label("Word")
FORM_XLSX = Label("Excel")
FORM_PROOFS = Label("Bukti lain dan F-02")
FORM_LAPOR = Label("Untuk SP4N-LAPOR!")
REACH = Label("Jangkauan")
REACH_ROWS = Label("Baris jangkauan")
FORM_SAMPLES = Label("Contoh penanganan")


def week(monday: date) -> Label:
    """The page of one week: Pekan 23–29 November 2026."""
    return Label(f"Pekan {dates.days(monday, monday + timedelta(days=6))}")


def month(first: date) -> Label:
    """The page of one month: November 2026."""
    return Label(dates.month(first))


_FIGURES = {
    Line.RECEIVED: "masuk",
    Line.SETTLED: "selesai",
    Line.ANSWERED: "dijawab pertama",
    Line.REOPENED: "dibuka lagi",
    Line.OPEN: "terbuka",
    Line.OVERDUE: "lewat batas",
    Line.RESOLVED: "selesai",
    Line.UNRESOLVED: "belum selesai",
    Line.CONFIRMED: "dikonfirmasi",
    Line.UNCONFIRMED: "tanpa tanggapan",
    Line.AWAITED: "menunggu konfirmasi",
    Line.OTHERWISE: "berakhir lainnya",
    Line.UNHEARD: "belum dijawab",
    Line.STILL_OPEN: "masih terbuka",
    Line.ASKED: "masuk",
    Line.INFORMED: "selesai",
    Line.ASKING: "terbuka",
}


def figure(line: Line, count: int) -> Label:
    """On the button that shows the tickets behind it."""
    return Label(f"{count} {_FIGURES[line]}")


def cause(category: str, count: int) -> Label:
    return label(f"{count} {category}")


def age(band: int, count: int) -> Label:
    return Label(f"{age_band(band)}: {count}")


OWN = {
    Span.WEEK: "Masuk pekan itu",
    Span.MONTH: "Masuk bulan itu",
    Span.YEAR: "Masuk tahun itu",
}


def figure_group(group: LineGroup, span: Span, year: int) -> Label:
    """`year`: the one that the page calls running."""
    names = {
        LineGroup.CAUSES: "Hal terbanyak",
        LineGroup.AGES: "Umur yang terbuka",
        LineGroup.OWN: OWN.get(span, ""),
        LineGroup.YEAR: f"Tahun {year}",
        LineGroup.BEFORE: f"Tahun {year - 1}",
        LineGroup.INFORMATION: "Permintaan informasi",
    }
    return Label(names[group])


REPORT_DAYS = {
    "minggu lalu": Label("Pekan lalu"),
    "bulan ini": Label("Bulan ini"),
    "bulan lalu": Label("Bulan lalu"),
    "triwulan ini": Label("Triwulan ini"),
    "tahun ini": Label("Tahun ini"),
    "tahun lalu": Label("Tahun lalu"),
    "12 bulan": Label("12 bulan"),
    "2 tahun": Label("2 tahun penuh"),
}
"""Other days than those that /laporan shows by itself, as one may also write them behind it."""
