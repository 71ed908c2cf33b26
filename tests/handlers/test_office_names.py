"""Offices with commas between, some of which have commas of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.rules.offices import Offices
from handlers.actions.office_names import each_of
from handlers.resources import Resources

FINANCE = "Badan Pengelola Keuangan, Pendapatan dan Aset Daerah"
LISTED = (FINANCE, "Dinas Kesehatan", "Bagian Umum")


@pytest.mark.parametrize(
    ("offices", "written", "read"),
    [
        (LISTED, "dinas  kesehatan,BAGIAN UMUM", ["Dinas Kesehatan", "Bagian Umum"]),
        (LISTED, f"SMP 1, {FINANCE.lower()}, RSUD", ["SMP 1", FINANCE, "RSUD"]),
        (LISTED, "Pendapatan dan Aset Daerah", ["Pendapatan dan Aset Daerah"]),
        (LISTED, " , ,SMP 1, 2,", ["SMP 1", "2"]),
        (LISTED, "", []),
        ((), "dinas kesehatan, 😀", ["dinas kesehatan", "😀"]),
    ],
)
def test_each_is_read_and_spelled_as_listed(
    resources: Resources, offices: tuple[str, ...], written: str, read: list[str]
) -> None:
    assert each_of(replace(resources, offices=Offices(offices)), written) == read
