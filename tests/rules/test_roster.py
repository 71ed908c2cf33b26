"""Headings, telephone numbers and offices as they are written."""

from __future__ import annotations

import pytest

from bot.rules.offices import OfficeMatch, Offices
from bot.rules.roster import headings, nip
from bot.rules.roster.headings import Field
from bot.rules.roster.people import phones

HEADINGS = {
    Field.NIP: ("NIP", "NIP Baru", "NI PPPK", "No. Induk Pegawai", "NIP/NRP", "N I P", "NIPBaru"),
    Field.NAME: (
        "Nama",
        "NAMA PEGAWAI",
        "Nama Lengkap (tanpa gelar)",
        "Nama dan Gelar",
        "N A M A",
        "NamaPegawai",
    ),
    Field.OFFICE: (
        "Unit Kerja",
        "Nama OPD",
        "UNOR INDUK",
        "Perangkat Daerah",
        "Tempat Tugas",
        "U N I T  K E R J A",
    ),
    Field.POSITION: ("Jabatan", "Nama Jabatan", "Jabatan Terakhir"),
    Field.RANK: ("Pangkat", "Gol. Ruang", "Pangkat (Gol/Ruang)"),
    Field.PHONE: ("No. HP", "Nomor HP/WA", "Telepon"),
    Field.EMAIL: ("E-mail", "Alamat Email", "Surel"),
    Field.STATUS: ("Status Kepegawaian", "Kedudukan Hukum", "Jenis ASN"),
    None: ("No", "NIP Lama", "TMT Jabatan", "Jenis Jabatan", "Nama Atasan", "NIK", "Status Kawin"),
}


@pytest.mark.parametrize(
    ("heading", "field"), [(each, field) for field, some in HEADINGS.items() for each in some]
)
def test_headings(heading: str, field: Field | None) -> None:
    assert headings.field_of(heading)[0] is field


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("081234567890", ["6281234567890"]),
        ("+62 812-3456-7890", ["6281234567890"]),
        ("81234567890.0", ["6281234567890"]),
        ("0812.3456.7890 / (0813) 11112222", ["6281234567890", "6281311112222"]),
        ("tidak ada", []),
        ("123", []),
    ],
)
def test_telephone_numbers(written: str, read: list[str]) -> None:
    assert phones(written) == read


@pytest.mark.parametrize(
    "written", ["19870101 200601 1 001\n131 234 567", "198,701,012,006,011,001"]
)
def test_nips_that_only_look_strange(written: str) -> None:
    assert nip.read(written) == "198701012006011001"


OFFICES = Offices(
    ("Dinas Pendidikan", "Dinas Perikanan", "SDN Paringin 1", "SDN Paringin 2", "BKPSDM"),
    {"BKPPD": "BKPSDM", "Dinas Pendidikan dan Kebudayaan": "Dinas Pendidikan"},
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("DINAS PENDIDIKAN KAB. BALANGAN", "Dinas Pendidikan"),
        ("dinas pendidkan", "Dinas Pendidikan"),
        ("Disdik", "Dinas Pendidikan"),
        ("dinas pendidikan & kebudayaan", "Dinas Pendidikan"),
        ("bkppd balangan", "BKPSDM"),
        ("SDN Paringn 2", "SDN Paringin 2"),
        ("SDN Paringin 3", None),
        ("Dinas Pernikahan", None),
        ("", None),
    ],
)
def test_offices(written: str, read: str | None) -> None:
    assert OFFICES.read(written).name == read


def test_what_an_office_may_be_is_offered() -> None:
    assert OFFICES.read("Dinas Pernikahan") == OfficeMatch(
        None, ("Dinas Perikanan", "Dinas Pendidikan")
    )


def test_a_long_name_is_offered_to_who_writes_its_beginning() -> None:
    longer = "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana"
    offices = Offices((longer, "Dinas Pertanian", "Dinas Perhubungan"))
    for written in ("dinas kesehatan", "Dinkes Balangan", "pengendalian penduduk"):
        assert offices.read(written) == OfficeMatch(None, (longer,))
    assert offices.read("dinas").like == ()
    assert Offices(("SDN 1 Paringin", "SDN 2 Paringin")).read("sdn 3 paringin").like == ()
