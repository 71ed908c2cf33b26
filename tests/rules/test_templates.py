"""Ready answers: what fills them stays text, and how they are written down."""

from __future__ import annotations

import pytest

from bot.rules.templates import Facts, TemplateDraft, filled, read
from bot.rules.ticket import Number


def facts(name: str = "Ani", officer: str = "Budi") -> Facts:
    return Facts(name, Number(2026, 42), "Lainnya", officer)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Halo {nama}, {nomor} ({tentang})", "Halo Ani, EK-2026-00042 (Lainnya)"),
        ("{ Petugas } dan {PETUGAS}", "Budi dan Budi"),
        ("{nama.__class__} {0} {} {lain} {{nama}}", "{nama.__class__} {0} {} {lain} {Ani}"),
    ],
)
def test_places_are_filled_and_other_braces_stay(text: str, wanted: str) -> None:
    assert filled(text, facts()) == wanted


def test_a_name_is_never_read_as_a_place() -> None:
    assert filled("{nama} {petugas}", facts(name="{petugas}<b>")) == "{petugas}<b> Budi"


@pytest.mark.parametrize(
    ("said", "answered", "wanted"),
    [
        ("Sandi: buka profil", None, TemplateDraft("Sandi", "buka profil")),
        ("Sandi\nbuka: profil", None, TemplateDraft("Sandi", "buka: profil")),
        ("Sandi:\nbuka", "lain", TemplateDraft("Sandi", "buka")),
        ("Sandi  lupa", "buka profil", TemplateDraft("Sandi lupa", "buka profil")),
        ("Jam 10: pagi", "isi", TemplateDraft("Jam 10: pagi", "isi")),
        ("Sandi", None, TemplateDraft("Sandi", "")),
        ("", "isi", TemplateDraft("", "isi")),
    ],
)
def test_title_and_text(said: str, answered: str | None, wanted: TemplateDraft) -> None:
    assert read(said, answered) == wanted
