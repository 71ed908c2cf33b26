"""What is meant of an open incident, and no title of a new one."""

from __future__ import annotations

import pytest

from faq.text.language import in_standard_words
from faq.text.said.incident_over import is_end, is_over, names


@pytest.mark.parametrize("said", ["tutup", "Selesai", "1 sudah pulih", "gangguan 2: tutup"])
def test_that_it_is_over(said: str) -> None:
    assert is_end(in_standard_words(said))


@pytest.mark.parametrize("said", ["", "2", "gangguan", "server BKN mati", "login tidak normal"])
def test_a_title_or_nothing(said: str) -> None:
    assert not is_end(in_standard_words(said))


@pytest.mark.parametrize(
    "said",
    [
        *("server BKN sudah pulih", "BKN kembali normal", "SIASN sudah bisa dibuka lagi"),
        *("e-Kinerja normal lagi", "server telah diperbaiki", "aplikasi sudah hidup kembali"),
        *("server BKN pulih", "login sdh bisa", "SIASN sudah dapat diakses", "SUDAH LANCAR"),
    ],
)
def test_what_works_again_is_no_new_incident(said: str) -> None:
    assert is_over(in_standard_words(said))


@pytest.mark.parametrize(
    "said",
    [
        *("server BKN mati", "server BKN mati lagi", "SIASN belum pulih", "login tidak bisa"),
        *("e-Kinerja tidak kembali normal", "SKP yang sudah selesai hilang", "SKP selesai"),
        *("server yang sudah pulih mati lagi", "aplikasi kurang lancar", "", "lagi", "login bisa"),
        *("SIASN sudah tak bisa dibuka", "server lambat sejak kembali dari libur"),
        *("server BKN belom normal lagi", "ndak bisa lagi", "balum bisa lagi", "gk bisa lagi"),
    ],
)
def test_what_does_not_work_is_one(said: str) -> None:
    assert not is_over(in_standard_words(said))


def test_an_incident_is_named_by_what_its_title_says_alone() -> None:
    assert names("server BKN sudah pulih", "Server BKN mati")
    assert not names("server BKN sudah pulih", "SIASN lambat")
    assert not names("gangguan sudah pulih", "gangguan SIASN")
