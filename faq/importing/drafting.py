"""Lines and pieces as the texts of drafts. Runs in the sandbox only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from bot.rules.letters import harmless
from faq.importing import refuse, running_heads
from faq.importing.draft import drafts
from faq.importing.limits import MOST_CHAPTERS, MOST_ENTRIES
from faq.importing.outline import Part, outline
from faq.importing.paragraphs import pieces, without_contents
from faq.importing.piece import Manual, PdfLine, Piece
from faq.importing.write import DraftChapter, chapter_text


def drafted(name: str, shares: list[dict[str, Any]]) -> dict[str, Any]:
    """What `answer.Drafted` holds, of all that was read of a manual. Raises CannotImport."""
    lined = "lines" in shares[0]
    pages, title = int(shares[0]["pages"]), " ".join(str(shares[0]["title"]).split())
    manual = _of_lines(title, pages, shares) if lined else _of_pieces(title, pages, shares[0])
    chapters = _chapters(outline(manual, manual.title or PurePath(name).stem), name)
    today = datetime.now(UTC).date()
    paged = lined or pages > 1
    return {
        "pages": pages,
        "chapters": len(chapters),
        "entries": sum(len(chapter.drafts) for chapter in chapters),
        "scans": list(manual.scans),
        "texts": {each.file: chapter_text(each, name, today, paged=paged) for each in chapters},
    }


def _of_pieces(title: str, pages: int, told: dict[str, Any]) -> Manual:
    found = [Piece(*piece) for piece in told["pieces"]]
    return Manual(title, pages, tuple(without_contents(_seen(found))), ())


def _of_lines(title: str, pages: int, shares: list[dict[str, Any]]) -> Manual:
    kept = running_heads.strip(PdfLine(*line) for share in shares for line in share["lines"])
    drawn = {page for page, lines in kept.items() if lines}
    scans = tuple(page for page in range(1, pages + 1) if page not in drawn)
    found = pieces(running_heads.without_contents(kept))
    return Manual(title, pages, tuple(_seen(found)), scans)


def _seen(found: Iterable[Piece]) -> list[Piece]:
    """Without those that nobody sees, which would be chapters and entries of blanks."""
    shown = (replace(piece, text=harmless(piece.text)) for piece in found)
    return [piece for piece in shown if piece.text.strip()]


def _chapters(parts: Sequence[Part], name: str) -> list[DraftChapter]:
    if len(parts) > MOST_CHAPTERS:
        raise refuse.too_many(name, MOST_CHAPTERS, "bab")
    taken: set[str] = set()
    made = []
    for number, part in enumerate(parts, 1):
        found = [draft for section in part.sections for draft in drafts(section, taken)]
        if len(taken) > MOST_ENTRIES:
            raise refuse.too_many(name, MOST_ENTRIES, "entri")
        made.append(DraftChapter(number, part.title, tuple(found)))
    return made
