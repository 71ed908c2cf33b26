"""What is meant of an open incident, and no title of a new one."""

from __future__ import annotations

import pytest

from bot.rules.incident import is_end


@pytest.mark.parametrize("said", ["tutup", "Selesai", "1 sudah pulih", "gangguan 2: tutup"])
def test_that_it_is_over(said: str) -> None:
    assert is_end(said)


@pytest.mark.parametrize("said", ["", "2", "gangguan", "server BKN mati", "login tidak normal"])
def test_a_title_or_nothing(said: str) -> None:
    assert not is_end(said)
