from __future__ import annotations

import pytest

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
