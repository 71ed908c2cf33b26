"""What marks an entry as a draft: nobody has checked it, and lint says so until somebody did."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from faq.book.entry import Entry

MARK = "draf"
"""How a source and an edition begin that nobody has checked."""
PREFIX = "draf-"
"""How a file of drafts is called; the book's reader takes only names with a number before."""


def is_draft(entry: Entry) -> bool:
    return any(told.lower().startswith(MARK) for told in (entry.source, entry.edition))


def told(entry: Entry) -> Iterator[str]:
    if is_draft(entry):
        yield (
            f"{entry.id}: masih draf; periksa judul, jawaban, dan letaknya, lalu ganti "
            "'- Sumber:' dan 'edition:' dengan asal yang sudah diperiksa"
        )


def lying_in(directory: Path) -> Iterator[str]:
    """Files of drafts beside the chapters: they are not published."""
    for path in sorted(directory.glob(f"{PREFIX}*.md")):
        yield (
            f"{path.name}:1: berkas draf, tidak terbit; periksa isinya, lalu pindahkan ke bab "
            "bernomor, atau hapus"
        )
