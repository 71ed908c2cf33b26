"""Names that are not to be read in a paper."""

from __future__ import annotations

import pytest

from bot.rules.privacy.names import HIDDEN, full_names, hide_names


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Mohon bantuan Pak Budi Santoso, akun saya terkunci", "Mohon bantuan Pak ▒▒▒, akun"),
        ("pak budi tolong saya", "pak ▒▒▒ tolong saya"),
        ("Terima kasih pak", "Terima kasih pak"),
        ("Pak, mohon maaf", "Pak, mohon maaf"),
        ("nama saya Siti Aminah dari Halong", "nama saya ▒▒▒ dari Halong"),
        ("atas nama Hj. Rahmah tidak ada", "atas nama ▒▒▒ tidak ada"),
        ("ANI sudah coba, kata rahmawati belum", "▒▒▒ sudah coba, kata ▒▒▒ belum"),
        ("NIP [NIP] punya Siti Aminah tidak bisa masuk", "NIP [NIP] punya ▒▒▒ tidak bisa masuk"),
        ("Akun milik Fauzi, mohon dibuka", "Akun milik ▒▒▒, mohon dibuka"),
        ("saya tidak punya akses", "saya tidak punya akses"),
        ("milik Dinas Kesehatan", "milik Dinas Kesehatan"),
        ("sudah saya animasikan", "sudah saya animasikan"),
    ],
)
def test_names_are_hidden_and_words_stay(said: str, left: str) -> None:
    assert left in hide_names(said, ["Ani Rahmawati"])


def test_a_name_is_known_without_its_titles() -> None:
    said = full_names("Yang salah atasan: Budi Santoso", ["Drs. H. BUDI SANTOSO, M.Si."])
    assert said == f"Yang salah atasan: {HIDDEN}"


def test_an_initial_is_part_of_a_name() -> None:
    said = full_names("Atasan saya M. Noor belum menilai", ["M. Noor, S.Pd"])
    assert said == f"Atasan saya {HIDDEN} belum menilai"


def test_whole_names_of_anybody_known_are_hidden() -> None:
    said = full_names("Sudah dijawab oleh CITRA DEWI kemarin, bukan Dewi", ["Citra Dewi", "Dewi"])
    assert said == f"Sudah dijawab oleh {HIDDEN} kemarin, bukan Dewi"
