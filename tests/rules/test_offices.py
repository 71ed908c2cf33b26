"""The list of offices: empty as it comes, and refused in one line where it is no such list."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.data.data_file import DataError
from bot.data.offices import offices
from bot.rules.offices import Offices


def test_the_list_that_comes_with_the_bot_names_nobody() -> None:
    assert offices() == Offices((), {})


def test_names_are_read_once_each_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "offices.txt"
    path.write_text("# Sumber: x\n\n Dinas  Pertanian \nRSUD\nRSUD\n", encoding="utf-8")
    assert offices(path).names == ("Dinas Pertanian", "RSUD")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"Dinas\n" + b"a" * 81, "offices.txt:2: "),
        (b"Dinas \xff", "offices.txt:1: "),
        (b"\n".join(b"Kantor %d" % number for number in range(501)), "over 500 offices"),
    ],
)
def test_what_is_no_list_of_names_is_refused(tmp_path: Path, text: bytes, told: str) -> None:
    path = tmp_path / "offices.txt"
    path.write_bytes(text)
    with pytest.raises(DataError, match=told):
        offices(path)
