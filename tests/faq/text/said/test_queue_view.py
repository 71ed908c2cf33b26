"""Which tickets are wanted, by the first word."""

from __future__ import annotations

import pytest

from bot.rules.queue_view import View
from faq.text.said.queue_view import view_said


@pytest.mark.parametrize(
    ("said", "view"),
    [
        *(("milik saya", View.MINE), ("Belum diambil", View.UNTAKEN), ("lewat batas", View.LATE)),
        *(("besok", View.SOON), ("ditunda", View.DEFERRED), ("all", View.ALL)),
        *(("", None), ("dinas kesehatan", None), ("yang belum", None)),
    ],
)
def test_a_view(said: str, view: View | None) -> None:
    assert view_said(said) is view
