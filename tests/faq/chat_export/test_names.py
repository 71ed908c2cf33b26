"""What belongs to a person is masked before anything is kept."""

from __future__ import annotations

import pytest

from faq.chat_export.names import Names, titled

NAMES = Names(
    [
        "Pak Budi Santoso",
        "Siti Aminah BKD",
        "Admin BKPSDM",
        "+62 812-3456-7890",
        "Sandi",
        "Ucok 😎",
    ],
    ["halim"],
    frozenset({"sandi", "kata", "lupa", "kinerja", "skp", "menu"}),
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("pak budi, lupa kata sandi", "pak [nama], lupa kata sandi"),
        ("Pak Budi Santoso S.Pd belum menilai", "Pak [nama] S.Pd belum menilai"),
        ("siti tolong dibantu", "[nama] tolong dibantu"),
        ("kata pak Sandi begitu", "kata pak [nama] begitu"),
        ("kata sandi saya hilang", "kata sandi saya hilang"),
        ("tanya bang ucok saja", "tanya bang [nama] saja"),
        ("pak Halim sudah", "pak [nama] sudah"),
        ("bu Noor Laila sudah pensiun", "bu [nama] sudah pensiun"),
        ("kak doni bantu", "kak [nama] bantu"),
        ("bu kepala dan pak camat belum", "bu kepala dan pak camat belum"),
        ("pak admin, pak kenapa error", "pak admin, pak kenapa error"),
        ("atas nama Joko Widodo NIP 198501012010011001", "atas nama [nama] NIP [NIP]"),
        ("nama: Rina Marlina", "nama: [nama]"),
        ("atas nama MUHAMMAD RIDWAN belum", "atas nama [nama] belum"),
        ("a.n. SITI AMINAH, lupa sandi", "a.n. [nama], lupa sandi"),
        ("nama saya Noor Laila Halisah", "nama saya [nama]"),
        ("perkenalkan saya Ahmad Fauzi, sandi lupa", "perkenalkan saya [nama], sandi lupa"),
        ("izin, Ahmad Fauzi dari Disdik", "izin, [nama] dari Disdik"),
        ("guru kami Rabiatul Adawiyah", "guru kami [nama]"),
        ("pak AHMAD FAUZI lupa sandi", "pak [nama] lupa sandi"),
        ("pak Halim Zulkipli sudah", "pak [nama] sudah"),
        ("Budi RUSDIANA SANTOSO belum", "[nama] belum"),
        ("lahir 12 Mei 1985, jl. Merdeka no 5", "lahir [tanggal lahir], [alamat]"),
        ("skp bulanan. Kenapa kosong", "skp bulanan. Kenapa kosong"),
        ("atas nama Kinerja menu SKP", "atas nama Kinerja menu SKP"),
        ("@\u2068Budi Santoso\u2069 tolong", "@[nama] tolong"),
        ("@6281234567890 cek ya", "@[nama] cek ya"),
        ("hubungi 0812-3456-7890 atau a@b.go.id", "hubungi [telepon] atau [email]"),
        ("sandi saya: Rahasia123", "sandi saya: [•••]"),
        ("https://drive.google.com/drive/abc?x=1", "[tautan drive.google.com]"),
        ("https://kinerja.bkn.go.id/login?nip=1", "kinerja.bkn.go.id/login"),
    ],
)
def test_names_numbers_and_secrets(text: str, masked: str) -> None:
    assert NAMES.mask(text) == masked


def test_masked_twice_is_the_same() -> None:
    once = NAMES.mask("pak Budi Santoso NIP 198501012010011001, @6281234567890")
    assert NAMES.mask(once) == once


def test_whoever_is_spoken_of_with_a_title_is_on_the_roster() -> None:
    assert list(titled("kata pak Halim dan Bu Rina, pak Admin tahu")) == ["halim", "rina"]
