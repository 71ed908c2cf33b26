"""`main.py book import`: a real manual as draft entries, which nothing publishes by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from faq.book.book import chapter_files
from faq.book.local_facts import LOCAL_FILE
from faq.importing import refuse, running_heads
from faq.importing.draft import drafts
from faq.importing.outline import Part, outline
from faq.importing.paragraphs import pieces, without_contents
from faq.importing.piece import Line, Manual, Piece
from faq.importing.sandbox import parse
from faq.importing.sniff import Form, sniff
from faq.importing.write import NOTE, PREFIX, DraftChapter, chapter_text, note, write

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
    form = sniff(file)
    _not_live(to, live)
    manual = _read(file, form)
    paged = form is Form.PDF or manual.pages > 1
    chapters = _chapters(outline(manual, manual.title or file.stem))
    report = ImportReport(
        source=file.name,
        pages=manual.pages,
        chapters=len(chapters),
        entries=sum(len(chapter.drafts) for chapter in chapters),
        scans=manual.scans,
        files=(),
    )
    if not chapters:
        return report
    today = datetime.now(UTC).date()
    return _written(report, to, _texts(chapters, file.name, today, report, paged=paged))


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


def _read(file: Path, form: Form) -> Manual:
    shares = parse(file, form)
    pages, title = int(shares[0]["pages"]), " ".join(str(shares[0]["title"]).split())
    if form is Form.DOCX:
        found = [Piece(*piece) for piece in shares[0]["pieces"]]
        return Manual(title, pages, tuple(without_contents(found)), ())
    return _of_lines(title, pages, shares)


def _of_lines(title: str, pages: int, shares: list[dict[str, Any]]) -> Manual:
    kept = running_heads.strip(Line(*line) for share in shares for line in share["lines"])
    drawn = {page for page, lines in kept.items() if lines}
    scans = tuple(page for page in range(1, pages + 1) if page not in drawn)
    return Manual(title, pages, tuple(pieces(running_heads.without_contents(kept))), scans)


def _chapters(parts: Sequence[Part]) -> list[DraftChapter]:
    taken: set[str] = set()
    return [
        DraftChapter(
            number,
            part.title,
            tuple(draft for section in part.sections for draft in drafts(section, taken)),
        )
        for number, part in enumerate(parts, 1)
    ]


def _texts(
    chapters: Sequence[DraftChapter],
    source: str,
    today: date,
    report: ImportReport,
    *,
    paged: bool,
) -> dict[str, str]:
    texts = {
        chapter.file: chapter_text(chapter, source, today, paged=paged) for chapter in chapters
    }
    return {**texts, NOTE: note(source, report.lines())}


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
