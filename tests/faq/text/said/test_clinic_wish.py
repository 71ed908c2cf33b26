"""What is typed instead of pressed about Coaching Clinic."""

from __future__ import annotations

import random

import pytest

from bot.rules.clinic import looks_like_a_code, new_code
from bot.rules.privacy.secrets import hide
from faq.text.said.clinic_wish import Wish, code_in, wished


@pytest.mark.parametrize(
    ("said", "wish", "number"),
    [
        ("daftar sesi 12", Wish.JOIN, 12),
        ("saya mau ikut clinic", Wish.JOIN, None),
        ("tidak jadi ikut sesi 3", Wish.LEAVE, 3),
        ("batal ikut ya pak", Wish.LEAVE, None),
        ("keluar dari daftar tunggu", Wish.LEAVE, None),
        ("saya mau keluar dari sesi 3", Wish.LEAVE, 3),
        ("minta coaching clinic", Wish.ASK_FOR, None),
        ("jadwal coaching clinic", Wish.SCHEDULE, None),
    ],
)
def test_wishes(said: str, wish: Wish, number: int | None) -> None:
    found = wished(said)
    assert found is not None
    assert (found.wish, found.number) == (wish, number)


@pytest.mark.parametrize(
    "said", ["apa itu coaching clinic", "bagaimana cara daftar", "ikut bimtek", "daftar bab"]
)
def test_no_wishes(said: str) -> None:
    assert wished(said) is None


def test_codes_are_known_and_never_taken_for_secrets() -> None:
    dice = random.Random(7)
    for _ in range(300):
        code = new_code(dice.choice)
        assert looks_like_a_code(code)
        assert code_in(f" {code.lower()}. ") == (code, False)
        assert code_in(f"kode saya: {code.lower()}") == (code, False)
        for said in (code, f"hadir {code}", f"kode hadir: {code}", f"/start hadir_{code}"):
            assert hide(said) == said
            assert said.startswith("/") or code_in(said) is not None
