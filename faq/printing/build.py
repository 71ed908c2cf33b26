"""`main.py book build --out DIR`: the book as a PDF and as a page, ready to be handed out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from faq.book.book import Book, LocalFact
from faq.printing.page import book_page
from faq.printing.pdf import book_pdf

NAME = "buku-manual"
READABLE = 0o644


class CannotBuild(Exception):
    """One line for the operator: the cause and the cure."""


def build(book: Book, local: Mapping[str, LocalFact], out_dir: Path) -> list[Path]:
    """Both files, each whole or not at all: an older one may be online at this moment."""
    if not book.entries:
        raise CannotBuild("buku belum memuat satu entri pun; tulis dahulu bab di direktori manual")
    papers = {
        f"{NAME}.pdf": book_pdf(book, local),
        f"{NAME}.html": book_page(book, local).encode(),
    }
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        return [_replace(out_dir / name, content) for name, content in papers.items()]
    except OSError as error:
        raise CannotBuild(
            f"{out_dir}: tidak dapat ditulis ({error.strerror}); pilih direktori lain dengan --out"
        ) from error


def _replace(path: Path, content: bytes) -> Path:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        file.write(content)
    made = Path(file.name)
    made.chmod(READABLE)
    try:
        made.replace(path)
    except OSError:
        made.unlink(missing_ok=True)
        raise
    return path
