"""`main.py report`: its days, forms and papers, and what is wrong with them in one line."""

from __future__ import annotations

import shlex
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import main
from bot.papers.evidence.record import LARGEST

pytestmark = pytest.mark.usefixtures("own_database")


WRONG: dict[str, tuple[list[str], str]] = {
    "swapped": (["indicator", "--from", "2026-05-01", "--to", "2026-01-01"], "swap them"),
    "far future": (["indicator", "--to", "9999-12-31"], "2999-12-31"),
    "far past": (["indicator", "--from", "0001-01-01"], "2000-01-01"),
    "no end": (["indicator", "--from", "2999-12-31"], "still to come"),
    "no such period": (["indicator", "--period", "minggu ke 3"], "triwulan 3"),
    "period and date": (["weekly", "--period", "2025", "--to", "2026-01-01"], "not both"),
    "two weeks": (["weekly", "--from", "2026-11-16", "--to", "2026-11-23"], "one week"),
    "two months": (["monthly", "--from", "2026-10-16", "--to", "2026-11-23"], "one month"),
    "two years": (["yearly", "--from", "2025-10-16", "--to", "2026-11-23"], "one year"),
    "page as a table": (["monthly", "--format", "xlsx", "--out", "a.xlsx"], "report indicator"),
    "no picture": (["learning", "--format", "png", "--out", "a.png"], "leave --format png out"),
    "no file": (["weekly", "--format", "png"], "--out FILE.png"),
    "no paper file": (["indicator", "--format", "docx"], "--out FILE.docx"),
    "no file of one form": (["reach-rows"], "--out FILE.xlsx"),
    "no folder": (["publish"], "--out FOLDER"),
    "one form alone": (["samples", "--format", "png", "--out", "a.png"], "leave --format png out"),
    "nothing to verify": (["verify"], "verify FILE"),
}


@pytest.mark.parametrize("case", WRONG)
def test_wrong_dates_and_formats(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    words, cure = WRONG[case]
    assert main.main(["report", *words]) == 1
    said = capsys.readouterr().err.strip()
    assert cure in said
    assert len(said.splitlines()) == 1


def test_how_to_write_a_day_is_said_where_there_is_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main.main(["report", "weekly", "--from", "2026-02-30"])
    assert "no day '2026-02-30'; write it like 2026-01-31" in capsys.readouterr().err


def test_a_period_may_be_named_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["report", "indicator", "--period", "triwulan 3 2025"]) == 0
    assert "1 Juli – 30 September 2025" in capsys.readouterr().out


def test_days_that_are_still_to_come_are_not_reported_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    today = datetime.now(ZoneInfo("Asia/Makassar")).date()
    titles = set()
    for last in (today, today + timedelta(days=30)):
        window = ["--from", str(today - timedelta(days=9)), "--to", str(last)]
        assert main.main(["report", "indicator", *window]) == 0
        titles |= {
            line
            for line in capsys.readouterr().out.splitlines()
            if line.startswith("Pengaduan yang")
        }
    assert len(titles) == 1, titles


def test_a_week_may_be_named_by_either_end(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--from", "2026-11-16", "--to", "2026-11-22"], ["--to", "2026-11-20"]):
        assert main.main(["report", "weekly", *words]) == 0
        assert "16–22 November 2026" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("which", "said"),
    [("monthly", "Oktober 2026 (1–31 Oktober 2026)"), ("yearly", "Tahun 2026 (1 Januari – ")],
)
def test_a_month_or_year_may_be_named_by_any_day_of_it(
    which: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["report", which, "--from", "2026-10-16"]) == 0
    assert said in capsys.readouterr().out
    for form, begins in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        file = tmp_path / f"page.{form}"
        options = ["--from", "2026-10-16", "--format", form, "--out", str(file)]
        assert main.main(["report", which, *options]) == 0
        assert file.read_bytes().startswith(begins)


def test_what_the_answers_did_is_told_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["report", "learning", "--from", "2026-11-01", "--to", "2026-11-20"]) == 0
    said = capsys.readouterr().out
    assert "1–20 November 2026" in said
    assert "Tidak ditanyakan 1–114 dari 114" in said


@pytest.mark.parametrize("words", ["learning", "samples", "indicator --format pdf"])
def test_what_people_wrote_is_for_its_owner_alone(words: str, tmp_path: Path) -> None:
    file = tmp_path / "keluar"
    file.touch(0o644)
    window = ["--from", "2026-11-01", "--to", "2026-11-20"]
    assert main.main(["report", *words.split(), *window, "--out", str(file)]) == 0
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("which", ["weekly", "indicator"])
def test_a_report_can_be_kept_as_a_picture(which: str, tmp_path: Path) -> None:
    file = tmp_path / "laporan.png"
    window = ["--from", "2026-11-16", "--to", "2026-11-22"]
    assert main.main(["report", which, *window, "--format", "png", "--out", str(file)]) == 0
    assert file.read_bytes().startswith(b"\x89PNG")


def test_a_database_that_nobody_used_yet_has_no_complaints(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["report", "weekly"]) == 0
    said = capsys.readouterr().out
    assert "Belum ada pengaduan" in said
    assert "selesai dengan jawaban ÷ semua" in said  # which a caption would have no room for
    assert main.main(["book", "export", "--to", str(tmp_path / "to")]) == 0


@pytest.mark.parametrize(
    ("which", "form", "begins"),
    [
        ("reach", "pdf", b"%PDF"),
        ("reach-rows", "xlsx", b"PK"),
        ("proofs", "pdf", b"%PDF"),
        ("lapor", "xlsx", b"PK"),
        ("weekly", "pdf", b"%PDF"),
    ],
)
@pytest.mark.usefixtures("ready")
def test_each_paper_of_its_own(which: str, form: str, begins: bytes, tmp_path: Path) -> None:
    file = tmp_path / f"paper.{form}"
    window = ["--from", "2026-11-16", "--to", "2026-11-22"]
    assert main.main(["report", which, *window, "--format", form, "--out", str(file)]) == 0
    assert file.read_bytes().startswith(begins)


@pytest.mark.usefixtures("ready")
def test_a_page_without_anybody_is_written_into_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "umum" / "2026"
    assert main.main(["report", "publish", "--period", "2025", "--out", str(folder)]) == 0
    written_files = sorted(file.name for file in folder.iterdir())
    assert sorted(Path(line).name for line in capsys.readouterr().out.split()) == written_files
    assert len(written_files) == 2
    taken = tmp_path / "taken"
    taken.write_text("")
    assert main.main(["report", "publish", "--period", "2025", "--out", str(taken)]) == 1
    assert capsys.readouterr().err.strip().endswith("name another --out")


@pytest.mark.usefixtures("ready")
def test_only_papers_of_closed_periods_can_be_verified(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, large = tmp_path / "a.png", tmp_path / "large.pdf"
    window = ["--from", "2026-11-16", "--to", "2026-11-22"]
    made = ["report", "indicator", *window, "--format", "png", "--out", str(paper)]
    assert main.main(made) == 0
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)  # a hole: nothing of it is on the disk
    for named, told in (
        (paper, "bears no mark of a closed period"),
        (large, "larger than 100 MB"),
        (tmp_path, "a folder, a device or the like"),
        (tmp_path / "none.pdf", "cannot be read"),
    ):
        assert main.main(["report", "verify", str(named)]) == 1
        assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "cure"),
    [
        ("--period 2999-01 --format png", "still to come"),
        ("--period '2026-03-01 2026-01-01' --format png", "swap its dates"),
        ("--from 2999-12-31 --format pdf", "still to come"),
    ],
)
@pytest.mark.usefixtures("ready")
def test_a_period_that_cannot_be(
    words: str, cure: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "paper"
    assert main.main(["report", "indicator", *shlex.split(words), "--out", str(out)]) == 1
    assert cure in capsys.readouterr().err
    assert not out.exists()
