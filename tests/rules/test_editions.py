"""The editions of the index: complete, sourced, and refused in one line where they are wrong."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from bot.data.data_file import DataError
from bot.data.editions import editions
from tests.rules.refused import refused

GOOD = '[edition.2030]\nlevel2 = "51"\nlevel3 = "91"\nsource = "x"\nsure = "x"\n'


def test_every_edition_has_a_source_and_levels_in_order() -> None:
    known = editions()
    assert known.default.name == "2026"
    for name, edition in known.by_name.items():
        assert edition.name == name
        assert edition.source
        assert "surat" in edition.sure
        assert 0 < edition.level2 < edition.level3 <= 100


def test_the_printed_thresholds() -> None:
    printed = {
        name: (str(edition.level2), str(edition.level3), edition.level3_exclusive)
        for name, edition in editions().by_name.items()
    }
    assert printed == {
        "2022": ("31", "60", True),
        "2023": ("4001/100", "71", False),
        "2024": ("51", "86", False),
        "2026": ("51", "91", False),
    }


def test_an_unknown_edition_says_which_are_known() -> None:
    known = editions()
    assert known.get(None) is known.default is known.get("2026")
    with pytest.raises(DataError, match=r"edition 2025: .*2022, 2023, 2024, 2026"):
        known.get("2025")


def test_a_threshold_without_quotes_is_exact_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "editions.toml"
    file.write_text('default = "2030"\n' + GOOD.replace('"51"', "40.01"))
    assert editions(file).default.level2 == Fraction(4001, 100)


def test_a_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    file = tmp_path / "editions.toml"
    file.write_bytes(("\ufeff" + f"default = 2030\n{GOOD}".replace("\n", "\r\n")).encode())
    assert editions(file).default.name == "2030"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (GOOD, r'write at its top default = "…", with one of: 2030'),
        ('default = "2031"\n' + GOOD, r'write at its top default = "…", with one of: 2030'),
        ('default = "2030"\n', r"\[edition\.…\]"),
        ('default = "2030"\nedition = 5\n', r"\[edition\.…\]"),
        ('default = "2030"\n[edition]\n2030 = "51"\n', "edition 2030: write level2"),
        ('default = "2030"\n' + GOOD.replace("51", "1/0"), "edition 2030: .*level2"),
        ('default = "2030"\n' + GOOD.replace("51", "lima"), "edition 2030: .*level2"),
        (
            'default = "2030"\n' + GOOD.replace('source = "x"', 'source = " "'),
            "edition 2030: .*source",
        ),
        ('default = "2030"\n' + GOOD + 'level3_more_than = "91"\n', "edition 2030: .*not both"),
        ('default = "2030\n' + GOOD, "at line 1"),
        ('default = "2030"\n' + GOOD + GOOD, r"at line 7"),
    ],
)
def test_whatever_is_wrong_with_the_editions_is_one_line(
    tmp_path: Path, text: str, said: str
) -> None:
    assert refused(editions, tmp_path / "editions.toml", text, said).startswith("editions.toml")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('level3 = "91"', "level3"),
        ('source = "x"', "source"),
        ('sure = "x"', "sure"),
        ('"51"', "below"),
    ],
)
def test_a_wrong_edition_is_named(tmp_path: Path, wrong: str, said: str) -> None:
    file = tmp_path / "editions.toml"
    file.write_text('default = "2030"\n' + GOOD.replace(wrong, '"95"' if wrong == '"51"' else ""))
    with pytest.raises(DataError, match=f"edition 2030.*{said}"):
        editions(file)
