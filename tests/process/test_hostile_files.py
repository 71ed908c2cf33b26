"""Data files that are broken, hostile or no files: one line with the place, never a trace."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.process.bot import ROOT
from tests.process.conftest import Command, Ran
from tests.process.test_start import settings

Spoil = Callable[[Path], object]
HEAD = "---\nchapter: 1\ntitle: Uji\nedition: 2026\nvalid_from: 2026-01-01\n---\n"
ENTRY = (
    "## Lupa sandi {#lupa-sandi}\n\nTekan lupa sandi.\n\n### Cara lain bertanya\n\n- lupa pin\n"
)


def write(name: str, content: str | bytes) -> Spoil:
    raw = content if isinstance(content, bytes) else content.encode()
    return lambda book: (book / name).write_bytes(raw)


def many_files(book: Path) -> None:
    for number in range(3_000):
        (book / f"{number:04}-a.md").write_text(HEAD)


BOOKS: dict[str, tuple[Spoil, str]] = {
    "broken UTF-8": (
        write("02-a.md", b"---\nchapter: 2\n\xff"),
        r"02-a\.md:3: .*huruf ke-1.*UTF-8",
    ),
    "UTF-16": (write("02-a.md", HEAD.encode("utf-16")), r"02-a\.md:1: bukan UTF-8"),
    "a NUL": (write("02-a.md", HEAD + "aa\0"), r"02-a\.md:7: .*huruf ke-3"),
    "enormous": (
        write("02-a.md", HEAD + "kata\n" * 900_000),
        r"02-a\.md:1: lebih besar dari 2 MB",
    ),
    "a line without end": (write("02-a.md", HEAD + " " * 900_000 + "x"), r"02-a\.md:7: .*10000"),
    "an answer without end": (
        write("02-a.md", HEAD.replace("1", "2", 1) + ENTRY.replace("Tekan", "[[**\n" * 20_000)),
        r"02-a\.md:7: jawaban lebih dari 20000",
    ),
    "thousands of files": (many_files, "lebih dari 200 berkas bab"),
    "a folder": (lambda book: (book / "02-a.md").mkdir(), r"02-a\.md:1: .*bukan berkas biasa"),
    "a pipe": (lambda book: os.mkfifo(book / "02-a.md"), r"02-a\.md:1: .*bukan berkas biasa"),
    "a pipe as local facts": (
        lambda book: os.mkfifo(book / "lokal.md"),
        r"lokal\.md:1: .*bukan berkas",
    ),
    "a pipe as simpang": (
        lambda book: os.mkfifo(book / "simpang.md"),
        r"simpang\.md:1: .*bukan berkas",
    ),
    "a device": (
        lambda book: (book / "02-a.md").symlink_to("/dev/zero"),
        r"02-a\.md:1: .*bukan berkas biasa",
    ),
    "a circle of links": (
        lambda book: (book / "02-a.md").symlink_to("02-a.md"),
        r"02-a\.md:1: tidak dapat dibaca",
    ),
    "a link to nothing": (
        lambda book: (book / "lokal.md").symlink_to("tiada"),
        r"lokal\.md:1: tidak dapat dibaca",
    ),
    "an id twice": (write("01-a.md", HEAD + ENTRY + ENTRY), r"01-a\.md:\d+: .*sudah dipakai"),
    "a chapter twice": (write("02-a.md", HEAD), r"02-a\.md:1: nomor bab 1 sudah"),
    "a number without end": (
        write("02-a.md", HEAD.replace("1", "9" * 5_000, 1)),
        r"02-a\.md:2: nomor bab .* bukan angka",
    ),
    "a title that nobody sees": (
        write("01-a.md", HEAD + ENTRY.replace("Lupa sandi", "\u3164")),
        r"01-a\.md:7: judul kosong",
    ),
    "orders to the terminal": (
        write("01-a.md", HEAD + ENTRY.replace("#lupa-sandi", "#\x1b[2Jx")),
        r"01-a\.md:7: id '\ufffd\[2Jx'",
    ),
    "broken local facts": (
        write("lokal.md", b"## a\n\n- Nilai: \xff"),
        r"lokal\.md:3: bukan UTF-8",
    ),
}


@pytest.mark.parametrize("case", BOOKS)
def test_a_hostile_book_is_refused_in_one_line(
    case: str, command: Command, tmp_path: Path
) -> None:
    spoil, said = BOOKS[case]
    book = tmp_path / "buku"
    book.mkdir()
    write("01-a.md", HEAD + ENTRY)(book)
    spoil(book)
    is_refused(command(settings(tmp_path, MANUAL_DIR=str(book)), "check"), said)


def is_refused(ran: Ran, said: str) -> None:
    lines = [line for line in ran.stderr.splitlines() if line.startswith("error: ")]
    assert ran.returncode == 1, ran.stderr
    assert len(lines) == len(ran.stderr.splitlines()), ran.stderr
    (line,) = [line for line in lines if re.search(said, line)]
    assert "; " in line, "the cure is missing"
    assert len(line) < 400


MARKUP = {
    "quotes": "> " * 4_000,
    "brackets": "[" * 9_000,
    "links": "[a](" * 2_400,
    "bold": "**a" * 3_000,
    "lists": "\n".join("  " * depth + "- a" for depth in range(130)),
    "numbers": "1. " * 3_000,
    "HTML": "<b>" * 1_500 + "<script>alert(1)</script>&lt;",
    "ticks": "`" * 9_000,
    "backslashes": "\\" * 9_000,
    "addresses": "https://" * 1_200,
}


@pytest.mark.parametrize("case", MARKUP)
def test_hostile_markup_is_shown_as_letters(case: str, command: Command, tmp_path: Path) -> None:
    book = tmp_path / "buku"
    book.mkdir()
    write("01-a.md", HEAD + ENTRY.replace("Tekan", f"{MARKUP[case]}\n\nTekan"))(book)
    ran = command(settings(tmp_path, MANUAL_DIR=str(book)), "ask", "lupa sandi")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Tekan lupa sandi" in ran.stdout


HOLIDAYS: dict[str, tuple[Spoil, str]] = {
    "broken UTF-8": (write("h.csv", b"date,name,source\n2026-01-01,\xe9,x\n"), r"h\.csv:2:12: "),
    "a NUL": (write("h.csv", "date,name,source\n2026-01-01,a\0,x\n"), r"h\.csv:2:13: "),
    "no columns": (write("h.csv", "a;b\n"), r"h\.csv:1: "),
    "a wrong date": (write("h.csv", "date,name,source\n2026-02-30,a,b\n"), r"h\.csv:2: "),
    "a quotation": (write("h.csv", 'date,name,source\n2026-01-01,"a,b\n'), r"h\.csv:2: "),
    "enormous": (write("h.csv", "date,name,source\n" + "\n" * 900_000), r"h\.csv: .*kB"),
    "a pipe": (lambda path: os.mkfifo(path / "h.csv"), r"h\.csv: .*no ordinary file"),
    "a folder": (lambda path: (path / "h.csv").mkdir(), r"h\.csv: .*no ordinary file"),
    "a device": (lambda path: (path / "h.csv").symlink_to("/dev/zero"), r"no ordinary file"),
}


@pytest.mark.parametrize("case", HOLIDAYS)
def test_hostile_holidays_are_refused_in_one_line(
    case: str, command: Command, tmp_path: Path
) -> None:
    spoil, said = HOLIDAYS[case]
    spoil(tmp_path)
    is_refused(command(settings(tmp_path, HOLIDAYS_FILE=str(tmp_path / "h.csv")), "check"), said)


LABELLED: dict[str, tuple[Spoil, str]] = {
    "broken UTF-8": (write("e.csv", b"question,id\na,b\nc\xff,d\n"), r"e\.csv:3: .*huruf ke-2"),
    "a NUL": (write("e.csv", "question,id\na\0,b\n"), r"e\.csv:2: .*huruf ke-2"),
    "UTF-16": (write("e.csv", "question,id\n".encode("utf-16")), r"e\.csv:1: bukan UTF-8"),
    "no column": (write("e.csv", "question\r\na\r\n"), r"e\.csv:1: kolom 'id'"),
    "nothing": (write("e.csv", ""), r"e\.csv:1: kolom 'question'"),
    "no row": (write("e.csv", "question,id\n"), r"e\.csv:2: tidak memuat"),
    "a comma too many": (write("e.csv", "question,id\na, b,c\n"), r"e\.csv:2: kolomnya berlebih"),
    "cut in a quotation": (write("e.csv", 'question,id\na,b\n"c,d'), r"e\.csv:3: bukan CSV"),
    "JSON lines": (write("e.csv", '{"question":"a","id":"b"}\n{"quest'), r"e\.csv:1: "),
    "a strange id": (write("e.csv", "question,id\na,\x1b[2J\n"), r"e\.csv:2: id '\ufffd\[2J'"),
    "an enormous cell": (write("e.csv", f"question,id\n{'x' * 200_000},a\n"), r"e\.csv:2: "),
    "enormous": (write("e.csv", "question,id\n" * 2_000_000), r"e\.csv:1: lebih besar dari 20 MB"),
    "a pipe": (lambda path: os.mkfifo(path / "e.csv"), r"e\.csv:1: .*bukan berkas biasa"),
    "a folder": (lambda path: (path / "e.csv").mkdir(), r"e\.csv:1: .*bukan berkas biasa"),
    "missing": (lambda path: None, r"e\.csv:1: tidak dapat dibaca"),
}


@pytest.mark.parametrize("case", LABELLED)
def test_hostile_questions_are_refused_in_one_line(
    case: str, command: Command, tmp_path: Path
) -> None:
    spoil, said = LABELLED[case]
    spoil(tmp_path)
    shutil.copy(ROOT / "tests/faq/labelled/questions-1.csv", tmp_path / "phrasings.csv")
    words = ("evaluate", str(tmp_path / "e.csv"), "--phrasings", str(tmp_path / "phrasings.csv"))
    is_refused(command(settings(tmp_path), *words), said)
