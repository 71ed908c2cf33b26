"""Small books for the tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from faq.book.book import Book, LocalFact, read

LIVE = Path(__file__).parents[3] / "faq" / "manual"
FACTS = {
    "jam-layanan": LocalFact("jam-layanan", "Jam layanan", None, "", 1),
    "kontak": LocalFact("kontak", "Kontak & alamat", "Jl. <Contoh> 1", "SE 1/2026", 2),
}
HEAD = (
    "---\nchapter: {number}\ntitle: {title}\nedition: e-Kinerja BKN\nvalid_from: 2026-11-23\n---\n"
)


def entry(entry_id: str, question: str, answer: str, *facts: str, asked: str = "") -> str:
    lines = "\n".join(f"- {fact}" for fact in ("Letak: Bab 1", *facts))
    phrasings = f"\n\n### Cara lain bertanya\n\n- {asked}" if asked else ""
    return f"\n## {question} {{#{entry_id}}}\n\n{lines}\n\n{answer}{phrasings}\n"


def book(tmp_path: Path, *entries: str, title: str = "Contoh") -> Book:
    text = HEAD.format(number=1, title=title) + "\nPengantar bab.\n" + "".join(entries)
    (tmp_path / "01-contoh.md").write_text(text, encoding="utf-8")
    return read(tmp_path)


def live() -> tuple[Book, Mapping[str, LocalFact]]:
    made = read(LIVE)
    return made, made.local
