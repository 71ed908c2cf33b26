"""Progress at the terminal: one line that changes, or a line for each task in a log."""

from __future__ import annotations

import pytest

from handlers.operator.meter import Meter


def work(meter: Meter) -> None:
    for task in ("Membaca", "Menulis"):
        for done in (0.0, 0.004, 0.5, 1.0):
            meter(task, done)
    meter.ended()


def test_in_a_log_each_task_is_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    work(Meter())
    assert capsys.readouterr().err == "Membaca …\nMenulis …\n"


def test_on_a_terminal_one_line_changes_and_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    work(Meter(live=True))
    shown = capsys.readouterr().err.split("\r\x1b[K")
    assert shown == [
        *("", "Membaca 0 %", "Membaca 50 %", "Membaca 100 %"),
        *("Menulis 0 %", "Menulis 50 %", "Menulis 100 %", ""),
    ]


def test_what_never_began_leaves_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Meter(live=True).ended()
    assert capsys.readouterr().err == ""
