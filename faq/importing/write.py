"""The drafts as files.

Their names do not begin with a number, so the book's reader never takes them for chapters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from faq.book.ids import LONGEST_ID, slug
from faq.importing.draft import EntryDraft, clean, titled

PREFIX = "draf-"
NOTE = "BACA-DULU.md"
DRAFT_NAME = rf"^{PREFIX}[0-9]{{2,5}}-[a-z0-9-]{{1,{LONGEST_ID}}}\.md$"


@dataclass(frozen=True)
class DraftChapter:
    number: int
    title: str
    drafts: tuple[EntryDraft, ...]

    @property
    def file(self) -> str:
        return f"{PREFIX}{self.number:02d}-{slug(self.title)}.md"


def chapter_text(chapter: DraftChapter, source: str, today: date, *, paged: bool) -> str:
    head = [
        "---",
        f"chapter: {chapter.number}",
        f"title: {_title(chapter.title)}",
        f"edition: draf dari {source}, belum diperiksa",
        f"valid_from: {today.isoformat()}",
        "status: draf",
        "---",
        "",
        f"Draf dari {source}. Belum diperiksa, dan belum terbit.",
    ]
    entries = [_entry(chapter, draft, source, paged=paged) for draft in chapter.drafts]
    return "\n".join([*head, *entries, ""])


def _title(title: str) -> str:
    return titled(clean(title)).strip("\"' ") or "Tanpa judul"


def _entry(chapter: DraftChapter, draft: EntryDraft, source: str, *, paged: bool) -> str:
    place = f"Bab {chapter.number}" + (f", {pages(draft.first, draft.last)}" if paged else "")
    lines = [
        "",
        f"## {draft.question} {{#{draft.id}}}",
        "",
        f"- Letak: {place}",
        f"- Sumber: {source}",
        "",
        draft.answer,
    ]
    if draft.heading != draft.question:
        lines += ["", "### Cara lain bertanya", "", f"- {draft.heading}"]
    return "\n".join(lines)


def pages(first: int, last: int) -> str:
    return f"halaman {first}" if first == last else f"halaman {first}–{last}"


def note(source: str, told: Sequence[str]) -> str:
    lines = [
        f"# Draf dari {source}",
        "",
        *told,
        "",
        "Draf ini belum terbit. Supaya terbit:",
        "",
        "1. Periksa isi, judul, dan halaman tiap entri terhadap buku aslinya.",
        "2. Isi `edition`, `valid_from`, dan cara lain bertanya; hapus baris `status: draf`.",
        "3. Beri nomor bab yang belum dipakai, lalu pindahkan berkas ke direktori buku",
        "   dengan nama yang diawali nomor itu, misalnya `16-nama-bab.md`.",
        "4. Jalankan `main.py check`.",
        "",
    ]
    return "\n".join(lines)


def write(to: Path, texts: dict[str, str]) -> list[Path]:
    to.mkdir(parents=True, exist_ok=True)
    made = []
    for name, text in texts.items():
        path = to / name
        with path.open("x", encoding="utf-8", newline="\n") as file:  # never over another's work
            file.write(text)
        made.append(path)
    return made
