"""`main.py book import`: a real manual as draft entries, which nothing publishes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from faq.book.book import chapter_files
from faq.book.local_facts import LOCAL_FILE
from faq.importing import refuse
from faq.importing.sandbox import drafted
from faq.importing.sniff import called, sniff
from faq.importing.write import NOTE, PREFIX, note, write

LIVE: Final = Path(__file__).parents[1] / "manual"


@dataclass(frozen=True)
class ImportReport:
    source: str
    pages: int
    """As far as known: a DOCX that was never laid out counts as one page."""
    chapters: int
    entries: int
    scans: tuple[int, ...]
    files: tuple[Path, ...]

    def lines(self) -> list[str]:
        """What the operator is told."""
        told = [f"{self.source}: {self.pages} halaman, {self.chapters} bab, {self.entries} entri."]
        if self.scans:
            told.append(
                f"Tanpa teks (mungkin hasil pindai): halaman {ranges(self.scans)}."
                " Jalankan OCR pada halaman itu, atau ketik sendiri isinya."
            )
        if not self.entries:
            told.append("Tidak ada teks yang dapat dijadikan draf; tidak ada berkas yang ditulis.")
        return told


def import_manual(file: Path, to: Path, *, live: Path = LIVE) -> ImportReport:
    """Drafts of `file` in the directory `to`. Raises CannotImport with one line."""
    name = called(file)
    form = sniff(file, name)
    _not_live(to, live)
    made = drafted(file, form, name)
    report = ImportReport(
        source=name,
        pages=made.pages,
        chapters=made.chapters,
        entries=made.entries,
        scans=tuple(made.scans),
        files=(),
    )
    if not made.texts:
        return report
    return _written(report, to, {**made.texts, NOTE: note(name, report.lines())})


def _not_live(to: Path, live: Path) -> None:
    """By its place, or because it looks like a book: chapters, or the local file."""
    target, home = to.resolve(), live.resolve()
    if target == home or home in target.parents:
        raise refuse.live_book(str(to))
    if not to.exists():
        return
    if not to.is_dir():
        raise refuse.unwritable(str(to), "bukan direktori")
    if chapter_files(to) or (to / LOCAL_FILE).exists():
        raise refuse.live_book(str(to))
    if any(to.glob(f"{PREFIX}*.md")) or (to / NOTE).exists():
        raise refuse.drafts_there(str(to))


def _written(report: ImportReport, to: Path, texts: dict[str, str]) -> ImportReport:
    try:
        files = write(to, texts)
    except FileExistsError as error:
        raise refuse.drafts_there(str(to)) from error
    except OSError as error:
        raise refuse.unwritable(str(to), error.strerror) from error
    return ImportReport(
        report.source, report.pages, report.chapters, report.entries, report.scans, tuple(files)
    )


def ranges(numbers: Sequence[int]) -> str:
    """1, 4–6, 9"""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(str(p[0]) if len(p) == 1 else f"{p[0]}–{p[-1]}" for p in parts)
