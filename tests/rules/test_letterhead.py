"""The letterhead that the office fills in: what came with the bot is read, slips are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.data.data_file import HERE, DataError
from bot.data.letterhead import letterhead
from bot.rules.letterhead import Paper

GIVEN = (HERE / "letterhead.toml").read_text(encoding="utf-8")


def test_what_is_not_known_is_left_to_the_office() -> None:
    read = letterhead()
    assert (read.paper, read.font, read.size) == (Paper.A4, "Arial", 12)
    assert read.number == ""
    assert read.signer.nip == "(diisi BKPSDM)"


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('paper = "A4"', 'paper = "A5"', "A4"),
        ("size = 12", "size = 120", "8 to 16"),
        ("margin_top = 20", "margin_top = true", "margin_top"),
        ('name = "(diisi BKPSDM)"', 'name = ""', "name"),
        ('hal = "', 'hal = "' + "x" * 300, "hal"),
        ('tembusan = ["(diisi BKPSDM)"]', 'tembusan = "semua"', "tembusan"),
        ("[signer]", "[lainnya]", "[signer]"),
    ],
)
def test_a_slip_is_named_with_its_cure(tmp_path: Path, was: str, becomes: str, told: str) -> None:
    assert was in GIVEN
    file = tmp_path / "letterhead.toml"
    file.write_text(GIVEN.replace(was, becomes, 1), encoding="utf-8")
    with pytest.raises(DataError) as found:
        letterhead(file)
    assert told in str(found.value)
    assert "letterhead.toml:" in str(found.value)
