"""Files that are no chats are refused in one line, with the cause and the cure."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from faq.chat_export.lessons import learn
from faq.importing import CannotImport
from handlers.resources import Resources


def _zip(names: dict[str, bytes]) -> Callable[[Path], object]:
    def make(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in names.items():
                archive.writestr(name, content)

    return make


def _cut_zip(path: Path) -> None:
    _zip({"_chat.txt": os.urandom(5_000)})(path)
    path.write_bytes(path.read_bytes()[:2_000])


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "no file": (lambda path: None, "tidak ada"),
    "folder": (lambda path: path.mkdir(), "bukan berkas biasa"),
    "pipe": (os.mkfifo, "bukan berkas biasa"),
    "empty": (lambda path: path.touch(), "kosong"),
    "blank": (lambda path: path.write_text(" \n\n"), "kosong"),
    "only a mark": (lambda path: path.write_bytes(b"\xff\xfe"), "kosong"),
    "PDF": (lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF"), "bukan ekspor obrolan"),
    "picture": (
        lambda path: path.write_bytes(b"\xff\xd8\xff\xe0\0\x10JFIF" * 50),
        "bukan berkas teks",
    ),
    "noise": (lambda path: path.write_bytes(bytes(range(1, 256)) * 40), "bukan"),
    "a letter": (
        lambda path: path.write_text("Yth. Kepala Dinas\nperihal: undangan\n"),
        "bukan ekspor",
    ),
    "CSV": (lambda path: path.write_text("question,id\nlupa sandi,a\n"), "bukan ekspor"),
    "only news": (
        lambda path: path.write_text("1/2/24 08.15 - Pesan dienkripsi secara end-to-end.\n"),
        "tidak ada pesan",
    ),
    "ZIP without a text": (_zip({"foto.jpg": b"x"}), "tidak memuat berkas .txt"),
    "ZIP of something else": (_zip({"a.txt": b"halo\n"}), "bukan ekspor obrolan"),
    "ZIP cut off": (_cut_zip, "terpotong atau rusak"),
    "bomb": (_zip({"_chat.txt": b"\0" * 30_000_000}), "100 kali"),
    "upwards": (_zip({"../_chat.txt": b"1/2/24 08.15 - A: b"}), "di luar berkas"),
}


@pytest.mark.parametrize("case", BAD)
def test_refused_in_one_line(case: str, tmp_path: Path, resources: Resources) -> None:
    make, why = BAD[case]
    make(tmp_path / "chat.txt")
    with pytest.raises(CannotImport) as refused:
        learn(tmp_path / "chat.txt", resources.book, resources.matcher, lambda *_: None)
    said = str(refused.value)
    assert why in said
    assert ";" in said
    assert len(said.splitlines()) == 1
