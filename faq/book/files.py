"""The book's files and others that editors write, and what is said where one cannot be read."""

from __future__ import annotations

from pathlib import Path

from bot.text_file import FileFault, Unfit, read_text, shown
from faq.book.entry import Problem

MOST_BYTES = 2_000_000
LONGEST_LINE = 10_000
"""Letters; a whole answer has a third of it."""


def told(unfit: Unfit, *, most: int = MOST_BYTES) -> str:
    """The cause and the cure."""
    match unfit.why:
        case FileFault.UNREADABLE:
            return f"tidak dapat dibaca ({unfit.reason}); periksa letak dan hak akses berkas itu"
        case FileFault.NO_FILE:
            return (
                "tidak dapat dibaca, bukan berkas biasa; ganti dengan berkas teks, atau pindahkan"
            )
        case FileFault.TOO_BIG:
            return f"lebih besar dari {most // 1_000_000} MB; pecah menjadi beberapa berkas"
        case FileFault.NOT_UTF8:
            return (
                f"bukan UTF-8 (huruf ke-{unfit.column});"
                " simpan ulang berkas dengan pengodean UTF-8"
            )
        case FileFault.NUL:
            return (
                f"memuat huruf kosong NUL (huruf ke-{unfit.column});"
                " hapus, atau simpan ulang sebagai teks UTF-8"
            )


def text_of(path: Path, problems: list[Problem]) -> str | None:
    """Of a book's file; what no editor wrote so, and could take long to read, is told and left."""
    name = shown(path.name)
    try:
        text = read_text(path, most=MOST_BYTES)
    except Unfit as unfit:
        problems.append(Problem(name, unfit.line, told(unfit)))
        return None
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines):
        if len(line) > LONGEST_LINE:
            note = f"baris lebih dari {LONGEST_LINE} huruf; pecah menjadi beberapa baris"
            problems.append(Problem(name, number + 1, note))
            lines[number] = ""
    return "\n".join(lines)
