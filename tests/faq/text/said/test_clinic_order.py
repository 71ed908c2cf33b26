"""A session in one message, and a list of those present."""

from __future__ import annotations

from datetime import date

import pytest

from bot.rules.clinic import Part
from faq.text.said.clinic_order import name_and_office, read_order, without_nip

NIP = "198701012006011001"
TODAY = date(2026, 11, 24)  # a Tuesday


def test_an_order_by_labels_by_looks_and_by_its_order() -> None:
    whole = {
        Part.TOPIC: "SKP",
        Part.TIME: "3 Desember 2026 09.00",
        Part.PLACE: "Aula",
        Part.CAPACITY: "20",
    }
    assert read_order("SKP | 3 Desember 2026 09.00 | Aula | 20", TODAY) == whole
    assert read_order("SKP | 20 | 3 Desember 2026 09.00 | Aula", TODAY) == whole
    labelled = "tempat: Aula\ntopik: SKP\nkuota: 20\nwaktu: 3 Desember 2026 09.00"
    assert read_order(labelled, TODAY) == whole
    assert Part.PLACE not in read_order("SKP | 3 Desember 2026 09.00 | | 20", TODAY)
    assert read_order("", TODAY) == {}


@pytest.mark.parametrize(
    ("written", "name", "office"),
    [
        ("Pak Noor, RSUD", "Pak Noor", "RSUD"),
        ("Noor, S.Pd., M.Si, Dinas A, B dan C", "Noor, S.Pd., M.Si", "Dinas A, B dan C"),
        ("dr. Rina, Sp. A, M. Kes, RSUD", "dr. Rina, Sp. A, M. Kes", "RSUD"),
        ("Ani, A.Md.Keb, Kec. Juai", "Ani, A.Md.Keb", "Kec. Juai"),
        ("Budi, SE, MM | Badan Keuangan", "Budi, SE, MM", "Badan Keuangan"),
        ("Budi, SE, MM, BKD", "Budi, SE, MM", "BKD"),
        ("Siti, S.Kep., Ners", "Siti, S.Kep., Ners", ""),
        ("Siti", "Siti", ""),
    ],
)
def test_degrees_are_of_the_name(written: str, name: str, office: str) -> None:
    assert name_and_office(written) == (name, office)


@pytest.mark.parametrize(
    ("said", "name", "office", "nip"),
    [
        ("Noor, RSUD", "Noor", "RSUD", None),
        (f"Noor, {NIP}, RSUD", "Noor", "RSUD", NIP),
        ("Noor, S.Pd, NIP. 19870101 200601 1 001, RSUD", "Noor, S.Pd", "RSUD", NIP),
        (f"Noor | {NIP} | RSUD", "Noor", "RSUD", NIP),
        (f"{NIP} Noor, RSUD", "Noor", "RSUD", NIP),
        (f"NIP {NIP}", "", "", NIP),
        ("Noor, SMP 1 Paringin 2026", "Noor", "SMP 1 Paringin 2026", None),
        (f"Noor, {NIP}9, RSUD", "Noor", f"{NIP}9, RSUD", None),
    ],
)
def test_a_nip_among_the_words(said: str, name: str, office: str, nip: str | None) -> None:
    told, found = without_nip(said)
    assert found == nip
    assert name_and_office(told) == (name, office)
