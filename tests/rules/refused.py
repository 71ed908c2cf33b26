"""Data files that cannot be used: what is told of them is one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.data.data_file import DataError


def refused(read: Callable[[Path], object], file: Path, text: str, said: str) -> str:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=said) as caught:
        read(file)
    assert "\n" not in str(caught.value)
    return str(caught.value)
