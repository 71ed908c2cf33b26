from __future__ import annotations

import pytest

from bot.words.labels import MOST_LABEL, label


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Kode OTP tidak\n muncul, bagaimana?", "Kode OTP tidak muncul, bagaimana?"),
        (
            "Pejabat penilai (atasan) yang tampil bukan atasan saya, bagaimana?",
            "Pejabat penilai (atasan) yang tampil bukan atasan saya",
        ),
        (
            "Ganti HP atau aplikasi authenticator terhapus, bagaimana reset MFA?",
            "Ganti HP atau aplikasi authenticator terhapus, bagaimana…",
        ),
        (f"{'a' * 20} {'b' * 38} cc", f"{'a' * 20} {'b' * 38}…"),
        ("x" * 100, "x" * 59 + "…"),
    ],
)
def test_a_long_label_ends_after_a_whole_word(text: str, said: str) -> None:
    assert label(text) == said
    assert len(label(text)) <= MOST_LABEL
