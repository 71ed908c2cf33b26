from __future__ import annotations

import pytest

from faq.importing.draft import question


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
