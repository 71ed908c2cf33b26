"""What is counted, and by which edition."""

from __future__ import annotations

from bot.rules.indicator import Edition
from bot.words.figures import plain
from bot.words.fit import NAME_SHOWN, cut

INDICATOR_NAME = "Penyelesaian layanan pengaduan"
FORMULA = "Rasio = selesai dengan jawaban ÷ semua yang diterima × 100 %"
DEFINITION = (
    "Definisi versi 1, 27 November 2026. Dihitung: keluhan, kritik, dan saran dari semua"
    " saluran, menurut tanggal diterima; permintaan informasi dicatat terpisah. Pembilang: yang"
    " selesai dengan jawaban petugas. Penyebut: semua yang diterima. Yang ditarik pelapor,"
    " digabung, di luar kewenangan, dilaporkan dua kali, atau masih terbuka tetap dihitung. Yang"
    " dibuka lagi dihitung belum selesai sampai diselesaikan lagi."
)
"""What the ratio counts, printed under it: nobody else has defined it to this end. Whoever changes
what is counted writes a new version."""


def definition(edition: Edition) -> str:
    """In one line."""
    return (
        f"{named(edition)}:"
        " selesai dengan jawaban ÷ semua keluhan, kritik, dan saran yang diterima"
        " ×\N{NO-BREAK SPACE}100\N{NO-BREAK SPACE}%."
    )


def named(edition: Edition) -> str:
    """By its name: its number depends on whose list it is in."""
    return f"Indikator “{INDICATOR_NAME}”, edisi {cut(edition.name, NAME_SHOWN)}"


def numbered(edition: Edition) -> str:
    return f"Edisi {edition.name}" + (f"; nomor {edition.numbers}." if edition.numbers else ".")


def source(edition: Edition) -> str:
    return f"Sumber batas level: {edition.source}"


def bands(edition: Edition) -> str:
    """Level 2 mulai 51 %, level 3 mulai 91 % (menurut salinan …)."""
    begins = "di atas" if edition.level3_exclusive else "mulai"
    sure = f" ({edition.sure})" if edition.sure else ""
    level2, level3 = plain(edition.level2), plain(edition.level3)
    return f"Level 2 mulai {level2} %, level 3 {begins} {level3} %{sure}."


def target(edition: Edition) -> str:
    """What the top level asks: 91 %, or lebih dari 60 %."""
    more = "lebih dari " if edition.level3_exclusive else ""
    return f"{more}{plain(edition.level3)} %"


def top(edition: Edition) -> str:
    """The same, short enough for a mark in a chart: 91 %, > 60 %."""
    return f"{'> ' if edition.level3_exclusive else ''}{plain(edition.level3)} %"
