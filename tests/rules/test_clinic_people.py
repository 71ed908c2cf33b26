"""Who was noted twice is one."""

from __future__ import annotations

import pytest

from bot.rules.clinic_people import KnownPerson, distinct, is_same, known
from bot.rules.clinic_words import name_and_office, without_nip

NIP, OTHER = "198701012006011001", "199005052023212003"


def noted(*names: str, nip: str | None = None, account: int | None = None) -> KnownPerson:
    return known(*names, nip=nip, account=account, office="RSUD Datu")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (noted("Pak Noor"), noted("dr. NOOR, Sp.A"), True),
        (noted("Noor"), noted("Noor Hayati"), False),
        (noted("Noor"), known("Noor", office="Dinas Kesehatan"), False),
        (known("Noor", office=None), known("noor", office=" "), True),
        (noted("Noor", nip=NIP), noted("Nur", nip=NIP), True),
        (noted("Noor", nip=NIP), noted("Noor", nip=OTHER), False),
        (noted("Noor", nip=NIP), noted("Noor"), True),
        (noted("noor99", "Noor Hayati, S.Kom", account=7), noted("Hj. Noor Hayati"), True),
        (noted("Noor", account=7), noted("Noor", account=8), False),
        (noted("H."), noted("Hj."), False),
    ],
)
def test_who_is_the_same(one: KnownPerson, other: KnownPerson, same: bool) -> None:
    assert is_same(one, other) is is_same(other, one) is same
    assert distinct([one, other]) == distinct([other, one]) == (1 if same else 2)


def test_the_surest_go_first() -> None:
    """A guest may be either of two namesakes, and is nobody else."""
    two = [noted("Noor", account=7), noted("Noor", account=8)]
    assert distinct([noted("Noor"), *two, noted("Noor")]) == 2


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
