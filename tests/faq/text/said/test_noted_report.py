"""How officers write down what came elsewhere, and how it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.noting import MOST_NAME, MOST_OFFICE, Missing, NotedReport
from bot.rules.ticket import Channel
from faq.text.said.noted_report import noted

STORY = "lupa kata sandi e-Kinerja"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (
            f"telepon Bu Siti dari Dinas Pertanian: {STORY}",
            NotedReport("Bu Siti", "Dinas Pertanian", STORY, Channel.PHONE),
        ),
        (
            f"Bu Siti, Dinas Pertanian lewat telp: {STORY}",
            NotedReport("Bu Siti", "Dinas Pertanian", STORY, Channel.PHONE),
        ),
        (f"WA Pak Ahmad: {STORY}", NotedReport("Pak Ahmad", None, STORY, Channel.WHATSAPP)),
        (
            f"tatap muka\nPak Ahmad (RSUD): {STORY}",
            NotedReport(),
        ),
        (
            f"datang langsung Pak Ahmad (RSUD): {STORY}",
            NotedReport("Pak Ahmad", "RSUD", STORY, Channel.IN_PERSON),
        ),
        (
            f"tatap muka Pak Ahmad\n{STORY}",
            NotedReport("Pak Ahmad", None, STORY, Channel.IN_PERSON),
        ),
        (
            f"SP4N-LAPOR! 1234567 Pak Ahmad: {STORY}",
            NotedReport("Pak Ahmad", None, STORY, Channel.LAPOR, "1234567"),
        ),
        (
            f"lapor no. 1234567 Pak Ahmad dari Kecamatan Juai: {STORY}",
            NotedReport("Pak Ahmad", "Kecamatan Juai", STORY, Channel.LAPOR, "1234567"),
        ),
        (f"surat Camat Halong: {STORY}", NotedReport("Camat Halong", None, STORY, Channel.LETTER)),
        (f"e-mail Rina - Setwan: {STORY}", NotedReport("Rina", "Setwan", STORY, Channel.EMAIL)),
        (
            "Bu Siti dari RSUD: sejak pukul 08:30 tidak bisa masuk",
            NotedReport("Bu Siti", "RSUD", "sejak pukul 08:30 tidak bisa masuk"),
        ),
        (f"Wahyu dari Setda: {STORY}", NotedReport("Wahyu", "Setda", STORY)),
    ],
)
def test_what_is_typed_is_taken_apart(typed: str, read: NotedReport) -> None:
    if read == NotedReport():
        assert noted(typed).missing is not None
    else:
        assert noted(typed) == read
        assert read.missing is None


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        ("", Missing.ALL),
        ("telepon Bu Siti dari Dinas Pertanian", Missing.STORY),
        ("telepon Bu Siti:", Missing.STORY),
        ("telepon Bu Siti: error", Missing.STORY),
        (f"telepon: {STORY}", Missing.NAME),
        (f": {STORY}", Missing.NAME),
        (f"telepon {'a' * 80}: {STORY}", Missing.TOO_LONG),
    ],
)
def test_what_is_missing_is_told(typed: str, missing: Missing) -> None:
    assert noted(typed).missing is missing


@given(st.text(max_size=400))
def test_any_text_is_read(typed: str) -> None:
    read = noted(typed)
    if read.missing is None:
        assert len(read.name) <= MOST_NAME
        assert len(read.office or "") <= MOST_OFFICE
