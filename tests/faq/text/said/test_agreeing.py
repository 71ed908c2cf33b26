"""Words below what a colleague wrote."""

from __future__ import annotations

import pytest

from faq.text.said.agreeing import agrees, is_small


@pytest.mark.parametrize(
    "text", ["setuju", "Acc bu", "ok", "oke siap", "saya setuju pak", "ok kirim", "approve", "gas"]
)
def test_agrees(text: str) -> None:
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "setuju?",
        "tidak setuju",
        "setuju, tapi jamnya 09",
        "jangan dikirim",
        "ya",
        "baik pak",
        "belum",
        "makasih",
        "SKP ditutup besok, silakan kirim sebelum pukul 10",
        "",
    ],
)
def test_does_not_agree(text: str) -> None:
    assert not agrees(text)


@pytest.mark.parametrize("text", ["setuju", "jangan dulu", "batal", "makasih bu", "oke mantap"])
def test_is_small(text: str) -> None:
    assert is_small(text)


@pytest.mark.parametrize("text", ["", "Besok e-Kinerja tutup", "jamnya 09", "SKP dibuka lagi"])
def test_is_content(text: str) -> None:
    assert not is_small(text)
