"""Who was noted twice is one."""

from __future__ import annotations

import pytest

from bot.rules.clinic_people import KnownPerson, distinct, is_same, known

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
