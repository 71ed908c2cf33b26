"""Pieces as chapters with sections: which headings are chapters, and whose text is whose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from faq.importing.numbering import is_bare
from faq.importing.piece import Manual, Piece

COVER = 800
"""Letters before the first heading up to which they are taken for the cover."""
FRONT = "Pengantar"


@dataclass
class Section:
    title: str
    page: int
    above: str
    """The heading it stands under, where that one has no text of its own."""
    body: list[Piece] = field(default_factory=list)


@dataclass
class Part:
    title: str
    page: int
    sections: list[Section] = field(default_factory=list)


def outline(manual: Manual, fallback: str) -> list[Part]:
    """Chapters that have text; headings without any live on only as `above`."""
    found = list(_titled(manual.pieces))
    top = _chapter_level(found)
    parts = [Part(FRONT if top else _name(found, fallback), 1)]
    parts[0].sections.append(Section(parts[0].title, 1, ""))
    path: dict[int, Section] = {}
    for piece in found:
        if piece.level and piece.level <= top:
            parts.append(Part(piece.text, piece.page, [Section(piece.text, piece.page, "")]))
            path = {}
        elif piece.level:
            section = Section(piece.text, piece.page, _above(path, piece.level))
            parts[-1].sections.append(section)
            path = {level: kept for level, kept in path.items() if level < piece.level}
            path[piece.level] = section
        else:
            parts[-1].sections[-1].body.append(piece)
    return _with_text(parts, cover=top > 0 or len(parts[0].sections) > 1)


def _titled(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """A bare "BAB I" takes the heading that follows as its title."""
    bare: Piece | None = None
    for piece in pieces:
        if bare and piece.level == bare.level:
            yield Piece(bare.page, piece.text, bare.level)
            bare = None
            continue
        if bare:
            yield bare
        bare = piece if piece.level and is_bare(piece.text) else None
        if not bare:
            yield piece
    if bare:
        yield bare


def _chapter_level(pieces: Sequence[Piece]) -> int:
    """The highest level used more than once that has headings below it; 0 for none."""
    counted = Counter(piece.level for piece in pieces if piece.level)
    for level in sorted(counted):
        if counted[level] > 1:
            deeper = any(other > level for other in counted)
            return level if deeper or level == 1 else 0
    return 0


def _name(pieces: Sequence[Piece], fallback: str) -> str:
    """A manual with one chapter is named after it, if that is its only highest heading."""
    levels = [piece.level for piece in pieces if piece.level]
    if levels and levels.count(min(levels)) == 1:
        return next(piece.text for piece in pieces if piece.level == min(levels))
    return fallback


def _above(path: dict[int, Section], level: int) -> str:
    higher = [path[other] for other in sorted(path) if other < level]
    return higher[-1].title if higher and not higher[-1].body else ""


def _with_text(parts: list[Part], *, cover: bool) -> list[Part]:
    if cover and sum(len(piece.text) for piece in parts[0].sections[0].body) <= COVER:
        parts[0].sections[0].body.clear()
    for part in parts:
        part.sections = [section for section in part.sections if section.body]
    return [part for part in parts if part.sections]
