"""The numbers for somebody in danger: what came with the bot is read, slips are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.data.crisis import help_lines
from bot.data.data_file import HERE, DataError

GIVEN = (HERE / "crisis.toml").read_text(encoding="utf-8")


def test_they_are_dated_and_sourced() -> None:
    assert [each.number for each in help_lines()] == ["112", "119 ext. 8"]


def test_there_may_be_none(tmp_path: Path) -> None:
    file = tmp_path / "crisis.toml"
    file.write_text("", encoding="utf-8")
    assert help_lines(file) == ()


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('number = "112"', "number = 112", "write number"),
        ('name = "Nomor darurat nasional"', 'name = ""', "write name"),
        ("from = 2026-11-28", 'from = "kapan-kapan"', "write from"),
        ("source = ", "other = ", "write its source"),
        ('number = "112"', 'number = "' + "1" * 81 + '"', "write number"),
    ],
)
def test_a_slip_is_named_with_its_cure(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in GIVEN
    file = tmp_path / "crisis.toml"
    file.write_text(GIVEN.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(DataError, match=told):
        help_lines(file)
