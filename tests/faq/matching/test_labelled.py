"""A file of labelled questions, as spreadsheets leave it."""

from __future__ import annotations

from pathlib import Path

import pytest

from faq.matching.labelled import BadFile, read_rows


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="tidak dapat dibaca"):
        read_rows(tmp_path / "hantu.csv")


def test_short_rows_and_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('question,id,style\n"a, ""b""",x\nsaja\n', encoding="utf-8")
    assert [(row.question, row.id) for row in read_rows(path)] == [('a, "b"', "x"), ("saja", None)]
