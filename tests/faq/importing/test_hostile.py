"""What means harm is refused in one line, or gives drafts; never more than a child's memory."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from faq.importing import CannotImport, import_manual
from faq.importing.answer import understood
from tests.faq.importing.hostile import corpus, is_well, tried
from tests.faq.importing.measured import ROOT

CASES = {case.name: case for case in corpus()}


LIGHT = [name for name, case in CASES.items() if not case.heavy]


@pytest.mark.parametrize("case", LIGHT[::2])  # all: python -m tests.faq.importing.hostile
def test_refused_in_one_line_or_drafted(case: str, tmp_path: Path) -> None:
    refusal = refused(CASES[case].make(tmp_path), tmp_path / "draf")
    if refusal is None:
        assert not CASES[case].says, "let in"
        return
    assert "\n" not in refusal
    assert "; " in refusal, "the cure is missing"
    assert re.search(CASES[case].says, refusal)
    assert not (tmp_path / "draf").exists()


def refused(file: Path, to: Path) -> str | None:
    try:
        import_manual(file, to)
    except CannotImport as error:
        return str(error)
    return None


@pytest.mark.parametrize("case", ["XML 50,000 levels deep", "PDF of a million objects"])
def test_by_command_within_the_memory(case: str) -> None:
    made = tried(CASES[case])
    assert is_well(CASES[case], made), made


def test_a_name_of_broken_letters_is_shown_whole_and_in_one_line(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/buku\xff\nsatu.pdf"
    file = Path(os.fsdecode(raw))
    CASES["PDF with JavaScript"].make(tmp_path).rename(file)
    report = import_manual(file, tmp_path / "draf")
    assert report.source == "buku\ufffd\ufffdsatu.pdf"
    assert "buku\ufffd\ufffdsatu.pdf" in report.files[0].read_text(encoding="utf-8")


def walled(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", f"from faq.importing.limits import WALLS\nWALLS.put_up()\n{code}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.stderr.strip().rpartition("\n")[2]


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("bytes(600_000_000)", "MemoryError"),
        ("import socket; socket.create_connection(('127.0.0.1', 9))", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("import tempfile; tempfile.TemporaryFile().write(bytes(30_000_000))", "OSError"),
    ],
)
def test_the_walls_hold(code: str, error: str) -> None:
    assert walled(code).startswith(error)


GOOD = '{"pages":1,"chapters":1,"entries":1,"scans":[],"texts":{"draf-01-a.md":"x"}}'


def test_an_answer_is_taken_as_it_is_meant() -> None:
    assert understood(GOOD.encode(), "a.pdf").texts == {"draf-01-a.md": "x"}


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "[]",
        "null",
        GOOD[:-1],
        GOOD.replace("draf-01-a.md", "../draf-01-a.md"),
        GOOD.replace("draf-01-a.md", "01-a.md"),
        GOOD.replace("draf-01-a.md", "draf-01-a.md\\n"),
        GOOD.replace('"x"', "5"),
        GOOD.replace('"pages":1', '"pages":"1"'),
        GOOD.replace('"entries":1', '"entries":-1'),
        GOOD.replace('"scans"', '"scams"'),
        '{"refused":"a\\nb"}',
        '{"refused":5}',
        '{"refused":""}',
    ],
)
def test_an_answer_of_another_form_is_not_believed(answer: str) -> None:
    with pytest.raises(CannotImport, match="rusak"):
        understood(answer.encode(), "a.pdf")


def test_an_answer_without_end_is_not_read() -> None:
    with pytest.raises(CannotImport, match="terlalu panjang"):
        understood(bytes(20_000_001), "a.pdf")
