"""Words of a manual as words of a draft: torn lines, headings, ids, page numbers."""

from __future__ import annotations

import pytest

from faq.importing.draft import question
from faq.importing.manual import ranges
from faq.importing.paragraphs import join


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("data kepe-", "gawaian", "data kepegawaian"),
        ("langkah-", "langkah berikut", "langkah-langkah berikut"),
        ("aplikasi e-", "Kinerja", "aplikasi e-Kinerja"),
        ("ASN-", "Digital", "ASN-Digital"),
        ("tahun 2025-", "2026", "tahun 2025-2026"),
        ("kata", "sandi", "kata sandi"),
    ],
)
def test_words_cut_at_a_line_s_end(above: str, below: str, joined: str) -> None:
    assert join(above, below) == joined


@pytest.mark.parametrize(
    ("heading", "asked"),
    [
        ("Pengertian SKP", "Apa itu SKP?"),
        ("CARA LOGIN", "Bagaimana cara login?"),
        ("PENGAJUAN SKP (PNS)", "Pengajuan SKP (PNS)"),
        ("Langkah-langkah pengisian:", "Bagaimana langkah-langkah pengisian?"),
        ("Apa itu RHK", "Apa itu RHK?"),
        ("Sudah lupa?", "Sudah lupa?"),
        ("Menu Penilaian", "Menu Penilaian"),
    ],
)
def test_headings_as_questions(heading: str, asked: str) -> None:
    assert question(heading) == asked


def test_ranges() -> None:
    assert ranges((1, 3, 4, 5, 9)) == "1, 3–5, 9"
